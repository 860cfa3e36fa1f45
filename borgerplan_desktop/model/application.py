"""What was applied for or asked, and what happens while we wait: every wait has who, since when, and a next nudge."""
from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import ResponsibilityRequest
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Id, Mapped, Row, choice, mapped_column, part_of, refers_to, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class ApplicationKind(Labelled):
    HOUSING_LIST = "housing_list", N_("A housing list")
    SINGLE_BENEFIT = "single_benefit", N_("A single benefit")
    TREATMENT = "treatment", N_("Treatment")
    PENSION = "pension", N_("Pension")
    SUPPORT = "support", N_("Support at home")
    WORK = "work", N_("Work or education")
    DOCUMENT = "document", N_("A paper or a statement")
    OTHER = "other", N_("Something else")


class Outcome(Labelled):
    WAITING = "waiting", N_("No answer yet")
    YES = "yes", N_("Yes")
    PARTLY = "partly", N_("Yes to some of it")
    NO = "no", N_("No")
    DROPPED = "dropped", N_("Not relevant any more")


class Meanwhile(Labelled):
    """What happens while one waits (omstillingsplanen: waiting without support makes things worse)."""

    SKILLS = "skills", N_("Practising everyday things")
    ACTIVITY = "activity", N_("Something to do in the day")
    SUPPORT = "support", N_("Support")
    OTHER = "other", N_("Something else")


class Application(Row):
    """One thing that was applied for or asked of somebody."""

    __tablename__ = "application"
    sort_key = "sent_on"
    kind: Mapped[ApplicationKind] = choice(ApplicationKind, ApplicationKind.OTHER)
    what: Mapped[str] = text(search=True)
    office: Mapped[str] = text(search=True)              # who is to answer
    member_id: Mapped[Id | None] = refers_to("network_member.id")            # whom we ask there
    sent_by_id: Mapped[Id | None] = refers_to("network_member.id")           # who of us, or the citizen, sent it
    sent_on: Mapped[date | None] = mapped_column(default=None)               # None = not sent yet
    reference: Mapped[str] = mapped_column(default="", info={"search": True})  # their number for it
    outcome: Mapped[Outcome] = choice(Outcome, Outcome.WAITING)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[str] = text(search=True)
    nudge_on: Mapped[date | None] = mapped_column(default=None)              # when we ask again
    meanwhile_kind: Mapped[Meanwhile | None] = choice(Meanwhile, None)
    meanwhile: Mapped[str] = text(search=True)           # what happens while we wait, in words
    if_no: Mapped[str] = text(search=True)               # what a no costs, and whether one can complain
    goal_id: Mapped[Id | None] = refers_to("goal.id")
    chaser_id: Mapped[Id | None] = refers_to("network_member.id")            # who of us asks again

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)

    @property
    def offers(self) -> list[HousingOffer]:
        return self.case.of(HousingOffer, HousingOffer.application_id, self.id)

    @property
    def nudges(self) -> list[Nudge]:
        return self.case.of(Nudge, Nudge.application_id, self.id)

    @property
    def waits(self) -> bool:
        """Whether it was sent and has no answer."""
        return self.outcome is Outcome.WAITING and self.sent_on is not None


class OfferAnswer(Labelled):
    OPEN = "open", N_("Not answered yet")
    ACCEPTED = "accepted", N_("Said yes")
    DECLINED = "declined", N_("Said no")
    EXPIRED = "expired", N_("The time ran out")


class HousingOffer(Row):
    """A home that was offered from a list: what the citizen answered, and what a no costs."""

    __tablename__ = "housing_offer"
    sort_key = "offered_on"
    application_id: Mapped[Id] = part_of("application.id")
    offered_on: Mapped[date | None] = mapped_column(default=None)
    dwelling: Mapped[str] = text(search=True)            # where it is, size, rent
    answer_by: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[OfferAnswer] = choice(OfferAnswer, OfferAnswer.OPEN)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    why: Mapped[str] = text(search=True)                 # in the citizen's words
    cost_of_no: Mapped[str] = text(search=True)          # what a no means for the place on the list


class NudgeStep(Labelled):
    """How a wait climbs: it is easier to ignore a mail than somebody in the door."""

    MAIL = "mail", N_("Write")
    PHONE = "phone", N_("Call")
    MEETING = "meeting", N_("Put it on the next meeting")
    LEADER = "leader", N_("Ask the leader to help")

    @property
    def number(self) -> int:
        return list(NudgeStep).index(self)


class Nudge(Row):
    """Somebody was asked again: how, when, by whom, and what they said."""

    __tablename__ = "nudge"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    step: Mapped[NudgeStep] = choice(NudgeStep, NudgeStep.MAIL)
    application_id: Mapped[Id | None] = refers_to("application.id")
    request_id: Mapped[Id | None] = refers_to("responsibility_request.id")   # or the question of responsibility
    course_id: Mapped[Id | None] = refers_to("course.id")                    # or what the course waits for in words
    note: Mapped[str] = text(search=True)

    @property
    def request(self) -> ResponsibilityRequest | None:
        return self.case.get(ResponsibilityRequest, self.request_id)


def waiting_applications(case: Case) -> list[Application]:
    """What was sent and has no answer, the longest wait first."""
    return [each for each in case.all(Application) if each.waits]
