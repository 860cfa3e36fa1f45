"""People wait for every tick at a meeting: only what it changes is shown anew, and all of that is."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.meeting import during_meeting, participants
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Presence
from borgerplan_desktop.model.network import NetworkMember


def test_a_page_is_made_when_it_is_first_shown(tab: MeetingTab, going: Meeting) -> None:
    assert "during" in vars(tab)
    assert "after" not in vars(tab)
    tab.steps.chosen.emit(2)
    assert "after" in vars(tab)
    assert tab.pages.currentWidget() is tab.after


def test_a_tick_leaves_the_rest_alone(
        tab: MeetingTab, going: Meeting, opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more(*_args: object) -> None:
        pytest.fail("shown anew for nothing")
    page = tab.during
    for part in (page.left, page.reminders, page.pad, page.agreed):
        monkeypatch.setattr(part, "show" if part is page.agreed else "show_meeting", no_more)
    monkeypatch.setattr(tab, "_show_bar", no_more)
    somebody = going.participants[-1]
    participants.note_presence(opened, somebody, Presence.DID_NOT_COME)
    assert "kom ikke" in page.voices.voices()[-1].accessibleName()
    opened.undo()
    assert "kom ikke" not in page.voices.voices()[-1].accessibleName()


def test_who_gets_another_name_is_called_by_it(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    member = going.participants[-1].member
    assert member is not None
    write(opened, member, NetworkMember.name, "Sanne Bro", "x")
    assert tab.during.voices.voices()[-1].accessibleName().startswith("Sanne Bro")
    assert tab.during.new_agreement.who.findText("Sanne Bro") >= 0


def test_who_comes_and_what_is_talked_about_is_there(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page, before = tab.during, len(going.participants)
    participants.add_participant(opened, going, add_private_person(opened, "Per Holm"))
    assert len(page.voices.voices()) == before + 1
    assert page.new_agreement.who.findText("Per Holm") >= 0
    item = going.agenda[-1]
    write(opened, item, AgendaItem.title, "Cyklen", "x")
    line = page.left.points.of(item)
    assert line is not None
    assert line.title.words() == "Cyklen"
    during_meeting.go_to_item(opened, going, item)
    assert page.point.title.words() == "Cyklen"
    assert line.accessibleName().endswith("nu")
