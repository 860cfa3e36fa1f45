"""Ctrl+Z and Ctrl+Y say what they undid and where, with the way back and the way there."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.contacts.feedback import ask_after_talk, what_was_said
from borgerplan_desktop.casework.intake.stays import begin_stay
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting, remove_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.meeting.participants import note_presence
from borgerplan_desktop.casework.network.leaving import remove_person
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.plan.agreements import add_agreement, tick_agreement
from borgerplan_desktop.casework.plan.goals import add_goal, add_step, delete_goal, set_status, tick_step
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.meeting.end_meeting import EndMeeting
from borgerplan_desktop.gui.meeting.meeting_tab import DURING, MeetingTab
from borgerplan_desktop.gui.network.network_tab import NetworkTab
from borgerplan_desktop.gui.plan.plan_tab import PlanTab
from borgerplan_desktop.gui.shell.citizen_pages import CITIZEN_PAGES
from borgerplan_desktop.gui.shell.undo_bar import UndoBar
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.meeting import MeetingStatus, Presence
from borgerplan_desktop.model.network import Ring, people
from borgerplan_desktop.model.plan import Goal, GoalStatus
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of, take_in

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bar(program: Program, at_work: Hands) -> UndoBar:
    take_in(at_work, "Jonas Bækgaard")
    at_work.go("Plan")
    return session_of(program).undo_bar


def test_every_kind_of_row_lies_somewhere() -> None:
    assert set(CITIZEN_PAGES.lies_in) == set(CITIZEN.rows)
    assert set(CITIZEN_PAGES.lies_in.values()) == set(CITIZEN_PAGES.keys)


def test_it_says_what_was_undone_and_then_redone(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    goal = add_goal(desk.opened, "Min egen dør")
    set_status(desk.opened, goal, GoalStatus.ON_HOLD)
    assert not bar.isVisible()
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.isVisible()
    assert bar.label.text().startswith("Fortrudt: ")
    assert bar.label.text().endswith(": »Min egen dør« · Plan")
    assert bar.accessibleName() == bar.label.text()
    assert not bar.go_button.isVisible()                 # it lies in the tab in front
    at_work.click("Gentag", bar)
    assert goal.status is GoalStatus.ON_HOLD
    assert bar.label.text().startswith("Gjort igen: ")
    at_work.click("Fortryd", bar)
    assert goal.status is GoalStatus.NOT_STARTED
    at_work.press(Qt.Key.Key_Y, CTRL)
    assert bar.label.text().startswith("Gjort igen: ")


def test_the_place_in_a_long_plan_comes_into_sight(
        qtbot: QtBot, program: Program, at_work: Hands, bar: UndoBar) -> None:
    opened, plan = desk_of(program).opened, session_of(program).page("plan")
    assert isinstance(plan, PlanTab)
    goals = [add_goal(opened, f"mål {number}") for number in range(80)]
    for goal in goals:
        add_step(opened, goal, "ringe op")
    last = goals[-1].steps[0]
    tick_step(opened, last, True)
    agreement = add_agreement(opened, "Ringer til banken")
    tick_agreement(opened, agreement)
    plan.goals.open(goals[0])
    QApplication.processEvents()
    at_work.press(Qt.Key.Key_Z, CTRL)                    # the agreement is below them all
    row = plan.agreements.rows.widget(agreement)
    assert row is not None
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    assert plan.goals.open_goal is goals[0], "what is not in it is not folded"
    at_work.press(Qt.Key.Key_Z, CTRL)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert (plan.goals.open_goal, last.done) == (goals[-1], False)
    card = plan.goals.card(goals[-1])
    assert card is not None
    assert card.body is not None
    step = card.body.steps.widget(last)
    assert step is not None
    qtbot.waitUntil(lambda: not step.visibleRegion().isEmpty())


def test_what_lies_in_another_tab_has_a_way_there(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    add_private_person(desk.opened, "Sara Prøve")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text().endswith("»Sara Prøve« · Netværk")     # she is gone, and still called so
    at_work.click("Gå dertil", bar)
    assert session_of(program).tab == "network"
    assert bar.isVisible()
    assert not bar.go_button.isVisible()


def test_what_lies_in_another_part_of_the_course_is_called_by_it(program: Program, at_work: Hands,
                                                                 bar: UndoBar) -> None:
    desk = desk_of(program)
    what_was_said(desk.opened, "Tal langsommere")
    desk.go.emit("overview", "together")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text().endswith("»Tal langsommere« · Tilbagemelding")
    at_work.click("Gå dertil", bar)
    overview = session_of(program).page("overview")
    assert overview is not None
    assert overview.part() == "feedback"
    assert not bar.go_button.isVisible()
    desk.go.emit("overview", "together")
    assert bar.go_button.isVisible()


def test_what_was_said_of_a_talk_lies_in_the_feedback(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    ask_after_talk(desk.opened)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text().endswith(" · Tilbagemelding")


def test_how_a_stay_ends_lies_where_it_ends(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    write(desk.opened, desk.case.the(Stay), Stay.left_to, "En ven", "x")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text().endswith(" · Udflytning")
    at_work.click("Gå dertil", bar)
    overview = session_of(program).page("overview")
    assert overview is not None
    assert overview.part() == "leaving"
    write(desk.opened, desk.case.the(Stay), Stay.room, "7", "x")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text().endswith(" · Optagelse")


def test_a_new_stay_is_not_called_by_its_coordinator(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    close_course(desk.opened)
    begin_stay(desk.opened, desk.opened.today())
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.label.text() == "Fortrudt: Begynd et nyt ophold · Optagelse"


@pytest.mark.parametrize("view", ["map", "table"])
def test_who_is_deleted_from_the_map_or_the_table_can_be_taken_back_in_sight(
        program: Program, at_work: Hands, bar: UndoBar, view: str) -> None:
    desk = desk_of(program)
    ole = add_private_person(desk.opened, "Ole Prøve", ring=Ring.CLOSE)
    at_work.go("Netværk")
    tab = session_of(program).page("network")
    assert isinstance(tab, NetworkTab)
    (tab.as_map if view == "map" else tab.as_table).click()
    tab.choose(ole.id)
    shown = tab.map if view == "map" else tab.table
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert not ole.exists
    assert bar.isVisible()
    assert bar.label.text() == "Fjernet: Ole Prøve · Netværk"
    at_work.click("Fortryd", bar)
    assert [m.contact.name for m in people(desk.case)].count("Ole Prøve") == 1
    assert bar.label.text().startswith("Fortrudt: ")


def test_any_removal_of_more_than_a_line_offers_the_way_back(program: Program, at_work: Hands, bar: UndoBar) -> None:
    opened = desk_of(program).opened
    goal = add_goal(opened, "Min egen dør")
    delete_goal(opened, goal)
    assert bar.label.text() == "Fjernet: Min egen dør · Plan"
    at_work.click("Fortryd", bar)
    at_work.click("Gentag", bar)
    assert bar.label.text().startswith("Gjort igen: ")   # not said as if it were new
    meeting = plan_meeting(opened)
    assert not bar.isVisible()
    remove_meeting(opened, meeting)
    assert bar.label.text() == "Fjernet: Netværksmøde · Møder"
    birgit = add_new_professional(opened, "Birgit Krogh")
    remove_person(opened, birgit)
    assert bar.label.text() == "Fjernet: Birgit Krogh · Netværk"


def test_what_a_colleague_removes_is_not_ours_to_take_back(program: Program, at_work: Hands, bar: UndoBar) -> None:
    opened = desk_of(program).opened
    goal = add_goal(opened, "Min egen dør")
    other = session_of(program).archive.open_case(opened.id)
    delete_goal(other, other.case.the(Goal))
    opened.catch_up()
    assert not goal.exists
    assert not bar.isVisible()


@pytest.mark.parametrize("full", [False, True])
def test_a_meeting_that_is_ended_can_go_on(program: Program, at_work: Hands, bar: UndoBar, full: bool) -> None:
    opened = desk_of(program).opened
    meeting = plan_meeting(opened)
    start_meeting(opened, meeting)
    note_presence(opened, meeting.participants[0], Presence.PRESENT)
    at_work.go("Møder")
    tab = session_of(program).page("meetings")
    assert isinstance(tab, MeetingTab)
    if full:
        tab.during.full.click()
        QApplication.processEvents()
        assert tab.during.full_window.stage is not None
    tab.during.end.click()
    [asked] = [each for each in program.window.findChildren(EndMeeting) if each.isVisible()]
    asked.act.click()                                    # nobody has come to the points
    QApplication.processEvents()
    assert tab.during.full_window.stage is None
    assert meeting.status is MeetingStatus.HELD
    assert bar.isVisible()
    assert bar.label.text() == "Afsluttet: Netværksmøde · Møder"
    at_work.click("Fortryd", bar)
    assert meeting.status is MeetingStatus.IN_PROGRESS
    assert tab.steps.current() == DURING


def test_it_leads_to_the_row(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    goal = add_goal(desk.opened, "Min egen dør")
    delete_goal(desk.opened, goal)
    at_work.go("Netværk")
    at_work.press(Qt.Key.Key_Z, CTRL)
    back = next(each for each in desk.case.all(Goal) if each.title == "Min egen dør")
    assert bar._where.row_id == back.id
    at_work.click("Gå dertil", bar)
    assert session_of(program).tab == "plan"


def test_it_goes_with_the_next_edit_and_by_itself(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk = desk_of(program)
    add_goal(desk.opened, "Min egen dør")
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.isVisible()
    add_goal(desk.opened, "Sove om natten")
    assert not bar.isVisible()
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert bar.isVisible()
    bar._stays.timeout.emit()
    assert not bar.isVisible()


def test_it_stays_while_the_keyboard_is_in_it(program: Program, at_work: Hands, bar: UndoBar) -> None:
    add_goal(desk_of(program).opened, "Min egen dør")
    at_work.press(Qt.Key.Key_Z, CTRL)
    bar.again_button.setFocus()
    bar._stays.timeout.emit()
    assert bar.isVisible()
    QTest.keyClick(bar.again_button, Qt.Key.Key_Space)
    assert any(goal.title == "Min egen dør" for goal in desk_of(program).case.all(Goal))


def test_it_takes_no_focus_and_goes_when_the_citizen_is_left(program: Program, at_work: Hands, bar: UndoBar) -> None:
    plan_meeting(desk_of(program).opened)
    at_work.find(QTabBar, "").setFocus()
    before = program.window.focusWidget()
    assert isinstance(before, QTabBar)
    at_work.press(Qt.Key.Key_Z, CTRL)
    assert "Møder" in bar.label.text()
    assert program.window.focusWidget() is before
    session_of(program).show_day()
    assert not bar.isVisible()


def test_nothing_to_undo_says_nothing(program: Program, at_work: Hands, bar: UndoBar) -> None:
    desk_of(program).opened.forget_undo()
    session_of(program).way_back.undo()
    assert not bar.isVisible()
