"""How often is understood from words, and the time that is due is the right one."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.model import activity_times
from borgerplan_desktop.model.activity_times import is_late, settled, time_now, times_between
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.how_often import times_a_year
from borgerplan_desktop.model.implementation_plan import Activity, ActivityDone, ActivityStatus


@pytest.mark.parametrize(("words", "times"), [
    ("4 x årligt", 4), ("4x om året", 4), ("to gange om året", 2), ("Én gang om måneden", 12), ("hver måned", 12),
    ("hvert kvartal", 4), ("hver anden uge", 26), ("hver 3. måned", 4), ("hvert halve år", 2), ("hver 14. dag", 26),
    ("en gang om ugen", 52), ("halvårligt", 2), ("twice a year", 2), ("every second month", 6), ("monthly", 12),
    ("Engang i marts", None), ("løbende", None), ("to år", None), ("1000 x om ugen", None), ("hver 0. måned", None),
    ("hver 5. uge", None), ("0,5 gange om året", None), ("9" * 5000 + " x årligt", None), ("", None)])
def test_how_often_is_understood_from_the_words(words: str, times: int | None) -> None:
    assert times_a_year(words) == times


def an_activity(*done: ActivityDone, first: date | None = date(2026, 1, 31), times: int | None = 4,
                until: date | None = None, status: ActivityStatus = ActivityStatus.PLANNED) -> Activity:
    activity = Activity(id="a", title="Møde", first_on=first, times_a_year=times, until=until, status=status)
    Case("shelter", [activity, *done])
    return activity


def on(day: date, took_place: bool = True) -> ActivityDone:
    return ActivityDone(activity_id="a", due_on=day, done_on=day if took_place else None)


def test_the_last_of_a_month_stays_the_last() -> None:
    assert times_between(an_activity(), date(2026, 1, 1), date(2026, 12, 31)) == [
        date(2026, 1, 31), date(2026, 4, 30), date(2026, 7, 31), date(2026, 10, 31)]


def test_weeks_stay_on_their_weekday_and_odd_numbers_spread_over_the_year() -> None:
    weekly = times_between(an_activity(first=date(2026, 1, 5), times=52), date(2026, 1, 1), date(2026, 2, 1))
    assert [day.weekday() for day in weekly] == [0, 0, 0, 0]
    assert len(times_between(an_activity(first=date(2026, 1, 1), times=5), date(2026, 1, 1), date(2026, 12, 30))) == 5


def test_far_ahead_and_at_the_end_of_the_calendar_it_stops() -> None:
    assert times_between(an_activity(first=date(9999, 10, 1), times=12), date(9999, 1, 1), date.max)[-1].month == 12
    assert times_between(an_activity(first=date(1, 1, 1), times=52), date(2026, 1, 1), date(2026, 1, 31))


def test_a_year_is_looked_through_and_not_all_that_is_left_of_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight thousand years of weeks took more than half a second, for each activity and each look at the year."""
    asked: list[int] = []
    asked_for = activity_times._time

    def counted(first: date, times: int | None, number: int) -> date | None:
        asked.append(number)
        return asked_for(first, times, number)

    monkeypatch.setattr(activity_times, "_time", counted)
    weekly = an_activity(first=date(2026, 1, 5), times=52)
    assert len(times_between(weekly, date(2027, 1, 1), date(2027, 12, 31))) == 52
    assert len(asked) < 60


@pytest.mark.parametrize(("activity", "due"), [
    (an_activity(), date(2026, 7, 31)),                                         # the last that has passed
    (an_activity(on(date(2026, 4, 30))), date(2026, 7, 31)),
    (an_activity(on(date(2026, 7, 31), False)), date(2026, 10, 31)),            # let be: the next one
    (an_activity(on(date(2026, 7, 25))), date(2026, 10, 31)),                   # its day was moved a little
    (an_activity(on(date(2026, 10, 31))), date(2027, 1, 31)),                   # settled before its day
    (an_activity(on(date(2026, 7, 31)), until=date(2026, 9, 1)), None),
    (an_activity(first=date(2026, 12, 1)), date(2026, 12, 1)),
    (an_activity(first=None), None), (an_activity(times=None), date(2026, 1, 31)),
    (an_activity(on(date(2026, 1, 31)), times=None), None),
    (an_activity(status=ActivityStatus.DROPPED), None)])
def test_the_time_that_is_due_or_comes(activity: Activity, due: date | None) -> None:
    assert time_now(activity, date(2026, 8, 15)) == due


def test_what_was_written_belongs_to_the_nearest_time() -> None:
    activity = an_activity(on(date(2026, 4, 30)), on(date(2026, 7, 31), False))
    found = settled(activity, date(2026, 7, 31))
    assert found is not None
    assert found.done_on is None
    assert settled(activity, date(2026, 10, 31)) is None
    assert is_late(an_activity(), date(2026, 8, 15))
    assert not is_late(an_activity(), date(2026, 1, 31))
