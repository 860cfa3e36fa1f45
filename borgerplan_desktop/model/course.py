"""The course at the shelter: the stay, its clock, its milestones, and who holds the threads together."""
from __future__ import annotations

import enum
from datetime import date, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Answer, Cooperation
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember, Phase
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

TARGET_FIRST_DAY, TARGET_LAST_DAY = 42, 49               # "6-7 uger", as the shelter of the case says
PRACTICE_BEFORE_DAYS = 90                                # "ca. 3 måneder"
COORDINATOR_WITHIN = timedelta(days=7)                   # a permanent one is agreed (samarbejdsmodellen)
REFUND_DAYS = 90                                         # of stay; a setting of the shelter, off by default


class Admission(enum.StrEnum):
    OWN = "own"                                          # the citizen came by themselves
    REFERRED = "referred"


class LeftHow(Labelled):
    """How a stay ended: a discharge and an expulsion are two things, with two ways to complain."""

    MOVED = "moved", N_("Moved out as agreed")
    DISCHARGED = "discharged", N_("Discharged by the municipality")
    LEADER = "leader", N_("Discharged by the leader")
    EXPELLED = "expelled", N_("Asked to leave")
    LEFT = "left", N_("Left without a word")
    DIED = "died", N_("Has died")


class LeavesTo(Labelled):
    """The two ways out that the law's list knows (§ 110, stk. 5)."""

    OWN_HOME = "own_home", N_("Own home")
    SERVICE = "service", N_("An accommodation service")


class Stay(Row):
    """A stay under § 110 of lov om social service."""

    __tablename__ = "stay"
    sort_key = "admitted_on"
    admitted_on: Mapped[date | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)   # the admission decision: starts the notice clock
    admission: Mapped[Admission | None] = choice(Admission, None)
    referred_by: Mapped[str] = mapped_column(default="", info={"search": True})
    room: Mapped[str] = mapped_column(default="")
    notified_on: Mapped[date | None] = mapped_column(default=None)  # § 110, stk. 6
    notified_to: Mapped[str] = mapped_column(default="", info={"search": True})
    left_on: Mapped[date | None] = mapped_column(default=None)
    left_to: Mapped[str] = mapped_column(default="", info={"search": True})
    left_how: Mapped[LeftHow | None] = choice(LeftHow, None)
    leaves_to: Mapped[LeavesTo | None] = choice(LeavesTo, None)
    left_why: Mapped[str] = text(search=True)            # the reason that was given
    complaint_told_on: Mapped[date | None] = mapped_column(default=None)     # told how one complains


class CourseOutcome(Labelled):
    OWN_HOME = "own_home", N_("Own home")
    OTHER_DWELLING = "other_dwelling", N_("Another dwelling")
    TREATMENT = "treatment", N_("Treatment")
    JOB = "job", N_("Job")
    EDUCATION = "education", N_("Education")
    PENSION = "pension", N_("Pension")
    OTHER_SHELTER = "other_shelter", N_("Another shelter")
    OTHER = "other", N_("Something else")
    UNKNOWN = "unknown", N_("Not known")


