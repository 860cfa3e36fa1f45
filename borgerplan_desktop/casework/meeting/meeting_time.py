"""The clock a meeting runs by: when it ends, how long the present point has, moving the end, and a pause."""
from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus

LONGEST = timedelta(hours=6)                             # after so long nobody sits there any more
MOST_MOVED = 12 * 60                                     # minutes: further the end is not moved
SECOND_TIME = 1                                          # microsecond: told in the hour's second run (`moment`)


def is_held_now(case: Case, now: datetime) -> bool:
    """Whether people sit together over this case; a meeting that nobody ended is not held for ever."""
    return any(meeting.status is MeetingStatus.IN_PROGRESS and meeting.started_at is not None
               and abs(now - meeting.started_at) < LONGEST for meeting in case.all(Meeting))


def end_of(meeting: Meeting) -> datetime | None:
    """When we end: as planned, however early or late we began, unless somebody moves it; None when no end is set.

    One held at another time altogether, over before it should have begun, has as long as was planned.
    """
    start, end, begun = meeting.starts_at, meeting.ends_at, meeting.started_at
    if end is None:
        return None
    if start is not None and begun is not None and begun + (end - start) < start:
        end = later_by(begun, seconds_between(start, end))
    elif begun is not None and seconds_between(begun, end) <= 0 < seconds_between(begun, end.replace(fold=1)):
        end = end.replace(fold=1)                        # begun when the hour had come again: it ends in that one
    return later_by(end, meeting.end_moved * 60)


def move_end(opened: OpenCase, meeting: Meeting, minutes: int) -> None:
    """We end so many minutes later, or earlier; the invitation stays as it was."""
    moved = max(-MOST_MOVED, min(meeting.end_moved + minutes, MOST_MOVED))
    if _goes_on(meeting) and meeting.ends_at is not None and moved != meeting.end_moved:
        with opened.action(N_("Move the end of the meeting"), still=partial(_goes_on, meeting)):
            meeting.end_moved = moved


def minutes_left(meeting: Meeting, now: datetime) -> int | None:
    """Whole minutes until the end, begun ones counted, never below 0; None when no end is set."""
    end = end_of(meeting)
    return None if end is None else max(0, -int(-seconds_between(_moment(meeting, now), end) // 60))


def share_left(meeting: Meeting, now: datetime) -> float:
    """How much of the meeting is left, 0 to 1, whatever the clock does."""
    start, end = meeting.started_at or meeting.starts_at, end_of(meeting)
    if start is None or end is None or (whole := seconds_between(start, end)) <= 0:
        return 0.0
    return min(1.0, max(0.0, seconds_between(_moment(meeting, now), end) / whole))


# ------------------------------------------------------------------------------------------------------------ the point
def seconds_at(meeting: Meeting, item: AgendaItem, now: datetime) -> int:
    """How long the point has been talked about, all in all; pauses do not count."""
    if meeting.item_id != item.id or meeting.item_since is None:
        return item.used
    return item.used + max(0, int(seconds_between(meeting.item_since, _moment(meeting, now))))


def point_left(meeting: Meeting, item: AgendaItem, now: datetime) -> int:
    """Seconds until the time of the point is up; below 0 when it has taken longer."""
    return item.minutes * 60 - seconds_at(meeting, item, now)


# ------------------------------------------------------------------------------------------------------------ the pause
def pause(opened: OpenCase, meeting: Meeting) -> None:
    """Everybody gets coffee: the clock of the meeting stands."""
    if _goes_on(meeting) and meeting.paused_at is None:
        with opened.action(N_("Pause the meeting"), still=partial(_goes_on, meeting)):
            meeting.paused_at = moment(opened)


def go_on(opened: OpenCase, meeting: Meeting, *, end_later: bool = False) -> None:
    """The pause is over. The end holds, or with `end_later` moves by as long as the pause took."""
    if meeting.paused_at is None:
        return
    with opened.action(N_("Go on with the meeting")):
        took = max(0.0, seconds_between(meeting.paused_at, opened.now()))
        if meeting.item_since is not None:
            meeting.item_since = later_by(meeting.item_since, took)
        if meeting.turn_since is not None:
            meeting.turn_since = later_by(meeting.turn_since, took)
        if end_later:
            move_end(opened, meeting, paused_minutes(meeting, opened.now()))
        meeting.paused_at = None


def _goes_on(meeting: Meeting) -> bool:
    """Another window may have ended it, or deleted it, meanwhile: no clock runs for a meeting that is over."""
    return meeting.exists and meeting.status is MeetingStatus.IN_PROGRESS


def paused_minutes(meeting: Meeting, now: datetime) -> int:
    """How long the pause has been, in whole minutes, begun ones counted."""
    return 0 if meeting.paused_at is None else max(0, -int(-seconds_between(meeting.paused_at, now) // 60))


def _moment(meeting: Meeting, now: datetime) -> datetime:
    """Where the clock of the meeting stands: in a pause where it began."""
    return meeting.paused_at or now


def seconds_between(since: datetime, until: datetime) -> float:
    """Seconds that truly pass from one local time to another, also over a change to or from summer time."""
    try:
        return _stamp(until) - _stamp(since)
    except (OverflowError, OSError, ValueError):         # at the ends of the calendar there are no seasons
        return (until - since).total_seconds()


def later_by(at: datetime, seconds: float) -> datetime:
    """The local time so many seconds later, or earlier, also over a change to or from summer time."""
    try:
        return _marked(datetime.fromtimestamp(_stamp(at) + seconds))
    except (OverflowError, OSError, ValueError):
        return at + timedelta(seconds=seconds)


def moment(opened: OpenCase) -> datetime:
    """Now, as it is stored: no store keeps which of two equal hours it was, so the second one has a microsecond."""
    return _marked(opened.now())


def _marked(at: datetime) -> datetime:
    return at.replace(microsecond=SECOND_TIME) if at.fold else at


def _stamp(at: datetime) -> float:
    if at.microsecond == SECOND_TIME:
        at = at.replace(microsecond=0, fold=1)
    return at.timestamp()
