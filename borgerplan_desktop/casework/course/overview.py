"""Where a course stands, in facts: the line to the plan, what it waits for, and the one next step."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.course.coordination import is_asked
from borgerplan_desktop.casework.course.course import milestone
from borgerplan_desktop.i18n import _, day, due, ngettext
from borgerplan_desktop.model.application import Application
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation, LayRepresentative
from borgerplan_desktop.model.consent import missing
from borgerplan_desktop.model.course import (
    PRACTICE_BEFORE_DAYS,
    LeftHow,
    MilestoneKind,
    ResponsibilityRequest,
    coordinator,
    current_course,
    has_died,
    needs_coordinator,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, next_meeting
from borgerplan_desktop.model.network import lay_representatives
from borgerplan_desktop.model.plan import adopted_now, current_plan
from borgerplan_desktop.model.wait import Wait, open_waits, wait_of

ASK = "ask:"                                             # before a person's id: the place where consent is asked about
CLOSING = "leaving:closing"                              # where the course is closed
SHOWN = (MilestoneKind.FIRST_CONTACT, MilestoneKind.INTAKE_TALK, MilestoneKind.RESPONSIBILITY, MilestoneKind.INVITED,
         MilestoneKind.NETWORK_MEETING, MilestoneKind.PLAN_ADOPTED)


@dataclass(frozen=True)
class Stop:
    """A milestone on the line; `label` is a msgid."""

    kind: MilestoneKind
    label: str
    on: date
    day: int                                             # since first contact
    done: bool


@dataclass(frozen=True)
class CourseLine:
    first: date
    today: date
    day: int
    week: int
    stops: tuple[Stop, ...]
    target: tuple[date, date]
    before: int                                          # days it used to take
    adopted_on: date | None
    closed: bool = False                                 # then `today` is the last day of the course

    @property
    def late(self) -> bool:
        return self.adopted_on is None and self.today > self.target[1]


@dataclass(frozen=True)
class Waiting:
    """What stands in the way, in words; `tab` and `row_id` are where it is dealt with."""

    who: str
    what: str
    since: date | None = None
    phone: str = ""
    tab: str = ""
    row_id: str = ""
    said: bool = False                                   # a person wrote it (else it was worked out)
    wait: Wait | None = None                             # with who asks again and when, where something was asked


@dataclass(frozen=True)
class NextStep:
    """The one primary action of the header; `text` is translated."""

    text: str
    icon: str
    tab: str
    row_id: str = ""


def course_line(case: Case, today: date, shown: tuple[MilestoneKind, ...] = SHOWN) -> CourseLine:
    """The way from first contact to an adopted plan: what was reached, what is planned, and when it should be there."""
    course = current_course(case)
    today = course.closed_on or today                    # of a closed course the clock stands still
    stops = []
    for kind in shown:
        found = milestone(case, kind)
        on = (found.done_on or found.planned_on) if found else None
        done = found is not None and found.done_on is not None
        if kind is MilestoneKind.FIRST_CONTACT:
            on, done = course.first_contact_on, True
        elif kind is MilestoneKind.NETWORK_MEETING and not done:
            on = next((m.starts_at.date() for m in case.all(Meeting) if m.status.ahead and m.starts_at), on)
        elif kind is MilestoneKind.PLAN_ADOPTED and not done:
            on = course.target[1]
        if on is not None:
            stops.append(Stop(kind, kind.label, on, course.day(on), done))
    adopted = milestone(case, MilestoneKind.PLAN_ADOPTED)
    return CourseLine(course.first_contact_on, today, course.day(today), course.week(today),
                      tuple(sorted(stops, key=lambda s: (s.day, s.kind.number))), course.target,
                      PRACTICE_BEFORE_DAYS, adopted.done_on if adopted else None, course.closed_on is not None)


def waiting(case: Case, now: datetime) -> Waiting | None:
    """What the course waits for: what somebody wrote, else the first thing that is missing on the way to the plan."""
    course = current_course(case)
    name = case.the(Citizen).first_name or _("the citizen")
    if has_died(case):
        return Waiting("", _("The course is not closed yet."), tab="overview", row_id=CLOSING) \
            if course.closed_on is None else None
    if course.waiting_for:
        return _said(wait_of(course))
    if course.closed_on is not None:
        return None
    applied = [wait for wait in open_waits(case) if isinstance(wait.row, Application)]
    if (called := next((wait for wait in applied if wait.is_due(now.date())), None)) is not None:
        return _said(called)
    asked = course.awaited_answer
    adopted = adopted_now(case) is not None
    meeting = next_meeting(case, now)
    if not adopted:
        if course.reached(MilestoneKind.RESPONSIBILITY) is None:
            return _awaited(asked) if asked is not None else Waiting(
                "", _("Settle with the municipality who is responsible."), tab="responsibility")
        if meeting is None and not _held(case):
            return Waiting("", _("No meeting is planned. Who needs to meet, and why?"), tab="meetings")
    without = missing(case, now.date())
    if without:
        text = ngettext("Ask {name} about consent for {n} person.", "Ask {name} about consent for {n} people.",
                        len(without)).format(name=name, n=len(without))
        return Waiting("", text, tab="papers", row_id=ASK + without[0].id)
    assignment = coordinator(case)
    if needs_coordinator(case):
        return Waiting("", _("Nobody is coordinator yet. Agree on one."), tab="overview", row_id="coordinator:holder")
    if assignment is not None and assignment.temporary and now.date() >= assignment.permanent_by - timedelta(days=2):
        late = now.date() > assignment.permanent_by
        words = _("Agree on a permanent coordinator. It should have happened {date}.") if late else _(
            "Agree on a permanent coordinator by {date}.")
        return Waiting("", words.format(date=due(assignment.permanent_by, now.date()) if late else day(
            assignment.permanent_by, now.date())), tab="overview", row_id="coordinator:holder")
    if asked is not None:
        return _awaited(asked)
    return _said(applied[0]) if applied else None


def _said(wait: Wait) -> Waiting:
    """What somebody wrote that we wait for: in words, or an application."""
    member = wait.member
    phone = member.contact.phone if member is not None else ""
    left = _("no longer on the map") if member is not None and member.removed_on is not None else ""
    who = ", ".join((member.contact.name, left)) if member is not None and left else wait.who
    what = wait.what or (_(wait.row.kind.label) if isinstance(wait.row, Application) else "")
    return Waiting(who, what, wait.since, phone, "overview", f"waiting:{wait.row.id}", said=True, wait=wait)


def _awaited(asked: ResponsibilityRequest) -> Waiting:
    """An office that has been asked whether it is responsible, and has not answered."""
    contact = asked.member.contact if asked.member is not None else None
    who = f"{asked.office} ({contact.name})" if contact is not None and contact.name else asked.office
    return Waiting(who, _("Waiting for an answer from {office}.").format(office=who), asked.asked_on,
                   contact.phone if contact is not None else "", "responsibility", asked.id, wait=wait_of(asked))


def next_step(case: Case, now: datetime) -> NextStep:
    """The one thing to do next for this citizen."""
    if has_died(case) and current_course(case).closed_on is None:
        return NextStep(_("Close the course"), "flag", "overview", CLOSING)
    meeting = next_meeting(case, now)
    adopted, plan = adopted_now(case), current_plan(case)
    if meeting is not None and meeting.status is MeetingStatus.IN_PROGRESS:
        return NextStep(_("Go to the meeting"), "people", "meetings", meeting.id)
    if _held(case) and adopted is None:
        return NextStep(_("Adopt the plan"), "flag", "plan", "adopt")
    if meeting is not None:
        return NextStep(_("Prepare the meeting"), "calendar_check", "meetings", meeting.id)
    if adopted is None and not plan.goals:
        return NextStep(_("Write own words"), "quote", "plan", "own_words")
    return NextStep(_("Plan a meeting"), "calendar", "meetings", "new")


def _held(case: Case) -> bool:
    """Whether people have met in this course to make the plan; a talk is no such meeting."""
    began = current_course(case).first_contact_on
    return any(m.status in (MeetingStatus.HELD, MeetingStatus.MINUTES_SENT) and m.kind is not MeetingKind.TALK
               and (m.starts_at is None or m.starts_at.date() >= began) for m in case.all(Meeting))


def week_words(case: Case, today: date) -> str:
    """"Uge 4 af 6–7", or what took its place."""
    course = current_course(case)
    if course.closed_on is not None:
        return _("Closed")
    if has_died(case):
        return _(LeftHow.DIED.label)
    line = course_line(case, today)
    if line.adopted_on is not None:
        return _("Week {n} · plan adopted").format(n=line.week)
    if line.late:
        return _("Week {n}. The target was week 6–7").format(n=line.week)
    return _("Week {n} of 6–7").format(n=line.week)


def interpreter_words(case: Case) -> str:
    together = case.the(Cooperation)
    match together.interpreter:
        case Answer.YES:
            return _("Interpreter: {language}").format(language=together.interpreter_language or _("yes"))
        case Answer.NO:
            return _("Interpreter: not needed")
        case _:
            return _("Interpreter: not asked")


def lay_representative_words(case: Case, today: date) -> str:
    names = [m.contact.name for m in lay_representatives(case, today)]
    if names:
        return _("Lay representative: {name}").format(name=", ".join(names))
    match case.the(Cooperation).lay_representative:
        case LayRepresentative.WANTED:
            return _("Lay representative: wanted")
        case LayRepresentative.NO:
            return _("Lay representative: no")
        case LayRepresentative.HAS:
            return _("Lay representative: has one")
        case _:
            return _("Lay representative: not asked")


def coordinator_words(case: Case) -> str:
    assignment = coordinator(case)
    member = assignment.member if assignment else None
    if assignment is None or member is None:
        return _("Coordinator: nobody yet") if needs_coordinator(case) else _("Coordinator: not needed now")
    text = _("Coordinator: {name} (temporary)") if assignment.temporary else (
        _("Coordinator: {name} (asked)") if is_asked(assignment) else _("Coordinator: {name}"))
    return text.format(name=member.contact.name)
