"""What a meeting came to: the tasks read aloud person by person, what is still to be done, why no plan was adopted."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.model.attention import whose
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, PlanVersion, open_agreements


@dataclass(frozen=True)
class Tasks:
    """What one person does; without `member` nobody has taken it on yet."""

    member: NetworkMember | None
    agreements: tuple[Agreement, ...]


def sum_up(meeting: Meeting) -> list[Tasks]:
    """Who does what, in the order in which it is read aloud: we begin, then the partners and those close to the
    citizen; the citizen comes last, and after them what nobody has taken on yet.
    """
    seats = {each.member_id: number for number, each in enumerate(meeting.participants)}
    by: dict[NetworkMember | None, list[Agreement]] = {}
    for each in meeting.agreements:
        if each.text.strip() and each.status is AgreementStatus.OPEN:
            by.setdefault(each.responsible, []).append(each)
    found = [Tasks(member, tuple(sorted(agreements, key=_day))) for member, agreements in by.items()]
    return sorted(found, key=lambda each: (each.member is None, whose(each.member).side.number, seats.get(
        each.member.id if each.member is not None else None, len(seats))))


def follow_up_list(meeting: Meeting, today: date) -> list[Agreement]:
    """The agreements made there: those past their day first, then by day; after them what is done, the newest first."""
    said = [each for each in meeting.agreements if each.text.strip()]
    open_ = [each for each in said if each.status is AgreementStatus.OPEN]
    over = sorted((each for each in said if each not in open_), key=lambda each: each.done_on or date.min, reverse=True)
    return sorted(open_, key=lambda each: (not each.overdue(today), *_day(each))) + over


def _day(agreement: Agreement) -> tuple[bool, date, float]:
    return agreement.due_on is None, agreement.due_on or date.max, agreement.place


def without_a_day(meeting: Meeting) -> list[Agreement]:
    """What is open with neither a day nor words for when: My day shows it, and cannot say when it is late."""
    return [each for each in follow_up_list(meeting, date.min) if each.waits_without_a_day]


def from_before(meeting: Meeting) -> list[Agreement]:
    """What earlier meetings agreed on and is still open."""
    starts = meeting.started_at or meeting.starts_at
    if starts is None:
        return []
    found = []
    for each in open_agreements(meeting.case):
        other = meeting.case.get(Meeting, each.meeting_id)
        began = (other.started_at or other.starts_at) if other is not None else None
        if other is not meeting and began is not None and began < starts and each.text.strip():
            found.append(each)
    return found


# ------------------------------------------------------------------------------------------- why no plan was adopted
def was_not_adopted(meeting: Meeting) -> bool:
    """Whether it was a network meeting that ended without a plan; one adopted later answers it, unless it was said why.
    """
    if not has_been_held(meeting) or meeting.kind is not MeetingKind.NETWORK:
        return False
    versions, day = meeting.case.all(PlanVersion), meeting.started_at or meeting.starts_at
    if any(each.meeting_id == meeting.id for each in versions):
        return False
    later = any(day is None or each.adopted_on >= day.date() for each in versions)
    return bool(meeting.not_adopted_why.strip()) or not later
