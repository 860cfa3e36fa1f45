"""One meeting of a series is changed, called off or deleted: the rest goes along where somebody wants it to."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingStatus
from borgerplan_desktop.model.meeting_edition import must_hear
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.working_days import day_at_work

GOES_ALONG = (Meeting.place_text, Meeting.held_as, Meeting.link, Meeting.called_by_id)


@dataclass(frozen=True)
class AsItWas:
    """When, where, how and with whom a meeting was to be held, before somebody wrote something else."""

    starts_at: datetime | None
    ends_at: datetime | None
    place_text: str
    held_as: HeldAs
    link: str
    called_by_id: str | None
    people: frozenset[str]

    @classmethod
    def of(cls, meeting: Meeting) -> AsItWas:
        return cls(meeting.starts_at, meeting.ends_at, meeting.place_text, meeting.held_as, meeting.link,
                   meeting.called_by_id, frozenset(each.member_id for each in meeting.participants if each.member_id))


def rest_of(meeting: Meeting, was: AsItWas | None = None) -> list[Meeting]:
    """Those of its series that are ahead and come after it; after where it stood, where it was moved."""
    after = was.starts_at if was is not None else meeting.starts_at
    return [each for each in meeting.series if each is not meeting and each.status.ahead and after is not None
            and each.starts_at is not None and each.starts_at > after]


def only_planned(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Those that nobody has been told of: they can be deleted; the others are called off."""
    return [each for each in meetings if each.status is MeetingStatus.PLANNED]


def is_moved(meeting: Meeting, was: AsItWas) -> bool:
    """Whether it is at another time than it was."""
    return (meeting.starts_at, meeting.ends_at) != (was.starts_at, was.ends_at)


def change_rest(opened: OpenCase, meeting: Meeting, was: AsItWas) -> list[Meeting]:
    """The rest is changed as this one was, and all of it is undone at once: so many days and so much earlier or later,
    to the same place, with the same people. What was different in one of them before stays as it is there.
    """
    rest = rest_of(meeting, was)
    with opened.action(N_("Change the rest of the meetings")):
        for each in rest:
            _move_along(each, meeting, was)
            for field in GOES_ALONG:
                if getattr(each, field.key) == getattr(was, field.key):
                    setattr(each, field.key, getattr(meeting, field.key))
            _ask_along(opened, each, meeting, was)
    return rest


def must_be_told(meetings: Iterable[Meeting], today: date) -> int:
    """How many people have something of them that does not hold any more; each is counted once."""
    return len({each.member_id for meeting in meetings for each in must_hear(meeting, today)})


def asked_to(meetings: Iterable[Meeting]) -> int:
    """How many people have an invitation to any of them."""
    return len({each.member_id for meeting in meetings for each in meeting.participants
                if each.invited_on is not None and each.member is not None and each.member.can_be_asked})


# --------------------------------------------------------------------------------------------------------------- parts
def _move_along(each: Meeting, moved: Meeting, was: AsItWas) -> None:
    """As many days, and as much earlier or later on the day. One that gave way to a holiday counts from the day it was
    meant for, and gives way anew.
    """
    if moved.starts_at is None or was.starts_at is None or each.starts_at is None or not is_moved(moved, was):
        return
    length = each.ends_at - each.starts_at if each.ends_at is not None else None
    before = was.ends_at - was.starts_at if was.ends_at is not None else None
    if length is not None and length == before and moved.ends_at is not None:
        length = moved.ends_at - moved.starts_at
    days = moved.starts_at.date() - was.starts_at.date()
    later = (datetime.combine(was.starts_at.date(), moved.starts_at.time()) - was.starts_at)
    on = _meant_for(each.starts_at.date(), was.starts_at.date()) + days
    at = (datetime.combine(on, each.starts_at.time()) + later).time()
    start = datetime.combine(day_at_work(on) if days or on != each.starts_at.date() else on, at)
    each.starts_at, each.ends_at = start, start + length if length is not None else None


def _meant_for(on: date, like: date) -> date:
    """The weekday of `like` that a day stands for: itself, or the free day before it that it came instead of."""
    meant = on - timedelta(days=(on.weekday() - like.weekday()) % 7)
    return meant if day_at_work(meant) == on else on


def _ask_along(opened: OpenCase, each: Meeting, changed: Meeting, was: AsItWas) -> None:
    """Whoever was put on the list is asked to this one too; whoever was taken off is not."""
    now = {participant.member_id for participant in changed.participants}
    for participant in each.participants:
        if participant.member_id in was.people - now:
            opened.case.remove(participant)
    for participant in changed.participants:
        member = opened.case.get(NetworkMember, participant.member_id)
        if member is not None and member.id not in was.people:
            add_participant(opened, each, member, participant.why)
