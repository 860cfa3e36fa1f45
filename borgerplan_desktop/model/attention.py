"""What calls for attention: the one rule that the list, Min dag and the terminal ask.

What has a day is told with that day, also what has not come yet, so that a list can keep the first of them and a page
can show the next week. Nothing is said about a reason, a diagnosis or a number.
"""
from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.model.application import HousingOffer, OfferAnswer
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import ConsentState, consents_of, missing, state_of
from borgerplan_desktop.model.contact_note import ContactNote, parties_away, unsettled
from borgerplan_desktop.model.course import (
    COORDINATOR_WITHIN,
    TARGET_LAST_DAY,
    Appointment,
    CoordinatorAssignment,
    Course,
    coordinator,
    current_course,
    current_stay,
    has_died,
    needs_coordinator,
)
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.follow_up import days_left
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState
from borgerplan_desktop.model.leaving import AfterCare
from borgerplan_desktop.model.meeting import CHANGES_BEFORE, Meeting, MeetingKind, MeetingStatus
from borgerplan_desktop.model.network import MemberKind, NetworkMember, askable
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, Plan, adopted_now, current_plan
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.wait import Wait, open_waits
from borgerplan_desktop.model.working_days import day_at_work_before, working_days_after

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

WEEK = COORDINATOR_WITHIN.days
NOTICE_WITHIN = 3                                        # working days, to the municipality (§ 110, stk. 6)
MINUTES_WITHIN = 7                                       # days after a meeting, in which the minutes are given
ANSWERED_WITHIN = 14                                     # days, in which what others know is sent to us
NEVER = date.max                                         # the day on which it calls: it is only to be remembered


class Call(enum.StrEnum):
    """What it is; in the order in which it is looked at when it came the same day."""

    NOTICE = "notice"                                    # to the municipality: somebody was admitted
    AGENDA = "agenda"                                    # it is sent two days before the meeting
    MEETING_PASSED = "meeting_passed"                    # it should have begun
    MEETING_NOT_ENDED = "meeting_not_ended"              # it was begun, and its day is over
    AFTER_CARE_CALL = "after_care_call"
    MISSED = "missed"                                    # the citizen did not come, and we are not in touch again
    AWAY = "away"                                        # nor did a party that was summoned
    AGREEMENT = "agreement"
    STEP = "step"
    GOAL = "goal"                                        # its deadline
    OFFER = "offer"                                      # a home, to be answered
    PLAN = "plan"                                        # past day 49 without an adopted one
    NO_COORDINATOR = "no_coordinator"
    TEMPORARY_COORDINATOR = "temporary_coordinator"      # past its week
    CONSENT_MISSING = "consent_missing"
    CONSENT_RUNS_OUT = "consent_runs_out"
    NO_CONTACT = "no_contact"
    NUDGE = "nudge"                                      # a wait: the day has come when we ask again
    NO_NUDGE = "no_nudge"                                # a wait: nobody has said when we ask again
    NO_MEANWHILE = "no_meanwhile"                        # a wait: nothing happens while it lasts
    KNOWLEDGE = "knowledge"                              # it was asked for elsewhere, and has not come
    PLAN_FOLLOW_UP = "plan_follow_up"
    FOLLOW_UP = "follow_up"                              # on a goal, or on a habit of everyday health
    TALK = "talk"                                        # with the citizen, on the day agreed
    MINUTES = "minutes"
    NO_DAY = "no_day"                                    # agreed at a meeting, and nobody has said when
    APPOINTMENT = "appointment"                          # the citizen's own: to remember, never late
    DIED = "died"                                        # and the course is not closed: all else is silent

    @property
    def promised(self) -> bool:
        """Whether somebody has said they would do it."""
        return self in (Call.AGREEMENT, Call.STEP, Call.GOAL)

    @property
    def is_own_task(self) -> bool:
        """Whether it is one person's to do, with a day or without; who has it is told of it in others' courses too."""
        return self.promised or self is Call.NO_DAY


class Side(enum.StrEnum):
    """Whose turn it is, in the order in which it is said: we first, the citizen last (VIVE: who says A also says B)."""

    US = "us"
    PARTNER = "partner"
    PRIVATE = "private"
    CITIZEN = "citizen"

    @property
    def number(self) -> int:
        return list(Side).index(self)


@dataclass(frozen=True)
class Responsible:
    """Who is to do it; without a name it is the contact person's."""

    side: Side = Side.US
    name: str = ""
    organisation: str = ""
    staff_id: str | None = None
    professional_id: str | None = None                   # in the shelter's register


