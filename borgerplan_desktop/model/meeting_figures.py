"""A citizen's meetings in numbers: held, called off, whether they were there and prepared, agreements kept."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Presence
from borgerplan_desktop.model.plan import Agreement, AgreementStatus

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)
PREPARED = "prepared"                                    # the line of the checklist that says so


@dataclass(frozen=True)
class Share:
    """So many (`n`) of so many (`of`)."""

    n: int
    of: int


@dataclass(frozen=True)
class Figures:
    """All of one citizen; held and called off are of both together."""

    held: Share
    called_off: Share
    there: Share
    prepared: Share
    kept: Share

    @property
    def is_empty(self) -> bool:
        return not self.held.of


def of_case(case: Case, today: date) -> Figures:
    """The figures of one citizen's meetings; talks are not counted. Whether the citizen was there is asked of those
    held where somebody noted it.
    """
    meetings = [each for each in case.all(Meeting) if counts(each.kind, each.status)]
    held = [each for each in meetings if each.status in HELD]
    noted = [there for each in held if (there := _there(each)) is not None]
    known = [each for meeting in meetings for each in meeting.agreements if is_counted(each) and _is_known(each, today)]
    return Figures(
        Share(len(held), len(meetings)), Share(len(meetings) - len(held), len(meetings)), _share(noted),
        _share(is_prepared(each) for each in held), _share(each.done for each in known))


def _share(each: Iterable[bool]) -> Share:
    found = list(each)
    return Share(sum(found), len(found))


def counts(kind: MeetingKind, status: MeetingStatus) -> bool:
    return kind is not MeetingKind.TALK and (status in HELD or status is MeetingStatus.CALLED_OFF)


def is_counted(agreement: Agreement) -> bool:
    """Not what is no longer relevant, and not an empty line."""
    return agreement.status is not AgreementStatus.DROPPED and bool(agreement.text.strip())


def _is_known(agreement: Agreement, today: date) -> bool:
    """Whether it is known what came of it: it is done, or its day is over."""
    return agreement.done or agreement.due_on is not None and agreement.due_on < today


def is_prepared(meeting: Meeting) -> bool:
    """Whether it was talked through with the citizen beforehand: their words are written, or the line is ticked."""
    return bool(meeting.citizen_wants.strip() or meeting.citizen_avoids.strip() or PREPARED in meeting.ticks)


def _there(meeting: Meeting) -> bool | None:
    for each in meeting.participants:
        if each.member is not None and each.member.is_citizen and each.presence is not Presence.UNKNOWN:
            return each.presence is Presence.PRESENT
    return None
