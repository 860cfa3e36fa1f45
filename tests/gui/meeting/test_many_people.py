"""A meeting of more people than sit at a table, and of names longer than one writes: nothing is out of sight."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout

from borgerplan_desktop.casework.meeting import during_meeting, participants
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.gui.meeting.faces_scroll import HALF_SEEN
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.meeting.round_strip import NARROW, Turn
from borgerplan_desktop.model.meeting import Meeting

LONG = "Bartholomæus Ferslev-Rasmussen Toft-Christoffersen af Hedegård og Sønderskov"


def settle() -> None:
    for _round in range(6):
        QApplication.processEvents()


def invite(tab: MeetingTab, meeting: Meeting, *names: str) -> None:
    opened = tab._desk.opened
    for name in names:
        participants.add_participant(opened, meeting, add_private_person(opened, name), "")
    tab.show_row(meeting.id)
    settle()


def test_forty_faces_leave_what_is_written_in_sight(tab: MeetingTab, going: Meeting) -> None:
    invite(tab, going, *(f"Person {n}" for n in range(40)))
    what = tab.during.new_agreement.what
    assert what.visibleRegion().boundingRect().height() == what.height()
    assert tab.during.page.verticalScrollBar().maximum() == 0
    faces = tab.during.point.faces
    assert faces.verticalScrollBar().maximum() > 0       # by itself, and a half line says so
    assert faces.height() < 2 * NARROW.height()
    assert faces.height() >= int((1 + HALF_SEEN) * NARROW.height())


def test_a_few_faces_do_not_scroll(tab: MeetingTab, going: Meeting) -> None:
    invite(tab, going)
    faces = tab.during.point.faces
    assert faces.verticalScrollBar().maximum() == 0
    assert faces.height() == tab.during.voices.height()


def test_whoever_has_the_floor_is_seen(tab: MeetingTab, going: Meeting) -> None:
    invite(tab, going, *(f"Person {n}" for n in range(40)))
    opened = tab._desk.opened
    for each in going.participants:
        participants.note_presence(opened, each, participants.Presence.PRESENT)
    item = going.agenda[0]
    with opened.action("Round"):
        item.round = True
    tab._desk.do(during_meeting.go_to_item, going, item)
    settle()
    voices = tab.during.voices.voices()
    for _spoken in range(30):
        tab.during.point.heard()
    settle()
    speaks = next(each for each in voices if each.turn is Turn.SPEAKS)
    assert voices.index(speaks) >= 25
    assert speaks.visibleRegion().boundingRect().height() == speaks.height()


def test_seven_have_large_faces_on_the_stage(tab: MeetingTab, going: Meeting) -> None:
    invite(tab, going, *(f"Person {n}" for n in range(4)))
    voices = tab.during.voices.voices()
    assert len(voices) == 7
    assert all(each.small for each in voices)
    tab.during.point.faces.set_stage(True)
    settle()
    assert not any(each.small for each in voices)


def test_forty_on_the_stage_leave_what_is_written_in_sight_too(tab: MeetingTab, going: Meeting) -> None:
    invite(tab, going, *(f"Person {n}" for n in range(40)))
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    settle()
    tab.window().resize(1366, 768)
    settle()
    assert tab.during.full_window.stage is not None
    assert tab.during.page.verticalScrollBar().maximum() == 0
    assert tab.during.point.faces.height() > 2 * NARROW.height()


def test_the_pills_stand_below_a_name_that_beside_them_would_be_a_tower(tab: MeetingTab, held: Meeting) -> None:
    invite(tab, held, LONG)
    rows = tab.after.minutes.list.widgets()
    last = rows[-1]
    assert last.name.height() <= 3 * last.name.fontMetrics().lineSpacing()
    assert last.answers.y() >= last.name.geometry().bottom()
    assert rows[0]._row.direction() is QBoxLayout.Direction.LeftToRight


@pytest.mark.parametrize("more", [0, 3, 6, 10])
def test_the_window_may_have_any_width(tab: MeetingTab, going: Meeting, more: int) -> None:
    """A bar takes room from the faces, and without it they need no bar: it may not come and go for ever."""
    invite(tab, going, *(f"Person {n}" for n in range(more)))
    faces = tab.during.point.faces
    for width in range(660, 1400, 3):
        tab.window().resize(width, 768)
        settle()
        assert faces.verticalScrollBar().maximum() == 0 or faces.verticalScrollBar().isVisible()
