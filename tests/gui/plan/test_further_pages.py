"""The further pages of the plan: who does what, and following up; the way there and back."""
from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import agreements, goals
from borgerplan_desktop.casework.plan.follow_up import add_day
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.follow_up_page import FollowUpPage, period_words
from borgerplan_desktop.gui.plan.help_card import period_of
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.plan.tasks_page import TasksPage
from borgerplan_desktop.gui.widgets.label import LONGEST_ROW, PlainLabel
from borgerplan_desktop.model.plan import (
    FollowUpDay,
    Goal,
    Intervention,
    InterventionReview,
    ReviewOutcome,
    Step,
    current_plan,
)
from borgerplan_desktop.model.row import LONG
from tests.gui.plan.hands import ALT, press, texts
from tests.journeys.hands import Hands


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """A goal with two steps and a help, and an agreement of Ole's that is overdue."""
    goal = goals.add_goal(desk.opened, "Min egen dør")
    goals.add_step(desk.opened, goal, "Samle papirerne")
    goals.add_step(desk.opened, goal, "Ringe op")
    goals.add_intervention(desk.opened, goal, "Bostøtte")
    ole = add_private_person(desk.opened, "Ole Kragh")
    agreements.add_agreement(desk.opened, "Kører med til lægen", ole, desk.opened.today() - timedelta(days=1))
    return desk


def tasks_page(tab: PlanTab) -> TasksPage:
    page = tab.open_page("tasks")
    assert isinstance(page, TasksPage)
    return page


def follow_up_page(tab: PlanTab) -> FollowUpPage:
    page = tab.open_page("follow_up")
    assert isinstance(page, FollowUpPage)
    return page


def test_the_menu_of_the_plan_leads_there_and_escape_back(worked: Desk, tab: PlanTab) -> None:
    next(each for each in tab.state_bar.more.actions() if each.text() == "Hvem gør hvad, hvornår").trigger()
    assert "Kører med til lægen" in texts(tab)
    assert not tab.state_bar.isVisible()
    press(Qt.Key.Key_Escape)
    assert tab.state_bar.isVisible()
    tab.show_row("tasks")
    press(Qt.Key.Key_Left, ALT)
    assert tab.state_bar.isVisible()
    assert tab.state_bar.more_button.hasFocus()


def test_what_is_overdue_stands_first_and_a_tick_stays_where_it_is(worked: Desk, tab: PlanTab) -> None:
    page = tasks_page(tab)
    rows = page.rows.widgets()
    assert [row.what.words() for row in rows] == ["Kører med til lægen", "Samle papirerne", "Ringe op", "Bostøtte"]
    assert rows[0].meta.text() == "Ole · skulle være sket i går"
    assert not rows[3].tick.isVisible()
    assert rows[0].tick.hasFocus()
    press(Qt.Key.Key_Space)
    assert [row.what.words() for row in page.rows.widgets()][0] == "Kører med til lægen"
    assert page.rows.widgets()[0].meta.text() == "Ole · gjort i dag"
    worked.opened.undo()
    assert page.rows.widgets()[0].meta.text() == "Ole · skulle være sket i går"


def test_only_one_persons_lines(worked: Desk, tab: PlanTab) -> None:
    page = tasks_page(tab)
    chip = next(each for each in page.chips if each.text() == "Ole 1")
    assert chip.accessibleName() == "Ole: 1 åbne"
    chip.click()
    assert [row.what.words() for row in page.rows.widgets()] == ["Kører med til lægen"]
    next(each for each in page.chips if each.text() == "Ingen endnu 3").click()
    assert len(page.rows.widgets()) == 3


def test_many_lines_are_shown_a_page_at_a_time(worked: Desk, tab: PlanTab) -> None:
    goal = current_plan(worked.case).goals[0]
    with worked.opened.action("x"):
        for number in range(60):
            worked.case.add(Step(goal_id=goal.id, place=10.0 + number, text=f"skridt {number}"))
    page = tasks_page(tab)
    assert len(page.rows.widgets()) == 25
    page.more.click()
    assert len(page.rows.widgets()) == 50


def test_a_line_leads_to_its_place(qtbot: QtBot, worked: Desk, tab: PlanTab) -> None:
    page = tasks_page(tab)
    worked.go.connect(lambda _tab, row: tab.show_row(row))
    page.rows.widgets()[1].meta.click()
    assert tab.state_bar.isVisible()
    assert tab.goals.open_goal is current_plan(worked.case).goals[0]


def test_nothing_agreed_says_so(desk: Desk, tab: PlanTab) -> None:
    page = tasks_page(tab)
    assert "Der er ikke aftalt noget endnu" in texts(page)
    assert not page.paper_button.isVisible()


