"""How it is going, area by area: what was answered by when, where it went forward, and where two see it differently."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import areas_offered
from borgerplan_desktop.model.notes import RatedBy, Rating
from borgerplan_desktop.model.plan import Goal, current_plan

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

APART = 3                                                # from this difference it is worth talking about


def areas_asked(case: Case) -> list[LifeArea]:
    """Every area of life that is offered here, in the shelter's order; "other", and one that is offered no more, where
    something has been answered about it.
    """
    there = {each.area for each in case.all(Rating)}
    return [area for area in areas_offered(case.register, *there) if area is not LifeArea.OTHER or area in there]


def answers_in(case: Case, area: LifeArea, by: RatedBy) -> list[Rating]:
    """What somebody has answered about an area and the goals in it, oldest first."""
    return [each for each in case.all(Rating) if each.area is area and each.by is by]


def asked_of(case: Case, area: LifeArea) -> Goal | LifeArea:
    """What an answer about the area belongs to: the one goal in it that is worked on, else the area itself."""
    goals = [goal for goal in current_plan(case).goals if goal.area is area and goal.status.open]
    return goals[0] if len(goals) == 1 else area


def days_answered(case: Case, by: RatedBy) -> list[date]:
    """The days on which somebody gave a number, newest first."""
    days = {each.rated_on for each in case.all(Rating) if each.by is by and each.value is not None}
    return sorted(days, reverse=True)


def stood_on(case: Case, by: RatedBy, on: date) -> dict[LifeArea, Rating]:
    """The latest number in each area up to that day; areas without one are not in it."""
    found: dict[LifeArea, Rating] = {}
    for each in case.all(Rating):
        if each.by is by and each.value is not None and each.rated_on <= on:
            found[each.area] = each
    return found


@dataclass(frozen=True)
class Forward:
    """A step forward in an area: from one number to a higher one."""

    area: LifeArea
    before: int
    now: int
    since: date


def steps_forward(before: Mapping[LifeArea, Rating], now: Mapping[LifeArea, Rating]) -> list[Forward]:
    """Where it has gone forward; where it has not, nothing is said."""
    return [Forward(area, first.value, last.value, first.rated_on) for area in LifeArea
            if (first := before.get(area)) is not None and (last := now.get(area)) is not None
            and first.value is not None and last.value is not None and last.value > first.value]


def seen_differently(case: Case, area: LifeArea) -> bool:
    """Whether the latest numbers of citizen and contact person are far from each other."""
    values = [answers[-1].value for by in RatedBy if (answers := answers_in(case, area, by))]
    return len(values) == 2 and None not in values and abs((values[0] or 0) - (values[1] or 0)) >= APART
