"""Borgerens Plan: own words, goals in order of priority, help, agreements, and the versions that were adopted."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Course, current_course
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import GoalType, LadderStep, LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note, Rating, notes_on
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, names, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class GoalStatus(Labelled):
    NOT_STARTED = "not_started", N_("Not started")
    IN_PROGRESS = "in_progress", N_("In progress")
    SLOWLY = "slowly", N_("Going slowly")
    ON_HOLD = "on_hold", N_("On hold")
    REACHED = "reached", N_("Reached")
    SET_ASIDE = "set_aside", N_("Set aside")
    REPLACED = "replaced", N_("Replaced")

    @property
    def open(self) -> bool:
        return self not in (GoalStatus.REACHED, GoalStatus.SET_ASIDE, GoalStatus.REPLACED)

    @property
    def stalls(self) -> bool:
        return self in (GoalStatus.SLOWLY, GoalStatus.ON_HOLD)


class HelpUnit(Labelled):
    """Who gives the help: the authority itself, or a provider (FFB: myndighed, udfører)."""

    AUTHORITY = "authority", N_("The authority")
    PROVIDER = "provider", N_("A provider")


class ReviewOutcome(Labelled):
    """What a follow-up decides about a help: its effect is measured, and it is adapted (Omstillingsplanen)."""

    CONTINUED = "continued", N_("Goes on")
    CHANGED = "changed", N_("Is changed")
    ENDED = "ended", N_("Ends")


class AgreementStatus(Labelled):
    OPEN = "open", N_("Open")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("No longer relevant")


class Plan(Row):
    """The draft that is worked on; what was adopted lies frozen in `PlanVersion`."""

    __tablename__ = "plan"
    sort_key = "started_on"
    started_on: Mapped[date | None] = mapped_column(default=None)
    situation: Mapped[str] = text(search=True)
    hopes: Mapped[str] = text(search=True)
    strengths: Mapped[str] = text(search=True)
    matters_now: Mapped[str] = text(search=True)
    help_wanted: Mapped[str] = text(search=True)
    can_do_myself: Mapped[str] = text(search=True)
    follow_up: Mapped[str] = text()                      # how often, in words
    follow_up_on: Mapped[date | None] = mapped_column(default=None)
    follow_up_weeks: Mapped[int | None] = mapped_column(default=None)    # every so many weeks
    next_talk_on: Mapped[date | None] = mapped_column(default=None)
    ladder_goal: Mapped[LadderStep | None] = choice(LadderStep, None)
    template_id: Mapped[Id | None] = names("plan_template")              # what it began from

    @property
    def goals(self) -> list[Goal]:
        return self.case.of(Goal, Goal.plan_id, self.id)

    @property
    def versions(self) -> list[PlanVersion]:
        return self.case.of(PlanVersion, PlanVersion.plan_id, self.id)

    @property
    def follow_up_days(self) -> list[FollowUpDay]:
        return self.case.of(FollowUpDay, FollowUpDay.plan_id, self.id)

    @property
    def adopted(self) -> PlanVersion | None:
        """The newest adopted version, of whichever course."""
        versions = self.versions
        return versions[-1] if versions else None


class FollowUpDay(Row):
    """A day agreed for following up, where it is not every so many weeks."""

    __tablename__ = "follow_up_day"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    plan_id: Mapped[Id] = part_of("plan.id")
    done_on: Mapped[date | None] = mapped_column(default=None)


class Goal(Row):
    __tablename__ = "goal"
    sort_key = "place"
    plan_id: Mapped[Id] = part_of("plan.id")
    place: Mapped[float] = mapped_column(default=0.0)
    title: Mapped[str] = text(search=True)               # in the citizen's words
    why: Mapped[str] = text(search=True)
    area: Mapped[LifeArea | None] = choice(LifeArea, None)
    type: Mapped[GoalType | None] = choice(GoalType, None)
    status: Mapped[GoalStatus] = choice(GoalStatus, GoalStatus.NOT_STARTED)
    stalls_because: Mapped[str] = text(search=True)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    how_it_went: Mapped[str] = text(search=True)         # said when it is closed
    responsible_id: Mapped[Id | None] = refers_to("network_member.id")
    deadline: Mapped[date | None] = mapped_column(default=None)
    follow_up_on: Mapped[date | None] = mapped_column(default=None)
    source_id: Mapped[Id | None] = refers_to("earlier_plan.id")

    @property
    def responsible(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.responsible_id)

    @property
    def steps(self) -> list[Step]:
        return self.case.of(Step, Step.goal_id, self.id)

    @property
    def interventions(self) -> list[Intervention]:
        return self.case.of(Intervention, Intervention.goal_id, self.id)

    @property
    def agreements(self) -> list[Agreement]:
        return self.case.of(Agreement, Agreement.goal_id, self.id)

    @property
    def notes(self) -> list[Note]:
        return notes_on(self.case, self.id)

    @property
    def ratings(self) -> list[Rating]:
        return self.case.of(Rating, Rating.goal_id, self.id)

    def overdue(self, on: date) -> bool:
        return self.status.open and self.deadline is not None and self.deadline < on

    @property
    def progress(self) -> tuple[int, int]:
        """(steps done, steps), as the paper counts: one without words yet is none. The only honest bar."""
        steps = [step for step in self.steps if step.text.strip()]
        return sum(step.done for step in steps), len(steps)


class Step(Row):
    __tablename__ = "step"
    sort_key = "place"
    goal_id: Mapped[Id] = part_of("goal.id")
    place: Mapped[float] = mapped_column(default=0.0)
    text: Mapped[str] = text(search=True)
    responsible_id: Mapped[Id | None] = refers_to("network_member.id")
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    done_by_id: Mapped[Id | None] = refers_to("network_member.id")
    done_with_goal: Mapped[bool] = mapped_column(default=False)      # ticked because the goal was reached
    source_id: Mapped[Id | None] = refers_to("earlier_plan.id")

    @property
    def done(self) -> bool:
        return self.done_on is not None

    @property
    def responsible(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.responsible_id)

    @property
    def done_by(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.done_by_id)


class Intervention(Row):
    """Help that is offered: what, for which purpose, how long (§ 141 states all three)."""

    __tablename__ = "intervention"
    sort_key = "place"
    goal_id: Mapped[Id] = part_of("goal.id")
    place: Mapped[float] = mapped_column(default=0.0)
    name: Mapped[str] = text(search=True)
    purpose: Mapped[str] = text(search=True)
    from_on: Mapped[date | None] = mapped_column(default=None)
    until_on: Mapped[date | None] = mapped_column(default=None)
    period: Mapped[str] = mapped_column(default="")      # in words, where there are no dates yet
    ladder_step: Mapped[LadderStep | None] = choice(LadderStep, None)
    service_id: Mapped[Id | None] = names("service")
    unit: Mapped[HelpUnit | None] = choice(HelpUnit, None)
    provider: Mapped[str] = mapped_column(default="", info={"search": True})
    responsible_id: Mapped[Id | None] = refers_to("network_member.id")
    source_id: Mapped[Id | None] = refers_to("earlier_plan.id")

    @property
    def responsible(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.responsible_id)

    @property
    def reviews(self) -> list[InterventionReview]:
        return self.case.of(InterventionReview, InterventionReview.intervention_id, self.id)


class InterventionReview(Row):
    """What was decided about a help at a follow-up, and why."""

    __tablename__ = "intervention_review"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    intervention_id: Mapped[Id] = part_of("intervention.id")
    outcome: Mapped[ReviewOutcome] = choice(ReviewOutcome, ReviewOutcome.CONTINUED)
    why: Mapped[str] = text(search=True)
    ended_before: Mapped[date | None] = mapped_column(default=None)      # when it was to end until then
    author_id: Mapped[Id | None] = names("staff_member")
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")


class Agreement(Row):
    """What, who, when: the one thing that meetings produce; a task is one too."""

    __tablename__ = "agreement"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    text: Mapped[str] = text(search=True)
    responsible_id: Mapped[Id | None] = refers_to("network_member.id")
    due_on: Mapped[date | None] = mapped_column(default=None)
    when: Mapped[str] = mapped_column(default="")        # in words: "hver tirsdag kl. 10"
    status: Mapped[AgreementStatus] = choice(AgreementStatus, AgreementStatus.OPEN)
    done_on: Mapped[date | None] = mapped_column(default=None)
    done_by_id: Mapped[Id | None] = refers_to("network_member.id")
    made_on: Mapped[date | None] = mapped_column(default=None)
    area: Mapped[LifeArea | None] = choice(LifeArea, None)           # of one without a goal
    goal_id: Mapped[Id | None] = refers_to("goal.id")
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    source_id: Mapped[Id | None] = refers_to("earlier_plan.id")

    @property
    def done(self) -> bool:
        return self.status is AgreementStatus.DONE

    @property
    def responsible(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.responsible_id)

    @property
    def done_by(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.done_by_id)

    @property
    def goal(self) -> Goal | None:
        return self.case.get(Goal, self.goal_id)

    @property
    def waits_without_a_day(self) -> bool:
        """Whether it is to be done, and nobody has said when, neither by a day nor in words."""
        return (self.status is AgreementStatus.OPEN and self.due_on is None and not self.when.strip()
                and bool(self.text.strip()))

    def overdue(self, on: date) -> bool:
        return self.status is AgreementStatus.OPEN and self.due_on is not None and self.due_on < on


class AgreementChange(Row):
    """A partner changed an agreement and told us: it is recorded as coming from them."""

    __tablename__ = "agreement_change"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    agreement_id: Mapped[Id] = part_of("agreement.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    before: Mapped[str] = text()                         # how it was, in words
    why: Mapped[str] = text(search=True)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class PlanVersion(Row):
    """An adopted version: the bytes lie in `kept` under the digests and never change."""

    __tablename__ = "plan_version"
    sort_key = "number"
    number: Mapped[int] = mapped_column()
    adopted_on: Mapped[date] = mapped_column()
    plan_id: Mapped[Id] = part_of("plan.id")
    meeting_id: Mapped[Id | None] = refers_to("meeting.id")
    adopted_by: Mapped[Id | None] = names("staff_member")
    format: Mapped[int] = mapped_column(default=1)       # of the case file that is kept
    case_digest: Mapped[str] = mapped_column(default="")
    pdf_digest: Mapped[str] = mapped_column(default="")

    @property
    def approvals(self) -> list[PlanApproval]:
        return self.case.of(PlanApproval, PlanApproval.version_id, self.id)


class Agreed(Labelled):
    YES = "yes", N_("Agrees")
    PARTLY = "partly", N_("Agrees in part")
    NO = "no", N_("Does not agree")


class SignedHow(Labelled):
    """None of them stops a plan from being adopted."""

    NOT_YET = "not_yet", N_("Not signed yet")
    ON_SCREEN = "on_screen", N_("Signed on the screen")
    ON_PAPER = "on_paper", N_("Signed on paper")
    DECLINED = "declined", N_("Did not want to sign")


class PlanApproval(Row):
    """Somebody who was there when a version was adopted: what they said to it, and whether they signed."""

    __tablename__ = "plan_approval"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)
    version_id: Mapped[Id] = part_of("plan_version.id")
    member_id: Mapped[Id | None] = refers_to("network_member.id")
    name: Mapped[str] = mapped_column(default="")        # stays when the person is removed from the map
    agreed: Mapped[Agreed | None] = choice(Agreed, None)
    comment: Mapped[str] = text(search=True)
    signed: Mapped[SignedHow] = choice(SignedHow, SignedHow.NOT_YET)
    signed_on: Mapped[date | None] = mapped_column(default=None)
    signature_digest: Mapped[str] = mapped_column(default="")        # of the drawn signature in `kept`

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


class LadderPosition(Row):
    """Where on the ladder the citizen's help is, from a day on."""

    __tablename__ = "ladder_position"
    only_one = ("since",)
    sort_key = "since"
    since: Mapped[date] = mapped_column()
    step: Mapped[LadderStep] = choice(LadderStep, LadderStep.STAY)
    note: Mapped[str] = text(search=True)
    help: Mapped[str] = text(search=True)                # which help of that step: "støttekontaktperson"
    decided_by: Mapped[str] = mapped_column(default="", info={"search": True})       # from step 2 up (visitation)
    decided_on: Mapped[date | None] = mapped_column(default=None)