class Course(Row):
    """From first contact to closing. The clock: day 0 = first contact."""

    __tablename__ = "course"
    sort_key = "first_contact_on"
    first_contact_on: Mapped[date] = mapped_column()
    stay_id: Mapped[Id | None] = refers_to("stay.id")
    waiting_for_id: Mapped[Id | None] = refers_to("network_member.id")
    waiting_for: Mapped[str] = text(search=True)         # what we wait for, in words
    waiting_since: Mapped[date | None] = mapped_column(default=None)
    nudge_on: Mapped[date | None] = mapped_column(default=None)      # when we ask again
    meanwhile: Mapped[str] = text(search=True)           # what happens while we wait
    outcome: Mapped[CourseOutcome | None] = choice(CourseOutcome, None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    closing_reason: Mapped[str] = text(search=True)
    plan_for_after: Mapped[str] = text(search=True)

    @property
    def milestones(self) -> list[Milestone]:
        return self.case.of(Milestone, Milestone.course_id, self.id)

    @property
    def responsibility_requests(self) -> list[ResponsibilityRequest]:
        return self.case.of(ResponsibilityRequest, ResponsibilityRequest.course_id, self.id)

    @property
    def awaited_answer(self) -> ResponsibilityRequest | None:
        """The office that was asked last and has not answered, as long as nobody is known to be responsible."""
        if self.closed_on is not None or self.reached(MilestoneKind.RESPONSIBILITY) is not None:
            return None
        return next((each for each in reversed(self.responsibility_requests)
                     if each.outcome is ResponsibilityAnswer.WAITING), None)

    @property
    def waiting_for_member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.waiting_for_id)

    def day(self, on: date) -> int:
        """Days since the first contact; never below 0 (a clock set back)."""
        return max(0, (on - self.first_contact_on).days)

    def week(self, on: date) -> int:
        """Number of the week of the course: day 0-6 is week 1."""
        return self.day(on) // 7 + 1

    @property
    def target(self) -> tuple[date, date]:
        """First and last day of the target band for the adopted plan."""
        return later(self.first_contact_on, TARGET_FIRST_DAY), later(self.first_contact_on, TARGET_LAST_DAY)

    def reached(self, kind: MilestoneKind) -> date | None:
        return next((m.done_on for m in self.milestones if m.kind is kind), None)


class MilestoneKind(Labelled):
    """The course in its order (samarbejdsmodellen)."""

    FIRST_CONTACT = "first_contact", N_("First contact")
    INTAKE_TALK = "intake_talk", N_("Intake talk")
    RESPONSIBILITY = "responsibility", N_("Responsibility settled")
    ACTION_PLAN = "action_plan", N_("The municipality's action plan")
    INVITED = "invited", N_("Invited")
    NETWORK_MEETING = "network_meeting", N_("Network meeting")
    PLAN_ADOPTED = "plan_adopted", N_("Plan adopted")
    WORKING = "working", N_("Work on the goals")
    FOLLOW_UP = "follow_up", N_("Follow-up")
    CLOSED = "closed", N_("Closing")

    @property
    def number(self) -> int:
        return list(MilestoneKind).index(self)


class CoursePhase(Row):
    """A phase of the course, from and to: phases may overlap, and are seldom linear (the case's own words)."""

    __tablename__ = "course_phase"
    sort_key = "from_on"
    course_id: Mapped[Id] = part_of("course.id")
    phase: Mapped[Phase] = choice(Phase, Phase.ARRIVING)
    from_on: Mapped[date | None] = mapped_column(default=None)
    until_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text(search=True)


class Milestone(Row):
    __tablename__ = "milestone"
    indexes = {"ix_milestone_kind": ("kind", "done_on")}         # the latest plans, anywhere
    sort_key = "number"
    only_one = "course_id", "kind"
    course_id: Mapped[Id] = part_of("course.id")
    kind: Mapped[MilestoneKind] = choice(MilestoneKind, MilestoneKind.FIRST_CONTACT)
    planned_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text(search=True)

    @property
    def number(self) -> int:
        return self.kind.number


class ResponsibilityAnswer(Labelled):
    WAITING = "waiting", N_("No answer yet")
    YES = "yes", N_("Is responsible")
    NO = "no", N_("Is not responsible")


class ResponsibilityRequest(Row):
    """An office that was asked whether it is responsible: who there, when, and what they answered."""

    __tablename__ = "responsibility_request"
    sort_key = "asked_on"
    course_id: Mapped[Id] = part_of("course.id")
    office: Mapped[str] = text(search=True)
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    asked_on: Mapped[date | None] = mapped_column(default=None)
    outcome: Mapped[ResponsibilityAnswer] = choice(ResponsibilityAnswer, ResponsibilityAnswer.WAITING)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[str] = text(search=True)
    nudge_on: Mapped[date | None] = mapped_column(default=None)      # when we ask again
    meanwhile: Mapped[str] = text(search=True)           # what happens while we wait

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class AgreedHow(Labelled):
    DIRECTLY = "directly", N_("Agreed directly")
    DISTRIBUTION = "distribution", N_("Agreed at a distribution meeting")


