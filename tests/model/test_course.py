"""The clock of the course, what is past due on it, and who holds the threads together."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    MilestoneKind,
    Stay,
    coordinator,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.network import NetworkMember
from tests.model.cases import FIRST_CONTACT, case_with


def on(day: int) -> date:
    return FIRST_CONTACT + timedelta(days=day)


@pytest.mark.parametrize(("day", "week"), [
    (0, 1), (6, 1), (7, 2), (13, 2), (41, 6), (42, 7), (48, 7), (49, 8), (90, 13)])
def test_the_first_contact_is_day_0_of_week_1(day: int, week: int) -> None:
    course = Course(first_contact_on=FIRST_CONTACT)
    assert course.day(on(day)) == day
    assert course.week(on(day)) == week


def test_a_clock_set_back_is_still_the_first_day() -> None:
    course = Course(first_contact_on=FIRST_CONTACT)
    assert (course.day(on(-3)), course.week(on(-3))) == (0, 1)


def test_the_plan_should_be_adopted_within_six_to_seven_weeks() -> None:
    assert Course(first_contact_on=FIRST_CONTACT).target == (date(2026, 11, 16), date(2026, 11, 23))


def test_milestones_stand_in_the_order_of_the_course() -> None:
    case = case_with()
    course = case.the(Course)
    for kind in reversed(MilestoneKind):
        case.add(Milestone(course_id=course.id, kind=kind))
    assert [m.kind for m in course.milestones] == list(MilestoneKind)
    assert course.reached(MilestoneKind.INTAKE_TALK) is None
    course.milestones[1].done_on = on(2)
    assert course.reached(MilestoneKind.INTAKE_TALK) == on(2)


def test_the_open_course_counts_and_else_the_last() -> None:
    case = case_with()
    first = case.the(Course)
    later = case.add(Course(first_contact_on=on(100)))
    assert current_course(case) is later
    later.closed_on = on(120)
    assert current_course(case) is first
    first.closed_on = on(60)
    assert current_course(case) is later
    case.remove(first)
    case.remove(later)
    with pytest.raises(LookupError):
        current_course(case)


def test_the_stay_they_have_not_left_counts_and_else_the_last() -> None:
    case = case_with()
    assert current_stay(case) is None
    one = case.add(Stay(admitted_on=on(0)))
    two = case.add(Stay(admitted_on=on(30), left_on=on(40)))
    assert current_stay(case) is one
    one.left_on = on(20)
    assert current_stay(case) is two


def test_a_temporary_coordinator_has_one_week_to_agree_on_a_permanent_one() -> None:
    assert CoordinatorAssignment(since=on(3), temporary=True).permanent_by == on(10)
    at_the_end = date.max - timedelta(days=3)            # a file may hold any day
    assert CoordinatorAssignment(since=at_the_end).permanent_by == date.max
    assert Course(first_contact_on=at_the_end).target == (date.max, date.max)


def test_the_newest_assignment_that_has_not_ended_is_in_force() -> None:
    anna, bo = NetworkMember(name="Anna"), NetworkMember(name="Bo")
    case = case_with(anna, bo)
    assert coordinator(case) is None
    first = case.add(CoordinatorAssignment(since=on(1), member_id=anna.id, temporary=True))
    assert coordinator(case) is first
    second = case.add(CoordinatorAssignment(since=on(5), member_id=bo.id))
    assert coordinator(case) is second
    assert second.member is bo
    second.until = on(9)
    assert coordinator(case) is first


def test_a_coordinator_who_is_no_longer_there_holds_nothing_together() -> None:
    anna = NetworkMember(name="Anna")
    case = case_with(anna)
    case.add(CoordinatorAssignment(since=on(1), member_id=anna.id))
    case.remove(anna)
    assert coordinator(case) is None