@dataclass(frozen=True)
class Attention:
    """One thing: it calls from the day `since`, should be done on the day `due`, and is put right at `tab`, `row_id`.

    `words` are people's own: of the agreement, of the wait; `count` is how many it is about, where they are several.
    """

    call: Call
    since: date
    due: date | None = None
    who: Responsible = Responsible()
    words: str = ""
    tab: str = "overview"
    row_id: str = ""
    count: int = 1

    def calls(self, today: date) -> bool:
        """Whether it calls for somebody today."""
        return self.since <= today

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due is not None and self.due < today


def watched(case: Case, today: date, rules: Shelter | None = None) -> list[Attention]:
    """Everything of a citizen that calls today or has a day on which it will, the oldest first.

    `rules` are the shelter's settings; without them its usual ones. A case of the shelter has none.
    """
    citizens = case.all(Citizen)
    if not citizens or citizens[0].merged_into:
        return []
    if has_died(case):
        return [Attention(Call.DIED, course.first_contact_on, row_id="leaving") for course in
                ([current_course(case)] if case.all(Course) else []) if course.closed_on is None]
    found = list(_after_care(case))
    course = current_course(case) if case.all(Course) else None
    if course is not None and course.closed_on is not None:
        found += _of_waits_that_go_on(case)
    elif course is not None:
        rules = rules or Shelter()
        found += _of_the_course(case, course, today)
        found += _of_consents(case, course, today, rules)
        found += _of_contact(case, course, rules)
        found += _of_waits(case, course)
        found += _of_knowledge(case)
        found += _of_promises(case)
        found += _of_plan(case)
        found += _of_meetings(case, today)
        found += [Attention(Call.APPOINTMENT, NEVER, each.on, words=each.at, row_id=_at("contacts", each))
                  for each in case.all(Appointment) if each.kept is None]
    order = list(Call)
    return sorted(found, key=lambda each: (each.since, order.index(each.call), each.due or date.max, each.row_id))


def attention(case: Case, today: date, rules: Shelter | None = None) -> list[Attention]:
    """What calls for somebody today, the oldest first."""
    return [each for each in watched(case, today, rules) if each.calls(today)]


def calls_from(case: Case, today: date, rules: Shelter | None = None) -> date | None:
    """The first day on which the citizen calls for somebody; None = nothing does, as far as one can see today."""
    return next((each.since for each in watched(case, today, rules) if each.since != NEVER), None)


def whose(member: NetworkMember | None) -> Responsible:
    """Who somebody of the network is in this; nobody = us."""
    if member is None:
        return Responsible()
    contact = member.contact
    if member.is_citizen:
        return Responsible(Side.CITIZEN, contact.name)
    if member.staff_id is not None:
        return Responsible(Side.US, contact.name, staff_id=member.staff_id)
    if member.kind is MemberKind.PRIVATE:
        return Responsible(Side.PRIVATE, contact.name)
    return Responsible(Side.PARTNER, contact.name, contact.organisation, professional_id=member.registered_id)


# ------------------------------------------------------------------------------------------------- the course itself
def _of_the_course(case: Case, course: Course, today: date) -> Iterator[Attention]:
    stay = current_stay(case)
    if stay is not None and stay.decided_on is not None and stay.notified_on is None:
        by = working_days_after(stay.decided_on, NOTICE_WITHIN)
        yield Attention(Call.NOTICE, stay.decided_on, by, tab="overview", row_id="intake")
    if case.all(Plan) and adopted_now(case) is None:
        last = _after(course.first_contact_on, TARGET_LAST_DAY)
        yield Attention(Call.PLAN, _after(last, 1), last, words=waits_for(course), row_id="course")
    held = coordinator(case)
    if needs_coordinator(case):
        before = [each.until for each in case.all(CoordinatorAssignment) if each.until is not None]
        since = max([course.first_contact_on, *before])
        yield Attention(Call.NO_COORDINATOR, since, _after(since, WEEK), row_id="coordinator")
    elif held is not None and held.temporary:
        by = _after(held.since, WEEK)
        yield Attention(Call.TEMPORARY_COORDINATOR, _after(by, 1), by, whose(held.member), row_id="coordinator")


def waits_for(course: Course) -> str:
    """What the course waits for: what somebody wrote, else the office that has been asked."""
    if course.waiting_for:
        return course.waiting_for
    asked = course.awaited_answer
    return asked.office if asked is not None else ""


