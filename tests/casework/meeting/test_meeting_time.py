"""The clock of a meeting: the end, the point, the pause; over midnight and over a change to summer time."""
from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

import pytest

from borgerplan_desktop.casework.meeting import before_meeting, during_meeting, meeting_time
from borgerplan_desktop.casework.meeting.agenda import planned_minutes
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from tests.archive import Clock


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    """An hour that begins now."""
    now = opened.now()
    made = before_meeting.plan_meeting(opened, starts_at=now, ends_at=now + timedelta(hours=1))
    during_meeting.start_meeting(opened, made)
    return made


@pytest.fixture
def copenhagen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    with monkeypatch.context() as patched:
        patched.setitem(os.environ, "TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


def test_the_end_holds_until_somebody_moves_it(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    assert meeting.ends_at is not None
    meeting_time.move_end(opened, meeting, 15)
    meeting_time.move_end(opened, meeting, -5)
    assert meeting_time.end_of(meeting) == meeting.ends_at + timedelta(minutes=10)
    assert meeting_time.minutes_left(meeting, clock.now) == 70
    meeting_time.move_end(opened, meeting, -10_000)
    assert meeting_time.minutes_left(meeting, clock.now) == 0
    opened.undo()
    assert meeting_time.minutes_left(meeting, clock.now) == 70


def test_a_meeting_held_on_another_day_has_as_long_as_was_planned(opened: OpenCase, clock: Clock) -> None:
    start = opened.now() + timedelta(days=2)
    meeting = before_meeting.plan_meeting(opened, starts_at=start, ends_at=start + timedelta(hours=1))
    during_meeting.start_meeting(opened, meeting)
    assert meeting_time.end_of(meeting) == clock.now + timedelta(hours=1)


def test_a_point_counts_all_the_time_it_had_and_no_pause(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    first, second = meeting.agenda[:2]
    clock.pass_(minutes=2)
    meeting_time.pause(opened, meeting)
    clock.pass_(minutes=30)
    assert meeting_time.point_left(meeting, first, clock.now) == first.minutes * 60 - 120
    assert meeting_time.paused_minutes(meeting, clock.now) == 30
    during_meeting.go_to_item(opened, meeting, second)   # going on ends the pause
    assert meeting.paused_at is None
    assert first.used == 120
    clock.pass_(seconds=61)
    assert meeting_time.seconds_at(meeting, second, clock.now) == 61
    assert meeting_time.seconds_at(meeting, first, clock.now) == 120
    clock.pass_(hours=-3)                                # set back
    assert meeting_time.seconds_at(meeting, second, clock.now) == 0


def test_a_meeting_that_ends_in_a_pause_is_over(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    meeting_time.pause(opened, meeting)
    clock.pass_(minutes=5)
    during_meeting.end_meeting(opened, meeting)
    assert meeting.paused_at is None
    meeting_time.pause(opened, meeting)                  # nothing to pause any more
    assert meeting.paused_at is None


@pytest.mark.parametrize(("start", "ends", "later", "left"), [
    (datetime(2026, 3, 12, 23, 30), datetime(2026, 3, 13, 0, 30), timedelta(minutes=40), 20),      # over midnight
    (datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 30), timedelta(minutes=40), 20),       # 2 becomes 3
])
def test_over_midnight_and_into_summer_time_every_minute_counts_once(
        copenhagen: None, opened: OpenCase, clock: Clock, start: datetime, ends: datetime, later: timedelta,
        left: int) -> None:
    meeting = before_meeting.plan_meeting(opened, starts_at=start, ends_at=ends)
    clock.now = start
    during_meeting.start_meeting(opened, meeting)
    assert meeting_time.minutes_left(meeting, start) == 60
    clock.now = datetime.fromtimestamp(start.timestamp() + later.total_seconds())      # what the clock on the wall says
    assert meeting_time.minutes_left(meeting, clock.now) == left
    assert meeting_time.seconds_at(meeting, meeting.agenda[0], clock.now) == later.total_seconds()
    for second in range(0, 7200, 7):                     # never more than a second beside the true time
        now = datetime.fromtimestamp(start.timestamp() + second)
        assert abs(meeting_time.seconds_at(meeting, meeting.agenda[0], now) - second) <= 1


def test_out_of_summer_time_the_hour_that_comes_twice_counts_twice(
        copenhagen: None, opened: OpenCase, clock: Clock) -> None:
    start = datetime(2026, 10, 25, 1, 30)                # 3 becomes 2
    meeting = before_meeting.plan_meeting(opened, starts_at=start, ends_at=datetime(2026, 10, 25, 3, 30))
    clock.now = start
    during_meeting.start_meeting(opened, meeting)
    assert meeting_time.minutes_left(meeting, start) == 180
    first, second = meeting.agenda[:2]
    clock.now = datetime.fromtimestamp(start.timestamp() + 90 * 60)      # the second time it is 2
    during_meeting.go_to_item(opened, meeting, second)
    assert first.used == 90 * 60
    assert meeting_time.minutes_left(meeting, clock.now) == 90
    for seconds in range(0, 5400, 7):
        now = datetime.fromtimestamp(clock.now.timestamp() + seconds)
        assert abs(meeting_time.seconds_at(meeting, second, now) - seconds) <= 1


def again(opened: OpenCase, meeting: Meeting) -> Meeting:
    """As it is when the case is opened anew."""
    found = opened._store.load(opened.id).get(Meeting, meeting.id)
    assert found is not None
    return found


@pytest.mark.parametrize("second", [False, True])
def test_which_of_two_equal_hours_it_was_is_known_when_the_case_is_opened_anew(
        copenhagen: None, opened: OpenCase, clock: Clock, second: bool) -> None:
    """Turned to at 2.30, the first time or the second; ten minutes of pause; then looked at until 4."""
    begins = datetime(2026, 10, 25, 1, 30)
    meeting = before_meeting.plan_meeting(opened, starts_at=begins, ends_at=datetime(2026, 10, 25, 4, 0))
    clock.now = begins
    during_meeting.start_meeting(opened, meeting)
    turned = datetime(2026, 10, 25, 2, 30, fold=int(second)).timestamp()

    def at(seconds: float) -> datetime:
        clock.now = datetime.fromtimestamp(turned + seconds)
        return clock.now
    at(0)
    point = meeting.agenda[1]
    during_meeting.go_to_item(opened, meeting, point)
    assert meeting.agenda[0].used == (7200 if second else 3600)
    at(120)
    meeting_time.pause(opened, meeting)
    at(720)
    assert meeting_time.paused_minutes(again(opened, meeting), clock.now) == 10
    meeting_time.go_on(opened, meeting)
    for seconds in range(720, 5400, 171):
        now, stored = at(seconds), again(opened, meeting)
        assert meeting_time.seconds_at(stored, stored.agenda[1], now) == seconds - 600
        assert meeting_time.minutes_left(stored, now) == -(-(datetime(2026, 10, 25, 4).timestamp() - now.timestamp())
                                                           // 60)
    during_meeting.end_meeting(opened, meeting)
    assert meeting.ended_at is not None
    assert meeting_time.seconds_between(meeting.ended_at, clock.now) == 0


def test_one_begun_and_ended_in_the_second_of_two_equal_hours(
        copenhagen: None, opened: OpenCase, clock: Clock) -> None:
    meeting = before_meeting.plan_meeting(opened, starts_at=datetime(2026, 10, 25, 2, 10),
                                          ends_at=datetime(2026, 10, 25, 2, 50))
    first = datetime(2026, 10, 25, 2, 55)
    clock.now = datetime.fromtimestamp(first.timestamp() + 15 * 60)      # 2.10 for the second time
    during_meeting.start_meeting(opened, meeting)
    assert meeting_time.minutes_left(again(opened, meeting), clock.now) == 40
    meeting_time.move_end(opened, meeting, 20)           # past three
    clock.now = datetime.fromtimestamp(clock.now.timestamp() + 15 * 60)
    assert meeting_time.minutes_left(again(opened, meeting), clock.now) == 45
    during_meeting.end_meeting(opened, meeting)
    assert meeting.started_at is not None
    assert meeting.ended_at is not None
    assert meeting_time.seconds_between(meeting.started_at, meeting.ended_at) == 15 * 60


def test_an_end_is_moved_by_true_minutes(copenhagen: None, opened: OpenCase, clock: Clock) -> None:
    clock.now = datetime(2026, 10, 25, 1, 0)
    meeting = before_meeting.plan_meeting(opened, starts_at=clock.now, ends_at=datetime(2026, 10, 25, 3, 10))
    assert planned_minutes(meeting) == 190
    during_meeting.start_meeting(opened, meeting)
    meeting_time.move_end(opened, meeting, -20)
    assert meeting_time.minutes_left(meeting, clock.now) == 170          # 2.50 for the second time


def test_a_meeting_that_was_to_begin_before_now_is_planned_and_held(opened: OpenCase, clock: Clock) -> None:
    start = clock.now - timedelta(minutes=40)
    meeting = before_meeting.plan_meeting(opened, starts_at=start, ends_at=start + timedelta(hours=1))
    during_meeting.start_meeting(opened, meeting)
    assert meeting_time.minutes_left(meeting, clock.now) == 20           # the end holds
    clock.pass_(minutes=30)
    assert meeting_time.minutes_left(meeting, clock.now) == 0
    assert meeting_time.share_left(meeting, clock.now) == 0.0
    during_meeting.end_meeting(opened, meeting)
    assert meeting.ended_at == clock.now


def test_at_the_ends_of_the_calendar_nothing_falls_over() -> None:
    assert meeting_time.seconds_between(datetime.min, datetime.min + timedelta(seconds=5)) == 5
    assert meeting_time.seconds_between(datetime.max - timedelta(seconds=5), datetime.max) == 5


@pytest.mark.parametrize("what", [meeting_time.pause, partial(meeting_time.move_end, minutes=15)])
def test_the_clock_of_a_meeting_that_another_window_ended_is_left_alone(
        opened: OpenCase, meeting: Meeting, archive: Archive, what: Callable[[OpenCase, Meeting], None]) -> None:
    """It was taken on top of the end; now one is told, as of everything else that was just changed elsewhere."""
    other = archive.open_case(opened.id)
    during_meeting.end_meeting(other, other.case.the(Meeting))
    with pytest.raises(Conflict):
        what(opened, meeting)
    assert (meeting.status, meeting.paused_at, meeting.end_moved) == (MeetingStatus.HELD, None, 0)
    what(opened, meeting)                                # once it is known there is nothing to move any more
    assert (meeting.paused_at, meeting.end_moved) == (None, 0)
