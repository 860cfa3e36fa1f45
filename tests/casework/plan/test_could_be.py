"""Choices of an area that become help with one press; habits of everyday health, and the own doctor."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.could_be import COULD_BE, could_be, take_as_help
from borgerplan_desktop.casework.plan.everyday_health import (
    choose_own_doctor,
    leave_habit,
    not_spoken_of,
    own_doctor,
    take_up_habit,
)
from borgerplan_desktop.casework.plan.goals import add_goal, reach_goal, set_area
from borgerplan_desktop.casework.plan.readers import topics_of_plan
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.attention import Call, watched
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import citizen_member
from borgerplan_desktop.model.plan import Goal, HelpUnit, Intervention
from tests.archive import picture


@pytest.mark.parametrize("area", COULD_BE)
def test_a_choice_becomes_help_with_a_purpose_and_is_not_offered_again(opened: OpenCase, area: LifeArea) -> None:
    citizen = citizen_member(opened.case)
    assert citizen is not None
    goal = add_goal(opened, "noget", area)
    write(opened, goal, Goal.responsible_id, citizen.id, "x")
    offered = could_be(goal)
    assert len(offered) >= 4
    before = picture(opened.case)
    for choice in offered:
        take_as_help(opened, goal, choice)
    taken = goal.interventions
    assert [help_.name for help_ in taken] == [_(choice.name) for choice in offered]
    assert all(help_.purpose and help_.responsible is citizen for help_ in taken)
    assert could_be(goal) == []
    for _each in offered:
        opened.undo()
    assert picture(opened.case) == before


def test_only_who_is_a_unit_is_said_to_give_it() -> None:
    units = {choice.name: choice.unit for choices in COULD_BE.values() for choice in choices}
    assert {units[name] for name in ("Health check with own doctor", "Association or sports club",
                                     "Volunteer companion", "Peer with own experience")} == {None}
    assert units["Social free card"] is HelpUnit.AUTHORITY
    assert units["A job at the shelter"] is HelpUnit.PROVIDER


def test_only_an_open_goal_of_such_an_area_is_offered_anything(opened: OpenCase) -> None:
    goal = add_goal(opened, "noget")
    assert could_be(goal) == []
    set_area(opened, goal, LifeArea.MONEY)
    assert could_be(goal) == []
    set_area(opened, goal, LifeArea.WORK)
    assert could_be(goal)
    reach_goal(opened, goal)
    assert could_be(goal) == []
    assert not opened.case.all(Intervention)


def test_a_habit_is_taken_up_once_and_its_day_calls_without_saying_what_it_is(opened: OpenCase) -> None:
    assert not_spoken_of(opened.case) == list(HabitKind)
    alcohol = take_up_habit(opened, HabitKind.ALCOHOL)
    assert take_up_habit(opened, HabitKind.ALCOHOL) is alcohol
    assert HabitKind.ALCOHOL not in not_spoken_of(opened.case)
    on = opened.today() - timedelta(days=2)
    write(opened, alcohol, Habit.follow_up_on, on, "x")
    calls = [each for each in watched(opened.case, opened.today()) if each.row_id == alcohol.id]
    assert [(each.call, each.due, each.words) for each in calls] == [(Call.FOLLOW_UP, on, "")]
    assert calls[0].calls(opened.today())
    leave_habit(opened, alcohol)
    opened.undo()
    assert opened.case.the(Habit).follow_up_on == on


def test_the_list_knows_the_day_of_a_habit_too(opened: OpenCase, archive: Archive) -> None:
    on = date(2020, 3, 2)
    write(opened, take_up_habit(opened, HabitKind.DIET), Habit.follow_up_on, on, "x")
    line = next(each for each in archive.citizens() if each.id == opened.id)
    assert (line.calls_from, line.calls_for) == (on + timedelta(days=1), Call.FOLLOW_UP)


def test_a_habit_that_says_something_needs_its_own_consent(opened: OpenCase) -> None:
    take_up_habit(opened, HabitKind.DIET)
    alcohol = take_up_habit(opened, HabitKind.ALCOHOL)
    assert Topic.SUBSTANCES not in topics_of_plan(opened.case)
    write(opened, alcohol, Habit.now, "Øl om aftenen", "x")
    found = topics_of_plan(opened.case)
    assert Topic.SUBSTANCES in found
    assert Topic.HEALTH not in found                     # nothing is said of the food


def test_there_is_one_own_doctor(opened: OpenCase) -> None:
    holm, toft = add_new_professional(opened, "Dr. Holm"), add_new_professional(opened, "Dr. Toft")
    assert own_doctor(opened.case) is None
    choose_own_doctor(opened, holm)
    choose_own_doctor(opened, toft)
    assert own_doctor(opened.case) is toft
    assert not holm.own_doctor
    opened.undo()
    assert own_doctor(opened.case) is holm
    choose_own_doctor(opened, None)
    assert own_doctor(opened.case) is None


def test_help_made_from_a_choice_and_renamed_is_not_offered_again(opened: OpenCase) -> None:
    goal = add_goal(opened, "noget", LifeArea.WORK)
    first = could_be(goal)[0]
    help_ = take_as_help(opened, goal, first)
    write(opened, help_, Intervention.name, "Køkkenet hver tirsdag", "x")
    assert first not in could_be(goal)
    write(opened, help_, Intervention.purpose, "At stå op", "x")
    assert first in could_be(goal), "neither its name nor its purpose says it any more"
