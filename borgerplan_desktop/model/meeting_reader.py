"""Which meeting a paper is about, and for whom: as a paper, a mail and the terminal name it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, next_meeting
from borgerplan_desktop.model.network import NetworkMember

NEXT, LAST = "next", "last"
HELD = (MeetingStatus.IN_PROGRESS, MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)
BY_LAW = "law"


@dataclass(frozen=True)
class MeetingFor:
    """A meeting, "" = the one that is meant; `reader` is the id of whom the paper is for, "" = the citizen. `by_law`
    where no consent covers them, and a law allows or demands it.
    """

    meeting: str = ""
    reader: str = ""
    by_law: bool = False

    @property
    def key(self) -> str:
        """One word that says it: "m1", "m1/network_member1", "m1/network_member1/law"."""
        parts = (self.meeting, self.reader, BY_LAW if self.by_law else "")
        return "/".join(parts).rstrip("/")

    @classmethod
    def of(cls, key: str) -> MeetingFor:
        """Raises ValueError for what is no such word."""
        meeting, _slash, rest = key.partition("/")
        reader, _slash, law = rest.partition("/")
        if law not in ("", BY_LAW):
            raise ValueError(f"{key!r} names no meeting and reader")
        return cls(meeting, reader, bool(law))

    @classmethod
    def to(cls, meeting: Meeting, member: NetworkMember | None, by_law: bool = False) -> MeetingFor:
        """The paper of the meeting for somebody; the citizen's own holds all."""
        return cls(meeting.id, member.id if member is not None and not member.is_citizen else "", by_law)


def last_meeting(case: Case) -> Meeting | None:
    """The newest that was held, or is going on."""
    return next((each for each in reversed(case.all(Meeting)) if each.status in HELD), None)


def meeting_meant(case: Case, wanted: str, today: date, *, held: bool) -> Meeting | None:
    """The meeting with that id, or the next, or the last; "" = the one such a paper is usually about: one that was
    held, or one that is ahead. None = there is none. Raises LookupError for an id that is no meeting's.
    """
    ahead = next_meeting(case, datetime.combine(today, time()))
    if wanted in ("", NEXT, LAST):
        if wanted == LAST or (held and not wanted):
            return last_meeting(case)
        return ahead
    found = case.get(Meeting, wanted)
    if found is None:
        raise LookupError(f"no meeting has the id {wanted!r}")
    return found
