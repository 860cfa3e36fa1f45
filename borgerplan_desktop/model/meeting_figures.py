"""Meetings in numbers: held, called off, whether the citizen was there and prepared, agreements kept. Nobody's name.

For a whole shelter a number of one or two citizens is not told: it could point at somebody.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Presence
from borgerplan_desktop.model.plan import Agreement, AgreementStatus

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

FEW = 3                                                  # citizens, below which a number is not told for the shelter
HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)
PREPARED = "prepared"                                    # the line of the checklist that says so


@dataclass(frozen=True)
class Met:
    """A meeting that was held or called off; whether the citizen was `there` is None where nobody noted it."""

    case_id: str
    called_off: bool
    there: bool | None
    prepared: bool


@dataclass(frozen=True)
class Agreed:
    """What was agreed at a meeting."""

    case_id: str
    due_on: date | None
    done: bool

    def counts(self, today: date) -> bool:
        """Whether it is known what came of it: it is done, or its day is over."""
        return self.done or self.due_on is not None and self.due_on < today


@dataclass(frozen=True)
class Share:
    """So many (`n`) of so many (`of`), and how many citizens are behind these and behind the others."""

    n: int
    of: int
    citizens: int
    others: int

    @property
    def points_at_nobody(self) -> bool:
        """Whether it may be told of a whole shelter: behind either side stand several citizens, or none."""
        return all(not count or each >= FEW for count, each in ((self.n, self.citizens),
                                                                (self.of - self.n, self.others)))


@dataclass(frozen=True)
class Figures:
    """All of a time; held and called off are of both together."""

    held: Share
    called_off: Share
    there: Share
    prepared: Share
    kept: Share

    @property
    def is_empty(self) -> bool:
        return not self.held.of


def figures(met: Iterable[Met], agreed: Iterable[Agreed], today: date) -> Figures:
    """Count them. Whether the citizen was there is asked of those held where somebody noted it."""
    every = list(met)
    held = [each for each in every if not each.called_off]
    known = [each for each in agreed if each.counts(today)]
    return Figures(
        _share([(each.case_id, not each.called_off) for each in every]),
        _share([(each.case_id, each.called_off) for each in every]),
        _share([(each.case_id, each.there) for each in held if each.there is not None]),
        _share([(each.case_id, each.prepared) for each in held]),
        _share([(each.case_id, each.done) for each in known]))


def _share(each: list[tuple[str, bool]]) -> Share:
    yes, no = {id for id, it_is in each if it_is}, {id for id, it_is in each if not it_is}
    return Share(sum(it_is for _id, it_is in each), len(each), len(yes), len(no))


# ------------------------------------------------------------------------------------------------------- of one citizen
def of_case(case: Case, today: date) -> Figures:
    """The figures of one citizen's meetings; talks are not counted."""
    meetings = [each for each in case.all(Meeting) if counts(each.kind, each.status)]
    return figures([Met(case.id, each.status is MeetingStatus.CALLED_OFF, _there(each), is_prepared(each))
                    for each in meetings],
                   [Agreed(case.id, each.due_on, each.done) for meeting in meetings for each in meeting.agreements
                    if is_counted(each)], today)


def counts(kind: MeetingKind, status: MeetingStatus) -> bool:
    return kind is not MeetingKind.TALK and (status in HELD or status is MeetingStatus.CALLED_OFF)


def is_counted(agreement: Agreement) -> bool:
    """Not what is no longer relevant, and not an empty line."""
    return agreement.status is not AgreementStatus.DROPPED and bool(agreement.text.strip())


def is_prepared(meeting: Meeting) -> bool:
    """Whether it was talked through with the citizen beforehand: their words are written, or the line is ticked."""
    return bool(meeting.citizen_wants.strip() or meeting.citizen_avoids.strip() or PREPARED in meeting.ticks)


def _there(meeting: Meeting) -> bool | None:
    for each in meeting.participants:
        if each.member is not None and each.member.is_citizen and each.presence is not Presence.UNKNOWN:
            return each.presence is Presence.PRESENT
    return None
