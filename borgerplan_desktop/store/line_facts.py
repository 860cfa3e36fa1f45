"""What the line of a citizen is made of: one statement that asks the rows for a day of everything that calls.

It says what `model/attention.py` says of one case, as far as days alone can: nobody whose part in the course has an end
is counted, somebody taken out of a form alone is not seen, and of two plans any adopted version counts.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from borgerplan_desktop.model.application import Application, HousingOffer, OfferAnswer, Outcome
from borgerplan_desktop.model.attention import ANSWERED_WITHIN, Call
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, LegalBasis, TopicAnswer
from borgerplan_desktop.model.contact_note import ContactNote, MissedAppointment
from borgerplan_desktop.model.course import (
    COORDINATOR_WITHIN,
    TARGET_LAST_DAY,
    CoordinatorAssignment,
    Course,
    LeftHow,
    Milestone,
    MilestoneKind,
    ResponsibilityAnswer,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.meeting import CHANGES_BEFORE, Meeting, MeetingKind, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import Being, MemberKind, NetworkMember, Reach, Representation, RepresentationKind
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import (
    Agreement,
    AgreementStatus,
    FollowUpDay,
    Goal,
    GoalStatus,
    Plan,
    PlanVersion,
    Step,
)
from borgerplan_desktop.model.working_days import day_at_work_before
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import table_of

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
_HELD = (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)
_OPEN_GOAL = Goal.status.in_([status for status in GoalStatus if status.open])


def first_call(facts: Mapping[str, Any]) -> tuple[date, str]:
    """The first day on which the citizen calls for somebody, whatever the shelter's settings are, and for what.

    `date.max`, "" = nothing does.
    """
    order = list(Call)
    since, call = min(_calls(facts), key=lambda each: (each[0], order.index(each[1])), default=(date.max, None))
    return since, call.value if call is not None else ""


def _calls(facts: Mapping[str, Any]) -> Iterator[tuple[date, Call]]:
    if facts["has_died"]:
        if facts["first_contact_on"] is not None and facts["closed_on"] is None:
            yield facts["first_contact_on"], Call.DIED
        return
    if facts["after_care_on"] is not None:
        yield facts["after_care_on"], Call.AFTER_CARE_CALL
    began: date | None = facts["first_contact_on"]
    if began is None:
        return
    if facts["closed_on"] is not None:                   # what is waited for all the same calls on its day
        for name in ("nudge_on", "sent_nudge_on"):
            if facts[name] is not None:
                yield facts[name], Call.NUDGE
        return
    if facts["adopted"] is None:
        yield later(began, TARGET_LAST_DAY + 1), Call.PLAN
    if facts["lacks_coordinator"]:
        yield max(began, facts["coordinated_until"] or began), Call.NO_COORDINATOR
    elif facts["held_since"] is not None and facts["is_temporary"]:
        yield later(facts["held_since"], COORDINATOR_WITHIN.days + 1), Call.TEMPORARY_COORDINATOR
    if facts["unasked_from"] is not None:
        yield max(began, facts["unasked_from"]), Call.CONSENT_MISSING
    for name, call in (("notice_from", Call.NOTICE), ("missed_on", Call.MISSED), ("away_on", Call.AWAY),
                       ("nudge_on", Call.NUDGE),
                       ("asked_nudge_on", Call.NUDGE), ("sent_nudge_on", Call.NUDGE), ("no_nudge_on", Call.NO_NUDGE),
                       ("asked_no_nudge", Call.NO_NUDGE), ("sent_no_nudge", Call.NO_NUDGE),
                       ("bare_on", Call.NO_MEANWHILE), ("asked_bare", Call.NO_MEANWHILE),
                       ("sent_bare", Call.NO_MEANWHILE)):
        if facts[name] is not None:
            yield facts[name], call
    if facts["asked_knowledge_on"] is not None:
        yield later(facts["asked_knowledge_on"], ANSWERED_WITHIN), Call.KNOWLEDGE
    for name, call in (("agreement_due", Call.AGREEMENT), ("step_due", Call.STEP), ("goal_due", Call.GOAL),
                       ("follow_up_on", Call.FOLLOW_UP), ("habit_on", Call.FOLLOW_UP),
                       ("plan_follow_up_on", Call.PLAN_FOLLOW_UP),
                       ("talk_on", Call.TALK), ("offer_by", Call.OFFER), ("passes_on", Call.MEETING_PASSED),
                       ("goes_on_since", Call.MEETING_NOT_ENDED), ("minutes_of", Call.MINUTES),
                       ("no_day_since", Call.NO_DAY)):
        if facts[name] is not None:
            yield later(_day(facts[name])), call
    if facts["invites_for"] is not None:
        on = _day(facts["invites_for"])
        yield day_at_work_before(on - min(CHANGES_BEFORE, on - date.min)), Call.AGENDA


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at


@cache
def facts_query() -> sa.Select[*tuple[Any, ...]]:
    """The facts of every citizen whose case was not merged into another."""
    course = (sa.select(Course.id).where(_of(Course)).correlate(Citizen)
              .order_by(Course.closed_on.is_(None).desc(), Course.first_contact_on.desc()).limit(1).scalar_subquery())
    facts = {**_stay(), **_coordination(), **_plan(), **_meetings(), **_contact(), **_waits(), **_consents()}
    return (sa.select(Citizen.case_id, Citizen.name, Citizen.called, Citizen.phone, Citizen.contact_person_id,
                      Course.first_contact_on, Course.closed_on, *(value.label(name) for name, value in facts.items()))
            .outerjoin(Course, Course.id == course).where(Citizen.merged_into == ""))


Facts = dict[str, sa.ColumnElement[Any]]


def _of(kind: type) -> sa.ColumnElement[bool]:
    return kind.case_id == Citizen.case_id  # type: ignore[attr-defined]


def _one(what: sa.ColumnElement[Any], *where: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    return sa.select(what).where(*where).correlate(Citizen, Course).scalar_subquery()


def _stay() -> Facts:
    def of_stay(what: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        return (sa.select(what).where(_of(Stay)).correlate(Citizen)
                .order_by(Stay.left_on.is_(None).desc(), Stay.admitted_on.desc()).limit(1).scalar_subquery())
    return {"room": of_stay(sa.case((Stay.left_on.is_(None), Stay.room))),
            "has_died": of_stay(sa.case((Stay.left_how == LeftHow.DIED, 1))),
            "notice_from": of_stay(sa.case((Stay.notified_on.is_(None), Stay.decided_on)))}


def _coordination() -> Facts:
    held = (sa.select(CoordinatorAssignment.since).join(
        NetworkMember, NetworkMember.id == CoordinatorAssignment.member_id).where(
            _of(CoordinatorAssignment), CoordinatorAssignment.until.is_(None), NetworkMember.removed_on.is_(None))
        .correlate(Citizen).order_by(CoordinatorAssignment.since.desc(), CoordinatorAssignment.id.desc()).limit(1))
    ended = (sa.select(CoordinatorAssignment.ends_coordination).where(
        _of(CoordinatorAssignment), CoordinatorAssignment.until.is_not(None)).correlate(Citizen).order_by(
            *(column.desc() for column in (CoordinatorAssignment.until, CoordinatorAssignment.since,
                                           CoordinatorAssignment.ends_coordination))).limit(1).scalar_subquery())
    grounds = (Cooperation.complex_actors, Cooperation.complex_situation, Cooperation.complex_illness)
    no_need = sa.select(Cooperation.id).where(_of(Cooperation), (Cooperation.other_coordinator == Answer.YES) | sa.and_(
        *(each == Answer.NO for each in grounds))).correlate(Citizen).exists()
    return {"lacks_coordinator": held.scalar_subquery().is_(None) & ~sa.func.coalesce(ended, sa.false()) & ~no_need,
            "held_since": held.scalar_subquery(),
            "is_temporary": held.with_only_columns(CoordinatorAssignment.temporary).scalar_subquery(),
            "coordinated_until": _one(sa.func.max(CoordinatorAssignment.until), _of(CoordinatorAssignment))}


def _plan() -> Facts:
    def of_plan(what: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        return (sa.select(what).where(_of(Plan)).correlate(Citizen)
                .order_by(Plan.started_on.is_(None).desc(), Plan.started_on.desc()).limit(1).scalar_subquery())
    cadence = of_plan(Plan.follow_up_on.expression)
    agreed = _one(sa.func.min(FollowUpDay.on), _of(FollowUpDay), FollowUpDay.done_on.is_(None))
    follow_up_on = sa.func.min(sa.func.coalesce(cadence, agreed), sa.func.coalesce(agreed, cadence))
    met_since = sa.select(Meeting.id).where(
        _of(Meeting), Meeting.kind != MeetingKind.TALK, Meeting.status != MeetingStatus.CALLED_OFF,
        sa.func.date(Meeting.starts_at) >= follow_up_on).correlate(Citizen).exists()
    return {
        "adopted": _one(sa.func.max(PlanVersion.number), _of(PlanVersion),
                        PlanVersion.adopted_on >= sa.func.coalesce(Course.first_contact_on, date.min)),
        "agreement_due": _one(sa.func.min(Agreement.due_on), _of(Agreement), Agreement.status == AgreementStatus.OPEN),
        "no_day_since": (sa.select(sa.func.min(sa.func.coalesce(
            Agreement.made_on, sa.func.date(Meeting.starts_at), Course.first_contact_on)))
            .join(Meeting, Meeting.id == Agreement.meeting_id)
            .where(_of(Agreement), Agreement.status == AgreementStatus.OPEN, Agreement.due_on.is_(None),
                   _is_blank(Agreement.when), ~_is_blank(Agreement.text)).correlate(Citizen, Course).scalar_subquery()),
        "step_due": (sa.select(sa.func.min(Step.due_on)).join(Goal, Goal.id == Step.goal_id)
                     .where(_of(Step), Step.done_on.is_(None), _OPEN_GOAL).correlate(Citizen).scalar_subquery()),
        "plan_follow_up_on": sa.case((~met_since, follow_up_on)),
        "talk_on": of_plan(Plan.next_talk_on.expression),
        "goal_due": _one(sa.func.min(Goal.deadline), _of(Goal), _OPEN_GOAL),
        "follow_up_on": _one(sa.func.min(Goal.follow_up_on), _of(Goal), _OPEN_GOAL),
        "habit_on": _one(sa.func.min(Habit.follow_up_on), _of(Habit))}


def _meetings() -> Facts:
    starts = sa.func.min(Meeting.starts_at)
    talk = Meeting.kind == MeetingKind.TALK
    return {
        "meeting_at": _one(starts, _of(Meeting), Meeting.status.in_((*_AHEAD, MeetingStatus.IN_PROGRESS))),
        "passes_on": _one(starts, _of(Meeting), Meeting.status.in_(_AHEAD)),
        "goes_on_since": _one(starts, _of(Meeting), Meeting.status == MeetingStatus.IN_PROGRESS),
        "invites_for": _one(starts, _of(Meeting), Meeting.status.in_(_AHEAD), Meeting.invited_on.is_(None), ~talk),
        "minutes_of": _one(starts, _of(Meeting), Meeting.status == MeetingStatus.HELD, ~talk),
        "met_at": _one(sa.func.max(Meeting.starts_at), _of(Meeting), Meeting.status.in_(_HELD)),
        "lacks_interpreter": sa.select(Cooperation.id).where(
            _of(Cooperation), Cooperation.interpreter == Answer.YES, _is_blank(Cooperation.interpreter_booking))
        .correlate(Citizen).exists()}


def _contact() -> Facts:
    whom = sa.case((ContactNote.member_id.is_(None), ContactNote.with_whom == ""),
                   else_=_is_citizen(ContactNote.member_id))
    missed = MissedAppointment
    who, missed_by = (sa.func.coalesce(each, "") for each in (Participant.member_id, missed.member_id))
    came = sa.select(Participant.id).where(
        Participant.meeting_id == missed.meeting_id, Participant.presence == Presence.PRESENT, who == missed_by
        ).correlate(missed).exists()
    left = (_of(missed), missed.settled_on.is_(None), ~came)
    is_of_citizen = missed.member_id.is_(None) | _is_citizen(missed.member_id)
    return {
        "contacted_at": _one(sa.func.max(ContactNote.at), _of(ContactNote), ContactNote.reached.is_(True), whom),
        "noted_on": _one(sa.func.max(sa.func.coalesce(Note.about_on, sa.func.date(Note.written_at))), _of(Note)),
        "missed_on": _one(sa.func.min(missed.on), *left, is_of_citizen),
        "away_on": _one(sa.func.min(missed.on), *left, ~is_of_citizen),
        "asked_knowledge_on": _one(sa.func.min(Knowledge.asked_on), _of(Knowledge),
                                   Knowledge.state == KnowledgeState.ASKED),
        "after_care_on": (sa.select(sa.func.min(AfterCareCall.planned_on))
                          .join(AfterCare, AfterCare.id == AfterCareCall.after_care_id)
                          .where(_of(AfterCareCall), AfterCareCall.called_on.is_(None), AfterCare.ended_on.is_(None))
                          .correlate(Citizen).scalar_subquery())}


def _is_citizen(member_id: Any) -> sa.ColumnElement[bool]:
    return (sa.select(NetworkMember.id).where(NetworkMember.id == member_id, NetworkMember.kind == MemberKind.CITIZEN)
            .correlate(ContactNote, MissedAppointment).exists())


def _waits() -> Facts:
    """The three kinds of wait: what was written, the offices asked who is responsible, and the applications."""
    asked, sent, first = ResponsibilityRequest, Application, sa.func.min
    settled = (sa.select(Milestone.id).where(
        Milestone.course_id == Course.id, Milestone.kind == MilestoneKind.RESPONSIBILITY,
        Milestone.done_on.is_not(None)).correlate(Course).exists())
    waits = (asked.course_id == Course.id, asked.outcome == ResponsibilityAnswer.WAITING, ~settled)
    applied = (_of(sent), sent.outcome == Outcome.WAITING, sent.sent_on.is_not(None))
    said, since = Course.waiting_for != "", sa.func.coalesce(Course.waiting_since, Course.first_contact_on)
    asked_on = sa.func.coalesce(asked.asked_on, Course.first_contact_on)
    return {
        "waiting_for": sa.func.coalesce(sa.func.nullif(Course.waiting_for, ""),
                                        _one(sa.func.max(asked.office), *waits)),
        "nudge_on": sa.case((said, Course.nudge_on)),
        "no_nudge_on": sa.case((said & Course.nudge_on.is_(None), since)),
        "bare_on": sa.case((said & _is_blank(Course.meanwhile), since)),
        "asked_nudge_on": _one(first(asked.nudge_on), *waits),
        "asked_no_nudge": _one(first(asked_on), *waits, asked.nudge_on.is_(None)),
        "asked_bare": _one(first(asked_on), *waits, _is_blank(asked.meanwhile)),
        "sent_nudge_on": _one(first(sent.nudge_on), *applied),
        "sent_no_nudge": _one(first(sent.sent_on), *applied, sent.nudge_on.is_(None)),
        "sent_bare": _one(first(sent.sent_on), *applied, sent.meanwhile_kind.is_(None), _is_blank(sent.meanwhile)),
        "offer_by": _one(first(HousingOffer.answer_by), _of(HousingOffer), HousingOffer.answer == OfferAnswer.OPEN)}


def _is_blank(column: Any) -> sa.ColumnElement[bool]:
    return sa.func.trim(column) == ""


def _consents() -> Facts:
    """Since when somebody has not been asked, and the first day on which what somebody said yes to ends."""
    member = NetworkMember
    forms = (sa.select(Consent.id).join(ConsentPerson, ConsentPerson.consent_id == Consent.id)
             .where(ConsentPerson.member_id == member.id, Consent.basis == LegalBasis.CONSENT).correlate(member))
    stands_beside = (sa.select(Representation.id).where(
        Representation.member_id == member.id, Representation.kind == RepresentationKind.LAY_REPRESENTATIVE,
        Representation.until.is_(None)).correlate(member).exists())
    gets_paper = (sa.select(Participant.id).join(Meeting, Meeting.id == Participant.meeting_id).where(
        Participant.member_id == member.id, Meeting.status != MeetingStatus.CALLED_OFF,
        Meeting.status.in_(_AHEAD) | Participant.minutes_given_on.is_(None)).correlate(member).exists())
    around = (_of(member), member.kind != MemberKind.CITIZEN, member.staff_id.is_(None), member.removed_on.is_(None),
              member.involved_until.is_(None), member.being == Being.PERSON, member.reach != Reach.DEAD)
    until = (forms.with_only_columns(sa.func.max(sa.func.coalesce(Consent.expires_on, date.max)))
             .where(~Consent.said_no, Consent.withdrawn_on.is_(None)).scalar_subquery())
    return {
        "unasked_from": _one(sa.func.min(sa.func.coalesce(member.involved_from, date.min)), *around, ~forms.exists(),
                             (member.kind == MemberKind.PROFESSIONAL) | stands_beside | gets_paper),
        "consent_until": _one(sa.func.min(until), *around, forms.where(_some_yes_holds()).exists(),
                              until < date.max)}


def _some_yes_holds() -> sa.ColumnElement[bool]:
    """Whether the form says yes to a topic, and no later word about the person takes it back."""
    others, people, topics = (table_of(kind).alias() for kind in (Consent, ConsentPerson, ConsentTopic))
    other, person, asked = others.c, people.c, topics.c

    def at(when: Any) -> sa.ColumnElement[Any]:
        return sa.func.coalesce(when, datetime.min)
    said = sa.tuple_(Consent.given_on, at(Consent.written_at), Consent.rev)
    taken_back = sa.tuple_(other.withdrawn_on, at(other.withdrawal_written_at), other.rev) >= said
    taken_back |= (other.id == Consent.id) & other.withdrawn_on.is_not(None)     # whatever the clock said
    no = (other.said_no | (asked.answer == TopicAnswer.NO)) & (
        sa.tuple_(other.given_on, at(other.written_at), other.rev) >= said)
    later_no = (sa.select(other.id).join(people, person.consent_id == other.id)
                .join(topics, asked.consent_id == other.id)
                .where(person.member_id == NetworkMember.id, other.basis == LegalBasis.CONSENT,
                       asked.topic == ConsentTopic.topic, taken_back | no)
                .correlate(NetworkMember, Consent, ConsentTopic).exists())
    return ~Consent.said_no & sa.select(ConsentTopic.id).where(
        ConsentTopic.consent_id == Consent.id, ConsentTopic.answer == TopicAnswer.YES, ~later_no).correlate(
            NetworkMember, Consent).exists()