def _of_consents(case: Case, course: Course, today: date, rules: Shelter) -> Iterator[Attention]:
    to_ask = missing(case, today)
    if to_ask:
        since = min(_asked_from(case, course, member) for member in to_ask)
        yield Attention(Call.CONSENT_MISSING, min(since, today), words=to_ask[0].contact.name, tab="papers",
                        row_id=f"ask:{to_ask[0].id}", count=len(to_ask))
    ending: dict[date, list[NetworkMember]] = {}
    for member in askable(case):
        if state_of(case, member, today) in (ConsentState.GIVEN, ConsentState.PARTLY):
            ends = [form.expires_on for form in consents_of(case, member) if form.valid(today)]
            if ends and None not in ends:
                ending.setdefault(max(end for end in ends if end is not None), []).append(member)
    for end, members in sorted(ending.items()):
        yield Attention(Call.CONSENT_RUNS_OUT, _before(end, rules.consent_warning_days), end,
                        words=members[0].contact.name, tab="papers", row_id=f"ask:{members[0].id}", count=len(members))


def _asked_from(case: Case, course: Course, member: NetworkMember) -> date:
    """From which day somebody should have asked: since they came, or since what was given ran out."""
    ends = [form.expires_on for form in consents_of(case, member) if form.expires_on is not None]
    return max([member.involved_from or course.first_contact_on, course.first_contact_on,
                *(_after(end, 1) for end in ends)])


def _of_contact(case: Case, course: Course, rules: Shelter) -> Iterator[Attention]:
    last = max(last_contact(case) or date.min, course.first_contact_on)
    yield Attention(Call.NO_CONTACT, _after(last, max(1, rules.no_contact_days)), row_id="contacts")
    for missed in unsettled(case):
        yield Attention(Call.MISSED, missed.on, words=missed.what, row_id=_at("contacts", missed))
    for missed in parties_away(case):
        yield Attention(Call.AWAY, missed.on, None, whose(missed.member), row_id=_at("contacts", missed))


def last_contact(case: Case) -> date | None:
    """The last day we were in touch with the citizen, or wrote about them: contacts that reached, meetings, notes."""
    days = [note.at.date() for note in case.all(ContactNote) if note.reached and (
        note.member.is_citizen if note.member is not None else not note.with_whom)]
    days += [note.day for note in case.all(Note)]
    days += [meeting.starts_at.date() for meeting in case.all(Meeting) if meeting.starts_at is not None
             and meeting.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT)]
    return max(days, default=None)


# ---------------------------------------------------------------------------------------------------- what one waits
def _of_waits(case: Case, course: Course) -> Iterator[Attention]:
    """Every wait has who, since when, a next nudge, and what happens meanwhile."""
    for wait in open_waits(case):
        yield from _of_wait(wait, wait.since or course.first_contact_on)
    for offer in case.all(HousingOffer):
        if offer.answer is OfferAnswer.OPEN and offer.answer_by is not None:
            yield Attention(Call.OFFER, _after(offer.answer_by, 1), offer.answer_by, words=offer.dwelling,
                            row_id=_at("waiting", offer))


def _of_waits_that_go_on(case: Case) -> Iterator[Attention]:
    """What is waited for beyond the closing of the course calls on the day that somebody chose, and for no more."""
    for wait in open_waits(case):
        yield from (each for each in _of_wait(wait, NEVER) if each.call is Call.NUDGE)


def _of_wait(wait: Wait, since: date) -> Iterator[Attention]:
    asks_an_office = wait.member is None and not isinstance(wait.row, Course)
    who = Responsible(Side.PARTNER, wait.office) if asks_an_office else whose(wait.member)
    words, row_id = wait.what or wait.office, _at("waiting", wait.row)
    if wait.nudge_on is None:
        yield Attention(Call.NO_NUDGE, since, None, who, words, row_id=row_id)
    else:
        yield Attention(Call.NUDGE, wait.nudge_on, wait.nudge_on, who, words, row_id=row_id)
    if wait.without_meanwhile:
        yield Attention(Call.NO_MEANWHILE, since, None, Responsible(), words, row_id=row_id)


def _of_knowledge(case: Case) -> Iterator[Attention]:
    """What was asked for elsewhere and has not come: nobody is to be examined twice because an answer was forgotten."""
    for each in case.all(Knowledge):
        if each.state is KnowledgeState.ASKED and each.asked_on is not None:
            who = whose(each.member) if each.member is not None else Responsible(Side.PARTNER, each.holder)
            yield Attention(Call.KNOWLEDGE, _after(each.asked_on, ANSWERED_WITHIN), None, who, tab="papers",
                            row_id=each.id)


