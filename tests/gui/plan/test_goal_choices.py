"""Arriving at the plan, closing and opening goals, choices that become help, everyday health, many steps."""
from __future__ import annotations

from datetime import timedelta
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.plan import follow_up, goals
from borgerplan_desktop.casework.plan.adoption import Hint
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.could_be import could_be
from borgerplan_desktop.casework.plan.everyday_health import own_doctor, take_up_habit
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.health_page import HealthPage
from borgerplan_desktop.gui.plan.plan_places import answer
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.showing.goal_summary import closed_when
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import (
    Agreement,
    Goal,
    GoalStatus,
    GoalType,
    HelpUnit,
    InterventionReview,
    Plan,
    ReviewOutcome,
    current_plan,
)
from borgerplan_desktop.model.shelter import Sector
from tests.gui.plan.hands import ALT, body, card, choose, press, shown, titles, type_


# ---------------------------------------------------------------------------------------------------------- on arrival
def test_the_goal_last_worked_at_stands_open_and_takes_no_keyboard(qtbot: QtBot, desk: Desk) -> None:
    first, second = goals.add_goal(desk.opened, "bolig"), goals.add_goal(desk.opened, "Sara")
    goals.add_step(desk.opened, first, "ring")
    tab = shown(qtbot, desk)
    assert card(tab, first).is_open
    assert not card(tab, second).is_open
    assert tab.page.verticalScrollBar().value() == 0
    assert not card(tab, first).isAncestorOf(QApplication.focusWidget() or tab)


def test_own_words_are_read_three_first_and_written_with_one_press(qtbot: QtBot, desk: Desk) -> None:
    plan = current_plan(desk.case)
    for field in (Plan.hopes, Plan.situation, Plan.can_do_myself):
        write(desk.opened, plan, field, "Min egen dør", "x")
    tab = shown(qtbot, desk)
    words = tab.own_words
    assert [key for key, edit in words.edits.items() if edit.isVisible()] == ["hopes", "strengths", "matters_now"]
    assert "2" in words.more_button.text()
    assert words.edits["hopes"].property("quiet") is True            # reads like paper
    words.edits["hopes"].setFocus()
    press(Qt.Key.Key_End)
    type_("!")
    desk.settle.emit()
    assert plan.hopes == "Min egen dør!"


def test_a_question_helps_to_talk_and_another_one_comes(qtbot: QtBot, desk: Desk) -> None:
    write(desk.opened, current_plan(desk.case), Plan.hopes, "Min egen dør", "x")
    tab = shown(qtbot, desk)
    field = tab.own_words.fields[0]
    assert not field.asked.isVisible()
    field.edit.setFocus()
    qtbot.waitUntil(field.next_button.isVisible)
    assert not field.asked.isVisible()                   # the words are there; a question comes when it is wanted
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert field.next_button.hasFocus()
    press(Qt.Key.Key_Space)
    first = field.asked.words()
    assert field.edit.hasFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Space)
    assert field.asked.words() not in ("", first)
    assert current_plan(desk.case).hopes == "Min egen dør"
    press(Qt.Key.Key_Tab)
    assert tab.own_words.edits["strengths"].hasFocus()
    qtbot.waitUntil(lambda: not field.asked.isVisible())


