"""Who of the network may have the plan, by what the plan speaks of; said before a copy for others is made."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.i18n import _, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic, may_share, needs_consent
from borgerplan_desktop.model.covered import (
    topic_of_agreement,
    topic_of_area,
    topic_of_earlier_plan,
    topic_of_habit,
)
from borgerplan_desktop.model.everyday_health import habits_said
from borgerplan_desktop.model.network import MemberKind, NetworkMember, people
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import Agreement, GoalStatus, current_plan
from borgerplan_desktop.model.shelter import Sector


@dataclass(frozen=True)
class Lacking:
    """Whom the plan may not go to as it is: `topics` it speaks of and the consent does not; none = not the plan."""

    member: NetworkMember
    topics: tuple[Topic, ...] = ()


def topics_of_plan(case: Case) -> list[Topic]:
    """What the plan on paper speaks of: itself, the areas of its goals, whoever is close, and who treats them."""
    goals = [goal for goal in current_plan(case).goals if goal.status.open or goal.status is GoalStatus.REACHED]
    found = {Topic.PLAN, *(topic_of_area(goal.area) for goal in goals)}
    found |= {topic_of_agreement(each) for each in case.all(Agreement)}          # also of goals set aside, and of none
    found |= {topic_of_earlier_plan(each.kind) for each in case.all(EarlierPlan)
              if each.outcome is not EarlierPlanOutcome.OPEN}
    found |= {topic_of_habit(habit.kind) for habit in habits_said(case)}
    shown = [m for m in people(case) if not m.left_out_of_paper]
    if any(m.kind is MemberKind.PRIVATE for m in shown):
        found.add(Topic.NETWORK)
    if any(m.sector is Sector.HEALTH for m in shown):    # where they work says it
        found.add(Topic.HEALTH)
    return [topic for topic in Topic if topic in found]


def plan_readers(case: Case, on: date, paper: Case | None = None) -> tuple[list[NetworkMember], list[Lacking]]:
    """Of those whom a consent is asked about: who may have the plan that day, and who may not, or not all of it.

    `paper` is the case that the paper speaks of, where it was frozen; consents are asked of today's.
    """
    topics = topics_of_plan(paper or case)
    may, lacking = [], []
    for member in people(case):
        if not needs_consent(case, member, on) or not member.involved_on(on):
            continue
        withheld = tuple(topic for topic in topics if not may_share(case, member, topic, on).allowed)
        if not withheld:
            may.append(member)
        else:
            lacking.append(Lacking(member, () if Topic.PLAN in withheld else withheld))
    return may, lacking


def said_of_readers(case: Case, on: date, paper: Case | None = None) -> str:
    """One or two plain sentences; "" where nobody needs a consent."""
    may, lacking = plan_readers(case, on, paper)
    said = []
    if may:
        said.append(_("Consent covers the plan for: {names}.").format(names=listed([m.contact.name for m in may])))
    if lacking:
        said.append(_("Consent is missing, or does not cover all of it, for: {names}.").format(
            names=listed([_called(each) for each in lacking])))
    return " ".join(said)


def _called(each: Lacking) -> str:
    name = each.member.contact.name
    topics = ", ".join(_(topic.label).lower() for topic in each.topics)
    return f"{name} ({topics})" if topics else name
