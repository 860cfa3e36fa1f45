"""What could be part of a goal of an area: choices that become help with one press, not a form to fill.

From Omstillingsplanen: work and participation, activities and community, health in everyday life.
"""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_intervention
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.plan import Goal, HelpUnit, Intervention


@dataclass(frozen=True)
class CouldBe:
    """Help that could be offered, in words one can change afterwards; `name` and `purpose` are msgids."""

    name: str
    purpose: str
    ladder_step: LadderStep | None
    unit: HelpUnit | None                                # None = a doctor, a club, a friend: no unit of anybody's


_OURS, _THEIRS = HelpUnit.PROVIDER, HelpUnit.AUTHORITY
_OPEN, _LESS = LadderStep.OPEN, LadderStep.LESS
COULD_BE: dict[LifeArea, tuple[CouldBe, ...]] = {
    LifeArea.WORK: (
        CouldBe(N_("A job at the shelter"), N_("To have something to get up for, and to be counted on"), None, _OURS),
        CouldBe(N_("Small tasks at the shelter"), N_("To take part, a little at a time"), None, _OURS),
        CouldBe(N_("Social free card"), N_("To earn a little, without losing other money"), None, _THEIRS),
        CouldBe(N_("Job with a wage subsidy"), N_("To try a workplace, with support"), _LESS, _THEIRS),
        CouldBe(N_("IPS: help to get an ordinary job or education"),
                N_("One person who goes along, also after the first day"), _LESS, _THEIRS),
        CouldBe(N_("Education and job coordinator"), N_("One person who knows the ways to education and job"), None,
                _OURS)),
    LifeArea.LEISURE: (
        CouldBe(N_("Activities at the shelter"), N_("To do something together with others"), None, _OURS),
        CouldBe(N_("Activity and day centre"), N_("A place to come, with others and things to do"), _OPEN, _OURS),
        CouldBe(N_("Association or sports club"), N_("To do what one likes, with others who do"), _OPEN, None),
        CouldBe(N_("Volunteer companion"), N_("Not to go alone the first times"), _OPEN, None),
        CouldBe(N_("Peer with own experience"), N_("To talk with somebody who has been there"), _OPEN, None)),
    LifeArea.HEALTH: (
        CouldBe(N_("Health check with own doctor"), N_("To know what the body needs"), None, None),
        CouldBe(N_("Home care at the shelter"), N_("Help with wounds and medicine where one lives"), _LESS, _THEIRS),
        CouldBe(N_("Course to stop smoking"), N_("Not to be alone with stopping"), _OPEN, _OURS),
        CouldBe(N_("Exercise together with others"), N_("To move a little, and not alone"), _OPEN, None)),
}


def could_be(goal: Goal) -> list[CouldBe]:
    """What the goal's area could hold and the goal does not have yet: help that was made from a choice and got another
    name is still that help, as its purpose says.
    """
    has = {words.strip().casefold() for help_ in goal.interventions for words in (help_.name, help_.purpose)}
    found = COULD_BE.get(goal.area, ()) if goal.area is not None and goal.status.open else ()
    return [each for each in found if not has & {_(each.name).casefold(), _(each.purpose).casefold()}]


def take_as_help(opened: OpenCase, goal: Goal, choice: CouldBe) -> Intervention:
    """The choice becomes help towards the goal, with its purpose; whoever is responsible for the goal sees to it."""
    with opened.action(N_("Add help")):
        help_ = add_intervention(opened, goal, _(choice.name))
        help_.purpose, help_.ladder_step, help_.unit = _(choice.purpose), choice.ladder_step, choice.unit
        help_.responsible_id = goal.responsible_id
    return help_
