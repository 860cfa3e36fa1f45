"""How many days somebody has stayed: what the municipality's refund is counted by, and a fact of the course."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.model.course import Course, Stay
from borgerplan_desktop.model.shelter import Shelter

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


def stays_of(course: Course) -> list[Stay]:
    """The stays of a course, the first first: its own, and those that began during it."""
    until = course.closed_on or date.max
    return [stay for stay in course.case.all(Stay) if stay.admitted_on is not None and (
        stay.id == course.stay_id or course.first_contact_on <= stay.admitted_on <= until)]


def days_of_stay(course: Course, on: date) -> int:
    """The days of all its stays until that day, both ends counted; a day in two stays is one day."""
    days, counted = 0, 0                                 # counted to that day, as its number
    for stay in stays_of(course):
        assert stay.admitted_on is not None
        first, last = max(stay.admitted_on.toordinal(), counted + 1), min(stay.left_on or on, on).toordinal()
        if first <= last:
            days += last - first + 1
            counted = last
    return days


def refund_days_left(case: Case, course: Course, on: date) -> int | None:
    """Days of stay that are left before the refund is lower; below 0 = past it. None = the shelter does not count."""
    shelter = _shelter(case)
    return shelter.refund_days - days_of_stay(course, on) if shelter is not None and counts_days(case) else None


def counts_days(case: Case) -> bool:
    """Whether the shelter has chosen that the days of a stay are counted."""
    shelter = _shelter(case)
    return shelter is not None and shelter.counts_refund


def _shelter(case: Case) -> Shelter | None:
    return next(iter(case.register.all(Shelter)), None) if case.register is not None else None
