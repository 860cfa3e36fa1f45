"""What is said of a goal that stalls or is closed, choices that become help, and everyday health."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import could_be, everyday_health, goals
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.everyday_health import Habit, HabitKind
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal, GoalStatus, GoalType, Step
from tests.casework.acts import nth


def goal_says(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    if goal is not None and goal.status.stalls:
        write(opened, goal, Goal.stalls_because, f"venter {b}", N_("Change why it stalls"))
    elif goal is not None and not goal.status.open:
        write(opened, goal, Goal.how_it_went, f"godt {b}", N_("Change how it went"))


def goal_stands(opened: OpenCase, a: int, b: int) -> None:
    if (goal := nth(opened, Goal, a)) is not None:
        goals.set_status(opened, goal, list(GoalStatus)[b % len(GoalStatus)])


def goal_type(opened: OpenCase, a: int, b: int) -> None:
    if (goal := nth(opened, Goal, a)) is not None:
        goals.set_type(opened, goal, [None, *GoalType][b % 4])


def step_done_on(opened: OpenCase, a: int, b: int) -> None:
    if (step := nth(opened, Step, a)) is not None:
        goals.step_done_on(opened, step, opened.today() + timedelta(days=b - 8) if b else None)


def could_be_help(opened: OpenCase, a: int, b: int) -> None:
    if (goal := nth(opened, Goal, a)) is not None:
        if goal.area not in could_be.COULD_BE:
            goals.set_area(opened, goal, [LifeArea.WORK, LifeArea.LEISURE, LifeArea.HEALTH][b % 3])
        if offered := could_be.could_be(goal):
            could_be.take_as_help(opened, goal, offered[b % len(offered)])


def habit(opened: OpenCase, a: int, b: int) -> None:
    found = everyday_health.take_up_habit(opened, list(HabitKind)[a % 4])
    write(opened, found, Habit.now, f"nu {b}", N_("Change a habit"))


def no_habit(opened: OpenCase, a: int, b: int) -> None:
    if (found := nth(opened, Habit, a)) is not None:
        everyday_health.leave_habit(opened, found)


def own_doctor(opened: OpenCase, a: int, b: int) -> None:
    everyday_health.choose_own_doctor(opened, nth(opened, NetworkMember, a) if b else None)


ACTS = {f"goals: {act.__name__}": act for act in (
    goal_says, goal_stands, goal_type, step_done_on, could_be_help, habit, no_habit, own_doctor)}
