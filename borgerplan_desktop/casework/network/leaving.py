"""Somebody leaves the network: what is open goes on or stays with their name, and what happened keeps its names."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.course.coordination import end_coordination, make_coordinator
from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.application import waiting_applications
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import (
    Appointment,
    CoordinatorAssignment,
    Course,
    ResponsibilityAnswer,
    ResponsibilityRequest,
)
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, HomeSupportWish, WishAnswer
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, Participant
from borgerplan_desktop.model.network import Involvement, NetworkMember, Reach, Representation, Support, Tie
from borgerplan_desktop.model.order import danish, place
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, Intervention, Step
from borgerplan_desktop.model.row import Row, referrers_of
from borgerplan_desktop.model.standing_appointment import StandingAppointment

_OF_THE_MAP = (Tie, Involvement, Support)                # they go with the person: no record of anything that happened


class Carries(enum.Enum):
    """What somebody who leaves can have in hand."""

    GOAL = enum.auto()
    STEP = enum.auto()
    HELP = enum.auto()
    AGREEMENT = enum.auto()
    MEETING = enum.auto()
    POINT = enum.auto()
    WAITING = enum.auto()
    APPOINTMENT = enum.auto()
    STANDING = enum.auto()
    WISH = enum.auto()
    COMPANION = enum.auto()
    SIGN = enum.auto()
    COORDINATION = enum.auto()
    STANDS_BESIDE = enum.auto()


@dataclass(frozen=True)
class InHand:
    """One open thing: what it is, in which words, and for what has one the day."""

    what: Carries
    words: str = ""
    on: date | None = None


@dataclass(frozen=True)
class _Carried:
    """The column of a row that names the person, as long as it is open."""

    thing: InHand
    row: Row
    column: str


def in_hand(case: Case, member: NetworkMember, today: date) -> list[InHand]:
    """Everything open that the person carries, comes to or stands for: what is asked about before they leave."""
    found = [each.thing for each in _tasks(case, member, today)]
    for participant in _to_come(case, member):
        meeting = case.get(Meeting, participant.meeting_id)
        found.append(InHand(Carries.MEETING, on=_day(meeting)))
    for item in _to_lead(case, member):
        found.append(InHand(Carries.POINT, item.title, _day(case.get(Meeting, item.meeting_id))))
    found += {each.row.id: each.thing for each in _waits(case, member)}.values()         # asked, and asks again: one
    found += [each.thing for each in _ahead(case, member, today)]
    found += [InHand(Carries.COORDINATION) for each in _held(case, member) if each.until is None]
    found += [InHand(Carries.STANDS_BESIDE) for each in case.of(Representation, Representation.member_id, member.id)
              if each.until is None or today <= each.until]
    return found


def is_named(case: Case, member: NetworkMember) -> bool:
    """Whether any record names the person: who was there, who promised, who was asked, who got a paper."""
    return any(getattr(row, column) == member.id for kind, column, _part in referrers_of(NetworkMember)
               if kind not in _OF_THE_MAP for row in case.all(kind))


def remove_person(opened: OpenCase, member: NetworkMember, instead: NetworkMember | None = None) -> None:
    """The person leaves the network from today; what is open goes to `instead`, or stays with their name.

    Whoever a record names is set aside and can be brought back; somebody whom nothing names is deleted.
    """
    if member.is_citizen:
        raise ValueError("the citizen cannot be removed from their own network")
    with opened.action(N_("Remove person")):
        keep_before(opened)
        _let_go(opened, member, instead)
        if is_named(opened.case, member):
            member.removed_on = opened.today()
        else:
            opened.case.remove(member)


def has_died(opened: OpenCase, member: NetworkMember, instead: NetworkMember | None = None) -> None:
    """The person is dead: they stay on the map, outside the rings, and are asked nothing more; what is open goes to
    `instead`, or stays with their name.
    """
    if member.is_citizen:
        raise ValueError("the citizen's own death is said of their course")
    with opened.action(N_("Somebody has died")):
        keep_before(opened)
        _let_go(opened, member, instead)
        member.reach = Reach.DEAD


def set_reach(opened: OpenCase, member: NetworkMember, reach: Reach) -> None:
    """Whether the person can be reached; for who is dead there is `has_died`."""
    with opened.action(N_("Change whether somebody can be reached")):
        keep_before(opened)
        member.reach = reach


def bring_back(opened: OpenCase, member: NetworkMember) -> None:
    """The person is in the network again, where they stood; what was handed over stays where it is."""
    if member.removed_on is None:
        return
    with opened.action(N_("Put on the map again")):
        keep_before(opened)
        member.removed_on = None


def who_left(case: Case) -> list[NetworkMember]:
    """Those who were set aside, by name."""
    gone = [m for m in case.all(NetworkMember) if m.removed_on is not None]
    return sorted(gone, key=lambda m: danish(m.contact.name))


def left_called(case: Case, name: str) -> NetworkMember | None:
    """Somebody of this name who was set aside: to be brought back rather than written twice."""
    wanted = danish(" ".join(name.split()))
    return next((m for m in who_left(case) if wanted and danish(m.contact.name) == wanted), None)


# --------------------------------------------------------------------------------------------------------- what is open
def _tasks(case: Case, member: NetworkMember, today: date) -> list[_Carried]:
    def goes_on(goal_id: str) -> bool:
        goal = case.get(Goal, goal_id)
        return goal is not None and goal.status.open

    goals = [g for g in case.of(Goal, Goal.responsible_id, member.id) if g.status.open]
    steps = [s for s in case.of(Step, Step.responsible_id, member.id) if not s.done and goes_on(s.goal_id)]
    help_ = [h for h in case.of(Intervention, Intervention.responsible_id, member.id)
             if (h.until_on is None or today <= h.until_on) and goes_on(h.goal_id)]
    agreed = [a for a in case.of(Agreement, Agreement.responsible_id, member.id) if a.status is AgreementStatus.OPEN]
    found = [(Carries.GOAL, g.title, g) for g in goals] + [(Carries.STEP, s.text, s) for s in steps]
    found += [(Carries.HELP, h.name, h) for h in help_] + [(Carries.AGREEMENT, a.text, a) for a in agreed]
    return [_Carried(InHand(what, words), row, "responsible_id") for what, words, row in found]


def _to_come(case: Case, member: NetworkMember) -> list[Participant]:
    return [p for p in case.of(Participant, Participant.member_id, member.id) if _is_ahead(case, p.meeting_id)]


def _to_lead(case: Case, member: NetworkMember) -> list[AgendaItem]:
    return [item for item in case.of(AgendaItem, AgendaItem.lead_id, member.id) if _is_ahead(case, item.meeting_id)]


def _waits(case: Case, member: NetworkMember) -> list[_Carried]:
    """What has no answer yet, and is asked of this person, or asked again by them."""
    found: list[tuple[str, Row, str]] = [
        (c.waiting_for, c, "waiting_for_id") for c in case.of(Course, Course.waiting_for_id, member.id)
        if c.closed_on is None and c.waiting_for]
    for each in waiting_applications(case):
        found += [(each.what or each.office, each, column) for column in ("member_id", "chaser_id")
                  if getattr(each, column) == member.id]
    found += [(each.office, each, "member_id")
              for each in case.of(ResponsibilityRequest, ResponsibilityRequest.member_id, member.id)
              if each.outcome is ResponsibilityAnswer.WAITING]
    found += [(each.what, each, "member_id") for each in case.of(Knowledge, Knowledge.member_id, member.id)
              if each.state is KnowledgeState.ASKED]
    return [_Carried(InHand(Carries.WAITING, words), row, column) for words, row, column in found]


def _ahead(case: Case, member: NetworkMember, today: date) -> list[_Carried]:
    """The citizen's own appointments with the person, and their part in the time after."""
    found = [_Carried(InHand(Carries.APPOINTMENT, each.text, each.on), each, "member_id")
             for each in case.of(Appointment, Appointment.member_id, member.id)
             if each.kept is None and each.on >= today]
    found += [_Carried(InHand(Carries.STANDING, each.text), each, "member_id")
              for each in _standing(case, member, today)]
    found += [_Carried(InHand(Carries.WISH, each.wish), each, "to_id")
              for each in case.of(HomeSupportWish, HomeSupportWish.to_id, member.id)
              if each.answer is WishAnswer.WAITING]
    for care in (each for each in case.all(AfterCare) if each.ended_on is None):
        if care.companion_id == member.id:
            found.append(_Carried(InHand(Carries.COMPANION), care, "companion_id"))
        found += [_Carried(InHand(Carries.SIGN, each.what_then or each.sign), each, "member_id") for each in care.signs
                  if each.member_id == member.id]
    return found


