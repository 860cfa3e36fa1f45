"""When an activity is due: its times, which of them are settled, and the one that is due or comes."""
from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone

MONTHS, WEEKS = 12, 52
DAYS = 365.25


def times_between(activity: Activity, begin: date, end: date) -> list[date]:
    """Every day from `begin` to `end` on which it is due; none without a first day."""
    return list(takewhile(end.__ge__, _times(activity, begin)))      # and not all until the end of the calendar


def settled(activity: Activity, day: date) -> ActivityDone | None:
    """What was written of that time; the days may have been moved a little since."""
    near = [each for each in activity.times_done if abs((each.due_on - day).days) <= _slack(activity)]
    return min(near, key=lambda each: abs((each.due_on - day).days), default=None)


def time_now(activity: Activity, today: date) -> date | None:
    """The day it is due, or comes next; None = it has no day, it is done, or there are no more times.

    Of several that have passed it is the last: what was not held in spring is not caught up with in autumn.
    """
    if activity.first_on is None or not activity.status.is_open:
        return None
    last = max((each.due_on for each in activity.times_done), default=None)
    if activity.times_a_year is None:
        return activity.first_on if last is None else None
    from_day = min(today, activity.first_on) if last is None else last + timedelta(days=_slack(activity) + 1)
    past = None
    for day in _times(activity, max(from_day, today - timedelta(days=_slack(activity) * 2 + 1))):
        if day > today:
            return past or day
        past = day
    return past


def _times(activity: Activity, begin: date) -> Iterator[date]:
    """Its days from `begin` on, as far as its last day or the calendar goes."""
    first, last = activity.first_on, activity.until or date.max
    if first is None:
        return
    number = max(0, int((begin - first).days / DAYS * (activity.times_a_year or 0)) - 1)
    while (day := _time(first, activity.times_a_year, number)) is not None and day <= last:
        if day >= begin:
            yield day
        if activity.times_a_year is None:
            return
        number += 1


def _time(first: date, times_a_year: int | None, number: int) -> date | None:
    """The day of its time number 0, 1, …; None beyond the calendar."""
    if not number or times_a_year is None:
        return first
    try:
        if MONTHS % times_a_year == 0:
            year, month = divmod(first.month - 1 + number * (MONTHS // times_a_year), MONTHS)
            year, month = first.year + year, month + 1
            return date(year, month, min(first.day, monthrange(year, month)[1]))
        if WEEKS % times_a_year == 0:
            return first + timedelta(weeks=number * (WEEKS // times_a_year))
        return first + timedelta(days=round(number * DAYS / times_a_year))
    except (OverflowError, ValueError):
        return None


def _slack(activity: Activity) -> int:
    """So many days from a time it is still that time."""
    return int(DAYS / activity.times_a_year / 2) - 1 if activity.times_a_year else 366


def is_late(activity: Activity, today: date) -> bool:
    """Whether its day has passed, and nobody has said what became of it."""
    due = time_now(activity, today)
    return due is not None and due < today
