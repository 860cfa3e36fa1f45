"""What stands in the box of a note is what is stored: after undo, after a kill, past midnight."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PAUSE_MS
from borgerplan_desktop.gui.plan.note_box import SOMEBODY, NoteBox
from borgerplan_desktop.model.notes import Note, NoteKind
from tests.archive import Clock

WAIT = PAUSE_MS * 4


@pytest.fixture
def box(qtbot: QtBot, desk: Desk) -> Callable[[], NoteBox]:
    goal = goals.add_goal(desk.opened, "bolig")

    def begin() -> NoteBox:
        made = NoteBox(desk, goal)
        qtbot.addWidget(made)
        made.show()
        return made

    return begin


def texts(desk: Desk) -> list[str]:
    return [note.text for note in desk.case.all(Note)]


def test_undo_leaves_nothing_in_sight_that_is_not_stored(desk: Desk, box: Callable[[], NoteBox]) -> None:
    note = box()
    QTest.keyClicks(note.edit, "Han kom selv")
    note.kinds[NoteKind.TALK].click()
    assert (texts(desk), desk.case.the(Note).kind) == (["Han kom selv"], NoteKind.TALK)
    desk.opened.end_typing()
    QTest.keyClicks(note.edit, " og blev")
    assert note.store()
    desk.opened.undo()
    assert (texts(desk), note.edit.toPlainText()) == (["Han kom selv"], "Han kom selv")
    desk.opened.undo()
    assert (texts(desk), note.edit.toPlainText()) == ([], "")
    desk.opened.redo()
    assert (texts(desk), note.edit.toPlainText()) == (["Han kom selv"], "Han kom selv")
    desk.opened.undo()
    note.finish()
    assert texts(desk) == []                             # nor did anybody think that it was


def test_words_typed_after_undo_are_a_note(desk: Desk, box: Callable[[], NoteBox]) -> None:
    note = box()
    QTest.keyClicks(note.edit, "Forkert")
    assert note.store()
    desk.opened.undo()
    QTest.keyClicks(note.edit, "Rigtigt")
    note.finish()
    assert texts(desk) == ["Rigtigt"]


def test_who_told_it_is_stored_while_it_is_typed(qtbot: QtBot, desk: Desk, box: Callable[[], NoteBox]) -> None:
    """A kill a moment later must not make it a note of one's own."""
    note = box()
    QTest.keyClicks(note.edit, "Hun kom ikke")
    note.said_by.setCurrentIndex(note.said_by.findData(SOMEBODY))
    note.said_by.activated.emit(note.said_by.currentIndex())
    QTest.keyClicks(note.somebody, "Naboen")
    qtbot.waitUntil(lambda: [each.said_by for each in desk.case.all(Note)] == ["Naboen"], timeout=WAIT)


def test_a_day_that_is_typed_and_not_left_counts(qtbot: QtBot, desk: Desk, box: Callable[[], NoteBox]) -> None:
    note = box()
    QTest.keyClicks(note.edit, "Hun kom ikke")
    assert note.store()
    note.about.field.clear()
    QTest.keyClicks(note.about.field, "20/10")
    qtbot.waitUntil(lambda: desk.case.the(Note).day == date(2026, 10, 20), timeout=WAIT)
    assert note.about.text() == "20/10"                  # nobody's typing is turned into something else
    note.about.field.clear()
    QTest.keyClicks(note.about.field, "19/10")
    desk.settle.emit()
    assert desk.case.the(Note).day == date(2026, 10, 19)


@pytest.mark.parametrize(("on", "clock_then"), [(27, {"hours": 15}), (26, {"days": -1})], ids=["midnight", "set back"])
def test_the_day_in_sight_is_the_day_that_is_kept(desk: Desk, box: Callable[[], NoteBox], clock: Clock, on: int,
                                                  clock_then: dict[str, float]) -> None:
    note = box()
    clock.pass_(**clock_then)
    QTest.keyClicks(note.edit, "Sent på aftenen")
    note.finish()
    assert desk.case.the(Note).day == date(2026, 10, on)