def current_plan(case: Case) -> Plan:
    """The plan that is worked on. Raises LookupError for a case without one."""
    plans = case.all(Plan)
    if not plans:
        raise LookupError("case without a plan")
    return plans[-1]


def adopted_now(case: Case) -> PlanVersion | None:
    """The newest version that was adopted in the present course: whoever comes again makes the plan anew."""
    newest = current_plan(case).adopted if case.all(Plan) else None
    if newest is None or not case.all(Course):
        return newest
    return newest if newest.adopted_on >= current_course(case).first_contact_on else None


def ladder_step(case: Case) -> LadderStep | None:
    positions = case.all(LadderPosition)
    return positions[-1].step if positions else None


def is_left(row: Row) -> bool:
    """Whether a deadline or a follow-up of the row still calls for something."""
    match row:
        case Goal():
            return row.status.open
        case Agreement():
            return row.status is AgreementStatus.OPEN
        case Step():
            return not row.done
    return True


def open_agreements(case: Case) -> list[Agreement]:
    """By date, those without one last."""
    found = [a for a in case.all(Agreement) if a.status is AgreementStatus.OPEN]
    return sorted(found, key=lambda a: (a.due_on is None, a.due_on or date.max, a.place))


def responsibilities_of(case: Case, member: NetworkMember) -> list[Goal]:
    """The open goals the person is responsible for."""
    return [g for g in case.of(Goal, Goal.responsible_id, member.id) if g.status.open]
