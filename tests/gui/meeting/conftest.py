"""The meeting tab, shown in a window, and a meeting on its way: planned, going, held."""
from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import before_meeting, during_meeting, participants
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import Meeting
from tests.archive import Clock


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> MeetingTab:
    made = MeetingTab(desk)
    qtbot.addWidget(made)
    made.resize(1308, 613)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def planned(opened: OpenCase) -> Meeting:
    """An hour from now, with the citizen, the contact person, and Nadia whom no consent covers."""
    start = opened.now() + timedelta(hours=1)
    made = before_meeting.plan_meeting(opened, starts_at=start, ends_at=start + timedelta(hours=1),
                                       place="Mødelokale 2",
                                 purpose="Vi laver planen sammen")
    participants.add_participant(opened, made, add_private_person(opened, "Nadia Bro"), "kender behandlingen")
    return made


@pytest.fixture
def going(tab: MeetingTab, planned: Meeting, opened: OpenCase, clock: Clock) -> Meeting:
    clock.pass_(hours=1)
    tab.show_row(planned.id)
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    return planned


@pytest.fixture
def held(going: Meeting, tab: MeetingTab, opened: OpenCase) -> Meeting:
    during_meeting.park_topic(opened, going, "Cyklen")
    during_meeting.end_meeting(opened, going)
    tab.show_row(going.id)
    return going
