"""Large text on a shelter's pc: what stands above the page gives way to it."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.gui.widgets.chip_button import Chip
from borgerplan_desktop.model.citizen import Citizen
from tests.archive import Clock

LONG = "Bartholomæus Ferslev-Rasmussen Toft-Christoffersen"


@pytest.fixture
def session(qapp: QApplication, qtbot: QtBot, archive: Archive, opened: OpenCase, clock: Clock) -> Iterator[Session]:
    apply_theme(qapp, dark=False, size=2.0)
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    session = Session(archive, window)
    session.open(opened.id)
    yield session
    session.close()
    apply_theme(qapp, dark=False, size=1.0)


@pytest.fixture
def after(session: Session) -> MeetingTab:
    """The page *Efter* of a meeting that has just been held."""
    desk = session.desk
    assert desk is not None
    start = desk.opened.now()
    meeting = plan_meeting(desk.opened, starts_at=start, ends_at=start + timedelta(hours=1), place="", purpose="")
    desk.do(start_meeting, meeting)
    desk.do(end_meeting, meeting)
    session.go("meetings")
    tab = session.page("meetings")
    assert isinstance(tab, MeetingTab)
    tab.show_row(meeting.id)
    settle()
    return tab


def settle() -> None:
    for _round in range(6):
        QApplication.processEvents()


def test_nearly_half_of_the_window_is_left_for_the_page_also_with_the_undo_bar(session: Session,
                                                                               after: MeetingTab) -> None:
    session._window.undo_action.trigger()
    session._window.redo_action.trigger()
    settle()
    assert session.undo_bar.isVisible()
    assert after.pages.height() >= 390                   # of 768
    after._on_step(0)
    settle()
    assert after.pages.height() >= 370


def test_a_button_that_shows_its_icon_only_still_has_its_words(after: MeetingTab) -> None:
    assert after.paper.text() == ""
    assert after.paper.accessibleName()
    assert after.paper.accessibleName() in after.paper.toolTip()
    after.window().resize(1366, 1000)
    settle()
    assert after.paper.text() == after.paper.accessibleName()


def test_the_chips_stand_beside_the_name_and_what_is_folded_away_still_warns(session: Session) -> None:
    header = session._workspace.header
    session.go("meetings")
    settle()
    assert header.chips.mapTo(header, header.chips.rect().topLeft()).y() < header.name_label.geometry().bottom()
    assert header._rest.isVisible()
    facts = header.facts()
    for kind in ("warn", "soft"):
        header.show_facts(replace(facts, chips=(Chip("Uge 5 af 6–7"), Chip(LONG), Chip(LONG, kind))))
        settle()
        assert header._rest.kind == ("warn" if kind == "warn" else "line")
    session._window.resize(1366, 1000)
    settle()
    assert header.chips.mapTo(header, header.chips.rect().topLeft()).y() > header.name_label.geometry().bottom()


def test_a_long_name_keeps_its_line(session: Session) -> None:
    desk, header = session.desk, session._workspace.header
    assert desk is not None
    with desk.opened.action("Name"):
        desk.case.the(Citizen).name = LONG
    settle()
    assert header.chips.mapTo(header, header.chips.rect().topLeft()).y() > header.name_label.geometry().bottom()
    assert (session._window.width(), session._window.height()) == (1366, 768)