# ------------------------------------------------------------------------------------------------------ following up
def test_a_help_is_changed_with_a_reason_by_keyboard(worked: Desk, tab: PlanTab) -> None:
    page = follow_up_page(tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)                              # "Ændres"
    hands = Hands(page)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Hvorfor"
    hands.type("Hvorfor", "Om formiddagen i stedet")
    worked.settle.emit()
    made = worked.case.all(InterventionReview)[0]
    assert (made.outcome, made.why) == (ReviewOutcome.CHANGED, "Om formiddagen i stedet")
    row = page.rows.widgets()[0].help.widgets()[0]
    row.buttons[ReviewOutcome.CHANGED].click()
    assert not worked.case.all(InterventionReview)
    assert not row.why.isVisible()


def test_having_followed_up_asks_for_the_next_day_where_there_is_none(worked: Desk, tab: PlanTab) -> None:
    page = follow_up_page(tab)
    went: list[tuple[str, str]] = []
    worked.go.connect(lambda *to: went.append(to))
    page.done_button.click()
    assert went == [("plan", current_plan(worked.case).id)]
    tab.follow_up.weeks.setCurrentIndex(tab.follow_up.weeks.findData(4))
    tab.follow_up.weeks.activated.emit(0)
    assert page.next_label.words().startswith("Vi har fulgt op i dag. Næste gang: ")
    page.done_button.click()
    assert len(went) == 1


def test_having_followed_up_before_the_day_agreed_is_said_too(worked: Desk, tab: PlanTab) -> None:
    add_day(worked.opened, worked.opened.today() + timedelta(days=9))
    page = follow_up_page(tab)
    before = page.next_label.words()
    assert before.startswith("Næste gang: ")
    for n in range(12):
        goals.add_intervention(worked.opened, goals.add_goal(worked.opened, f"Mål {n}"), "Støtte")
    QApplication.processEvents()
    bar = page.page_scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.done_button.click()
    assert page.next_label.visibleRegion().boundingRect().size() == page.next_label.size()
    assert page.next_label.words() == f"Vi har fulgt op i dag. {before}"
    worked.opened.undo()
    assert page.next_label.words() == before
    worked.do(_followed_up_days_ago, 3)
    assert page.next_label.words().startswith("Sidst fulgt op ")


def _followed_up_days_ago(opened: OpenCase, days: int) -> None:
    on = opened.today() - timedelta(days=days)
    with opened.action("x"):
        opened.case.add(FollowUpDay(plan_id=current_plan(opened.case).id, on=on, done_on=on))


def test_days_are_agreed_and_taken_away(worked: Desk, tab: PlanTab) -> None:
    days = tab.follow_up.days
    day = worked.opened.today() + timedelta(days=5)
    days.add.dateEntered.emit(day)
    assert [each.on for each in worked.case.all(FollowUpDay)] == [day]
    days.add.dateEntered.emit(worked.opened.today() - timedelta(days=5))
    assert "Den dag er gået. Vælg en dag, der kommer." in texts(days)
    days.chips[0].click()
    assert not worked.case.all(FollowUpDay)


def test_a_day_that_was_missed_stands_out(worked: Desk, tab: PlanTab) -> None:
    made = add_day(worked.opened, worked.opened.today())
    with worked.opened.action("x"):
        made.on = worked.opened.today() - timedelta(days=1)
    assert tab.follow_up.days.chips[0].kind == "warn"


def test_a_text_of_100_000_characters_is_a_row_like_others(worked: Desk, tab: PlanTab) -> None:
    """Qt lays out such a label for seconds, and who opens the page would wait; it stands whole in the plan."""
    long = ("Jeg vil gerne have ro om natten. " * 3100)[:LONG]
    goal = current_plan(worked.case).goals[0]
    write(worked.opened, goal, Goal.title, long, "x")
    write(worked.opened, goal.steps[0], Step.text, long, "x")
    help_ = goal.interventions[0]
    for field in (Intervention.name, Intervention.purpose, Intervention.period, Intervention.provider):
        write(worked.opened, help_, field, long, "x")
    for page in (tasks_page(tab), follow_up_page(tab)):
        shown = [label.words() for label in page.findChildren(PlainLabel)]
        shown += [button.text() for button in page.findChildren(QPushButton)]
        assert any(words.endswith(" …") for words in shown)
        assert max(map(len, shown)) < 2 * LONGEST_ROW
    assert goal.title == long.strip()


def test_a_help_of_one_day_says_the_day_once() -> None:
    """One that is ended before it began ends the day it would have begun."""
    only = Intervention(goal_id="", from_on=date(2026, 11, 2), until_on=date(2026, 11, 2))
    assert (period_words(only, date(2026, 10, 27)), period_of(only)) == ("2. november", "2. november 2026")
