"""Passages of earlier plans become parts of the plan: by the keyboard, by dragging, and by pressing."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan import earlier_plans, goals
from borgerplan_desktop.gui.earlier.become import WORDS, Become, letter
from borgerplan_desktop.gui.earlier.earlier_page import EarlierPage
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.showing.source_line import SourceLine
from borgerplan_desktop.i18n import SCREEN_LANGUAGES, use_language
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome, Passage, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step, current_plan
from borgerplan_desktop.model.settled import percent
from tests.gui.plan.hands import body, shown

ALT = Qt.KeyboardModifier.AltModifier
TEXT = "Mål: 🏠 en bolig.\nSkridt: ring til Eva. Bostøtte bagefter.\nJeg vil have ro."


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> PlanTab:
    return shown(qtbot, desk)


@pytest.fixture
def page(tab: PlanTab, desk: Desk) -> EarlierPage:
    desk.do(earlier_plans.take_in, EarlierPlanKind.JOB, "Jobplan", "Jobcenter Syd", date(2026, 9, 3), TEXT)
    page = tab.open_page("earlier")
    assert isinstance(page, EarlierPage)
    page.refresh()
    return page


def test_where_a_passage_can_go_is_whole_in_a_usual_window_and_told_where_it_is_not(page: EarlierPage,
                                                                                    tab: PlanTab) -> None:
    tab.resize(1308, 700)
    QTest.qWait(0)
    cut = [each for each in page.targets.all if each.text().endswith("…")]
    assert [each.accessibleName() for each in cut] == ["Det vil jeg gerne have hjælp til"]
    assert "Det vil jeg gerne have hjælp til" in cut[0].toolTip()
def test_with_no_plan_the_one_thing_to_do_stands_in_the_middle(qtbot: QtBot, tab: PlanTab) -> None:
    page = tab.open_page("earlier")
    assert isinstance(page, EarlierPage)
    qtbot.waitUntil(page.empty.action.isVisible)
    QApplication.processEvents()
    at = page.empty.action.mapTo(page, page.empty.action.rect().center()).y()
    assert page.height() * 0.4 < at < page.height() * 0.8
    other = tab.open_page("tasks").findChild(QPushButton)    # "back" begins where it does on the other pages
    assert isinstance(other, QPushButton)
    QApplication.processEvents()
    assert page.back_button.x() == other.x()


def key(page: EarlierPage, pressed: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.text, pressed, modifier)


def letter_of(use: PassageUse) -> Qt.Key:
    return Qt.Key(ord(letter(use)))


def press(button: QPushButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def mark(page: EarlierPage, words: str) -> None:
    page.text.mark((TEXT.index(words), TEXT.index(words) + len(words)))


def test_every_letter_is_its_own_in_every_language() -> None:
    for language in SCREEN_LANGUAGES:
        use_language(language)
        assert len({letter(use) for use in WORDS}) == len(WORDS)
    use_language("da")


def test_the_page_stands_in_the_place_of_the_plan_and_escape_goes_back(tab: PlanTab, page: EarlierPage) -> None:
    assert page.isVisible()
    assert not tab.split.isVisible()
    assert page.text.hasFocus()
    key(page, Qt.Key.Key_Escape)
    assert tab.split.isVisible()
    assert not page.isVisible()
    assert tab.state_bar.more_button.hasFocus()


def test_without_a_plan_it_says_what_to_do(tab: PlanTab, desk: Desk) -> None:
    tab.show_row("earlier")
    page = tab.pages.currentWidget()
    assert isinstance(page, EarlierPage)
    assert page.empty.isVisible()
    assert "Jonas" in page.empty.accessibleName()
    assert not page.targets.isVisible()
    assert page.empty.action.hasFocus()


def test_by_the_keyboard_alone(page: EarlierPage, desk: Desk) -> None:
    key(page, Qt.Key.Key_Down, ALT)
    assert page.text.words() == "Mål: 🏠 en bolig."
    key(page, letter_of(PassageUse.GOAL))
    goal = desk.case.the(Goal)
    assert goal.title == "🏠 en bolig"
    assert page.text.words() == "Skridt: ring til Eva."  # the next is marked by itself
    key(page, letter_of(PassageUse.STEP))                # the only goal: nothing is asked
    assert desk.case.the(Step).text == "Ring til Eva."
    key(page, letter_of(PassageUse.INTERVENTION))
    assert desk.case.the(Intervention).name == "Bostøtte bagefter"
    assert page.text.words() == "Jeg vil have ro."
    key(page, letter_of(PassageUse.OWN_WORDS))
    assert page._menu is not None
    QTest.keyClick(page._menu, Qt.Key.Key_Return)
    assert current_plan(desk.case).hopes == "Jeg vil have ro."
    plan = desk.case.the(EarlierPlan)
    assert percent(plan) == 100
    assert page.settled.bar.value() == 100
    assert {row.source_id for row in (goal, *goal.steps, *goal.interventions)} == {plan.id}
    press(page.settled.replaced_button)
    assert plan.outcome is EarlierPlanOutcome.REPLACED
    page.refresh()
    assert not page.targets.isVisible()
    assert page.settled.again_button.isVisible()


def test_a_passage_is_drawn_onto_a_goal(qtbot: QtBot, page: EarlierPage, desk: Desk) -> None:
    goal = desk.made(goals.add_goal, "Bolig")
    assert goal is not None
    page.refresh()
    mark(page, "ring til Eva.")
    target = next(each for each in page.targets.all if each.become == Become(PassageUse.STEP, goal.id))
    drag(page, target)
    assert [(step.text, step.goal_id) for step in desk.case.all(Step)] == [("Ring til Eva.", goal.id)]
    assert not page._dragged.isVisible()


def test_what_is_dropped_beside_the_targets_goes_nowhere(page: EarlierPage, desk: Desk) -> None:
    mark(page, "ring til Eva.")
    drag(page, page.back_button)
    assert not desk.case.all(Passage)
    assert page.text.words() == "ring til Eva."


def test_escape_lets_go_of_what_is_dragged(page: EarlierPage, desk: Desk) -> None:
    mark(page, "ring til Eva.")
    at = page.text.cursorRect().center() - QPoint(8, 0)
    view = page.text.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, at + QPoint(60, 40))
    assert page._dragged.isVisible()
    key(page, Qt.Key.Key_Escape)
    assert not page._dragged.isVisible()
    assert page.isVisible()
    assert not desk.case.all(Passage)


@pytest.mark.parametrize(("use", "there"), [
    (PassageUse.AGREEMENT, lambda desk: desk.case.the(Agreement).text == "Ring til Eva."),
    (PassageUse.NOTE, lambda desk: desk.case.the(Note).said_by == "Jobcenter Syd"),
    (PassageUse.LEFT_OUT, lambda desk: desk.case.the(Passage).row_id == "")])
def test_a_target_can_be_pressed(page: EarlierPage, desk: Desk, use: PassageUse,
                                 there: Callable[[Desk], bool]) -> None:
    mark(page, "ring til Eva.")
    press(next(each for each in page.targets.all if each.become == Become(use)))
    assert there(desk)
    desk.opened.undo()
    assert not desk.case.all(Passage)
    page.refresh()
    assert page.settled.bar.value() == 0


def test_nothing_marked_changes_nothing(page: EarlierPage, desk: Desk) -> None:
    page.text.unmark()
    said: list[str] = []
    desk.refused.connect(lambda sentence, _field: said.append(sentence))
    page.become(Become(PassageUse.GOAL))
    assert said
    assert not desk.case.all(Goal)


def test_the_menu_offers_everything(page: EarlierPage, desk: Desk) -> None:
    goal = desk.made(goals.add_goal, "Bolig & ro")
    mark(page, "ring til Eva.")
    menu = page.show_menu(QPoint(0, 0))
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "&Mål", "&1 Bolig && ro", "&Egne ord", "&Aftale", "&Notat", "&Udelad"]
    of_goal = menu.actions()[1].menu()
    assert of_goal is not None
    of_goal.actions()[2].trigger()  # type: ignore[attr-defined]
    assert desk.case.the(Agreement).goal is goal


def test_the_cursor_says_where_a_passage_went_and_leads_there(page: EarlierPage, desk: Desk) -> None:
    mark(page, "ring til Eva.")
    page.become(Become(PassageUse.AGREEMENT))
    mark(page, "ring")
    assert page.passage.isVisible()
    assert "Ring til Eva." in page.passage.said.text()
    went: list[tuple[str, str]] = []
    desk.go.connect(lambda tab, row: went.append((tab, row)))
    press(page.passage.go_button)
    assert went == [("plan", desk.case.the(Agreement).id)]
    press(page.passage.free_button)
    assert not desk.case.all(Passage)
    assert desk.case.all(Agreement)


def test_an_unfinished_plan_is_replaced_only_when_a_person_says_so(qtbot: QtBot, page: EarlierPage, desk: Desk,
                                                                    drive_modal: Callable[..., None]) -> None:
    drive_modal(lambda dialog: QTest.mouseClick(dialog.act, Qt.MouseButton.LeftButton))
    press(page.settled.replaced_button)
    qtbot.waitUntil(lambda: desk.case.the(EarlierPlan).outcome is EarlierPlanOutcome.REPLACED)


def test_it_still_holds_only_for_a_reason(page: EarlierPage, desk: Desk) -> None:
    press(page.settled.kept_button)
    line = page.settled.because
    assert line is not None
    assert line.hasFocus()
    press(page.settled.keep_button)
    assert page.settled.trouble.isVisible()
    QTest.keyClicks(line, "§ 141 i lov om social service")
    QTest.keyClick(line, Qt.Key.Key_Return)
    plan = desk.case.the(EarlierPlan)
    assert (plan.outcome, plan.kept_because) == (EarlierPlanOutcome.KEPT, "§ 141 i lov om social service")
    page.refresh()
    press(page.settled.again_button)
    assert plan.outcome is EarlierPlanOutcome.OPEN


def test_the_plan_shows_the_source_and_the_way_back(tab: PlanTab, page: EarlierPage, desk: Desk) -> None:
    mark(page, "Mål: 🏠 en bolig.")
    page.become(Become(PassageUse.GOAL))
    goal = desk.case.the(Goal)
    tab.show_row(goal.id)
    assert tab.split.isVisible()
    line = body(tab, goal).findChild(SourceLine)
    assert isinstance(line, SourceLine)
    assert line.text() == "Fra Jobplan, 3. september"
    went: list[tuple[str, str]] = []
    desk.go.connect(lambda where, row: went.append((where, row)))
    press(line)
    assert went == [("plan", desk.case.the(Passage).id)]
    tab.show_row(went[0][1])
    assert page.text.words() == "Mål: 🏠 en bolig."


def test_another_language_opens_the_same_plan(tab: PlanTab, page: EarlierPage, desk: Desk) -> None:
    standing = tab.standing()
    page.left.emit()
    assert tab.standing()[2] == ""
    tab.stand(standing)
    assert page.isVisible()


def drag(page: EarlierPage, target: QPushButton) -> None:
    """Take hold of the mark and let go of it over a button."""
    view = page.text.viewport()
    at = page.text.cursorRect().center() - QPoint(8, 0)  # inside the end of the mark
    there = view.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view, at + QPoint(20, 5))
    QTest.mouseMove(view, there)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=there)