# ------------------------------------------------------------------------------------------------------------- closing
def test_a_closed_goal_goes_below_with_how_it_went_and_comes_back(qtbot: QtBot, desk: Desk) -> None:
    first, second = goals.add_goal(desk.opened, "bolig"), goals.add_goal(desk.opened, "Sara")
    tab = shown(qtbot, desk)
    tab.goals.open(first)
    head = card(tab, first).head
    assert head is not None
    choose(head.status, _(GoalStatus.SET_ASIDE.label))
    type_("Jeg vil hellere bo hos Sara")                 # it stays open, and asks
    press(Qt.Key.Key_Escape)
    assert [each.goal for each in tab.goals.cards.widgets()] == [second]
    assert [each.goal for each in tab.goals.closed_cards.widgets()] == [first]
    assert "1" in tab.goals.fold.text()
    assert "Jeg vil hellere bo hos Sara" in card(tab, first).closed.accessibleName()
    assert first.closed_on == desk.opened.today()
    card(tab, first).closed.click()
    head = card(tab, first).head
    assert head is not None
    choose(head.status, _(GoalStatus.IN_PROGRESS.label))
    tab.goals.open(None)
    assert [each.goal for each in tab.goals.cards.widgets()] == [first, second]
    assert not tab.goals.fold.isVisible()
    assert [note.text for note in first.notes] == ["Valgt fra: Jeg vil hellere bo hos Sara"]


def test_many_closed_goals_are_folded_and_still_found(qtbot: QtBot, desk: Desk) -> None:
    made = [goals.add_goal(desk.opened, f"mål {n}") for n in range(7)]
    for each in made[1:]:
        goals.reach_goal(desk.opened, each)
    tab = shown(qtbot, desk)
    assert not tab.goals.closed_cards.isVisible()
    tab.show_row(made[3].id)
    assert card(tab, made[3]).isVisible()
    assert card(tab, made[3]).is_open
    tab.goals.open(None)
    tab.goals.fold.click()
    assert not tab.goals.closed_cards.isVisible()


