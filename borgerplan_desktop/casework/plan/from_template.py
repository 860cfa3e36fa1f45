"""A plan begins from a template of the shelter's, or takes some of its goals: a start, never a cage.

Nothing there is overwritten, and everything taken may be changed afterwards as if it had been written here.
"""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.follow_up import set_cadence
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, add_step
from borgerplan_desktop.casework.plan.templates import add_examples
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.network import NetworkMember, askable, citizen_member
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.plan import Plan, current_plan
from borgerplan_desktop.model.shelter import PlanTemplate, TemplateGoal
from borgerplan_desktop.model.working_days import day_at_work

_BULLETS = "•▪■●○*·–—- \t"
_ENDING = 2                                              # letters of "-en": kontaktpersonen is the kontaktperson
_THE = "the "


@dataclass(frozen=True)
class GoalOffer:
    """What a goal of the template would become in this plan."""

    goal: TemplateGoal
    steps: tuple[str, ...]
    help: tuple[str, ...]
    deadline: date | None
    asked: str                                           # who is responsible, in the template's words
    responsible: NetworkMember | None                    # whom that is here; None = left open
    is_there: bool                                       # the plan has a goal of this title already


def offered(opened: OpenCase, template: PlanTemplate) -> list[GoalOffer]:
    """Its goals as they would stand in the plan, in its order; one without words is none."""
    there = {_same(goal.title) for goal in current_plan(opened.case).goals}
    start = start_of(opened)
    return [_offer(opened.case, template, goal, start, there) for goal in template.goals if goal.title.strip()]


def start_of(opened: OpenCase) -> date:
    """From when its weeks are counted: today, or the day to come on which the plan starts."""
    today = opened.today()
    return max(today, current_plan(opened.case).started_on or today)


def will_set_cadence(opened: OpenCase, template: PlanTemplate) -> bool:
    """Whether how often one follows up comes along: only where nothing is agreed yet."""
    plan = current_plan(opened.case)
    return (template.follow_up_weeks is not None and plan.follow_up_weeks is None and plan.follow_up_on is None
            and not plan.follow_up.strip() and not plan.follow_up_days)


def begin_from(opened: OpenCase, template: PlanTemplate, goals: Iterable[TemplateGoal]) -> int:
    """The chosen goals come below those there are, with steps, help, deadlines and whoever is responsible; how many.

    A plan without goals remembers what it began from. Raises Refused when nothing is chosen, or when the template or a
    chosen goal is out of use meanwhile.
    """
    chosen = list(goals)
    if not chosen:
        raise Refused(_("Tick at least one goal."), "goals")
    if not template.exists or template.retired or not all(goal.exists for goal in chosen):
        raise Refused(_("The template has just been changed. Nothing was taken. Look at it again."), "goals")
    plan = current_plan(opened.case)
    cadence = will_set_cadence(opened, template)
    with opened.action(N_("Begin from a template")):
        if not plan.goals and plan.template_id is None:
            plan.template_id = template.id
        for offer in offered(opened, template):
            if offer.goal in chosen:
                _take(opened, offer)
        if cadence:
            set_cadence(opened, template.follow_up_weeks)
    return len(chosen)


def take_examples(opened: OpenCase) -> None:
    """Where the shelter has no templates yet, two ready ones join its own; that is not undone with this case."""
    if opened.shelter is not None:
        add_examples(opened.shelter)


def began_from(plan: Plan) -> PlanTemplate | None:
    """The template the plan began from, as far as this archive has it."""
    register = plan.case.register
    return register.get(PlanTemplate, plan.template_id) if register is not None else None


def whom(case: Case, said: str) -> NetworkMember | None:
    """Who somebody's task is in this case: the citizen, the contact person, the coordinator, or the only one of that
    role; None where that is not clear.
    """
    citizen = case.the(Citizen)
    if _means(said, _("Citizen")) or _means(said, _("The citizen")):
        return citizen_member(case)
    if _means(said, _("Contact person")):
        return next((each for each in askable(case) if each.staff_id and each.staff_id == citizen.contact_person_id),
                    None)
    if _means(said, _("Coordinator")):
        now = coordinator(case)
        return now.member if now is not None else None
    found = [each for each in askable(case) if each.contact.role.strip() and _means(said, each.contact.role)]
    return found[0] if len(found) == 1 else None


def lines_of(text: str) -> tuple[str, ...]:
    """A line each, without the dots people write before them; a CPR number there is another citizen's, and masked."""
    return tuple(line for each in text.split("\n") if (line := without_numbers(each.strip(_BULLETS))))


# --------------------------------------------------------------------------------------------------------------- parts
def _offer(case: Case, template: PlanTemplate, goal: TemplateGoal, start: date, there: set[str]) -> GoalOffer:
    asked = goal.responsible.strip() or template.responsible.strip()
    return GoalOffer(goal, lines_of(goal.steps), lines_of(goal.help), _after(start, goal.weeks), asked,
                     whom(case, asked) if asked else None, _same(goal.title) in there)


def _after(start: date, weeks: int | None) -> date | None:
    """On a day on which people are at work: we choose it, so it is neither a Saturday nor a holiday."""
    return day_at_work(start + timedelta(weeks=weeks)) if weeks is not None else None


def _take(opened: OpenCase, offer: GoalOffer) -> None:
    goal = add_goal(opened, without_numbers(offer.goal.title), offer.goal.area)
    who = offer.responsible.id if offer.responsible is not None else None
    goal.type, goal.deadline, goal.responsible_id = offer.goal.type, offer.deadline, who
    for text in offer.steps:
        add_step(opened, goal, text)
    for name in offer.help:
        add_intervention(opened, goal, name).responsible_id = who


def _same(title: str) -> str:
    return " ".join(title.casefold().split())


def _means(said: str, word: str) -> bool:
    """Whether "Kontaktpersonen" says "kontaktperson"."""
    said, word = (_same(each).removeprefix(_THE).rstrip(".") for each in (said, word))
    return bool(word) and said.startswith(word) and len(said) - len(word) <= _ENDING
