"""What the shelter's figures are counted from, of all citizens: days and kinds, nobody's name, and no words.

A few statements, each of which reads one kind of row of a time; of a case that was merged into another only the other
is counted. What depends on the time in another way than by a day of its own is sorted out by `model/figures`.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import starmap
from typing import Any, TypeVar

from borgerplan_desktop.model.application import Application, Outcome
from borgerplan_desktop.model.citizen import Channel, Citizen, Cooperation
from borgerplan_desktop.model.course import Course, Milestone, MilestoneKind, ResponsibilityRequest, Stay
from borgerplan_desktop.model.figures.course_figures import REACH_BACK
from borgerplan_desktop.model.figures.lines import (
    RESPONSIBILITY,
    AfterCareLine,
    AgreedLine,
    AgreementLine,
    CallLine,
    CourseLine,
    EarlierPlanLine,
    FeedbackLine,
    GoalLine,
    HelpLine,
    LadderLine,
    Lines,
    MeetingLine,
    PartnerLine,
    RatingLine,
    SaidLine,
    StayLine,
    WaitLine,
)
from borgerplan_desktop.model.figures.period import Span
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import (
    QUESTIONS,
    ChecklistTick,
    Feedback,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Participant,
    Presence,
)
from borgerplan_desktop.model.meeting_figures import HELD, PREPARED
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import (
    Agreed,
    Agreement,
    AgreementStatus,
    Goal,
    GoalStatus,
    Intervention,
    LadderPosition,
    PlanApproval,
    PlanVersion,
)
from borgerplan_desktop.model.what_we_changed import WhatWeChanged
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.progress import Progress
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.store import Store

L = TypeVar("L", bound=tuple[Any, ...])


def lines_between(store: Store, span: Span, progress: Progress) -> Lines:
    """Everything a time is counted from, in one snapshot; between two statements it may be stopped."""
    with plain_errors(), store.reading.begin() as conn:
        reader = _Reader(conn, span)
        asked: dict[str, Callable[[_Reader], Sequence[Any]]] = {
            "courses": _courses, "meetings": _meetings, "partners": _partners, "agreements": _agreements,
            "ladder": _ladder, "waits": _waits, "stays": _stays, "calls": _calls, "after_care": _after_care,
            "feedback": _feedback, "said": _said, "earlier_plans": _earlier_plans, "help": _help, "agreed": _agreed,
            "ratings": _ratings, "goals": _goals}
        found: dict[str, Any] = {}
        for at, (name, read) in enumerate(asked.items()):
            progress(at / len(asked))
            found[name] = read(reader)
        return Lines(**found)


@dataclass
class _Reader:
    """The snapshot, and who is counted in it."""

    conn: sa.Connection
    span: Span

    def __post_init__(self) -> None:
        everybody = self.conn.execute(sa.select(Citizen.case_id, Citizen.merged_into, Citizen.contact_person_id)).all()
        self.contact = {case_id: person is not None for case_id, _into, person in everybody}
        self.merged = {case_id for case_id, into, _person in everybody if into}

    def __call__(self, query: sa.Select[*tuple[Any, ...]]) -> Iterable[Sequence[Any]]:
        """The rows of those who are counted, by their first column."""
        found = self.conn.execute(query).all()
        return [row for row in found if row[0] not in self.merged] if self.merged else found

    def within(self, day: Any) -> sa.ColumnElement[bool]:
        return day.between(self.span.first, self.span.last)

    def of(self, line: Callable[..., L], query: sa.Select[*tuple[Any, ...]]) -> list[L]:
        return list(starmap(line, self(query)))


# ------------------------------------------------------------------------------------------------------- the course
def _courses(r: _Reader) -> list[CourseLine]:
    adopted = {row.course_id: row.done_on for row in r.conn.execute(sa.select(
        Milestone.course_id, Milestone.done_on).where(Milestone.kind == MilestoneKind.PLAN_ADOPTED))}
    said = set(r.conn.scalars(sa.select(Cooperation.case_id).where(Cooperation.channel != Channel.NOT_ASKED)))
    query = sa.select(Course.case_id, Course.first_contact_on, Course.closed_on, Course.outcome, Course.id).where(
        Course.first_contact_on <= r.span.last,
        sa.or_(Course.closed_on.is_(None), Course.closed_on >= _back(r.span.first)))
    return [CourseLine(whose, first, closed, outcome, adopted.get(id), whose in said, r.contact.get(whose, False))
            for whose, first, closed, outcome, id in r(query)]


def _back(day: date) -> date:
    return day - min(REACH_BACK, day - date.min)


def _ladder(r: _Reader) -> list[LadderLine]:
    query = sa.select(LadderPosition.case_id, LadderPosition.since, LadderPosition.step).where(
        LadderPosition.since <= r.span.last)
    return [LadderLine(whose, since, step.number) for whose, since, step in r(query)]


def _waits(r: _Reader) -> list[WaitLine]:
    sent = sa.select(Application.case_id, Application.kind, Application.sent_on, Application.answered_on).where(
        Application.sent_on <= r.span.last, Application.outcome != Outcome.DROPPED,
        sa.or_(Application.answered_on.is_(None), Application.answered_on >= r.span.first))
    request, settled = ResponsibilityRequest, sa.func.coalesce(
        ResponsibilityRequest.answered_on, Milestone.done_on, Course.closed_on)     # nobody waits for it any more
    asked = (sa.select(request.case_id, request.asked_on, settled).join(Course, Course.id == request.course_id)
             .join(Milestone, sa.and_(Milestone.course_id == Course.id, Milestone.kind == MilestoneKind.RESPONSIBILITY),
                   isouter=True)
             .where(request.asked_on <= r.span.last, sa.or_(settled.is_(None), settled >= r.span.first)))
    return [*(WaitLine(whose, kind.value, since, answered) for whose, kind, since, answered in r(sent)),
            *(WaitLine(whose, RESPONSIBILITY, since, answered) for whose, since, answered in r(asked))]


def _stays(r: _Reader) -> list[StayLine]:
    return r.of(StayLine, sa.select(Stay.case_id, Stay.admitted_on, Stay.left_on, Stay.left_how, Stay.leaves_to).where(
        Stay.admitted_on <= r.span.last, sa.or_(Stay.left_on.is_(None), Stay.left_on >= _back(r.span.first))))


def _calls(r: _Reader) -> list[CallLine]:
    """Not those that were planned for after it had ended."""
    call = AfterCareCall
    return r.of(CallLine, sa.select(call.case_id, call.planned_on, call.called_on.is_not(None))
                .join(AfterCare, AfterCare.id == call.after_care_id)
                .where(r.within(call.planned_on), sa.or_(
                    AfterCare.ended_on.is_(None), AfterCare.ended_on >= call.planned_on, call.called_on.is_not(None))))


def _after_care(r: _Reader) -> list[AfterCareLine]:
    return r.of(AfterCareLine, sa.select(AfterCare.case_id, AfterCare.began_on, AfterCare.companion_id.is_not(None))
                .where(r.within(AfterCare.began_on)))


def _earlier_plans(r: _Reader) -> list[EarlierPlanLine]:
    return r.of(EarlierPlanLine, sa.select(EarlierPlan.case_id, EarlierPlan.settled_on,
                                           EarlierPlan.outcome == EarlierPlanOutcome.REPLACED).where(
        r.within(EarlierPlan.settled_on), EarlierPlan.outcome != EarlierPlanOutcome.OPEN))


# ------------------------------------------------------------------------------------------------------- meetings
_began = sa.func.coalesce(Meeting.starts_at, Meeting.started_at)


def _in_span(r: _Reader) -> sa.ColumnElement[bool]:
    return _began.between(datetime.combine(r.span.first, time.min), datetime.combine(r.span.last, time.max))


def _meetings(r: _Reader) -> list[MeetingLine]:
    """The rule of whether the citizen was there and prepared is that of `model/meeting_figures`."""
    ticked = set(r.conn.scalars(sa.select(ChecklistTick.meeting_id).where(ChecklistTick.item == PREPARED)))
    wishes = sa.or_(sa.func.trim(Meeting.citizen_wants) != "", sa.func.trim(Meeting.citizen_avoids) != "")
    query = sa.select(Meeting.case_id, _began, Meeting.status, _there(), wishes, Meeting.id).where(
        _in_span(r), Meeting.kind != MeetingKind.TALK, Meeting.status.in_([*HELD, MeetingStatus.CALLED_OFF]))
    return [MeetingLine(whose, at.date(), status is MeetingStatus.CALLED_OFF,
                        None if came is None else came is Presence.PRESENT, bool(said) or id in ticked)
            for whose, at, status, came, said, id in r(query)]


def _there() -> sa.ScalarSelect[Any]:
    """What is noted of the citizen themselves; nothing = nobody noted it."""
    return (sa.select(Participant.presence).join(NetworkMember, NetworkMember.id == Participant.member_id)
            .where(Participant.meeting_id == Meeting.id, NetworkMember.kind == MemberKind.CITIZEN,
                   Participant.presence != Presence.UNKNOWN)
            .order_by(Participant.place, Participant.id).limit(1).correlate(Meeting).scalar_subquery())


def _partners(r: _Reader) -> list[PartnerLine]:
    query = (sa.select(Meeting.case_id, _began, Participant.presence)
             .join(Participant, Participant.meeting_id == Meeting.id)
             .join(NetworkMember, NetworkMember.id == Participant.member_id)
             .where(_in_span(r), Meeting.kind != MeetingKind.TALK, Meeting.status.in_(HELD),
                    Participant.presence != Presence.UNKNOWN, *_is_partner()))
    return [PartnerLine(whose, at.date(), came is Presence.PRESENT) for whose, at, came in r(query)]


def _is_partner() -> Iterable[sa.ColumnElement[bool]]:
    return NetworkMember.kind == MemberKind.PROFESSIONAL, NetworkMember.staff_id.is_(None)


def _agreements(r: _Reader) -> list[AgreementLine]:
    """Those that nobody by name is responsible for are ours to see to."""
    ours = sa.case((sa.or_(Agreement.responsible_id.is_(None), NetworkMember.staff_id.is_not(None)), 1),
                   (sa.and_(*_is_partner()), 0), else_=None)
    clear = sa.and_(Agreement.responsible_id.is_not(None),
                    sa.or_(Agreement.due_on.is_not(None), sa.func.trim(Agreement.when) != ""))
    query = (sa.select(Agreement.case_id, ours, Agreement.made_on, Agreement.due_on, Agreement.status, clear)
             .join(NetworkMember, NetworkMember.id == Agreement.responsible_id, isouter=True)
             .where(sa.or_(r.within(Agreement.made_on), r.within(Agreement.due_on)),
                    Agreement.status != AgreementStatus.DROPPED, sa.func.trim(Agreement.text) != ""))
    return [AgreementLine(whose, None if us is None else bool(us), made, due, status is AgreementStatus.DONE,
                          bool(said))
            for whose, us, made, due, status, said in r(query)]


def _feedback(r: _Reader) -> list[FeedbackLine]:
    answers = [getattr(Feedback, field.key) for field, _words in QUESTIONS]
    query = sa.select(Feedback.case_id, _began, *answers).join(Meeting, Meeting.id == Feedback.meeting_id).where(
        _in_span(r), sa.or_(*(each.is_not(None) for each in answers)))
    return [FeedbackLine(row[0], row[1].date(), tuple(row[2:])) for row in r(query)]


def _said(r: _Reader) -> list[SaidLine]:
    return r.of(SaidLine, sa.select(WhatWeChanged.case_id, WhatWeChanged.said_on,
                                    sa.func.trim(WhatWeChanged.changed) != "").where(r.within(WhatWeChanged.said_on)))


# ------------------------------------------------------------------------------------------------------- the plan
def _help(r: _Reader) -> list[HelpLine]:
    return r.of(HelpLine, sa.select(Intervention.case_id, Intervention.from_on, Intervention.service_id.is_not(None))
                .where(r.within(Intervention.from_on)))


def _agreed(r: _Reader) -> list[AgreedLine]:
    yes = sa.func.min(sa.case((PlanApproval.agreed == Agreed.YES, 1), else_=0))
    return r.of(AgreedLine, sa.select(PlanVersion.case_id, PlanVersion.adopted_on, yes)
                .join(PlanApproval, PlanApproval.version_id == PlanVersion.id)
                .where(r.within(PlanVersion.adopted_on), PlanApproval.agreed.is_not(None)).group_by(PlanVersion.id))


def _ratings(r: _Reader) -> list[RatingLine]:
    return r.of(RatingLine, sa.select(Rating.case_id, sa.func.coalesce(Rating.goal_id, Rating.area), Rating.rated_on,
                                      Rating.value).where(
        r.within(Rating.rated_on), Rating.by == RatedBy.CITIZEN, Rating.answer == RatingAnswer.VALUE,
        Rating.value.is_not(None)))


def _goals(r: _Reader) -> list[GoalLine]:
    closed = [each for each in GoalStatus if not each.open]
    return r.of(GoalLine, sa.select(Goal.case_id, Goal.closed_on, Goal.status == GoalStatus.REACHED).where(
        r.within(Goal.closed_on), Goal.status.in_(closed), Goal.area.in_([LifeArea.HEALTH, LifeArea.WELLBEING])))


