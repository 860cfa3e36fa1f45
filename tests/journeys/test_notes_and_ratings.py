"""Three weeks with a citizen: notes from anywhere, two rounds of how it is going, and a text taken back."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.field_history import FieldHistory
from borgerplan_desktop.gui.plan.note_shown import NoteShown
from borgerplan_desktop.gui.plan.notes_page import NotesPage
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.quick_note import QuickNote
from borgerplan_desktop.gui.plan.ratings_page import RatingsPage
from borgerplan_desktop.model.notes import Note, NoteKind, Rating
from borgerplan_desktop.model.plan import Agreement, current_plan
from tests.archive import Clock
from tests.journeys.days import come_back, open_citizen
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of, take_in

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def note_by_keys(hands: Hands, words: str, kind: NoteKind, letter: Qt.Key, goal: str = "") -> None:
    """Ctrl+N, Alt and a letter, the words, the goal by the arrows, Esc."""
    hands.press(Qt.Key.Key_N, CTRL)
    dialog = hands.front()
    assert isinstance(dialog, QuickNote)
    hands.wait(dialog.box.edit.hasFocus)
    QTest.keyClick(dialog, letter, ALT)
    hands.wait(lambda: dialog.box.kind is kind)
    QTest.keyClicks(focused(), words)
    if goal:
        dialog.goals.setFocus()
        QTest.keyClick(dialog.goals, Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    hands.wait(lambda: not dialog.isVisible())


def back(hands: Hands, clock: Clock, days: int) -> None:
    """So many days later, with the same citizen."""
    come_back(hands, clock, clock.now + timedelta(days=days))
    open_citizen(hands, "Jonas", "Jonas Bækgaard")


def plan_of(program: Program) -> PlanTab:
    page = session_of(program).page("plan")
    assert isinstance(page, PlanTab)
    return page


def answer(hands: Hands, program: Program, *keys: Qt.Key) -> None:
    """One number for each area, from the first on, for the citizen."""
    hands.go("Plan")
    hands.press(Qt.Key.Key_R, CTRL)
    page = plan_of(program).pages.currentWidget()
    assert isinstance(page, RatingsPage)
    for area, key in zip(page.areas.values(), keys, strict=False):
        next(iter(area.answers.values())).scale.setFocus()
        QTest.keyClick(focused(), key)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_three_weeks(program: Program, at_work: Hands, clock: Clock) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.go("Plan")
    at_work.click("Tilføj mål")
    QTest.keyClicks(focused(), "Min egen dør")
    answer(at_work, program, Qt.Key.Key_3, Qt.Key.Key_2)
    at_work.go("Netværk")
    note_by_keys(at_work, "Så lejligheden sammen.", NoteKind.OBSERVATION, Qt.Key.Key_I, "Min egen dør")
    back(at_work, clock, 7)
    at_work.go("Overblik")
    note_by_keys(at_work, "Eva ringer til boligforeningen.", NoteKind.AGREEMENT, Qt.Key.Key_F)
    back(at_work, clock, 14)
    answer(at_work, program, Qt.Key.Key_5, Qt.Key.Key_2)
    assert sorted(each.value or 0 for each in desk_of(program).case.all(Rating)) == [2, 2, 3, 5]
    plan = plan_of(program)
    page = plan.open_page("ratings")
    assert isinstance(page, RatingsPage)
    assert page.forward.text() == "Bolig: fra 3 til 5 siden 27. okt."
    _all_notes(at_work, program)
    _taken_back(at_work, program, clock)


def _all_notes(hands: Hands, program: Program) -> None:
    """Both are there, one becomes an agreement and the other leads to its goal."""
    plan, case = plan_of(program), desk_of(program).case
    hands.press(Qt.Key.Key_J, CTRL)
    page = plan.pages.currentWidget()
    assert isinstance(page, NotesPage)
    assert [shown.note.text for shown in page.findChildren(NoteShown)] == [
        "Eva ringer til boligforeningen.", "Så lejligheden sammen."]
    hands.click("Gør det til en aftale")
    assert [each.text for each in case.all(Agreement)] == ["Eva ringer til boligforeningen."]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert not case.all(Agreement)
    assert len(case.all(Note)) == 2
    hands.click("Gå til målet: Min egen dør")
    assert plan.goals.open_goal is current_plan(case).goals[0]


def _taken_back(hands: Hands, program: Program, clock: Clock) -> None:
    """Somebody has written over the title; the citizen's own words come back."""
    goal = current_plan(desk_of(program).case).goals[0]
    title = hands.field("Mål")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Egen bolig")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    clock.pass_(minutes=10)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_H, CTRL)
    dialog = hands.front()
    assert isinstance(dialog, FieldHistory)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == "Min egen dør"
    QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
    assert goal.title == "Min egen dør"
    hands.press(Qt.Key.Key_Z, CTRL)
    assert goal.title == "Egen bolig"


def test_ctrl_n_is_a_note_with_a_citizen_and_a_citizen_without(program: Program, at_work: Hands) -> None:
    at_work.press(Qt.Key.Key_N, CTRL)
    assert isinstance(at_work.front(), NewCitizen)
    at_work.press(Qt.Key.Key_Escape)
    take_in(at_work, "Jonas Bækgaard")
    at_work.press(Qt.Key.Key_N, CTRL)
    assert isinstance(at_work.front(), QuickNote)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_B, CTRL)
    assert isinstance(at_work.front(), NewCitizen)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    at_work.press(Qt.Key.Key_D, CTRL)
    at_work.press(Qt.Key.Key_N, CTRL)
    assert isinstance(at_work.front(), NewCitizen)