def _standing(case: Case, member: NetworkMember, today: date) -> list[StandingAppointment]:
    """What comes back with the person, now or from a day ahead."""
    return [each for each in case.of(StandingAppointment, StandingAppointment.member_id, member.id)
            if each.ends_on is None or each.ends_on > today]


def _held(case: Case, member: NetworkMember) -> list[CoordinatorAssignment]:
    return case.of(CoordinatorAssignment, CoordinatorAssignment.member_id, member.id)


def _is_ahead(case: Case, meeting_id: str) -> bool:
    meeting = case.get(Meeting, meeting_id)
    return meeting is not None and meeting.status.ahead


def _day(meeting: Meeting | None) -> date | None:
    return meeting.starts_at.date() if meeting is not None and meeting.starts_at is not None else None


# ----------------------------------------------------------------------------------------------------------- letting go
def _let_go(opened: OpenCase, member: NetworkMember, instead: NetworkMember | None) -> None:
    """What is open goes on without the person from today."""
    case, today = opened.case, opened.today()
    _leave_meetings(opened, member, instead)
    _leave_tasks(case, member, instead, today)
    for representation in case.of(Representation, Representation.member_id, member.id):
        if representation.until is None or today < representation.until:
            representation.until = today
    if any(each.until is None for each in _held(case, member)):
        if instead is not None and not instead.is_citizen:
            make_coordinator(opened, instead)
        else:
            end_coordination(opened)


def _leave_meetings(opened: OpenCase, member: NetworkMember, instead: NetworkMember | None) -> None:
    """Somebody else comes and leads, or nobody: only to what is still ahead."""
    for item in _to_lead(opened.case, member):
        item.lead_id = instead.id if instead is not None else None
    for participant in _to_come(opened.case, member):
        meeting = opened.case.get(Meeting, participant.meeting_id)
        assert meeting is not None
        index = meeting.participants.index(participant)
        opened.case.remove(participant)
        if instead is not None and all(p.member_id != instead.id for p in meeting.participants):
            place(add_participant(opened, meeting, instead, participant.why), meeting.participants, index)


def _leave_tasks(case: Case, member: NetworkMember, instead: NetworkMember | None, today: date) -> None:
    if instead is None:                                  # a promise keeps the name of who gave it
        for standing in _standing(case, member, today):
            standing.ends_on = today                     # but nobody sits there next week
        return
    for each in (*_tasks(case, member, today), *_waits(case, member), *_ahead(case, member, today)):
        setattr(each.row, each.column, instead.id)