class CoordinatorAssignment(Row):
    """Who is tovholder, from when to when."""

    __tablename__ = "coordinator_assignment"
    sort_key = "since"
    since: Mapped[date] = mapped_column()
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    temporary: Mapped[bool] = mapped_column(default=False)
    said_yes_on: Mapped[date | None] = mapped_column(default=None)   # when the person took it on
    until: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = text(search=True)              # why it was handed over or ended
    agreed_how: Mapped[AgreedHow | None] = choice(AgreedHow, None)
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    plan_for_after: Mapped[str] = text(search=True)      # when coordination ends: what follows
    ends_coordination: Mapped[bool] = mapped_column(default=False)   # nobody takes over: no ground holds any more

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    @property
    def permanent_by(self) -> date:
        """When a permanent coordinator should have been agreed."""
        return later(self.since, COORDINATOR_WITHIN.days)


class Appointment(Row):
    """One of the citizen's next appointments ("Mine næste tider")."""

    __tablename__ = "appointment"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    at: Mapped[str] = mapped_column(default="")          # "13.00", or "" when the time is not set
    text: Mapped[str] = text(search=True)
    place_text: Mapped[str] = mapped_column(default="", info={"search": True})
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    kept: Mapped[bool | None] = mapped_column(default=None)          # whether it took place; None = not noted

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


def current_course(case: Case) -> Course:
    """The open course, else the last one. Raises LookupError for a case without one."""
    courses = case.all(Course)
    if not courses:
        raise LookupError("case without a course")
    return next((c for c in reversed(courses) if c.closed_on is None), courses[-1])


def course_on(case: Case, day: date) -> Course:
    """The course that had begun by then, the last of them. Raises LookupError for a case without one."""
    return next((each for each in reversed(case.all(Course)) if each.first_contact_on <= day), current_course(case))


def current_stay(case: Case) -> Stay | None:
    stays = case.all(Stay)
    return next((s for s in reversed(stays) if s.left_on is None), stays[-1] if stays else None)


def room_on(case: Case, day: date) -> str:
    """The room they live in; "" when they have moved out."""
    stay = current_stay(case)
    return stay.room.strip() if stay is not None and (stay.left_on is None or stay.left_on > day) else ""


def has_died(case: Case) -> bool:
    """Whether the stay ended with the citizen's death: from then on nobody is asked or reminded of anything."""
    stay = current_stay(case)
    return stay is not None and stay.left_how is LeftHow.DIED


def coordinator(case: Case) -> CoordinatorAssignment | None:
    """The assignment in force."""
    return next((a for a in reversed(case.all(CoordinatorAssignment))
                 if a.until is None and a.member is not None and a.member.removed_on is None), None)


def ended_coordination(case: Case) -> CoordinatorAssignment | None:
    """The last assignment, where coordination itself ended with it and nobody holds the threads again."""
    if coordinator(case) is not None:
        return None
    ended = [each for each in case.all(CoordinatorAssignment) if each.until is not None]
    last = max(ended, key=lambda each: (each.until, each.since, each.ends_coordination), default=None)
    return last if last is not None and last.ends_coordination else None


def needs_coordinator(case: Case) -> bool:
    """Whether nobody is coordinator and somebody should be: not where coordination was ended, where no ground for it
    fits, or where somebody else coordinates already.
    """
    if coordinator(case) is not None or ended_coordination(case) is not None:
        return False
    how = next(iter(case.all(Cooperation)), None)
    return how is None or (how.offered_coordinator is not Answer.NO and how.other_coordinator is not Answer.YES)
