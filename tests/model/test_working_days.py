"""Working days: over Easter, Christmas and New Year, and the days on which many are free without a law."""
from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest

from borgerplan_desktop.model import working_days
from borgerplan_desktop.model.working_days import day_at_work, day_at_work_before, is_working_day, working_days_after


@pytest.mark.parametrize(("day", "third"), [
    (date(2026, 11, 23), date(2026, 11, 26)),            # Monday: Thursday
    (date(2026, 11, 27), date(2026, 12, 1)),             # Friday: Saturday, Monday, Tuesday
    (date(2026, 11, 28), date(2026, 12, 2)),             # Saturday: Monday, Tuesday, Wednesday
    (date(2026, 11, 29), date(2026, 12, 2)),             # Sunday: the same
    (date(2026, 4, 1), date(2026, 4, 8)),                # before Maundy Thursday: Saturday, then Tuesday
    (date(2026, 4, 4), date(2026, 4, 9)),                # the Saturday of Easter itself
    (date(2026, 12, 23), date(2026, 12, 29)),            # 24 December counts; 25, 26 and Sunday 27 do not
    (date(2026, 12, 30), date(2027, 1, 4)),              # 31 December counts, 1 January does not
    (date(2027, 12, 30), date(2028, 1, 4)),
    (date(2026, 5, 13), date(2026, 5, 18)),              # Ascension Day
    (date(2026, 5, 22), date(2026, 5, 27)),              # Whit Monday
    (date(2026, 6, 4), date(2026, 6, 8)),                # the day of the constitution counts
])
def test_three_working_days_after(day: date, third: date) -> None:
    assert working_days_after(day, 3) == third


def test_the_days_that_are_no_holidays_by_law_count() -> None:
    assert all(is_working_day(day) for day in (
        date(2026, 5, 1), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31), date(2024, 4, 26)))
    assert not any(is_working_day(day) for day in (
        date(2026, 1, 1), date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 14), date(2026, 12, 25),
        date(2026, 12, 26), date(2023, 5, 5), date(2026, 11, 29)))


@pytest.mark.parametrize(("day", "after", "before"), [
    (date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 27)),
    (date(2026, 11, 28), date(2026, 11, 30), date(2026, 11, 27)),                # a Saturday
    (date(2026, 4, 3), date(2026, 4, 7), date(2026, 4, 1)),                      # Good Friday
    (date(2026, 12, 24), date(2026, 12, 28), date(2026, 12, 23)),                # nobody meets on Christmas Eve
    (date(2026, 12, 31), date(2027, 1, 4), date(2026, 12, 30)),
    (date(2026, 6, 5), date(2026, 6, 8), date(2026, 6, 4)),
    (date.max, date.max, date(9999, 12, 30)), (date.min, date(1, 1, 2), date.min),
])
def test_the_days_we_choose_are_days_at_work(day: date, after: date, before: date) -> None:
    assert (day_at_work(day), day_at_work_before(day)) == (after, before)


def test_the_last_day_there_is_ends_the_counting() -> None:
    assert working_days_after(date.max, 3) == date.max


def test_the_calendar_is_read_only_when_somebody_asks() -> None:
    ran = subprocess.run([sys.executable, "-c", "import sys, borgerplan_desktop.model.working_days;"
                          "print('dateutil' in sys.modules)"], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_the_holidays_are_those_of_the_package_that_knows_every_country() -> None:
    for year in range(1990, 2101):
        assert working_days._holidays(year) == set(holidays.country_holidays("DK", years=year)), year
