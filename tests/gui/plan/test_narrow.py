"""Large text in a narrow window: nothing of the plan is cut, it goes on below."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, set_area, set_status
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import apply_theme, px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.agreement_row import AgreementRow
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Goal, GoalStatus, Plan, current_plan
from tests.gui.plan.hands import body, card, shown


@pytest.fixture
def goal(qapp: QApplication, desk: Desk, tab: PlanTab) -> Iterator[Goal]:
    """Changed since the plan was adopted, so that every button is there."""
    goal = desk.made(add_goal)
    assert goal is not None
    desk.do(write, goal, Goal.title, "Jeg vil bruge mine hænder igen, og helst som tømrer", "Change goal")
    desk.do(set_area, goal, LifeArea.WORK)
    desk.do(adopt_plan)
    desk.do(set_status, goal, GoalStatus.SLOWLY)
    yield goal
    apply_theme(qapp, dark=False, size=1.0)


@pytest.mark.parametrize(("size", "width"), [(1.0, 1308), (1.0, 966), (1.4, 1285), (1.4, 943), (2.0, 908)])
def test_nothing_is_cut(qapp: QApplication, tab: PlanTab, goal: Goal, size: float, width: int) -> None:
    apply_theme(qapp, dark=False, size=size)
    tab.resize(width, 600)
    tab.goals.open(goal)
    settle(qapp)
    assert tab.page.horizontalScrollBar().maximum() == 0
    bar, head = tab.state_bar, card(tab, goal).head
    assert head is not None
    for pressed in (bar.pill, bar.versions_button, bar.paper_button, bar.adopt_button, head.area, head.status,
                    head.more_button, head.close_button):
        assert pressed.isVisible()
        assert pressed.width() >= pressed.sizeHint().width(), pressed.accessibleName()
    assert bar.text_label.height() >= bar.text_label.heightForWidth(bar.text_label.width())


def test_long_names_of_people_and_services_make_nothing_run_out_sideways(
        qapp: QApplication, qtbot: QtBot, desk: Desk, goal: Goal) -> None:
    """What a choice offers is read in the open list; closed it has the room there is."""
    long = "Rådgivningen for borgere i overgangen mellem herberg og egen bolig, afdelingen i Nørregade"
    assert desk.opened.shelter is not None
    with desk.opened.shelter.action("register"):
        desk.opened.shelter.case.add(Service(name=long, organisation=long))
    add_new_professional(desk.opened, long)
    add_intervention(desk.opened, goal, "Bostøtte")
    tab = shown(qtbot, desk)
    tab.resize(1308, 600)
    tab.goals.open(goal)
    told = body(tab, goal)
    told.help.widgets()[0].meta.click()
    told.note_button.click()
    for size in (1.0, 2.0):
        apply_theme(qapp, dark=False, size=size)
        settle(qapp)
        assert tab.page.horizontalScrollBar().maximum() == 0, size


@pytest.mark.parametrize("status", [GoalStatus.SLOWLY, GoalStatus.REACHED])
def test_every_words_of_a_goal_stand_below_their_own_heading(qapp: QApplication, desk: Desk, tab: PlanTab, goal: Goal,
                                                            status: GoalStatus) -> None:
    desk.do(write, goal, Goal.why, "Så jeg kan sove", "x")
    desk.do(set_status, goal, status)
    tab.resize(1308, 900)
    tab.goals.open(goal)
    settle(qapp)
    told = body(tab, goal)
    asked = told.standing.why if status.stalls else told.standing.how
    places = [each.mapTo(told, QPoint(0, 0)).y() for each in (
        next(label for label in told.standing.findChildren(QLabel) if label.buddy() is asked), asked, told.why_label,
        told.why)]
    assert places == sorted(places)


def test_how_often_in_words_is_read_whole(qapp: QApplication, desk: Desk, tab: PlanTab, goal: Goal) -> None:
    tab.resize(1308, 900)
    settle(qapp)
    often = tab.follow_up.often
    low = often.height()
    words = "Eva og Jonas hver mandag. Alle sammen hver fjerde uge."
    desk.do(write, current_plan(desk.case), Plan.follow_up, words, "x")
    settle(qapp)
    assert often.toPlainText() == words
    assert often.height() > low                          # on two lines
    assert often.verticalScrollBar().maximum() == 0


def test_a_usual_goal_is_named_whole_beside_its_agreement(qapp: QApplication, desk: Desk, tab: PlanTab) -> None:
    tab.resize(1308, 900)
    long, short = add_goal(desk.opened, "Jeg vil have styr på min ryg"), add_goal(desk.opened, "Ro")
    add_agreement(desk.opened, "Gå en tur sammen", goal=long)
    add_agreement(desk.opened, "Ring", goal=short)
    settle(qapp)
    first, second = tab.findChildren(AgreementRow)
    assert first.goal_label.shown() == long.title
    assert first.goal_label.x() == second.goal_label.x()         # they stand below each other


@pytest.mark.parametrize(("size", "width", "both"), [(1.0, 1308, True), (1.0, 991, True), (1.0, 966, False),
                                                     (1.4, 1388, True), (1.4, 1285, False)])
def test_the_paper_stands_beside_the_plan_only_where_it_cuts_nothing(
        qapp: QApplication, tab: PlanTab, goal: Goal, size: float, width: int, both: bool) -> None:
    apply_theme(qapp, dark=False, size=size)
    tab.resize(width, 600)
    tab.goals.open(goal)
    tab.show_paper(True)
    settle(qapp)
    settle(qapp)
    assert tab.page.isVisible() is both
    assert not both or tab.page.horizontalScrollBar().maximum() == 0


def test_a_closed_goal_goes_on_below_before_it_is_cut(qapp: QApplication, tab: PlanTab, goal: Goal) -> None:
    closed = card(tab, goal).closed
    card(tab, goal).open(False)
    heights = []
    for width in (1308, 966, 560):
        tab.resize(width, 600)
        settle(qapp)
        assert " ".join(closed._lines(closed.width())) == goal.title
        heights.append(closed.height())
    assert heights == [px(42), px(62), px(62)]


def test_many_notes_make_no_hole_beside_them(qapp: QApplication, desk: Desk, tab: PlanTab, goal: Goal) -> None:
    for day in range(3):
        desk.do(write_note, [goal], f"Jonas fortalte {day} gange, hvor han vil bo, og hvad der skal til. " * 3)
    tab.resize(966, 900)
    tab.goals.open(goal)
    settle(qapp)
    body = card(tab, goal).body
    assert body is not None
    assert body.right.sizeHint().height() > body.left.minimumSizeHint().height()
    fields = body.responsible.mapTo(body, QPoint()).y()
    assert fields - body.could_be.mapTo(body, QPoint(0, body.could_be.height())).y() < px(60)


def settle(qapp: QApplication) -> None:
    for _ in range(6):
        qapp.processEvents()