# --------------------------------------------------------------------------------------------------- what was promised
def _of_plan(case: Case) -> Iterator[Attention]:
    """The day agreed to look at the plan again, as long as nobody has met since, or is going to."""
    if not case.all(Plan):
        return
    plan = current_plan(case)
    if plan.next_talk_on is not None:
        yield Attention(Call.TALK, _after(plan.next_talk_on, 1), plan.next_talk_on, tab="plan", row_id=plan.id)
    on = min(days_left(plan), default=None)
    if on is not None and not any(
            each.starts_at is not None and each.starts_at.date() >= on and each.kind is not MeetingKind.TALK
            and each.status is not MeetingStatus.CALLED_OFF for each in case.all(Meeting)):
        yield Attention(Call.PLAN_FOLLOW_UP, _after(on, 1), on, tab="plan", row_id=plan.id)


def _of_promises(case: Case) -> Iterator[Attention]:
    for agreed in case.all(Agreement):
        if agreed.status is AgreementStatus.OPEN and agreed.due_on is not None:
            yield Attention(Call.AGREEMENT, _after(agreed.due_on, 1), agreed.due_on, whose(agreed.responsible),
                            agreed.text, "plan", agreed.id)
    yield from _without_a_day(case)
    for goal in case.all(Goal):
        if not goal.status.open:
            continue
        if goal.deadline is not None:
            yield Attention(Call.GOAL, _after(goal.deadline, 1), goal.deadline, whose(goal.responsible), goal.title,
                            "plan", goal.id)
        if goal.follow_up_on is not None:
            yield Attention(Call.FOLLOW_UP, _after(goal.follow_up_on, 1), goal.follow_up_on, words=goal.title,
                            tab="plan", row_id=goal.id)
        for step in goal.steps:
            if not step.done and step.due_on is not None:
                yield Attention(Call.STEP, _after(step.due_on, 1), step.due_on,
                                whose(step.responsible or goal.responsible), step.text, "plan", step.id)
    for habit in case.all(Habit):
        if habit.follow_up_on is not None:               # which habit it is stays within the plan
            yield Attention(Call.FOLLOW_UP, _after(habit.follow_up_on, 1), habit.follow_up_on, tab="plan",
                            row_id=habit.id)


def _without_a_day(case: Case) -> Iterator[Attention]:
    """What meetings agreed with neither a day nor words for when: one line a person, from the day after."""
    by: dict[str | None, list[tuple[date, Agreement]]] = {}
    for agreed in case.all(Agreement):
        meeting = case.get(Meeting, agreed.meeting_id)
        if meeting is not None and agreed.waits_without_a_day:
            on = meeting.starts_at.date() if meeting.starts_at is not None else current_course(case).first_contact_on
            by.setdefault(agreed.responsible_id, []).append((_after(agreed.made_on or on, 1), agreed))
    for found in by.values():
        since, first = min(found, key=lambda pair: pair[0])
        yield Attention(Call.NO_DAY, since, None, whose(first.responsible), first.text, "plan", first.id, len(found))


# ----------------------------------------------------------------------------------------------- meetings, after-care
def _of_meetings(case: Case, today: date) -> Iterator[Attention]:
    for meeting in case.all(Meeting):
        if meeting.starts_at is None:
            continue
        on = meeting.starts_at.date()
        if meeting.status.ahead and on < today:
            yield Attention(Call.MEETING_PASSED, _after(on, 1), on, tab="meetings", row_id=meeting.id)
        elif meeting.status.ahead and meeting.invited_on is None and meeting.kind is not MeetingKind.TALK:
            by = day_at_work_before(_before(on, CHANGES_BEFORE.days))
            yield Attention(Call.AGENDA, by, by, tab="meetings", row_id=meeting.id)
        elif meeting.status is MeetingStatus.IN_PROGRESS:
            yield Attention(Call.MEETING_NOT_ENDED, _after(on, 1), on, tab="meetings", row_id=meeting.id)
        elif meeting.status is MeetingStatus.HELD and meeting.kind is not MeetingKind.TALK:
            yield Attention(Call.MINUTES, _after(on, 1), _after(on, MINUTES_WITHIN), tab="meetings", row_id=meeting.id)


def _after_care(case: Case) -> Iterator[Attention]:
    """The time after has calls of its own, also when the course is closed."""
    for care in case.all(AfterCare):
        if care.ended_on is None:
            for call in care.calls:
                if call.called_on is None:
                    yield Attention(Call.AFTER_CARE_CALL, call.planned_on, call.planned_on,
                                    row_id=_at("after_care", call))


# ---------------------------------------------------------------------------------------------------------- in common
def _at(part: str, row: Row) -> str:
    """Where a row lies in the whole course."""
    return f"{part}:{row.id}"


def _after(day: date, days: int) -> date:
    """So many days later; the last date there is, where there is none."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _before(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))
