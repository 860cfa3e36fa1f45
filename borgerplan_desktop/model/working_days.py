"""Working days (hverdage) in Denmark: the clocks of the law that count them.

Saturdays count, because the law does not say otherwise; Sundays and the public holidays do not. 1 May, 5 June (the day
of the constitution), 24 and 31 December are no public holidays by law, so they count too: of two possible dates it is
the earlier that is shown. Offices are shut on three of them all the same: where we choose a day, we choose another.
"""
from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY, SUNDAY = 5, 6
SHUT = ((6, 5), (12, 24), (12, 31))                      # month and day: no holidays by law, yet offices are shut
NO_PRAYER_DAY = 2024                                     # from this year on store bededag is an ordinary day


def is_working_day(day: date) -> bool:
    return day.weekday() != SUNDAY and day not in _holidays(day.year)


def working_days_after(day: date, days: int) -> date:
    """The working day that is so many working days after a day; the last date there is, where there is none."""
    left = days
    while left and day < date.max:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def day_at_work(day: date) -> date:
    """That day, else the next on which people are at work: where *we* choose a day, no Saturday either."""
    while not _is_at_work(day) and day < date.max:
        day += timedelta(days=1)
    return day


def day_at_work_before(day: date) -> date:
    """That day, else the last before it on which people are at work: for what must be done by then."""
    while not _is_at_work(day) and day > date.min:
        day -= timedelta(days=1)
    return day


def _is_at_work(day: date) -> bool:
    return day.weekday() != SATURDAY and is_working_day(day) and (day.month, day.day) not in SHUT


@cache
def _holidays(year: int) -> frozenset[date]:
    """The public holidays (lov om helligdage). The package that knows every country's weighs 17 MB: a test asks it."""
    from dateutil.easter import easter  # when somebody asks: the window opens without it

    sunday = easter(year)
    around = [-3, -2, 0, 1, 39, 49, 50, *([26] if year < NO_PRAYER_DAY else [])]
    return frozenset([date(year, 1, 1), date(year, 12, 25), date(year, 12, 26),
                      *(sunday + timedelta(days=days) for days in around)])
