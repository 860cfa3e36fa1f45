"""What somebody else may be told: each line is of a kind of information, and it is said only where a consent covers it.

The rule for every paper and every mail to a partner. What the citizen takes home is theirs, all of it.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.model.application import ApplicationKind
from borgerplan_desktop.model.consent import Consent, Topic, consents_of, may_share
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.everyday_health import HabitKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import EarlierPlanKind
from borgerplan_desktop.model.plan import Agreement, Goal
from borgerplan_desktop.model.shelter import Sector

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

_OF_AREA = {
    LifeArea.HOUSING: Topic.HOUSING, LifeArea.MONEY: Topic.MONEY, LifeArea.SUBSTANCES: Topic.SUBSTANCES,
    LifeArea.HEALTH: Topic.HEALTH, LifeArea.WELLBEING: Topic.WELLBEING, LifeArea.NETWORK: Topic.NETWORK,
    LifeArea.WORK: Topic.WORK}
_OF_APPLICATION = {
    ApplicationKind.HOUSING_LIST: Topic.HOUSING, ApplicationKind.SINGLE_BENEFIT: Topic.MONEY,
    ApplicationKind.TREATMENT: Topic.HEALTH, ApplicationKind.PENSION: Topic.MONEY, ApplicationKind.WORK: Topic.WORK}

_OF_EARLIER_PLAN = {EarlierPlanKind.TREATMENT: Topic.SUBSTANCES, EarlierPlanKind.JOB: Topic.WORK}


def topic_of_area(area: LifeArea | None) -> Topic:
    """The kind of information of a life area; everyday things, and what has no area, belong to the plan."""
    return _OF_AREA.get(area, Topic.PLAN) if area is not None else Topic.PLAN


def topic_of_application(kind: ApplicationKind) -> Topic:
    """The kind of information that asking about an application gives away."""
    return _OF_APPLICATION.get(kind, Topic.PLAN)


def topic_of_habit(kind: HabitKind) -> Topic:
    """The kind of information that a habit of everyday health gives away."""
    return Topic.SUBSTANCES if kind is HabitKind.ALCOHOL else Topic.HEALTH


def topic_of_agreement(agreement: Agreement) -> Topic:
    """By what its goal is about; without one by what it says itself that it is about."""
    goal = agreement.goal
    return topic_of_area(goal.area if goal is not None else agreement.area)


def topic_of_earlier_plan(kind: EarlierPlanKind) -> Topic:
    """The kind of information that it gives away that there is such a plan."""
    return _OF_EARLIER_PLAN.get(kind, Topic.PLAN)


@dataclass(frozen=True)
class Covered:
    """The topics that may be shared with somebody, and the people who are named whatever it covers."""

    topics: frozenset[Topic]
    named: frozenset[str] = frozenset()
    reader: str = ""                                     # whose copy it is, by id; "" = nobody's in particular
    on: date | None = None                               # the day it is asked of
    reader_name: str = ""                                # what they are called today: an older plan may not know them

    @property
    def all_areas(self) -> bool:
        """Whether no area of the plan is kept back."""
        return {Topic.PLAN, *_OF_AREA.values()} <= self.topics

    def line(self, goal: Goal | None) -> bool:
        """Whether something of the plan may be said: the plan itself is covered, and what the goal is about is too."""
        return {Topic.PLAN, topic_of_area(goal.area if goal is not None else None)} <= self.topics

    def point(self, area: LifeArea | None) -> bool:
        """The same of a point of an agenda as it was sent, by the life area of the goal it was about."""
        return {Topic.PLAN, topic_of_area(area)} <= self.topics

    def agreement(self, agreement: Agreement) -> bool:
        """The same of an agreement."""
        return {Topic.PLAN, topic_of_agreement(agreement)} <= self.topics

    def earlier_plan(self, kind: EarlierPlanKind) -> bool:
        """Whether it may be said that there is, or was, such a plan beside this one."""
        return {Topic.PLAN, topic_of_earlier_plan(kind)} <= self.topics

    def habit(self, kind: HabitKind) -> bool:
        """Whether a habit of everyday health may be said."""
        return {Topic.PLAN, topic_of_habit(kind)} <= self.topics

    def names(self, member: NetworkMember) -> bool:
        """Whether the person may be named: family and friends belong to the topic of the network."""
        return member.kind is not MemberKind.PRIVATE or Topic.NETWORK in self.topics or member.id in self.named

    def says_where_from(self, member: NetworkMember) -> bool:
        """Whether role, office and address may be said: a treatment centre's name tells about health."""
        return member.sector is not Sector.HEALTH or Topic.HEALTH in self.topics


EVERYTHING = Covered(frozenset(Topic))


def covered_for(case: Case, member: NetworkMember, on: date) -> Covered:
    """What the person may be told that day. They themselves and who holds the threads together are named to them."""
    holder = coordinator(case)
    return Covered(frozenset(topic for topic in Topic if may_share(case, member, topic, on).allowed),
                   frozenset({member.id, *([holder.member_id] if holder is not None and holder.member_id else [])}),
                   member.id, on, member.contact.name)


def not_to_share(case: Case, member: NetworkMember, on: date) -> list[str]:
    """What the citizen has said must not be shared with the person, in their own words, the newest first: of every
    consent about them that is in force that day. No rule can hold it, so whoever shares reads it.

    It does not run out as a yes does: while anything is shared, what stands in a form that has ended holds until they
    are asked anew, and what stands beside a no until there is a yes to that.
    """
    forms = [form for form in consents_of(case, member) if form.given_on <= on]
    shares = bool(covered_for(case, member, on).topics)
    found = [form.not_to_share.strip() for number, form in enumerate(forms)
             if ((out := form.withdrawn_for(member)) is None or on < out)
             and (form.valid(on) or (shares and _stands_until(form, forms[number + 1:])))]
    return list(dict.fromkeys(filter(None, reversed(found))))


def _stands_until(form: Consent, later: Sequence[Consent]) -> bool:
    """Whether nothing was said since in place of what must not be shared."""
    if form.said_no:
        return not any(set(each.topics) & set(form.answers) for each in later if not each.said_no)
    return form.expires_on is not None and not any(each.given_on > form.expires_on for each in later)