def test_a_help_says_what_was_decided_about_it_and_why(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    help_ = goals.add_intervention(desk.opened, goal, "Bostøtte")
    tab = shown(qtbot, desk)
    tab.goals.open(goal)
    words = body(tab, goal).help.widget(help_)
    assert words is not None
    assert not words.decided.isVisible()
    made = follow_up.review(desk.opened, help_, ReviewOutcome.ENDED)
    write(desk.opened, made, InterventionReview.why, "Nyt arbejde", "x")
    assert words.decided.isVisible()
    assert words.decided.text() == "27. oktober: Slutter. Nyt arbejde"


def test_the_day_a_goal_was_closed_is_short_in_this_year(desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    goals.reach_goal(desk.opened, goal)
    assert closed_when(goal, desk.opened.today() + timedelta(days=40)) == "27. okt."


def test_goals_are_moved_past_closed_ones(qtbot: QtBot, desk: Desk) -> None:
    first, closed, last = [goals.add_goal(desk.opened, title) for title in ("bolig", "lukket", "Sara")]
    goals.reach_goal(desk.opened, closed)
    tab = shown(qtbot, desk)
    tab.goals.open(None)
    card(tab, last).setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert [each.goal for each in tab.goals.cards.widgets()] == [last, first]
    assert titles(desk).index("Sara") < titles(desk).index("bolig")
    assert "Mål 1" in card(tab, last).closed.accessibleName()


def test_the_goal_type_is_chosen_quietly_and_the_area_says_its_code(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    tab = shown(qtbot, desk)
    head = card(tab, goal).head
    assert head is not None
    assert not head.kind.isVisible()
    assert "Boligsituation" in head.area.toolTip()
    choose(head.kind, "Fastholde")
    assert goal.type is GoalType.MAINTAIN
    assert head.kind.isVisible()
    desk.opened.undo()
    assert goal.type is None
    assert not head.kind.isVisible()


# ------------------------------------------------------------------------------------------------------------- choices
def test_a_chip_becomes_help_with_one_press_and_goes(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "job", LifeArea.WORK)
    tab = shown(qtbot, desk)
    row = body(tab, goal).could_be
    before = len(row.chips)
    assert row.height() < 45                             # one quiet line
    chip = next(each for each in row.chips if each.text() == "Socialt frikort")
    row.rest.click()
    assert all(each.isVisible() for each in row.chips)
    chip.setFocus()
    press(Qt.Key.Key_Return)
    help_, = goal.interventions
    assert (help_.name, help_.unit) == ("Socialt frikort", HelpUnit.AUTHORITY)
    assert help_.purpose
    shown_card = body(tab, goal).help.widget(help_)
    assert shown_card is not None
    assert shown_card.purpose.hasFocus()                 # and one goes on from there
    assert len(row.chips) == before - 1
    desk.opened.undo()
    assert len(row.chips) == before
    choose(card(tab, goal).head.area, _(LifeArea.MONEY.label))  # type: ignore[union-attr]
    assert not row.isVisible()


def test_a_habit_is_taken_up_written_and_undone(qtbot: QtBot, desk: Desk) -> None:
    doctor = add_new_professional(desk.opened, "Dr. Holm", "læge")
    goal = goals.add_goal(desk.opened, "krop", LifeArea.HEALTH)
    tab = shown(qtbot, desk)
    health = body(tab, goal).health
    health.chips[HabitKind.EXERCISE].click()
    type_("Går en tur om søndagen")
    desk.settle.emit()
    habit = desk.case.the(Habit)
    assert (habit.kind, habit.now) == (HabitKind.EXERCISE, "Går en tur om søndagen")
    assert HabitKind.EXERCISE not in health.chips
    index = health.doctor.combo.findData(doctor.id)
    health.doctor.combo.setCurrentIndex(index)
    health.doctor.combo.activated.emit(index)
    assert own_doctor(desk.case) is doctor
    desk.opened.undo()
    assert own_doctor(desk.case) is None
    assert health.doctor.combo.currentIndex() == 0
    desk.opened.undo()
    desk.opened.undo()
    assert not desk.case.all(Habit)


def test_the_own_doctor_is_a_professional_and_may_be_new(qtbot: QtBot, desk: Desk) -> None:
    """Neither the citizen nor the contact person nor a friend is offered; general practitioners come first."""
    caseworker = add_new_professional(desk.opened, "Ida Krogh", "Sagsbehandler", sector=Sector.AUTHORITY)
    dentist = add_new_professional(desk.opened, "Bo Toft", "Tandlæge", sector=Sector.HEALTH)
    holm = add_new_professional(desk.opened, "Dr. Holm", "Praktiserende læge", sector=Sector.HEALTH)
    add_private_person(desk.opened, "Mona", "min søster")
    goal = goals.add_goal(desk.opened, "krop", LifeArea.HEALTH)
    health = body(shown(qtbot, desk), goal).health
    combo = health.doctor.combo
    assert [combo.itemData(at) for at in range(combo.count())] == [None, holm.id, dentist.id, caseworker.id]
    dialog = health.doctor.ask_who()
    assert dialog.is_professional.isChecked()
    qtbot.mouseClick(dialog.new_professional, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.new_name, "Lone Juul")
    qtbot.keyClicks(dialog.new_role, "Læge")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    doctor = own_doctor(desk.case)
    assert doctor is not None
    assert (doctor.contact.name, doctor.sector, combo.currentText()) == ("Lone Juul", Sector.HEALTH, "Lone Juul")
    assert HabitKind.EXERCISE in health.chips


def test_the_day_of_a_habit_leads_to_it(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "krop", LifeArea.HEALTH)
    goals.add_goal(desk.opened, "bolig")
    habit = take_up_habit(desk.opened, HabitKind.SMOKING)
    tab = shown(qtbot, desk)
    tab.show_row(habit.id)
    row = body(tab, goal).health.rows.widget(habit)
    assert row is not None
    assert row.again.field.hasFocus()
    assert row.again.field.accessibleName() == "Rygning: Opfølgning"


# ---------------------------------------------------------------------------------------------------------- many steps
def test_forty_steps_wait_for_a_button_and_a_new_one_is_in_sight(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    with desk.opened.action("many"):
        for number in range(40):
            goals.add_step(desk.opened, goal, f"skridt {number}")
    tab = shown(qtbot, desk)
    steps = body(tab, goal).steps
    assert len(steps.widgets()) == 12
    body(tab, goal).add_step_button.click()
    type_("det sidste")
    desk.settle.emit()
    assert goal.steps[-1].text == "det sidste"
    assert len(steps.widgets()) == 13
    steps.all_button.click()
    assert [row.step for row in steps.widgets()] == goal.steps
    assert not steps.all_button.isVisible()
    steps.widgets()[20].text.setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert goal.steps[21].text == "skridt 20"


def test_who_did_a_step_and_when_is_asked_when_it_is_done(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig")
    ole = add_new_professional(desk.opened, "Ole Toft")
    step = goals.add_step(desk.opened, goal, "ring")
    tab = shown(qtbot, desk)
    row = body(tab, goal).steps.widgets()[0]
    row.meta.click()
    assert not row.done_on.isVisible()
    row.tick.click()
    assert row.done_on.isVisible()
    index = row.done_by.findData(ole.id)
    row.done_by.setCurrentIndex(index)
    row.done_by.activated.emit(index)
    assert step.done_by is ole
    assert "Ole" in row.meta.text()
    tomorrow = desk.opened.today() + timedelta(days=1)
    row.done_on.field.setText(f"{tomorrow.day}.{tomorrow.month}.{tomorrow.year}")
    row.done_on.field.editingFinished.emit()
    assert step.done_on == desk.opened.today()           # refused beside the field
    assert row.done_on.is_in_trouble()


# ----------------------------------------------------------------------------------------------------------- bad input
def test_a_hundred_thousand_characters_pasted_leave_the_window_alive(qtbot: QtBot, desk: Desk) -> None:
    goal = goals.add_goal(desk.opened, "bolig", LifeArea.HOUSING)
    tab = shown(qtbot, desk)
    head = card(tab, goal).head
    assert head is not None
    QApplication.clipboard().setText("Det hele. " * 10_000)
    started = perf_counter()
    for edit in (tab.own_words.edits["hopes"], body(tab, goal).why, head.title):
        edit.setFocus()
        edit.selectAll()
        edit.paste()
        QApplication.processEvents()
        desk.settle.emit()
        QApplication.processEvents()
    assert len(current_plan(desk.case).hopes) == len(goal.why) == 100_000
    assert perf_counter() - started < 30                 # on a machine that others use too
    tab.goals.open(None)
    tab.own_words.show_more()
    QApplication.processEvents()
    assert could_be(desk.case.the(Goal)) == []


def test_habits_have_a_page_of_their_own_whatever_the_goals_are_about(qtbot: QtBot, desk: Desk, tab: PlanTab) -> None:
    habit = take_up_habit(desk.opened, HabitKind.SMOKING)
    tab.show_row(habit.id)
    page = tab.pages.currentWidget()
    assert isinstance(page, HealthPage)
    (row,) = page.health.rows.widgets()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert row.again.isAncestorOf(focus)
    assert "Indtil da står det kun her" in page.where_label.words()
    page.health.chips[HabitKind.EXERCISE].click()
    assert {each.kind for each in desk.case.all(Habit)} == {HabitKind.SMOKING, HabitKind.EXERCISE}
    goals.add_goal(desk.opened, "Jeg vil have det bedre", LifeArea.HEALTH)
    assert page.where_label.words() == "På papiret står det ved målet »Jeg vil have det bedre«."
    page.left.emit()
    assert "Sundhed i hverdagen" in [action.text() for action in tab.state_bar.more.actions()]


def test_the_question_what_an_agreement_is_about_leads_to_its_field(desk: Desk, tab: PlanTab) -> None:
    agreement = add_agreement(desk.opened, "Ringer til banken")
    answer(tab, Hint("", agreement, Agreement.area.key))
    row = tab.agreements.rows.widget(agreement)
    assert row is not None
    assert QApplication.focusWidget() is row.area_combo
