"""The plan by the keyboard: what is typed lands where it was meant, and nothing moves away below it."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import adoption, goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.adopting.adopt_plan import AdoptPlan
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.goal_body import GoalBody
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.quick_note import QuickNote
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan, current_plan
from tests.gui.plan.hands import body, card, press, shown, titles, type_

CTRL = Qt.KeyboardModifier.ControlModifier


# --------------------------------------------------------------------------------------------------------- own words
def test_tab_leads_from_answer_to_answer(desk: Desk, tab: PlanTab) -> None:
    tab.own_words.edits["hopes"].setFocus()
    for words in ("Min egen dør", "Jeg kan sy", "At få ro"):
        type_(words)
        press(Qt.Key.Key_Tab)
    desk.settle.emit()
    plan = current_plan(desk.case)
    assert (plan.hopes, plan.strengths, plan.matters_now) == ("Min egen dør", "Jeg kan sy", "At få ro")


def test_what_tab_marked_is_marked_no_longer_when_one_has_left(desk: Desk, tab: PlanTab) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    tab.goals.open(goal)
    head = card(tab, goal).head
    assert head is not None
    tab.add_goal_button.setFocus()
    press(Qt.Key.Key_Tab)
    assert head.title.textCursor().selectedText() == "bolig"
    press(Qt.Key.Key_Tab)
    assert not head.title.textCursor().hasSelection()


@pytest.mark.parametrize("words", ["", "Min egen dør"])
def test_the_page_stands_still_while_the_keyboard_comes_and_goes(qtbot: QtBot, desk: Desk, words: str) -> None:
    goals.add_goal(desk.opened, "bolig")
    for field in (Plan.hopes, Plan.strengths):
        write(desk.opened, current_plan(desk.case), field, words, "x")
    tab = shown(qtbot, desk)

    def below() -> int:
        QApplication.processEvents()
        return tab.goals.mapTo(tab, QPoint(0, 0)).y()

    before = below()
    for part in tab.own_words.fields[:3]:
        part.edit.setFocus()
        qtbot.wait(20)
        assert below() == before
        assert part.next_button.isVisible() == (part.field.key != "matters_now")
    tab.state_bar.paper_button.setFocus()
    qtbot.wait(20)
    assert below() == before


def test_the_page_does_not_move_up_while_somebody_wipes_out_and_writes(qtbot: QtBot, desk: Desk) -> None:
    goals.add_goal(desk.opened, "bolig")
    write(desk.opened, current_plan(desk.case), Plan.hopes, "Min egen dør\n" * 5, "x")
    tab = shown(qtbot, desk)
    edit = tab.own_words.edits["hopes"]
    edit.setFocus()
    qtbot.wait(20)
    before = edit.height()
    edit.selectAll()
    type_("Et hjem")
    QApplication.processEvents()
    assert edit.height() == before
    edit.insertPlainText("\n" * 9)
    qtbot.waitUntil(lambda: edit.height() > before)
    edit.setPlainText("Et hjem")
    tab.add_goal_button.setFocus()
    qtbot.waitUntil(lambda: edit.height() < before)



def test_who_comes_to_write_own_words_can_write_at_once(desk: Desk, tab: PlanTab) -> None:
    tab.show_row("own_words")
    assert tab.own_words.edits["hopes"].hasFocus()
    type_("Min egen dør")
    desk.settle.emit()
    tab.show_row("own_words")
    assert tab.own_words.edits["strengths"].hasFocus()


@pytest.mark.parametrize("wide", [560, 1308])
def test_whoever_looks_at_the_paper_goes_on_writing_where_they_were(qtbot: QtBot, desk: Desk, wide: int) -> None:
    goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    tab.resize(wide, 620)
    qtbot.waitUntil(lambda: tab.width() == wide)
    tab.own_words.edits["strengths"].setFocus()
    tab.toggle_paper()
    assert tab.paper is not None
    assert tab.page.isVisible() == (wide > 1000)         # where there is no room for both the paper has it
    qtbot.wait(20)
    tab.toggle_paper()
    assert tab.own_words.edits["strengths"].hasFocus()


# ------------------------------------------------------------------------------------------------------------- goals
@pytest.mark.parametrize("page", ["", "tasks", "ratings", "notes", "follow_up", "earlier"])
def test_a_new_goal_is_in_sight_wherever_in_the_plan_one_was(qtbot: QtBot, desk: Desk, page: str) -> None:
    goals.add_goal(desk.opened, "bolig")
    tab = shown(qtbot, desk)
    if page:
        tab.open_page(page)
    qtbot.keyClick(tab, Qt.Key.Key_M, CTRL)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    type_("cykle")
    desk.settle.emit()
    assert titles(desk) == ["bolig", "cykle"]


def test_one_of_very_many_goals_has_its_own_number(qtbot: QtBot, desk: Desk) -> None:
    for number in range(40):
        goals.add_goal(desk.opened, f"Mål {number + 1}")
    tab = shown(qtbot, desk)
    new = tab.goals.add()
    assert new is not None
    head = card(tab, new).head
    assert head is not None
    assert head.number.text() == "41"
    tab.goals.cards.all_button.click()
    assert "40" in card(tab, current_plan(desk.case).goals[39]).closed.accessibleName().split(":")[0]


@pytest.mark.parametrize("status", [GoalStatus.SLOWLY, GoalStatus.ON_HOLD, GoalStatus.REACHED])
def test_every_name_stands_above_its_own_words(qtbot: QtBot, desk: Desk, status: GoalStatus) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    write(desk.opened, goal, Goal.why, "Så Sara kan komme", "x")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    desk.do(goals.set_status, goal, status)
    qtbot.waitUntil(body(tab, goal).standing.isVisible)
    shown_ = body(tab, goal)
    asked = shown_.standing.why if status.stalls else shown_.standing.how
    assert above(shown_, shown_.why) == shown_.why.accessibleName()
    assert above(shown_, asked) == asked.accessibleName()


def above(place: GoalBody, edit: QWidget) -> str:
    """What the label nearest above says."""
    def top(widget: QWidget) -> int:
        return widget.mapTo(place, QPoint(0, 0)).y()

    QApplication.processEvents()
    labels = [each for each in place.left.findChildren(QLabel) if each.isVisible() and top(each) < top(edit)]
    return max(labels, key=top).text().replace("\u200b", "")


def test_what_is_opened_at_the_lower_edge_comes_into_sight(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    steps = [goals.add_step(desk.opened, goal, f"ring {number}") for number in range(8)]
    help_ = goals.add_intervention(desk.opened, goal, "bostøtte")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    bar, view = tab.page.verticalScrollBar(), tab.page.viewport()
    for row in (body(tab, goal).steps.widget(steps[-1]), body(tab, goal).help.widget(help_)):
        assert row is not None
        qtbot.wait(20)
        bar.setValue(bar.value() + row.mapTo(view, QPoint(0, row.height())).y() - view.height())    # at the edge
        row.meta.click()
        qtbot.wait(20)
        assert row.details is not None
        ends = row.details.mapTo(view, QPoint(0, row.details.height())).y()
        begins = row.mapTo(view, QPoint(0, 0)).y()
        assert begins >= 0
        assert ends <= view.height() or begins < 20
        row.meta.click()


def test_once_adopted_enter_makes_no_goal(qtbot: QtBot, desk: Desk) -> None:
    goals.add_goal(desk.opened, "bolig")
    write(desk.opened, current_plan(desk.case), Plan.hopes, "Min egen dør", "x")
    tab = shown(qtbot, desk)
    tab.state_bar.adopt_button.setFocus()
    tab.ask_to_adopt()
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, AdoptPlan)
    asking.adopt_button.click()
    qtbot.waitUntil(lambda: not tab.state_bar.adopt_button.isVisible())
    assert adoption.valid_version(desk.opened) is not None
    assert tab.focusWidget() is tab.state_bar.paper_button


# ------------------------------------------------------------------------------------------------------------- notes
def quick(qtbot: QtBot, desk: Desk) -> QuickNote:
    dialog = QuickNote(desk)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    type_("Jonas ringede selv")
    return dialog


def test_tab_goes_through_a_note_as_it_is_read(qtbot: QtBot, desk: Desk) -> None:
    dialog = quick(qtbot, desk)
    tops: list[int] = []
    for _key in range(6):
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        tops.append(focus.mapTo(dialog, QPoint(0, 0)).y())
    assert tops == sorted(tops)
    assert dialog.box.done_button.hasFocus() or dialog.box.said_by.hasFocus()


@pytest.mark.parametrize("keys", range(8))
def test_ctrl_enter_ends_a_note_wherever_the_keyboard_is(qtbot: QtBot, desk: Desk, keys: int) -> None:
    goals.add_goal(desk.opened, "bolig")
    dialog = quick(qtbot, desk)
    for _key in range(keys):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible()
    assert desk.case.the(Note).text == "Jonas ringede selv"
