"""The days of stay: all stays of the course, each day once."""
from __future__ import annotations

from datetime import date, timedelta

from borgerplan_desktop.model.course import Course, Stay
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.stay_days import days_of_stay, refund_days_left
from tests.model.cases import FIRST_CONTACT, case_with

TODAY = FIRST_CONTACT + timedelta(40)


def on(day: int) -> date:
    return FIRST_CONTACT + timedelta(day)


def test_both_ends_count_and_a_day_in_two_stays_counts_once() -> None:
    case = case_with(Stay(admitted_on=on(0), left_on=on(9)), Stay(admitted_on=on(9), left_on=on(14)),
                     Stay(admitted_on=on(5), left_on=on(8)), Stay(admitted_on=on(31)))
    assert days_of_stay(case.the(Course), TODAY) == 15 + 10


def test_stays_of_another_course_and_those_to_come_do_not() -> None:
    before = Stay(admitted_on=on(-50), left_on=on(-40))
    case = case_with(before, Stay(admitted_on=on(50)), Stay())
    course = case.the(Course)
    assert days_of_stay(course, TODAY) == 0
    course.stay_id = before.id                           # the stay in which the course began
    assert days_of_stay(course, TODAY) == 11


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    case = case_with(Stay(admitted_on=on(0), left_on=date.max), Stay(admitted_on=date.max))
    assert days_of_stay(case.the(Course), date.max) == (date.max - on(0)).days + 1


def test_the_refund_is_counted_only_where_the_shelter_does() -> None:
    case = case_with(Stay(admitted_on=on(0)))
    course = case.the(Course)
    assert refund_days_left(case, course, TODAY) is None
    assert case.register is not None
    shelter = case.register.add(Shelter())
    assert refund_days_left(case, course, TODAY) is None
    shelter.counts_refund, shelter.refund_days = True, 40
    assert refund_days_left(case, course, TODAY) == -1
