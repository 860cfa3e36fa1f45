"""Which meeting is the next one."""
from __future__ import annotations

from datetime import datetime, timedelta

from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, next_meeting
from tests.model.cases import case_with

NOW = datetime(2026, 10, 27, 9, 21)


def meeting(days: int | None, status: MeetingStatus = MeetingStatus.PLANNED) -> Meeting:
    return Meeting(status=status, starts_at=None if days is None else NOW + timedelta(days=days))


def test_the_one_going_on_comes_before_all_others() -> None:
    held, ahead, going = (meeting(-7, MeetingStatus.HELD), meeting(0), meeting(-1, MeetingStatus.IN_PROGRESS))
    assert next_meeting(case_with(held, ahead, going), NOW) is going
    assert next_meeting(case_with(held, ahead), NOW) is ahead
    assert next_meeting(case_with(held), NOW) is None


def test_one_that_was_missed_comes_when_there_is_none_ahead() -> None:
    missed, ahead = meeting(-3), meeting(5)
    assert next_meeting(case_with(missed, ahead), NOW) is ahead
    assert next_meeting(case_with(missed), NOW) is missed


def test_one_without_a_time_is_ahead() -> None:
    missed, some_day = meeting(-3), meeting(None)
    assert next_meeting(case_with(missed, some_day), NOW) is some_day
