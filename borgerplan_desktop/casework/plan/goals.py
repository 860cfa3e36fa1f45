"""What a contact person does with the goals of the plan, their steps, and the help towards them."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.notes import write_note
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Goal, GoalStatus, GoalType, Intervention, Step, current_plan


# ---------------------------------------------------------------------------------------------------------------- goals
def add_goal(opened: OpenCase, title: str = "", area: LifeArea | None = None) -> Goal:
    """A goal in the citizen's words, below the others."""
    plan = current_plan(opened.case)
    with opened.action(N_("Add goal")):
        goal = opened.case.add(Goal(plan_id=plan.id, title=title.strip(), area=area))
        place(goal, plan.goals, len(plan.goals))
    return goal


def delete_goal(opened: OpenCase, goal: Goal) -> None:
    """The goal goes with its steps and help; notes, ratings and agreements stay."""
    with opened.action(N_("Delete goal")):
        for note in goal.notes:                          # they say what they were about
            note.was_about = "\n".join(part for part in (note.was_about, goal.title.strip()) if part)
        for agreement in goal.agreements:
            agreement.area = goal.area or agreement.area         # who may be told of it goes by that
        opened.case.remove(goal)


def move_goal(opened: OpenCase, goal: Goal, index: int) -> None:
    """Give the goal another place in the order (0 = the most important)."""
    goals = current_plan(opened.case).goals
    if goal in goals and goals.index(goal) == _within(index, goals):
        return
    with opened.action(N_("Move goal")):
        place(goal, goals, index)


def set_status(opened: OpenCase, goal: Goal, status: GoalStatus) -> None:
    """The goal stands so now: closing it notes the day, and opening it again unticks exactly what closing ticked.

    What was said of why it stalled, or of how it went, is a note when it no longer says how it stands.
    """
    if status is goal.status:
        return
    with opened.action(N_("Goal reached") if status is GoalStatus.REACHED else N_("Change the goal's status")):
        if goal.status.stalls and not status.stalls:
            _keep_as_note(opened, goal, goal.stalls_because)
            goal.stalls_because = ""
        if status.open:
            _keep_as_note(opened, goal, goal.how_it_went)
            goal.closed_on, goal.how_it_went = None, ""
        elif goal.status.open or goal.closed_on is None:
            goal.closed_on = opened.today()
        goal.status = status
        _tick_with_goal(opened, goal, status is GoalStatus.REACHED)


def reach_goal(opened: OpenCase, goal: Goal) -> None:
    """The goal is reached, and its steps are done; which ones were ticked by that is remembered."""
    set_status(opened, goal, GoalStatus.REACHED)


def _tick_with_goal(opened: OpenCase, goal: Goal, reached: bool) -> None:
    for step in goal.steps:
        if reached and not step.done:
            step.done_on, step.done_with_goal = opened.today(), True
        elif not reached and step.done_with_goal:
            step.done_on, step.done_by_id, step.done_with_goal = None, None, False


def _keep_as_note(opened: OpenCase, goal: Goal, words: str) -> None:
    """"Går langsomt: vi venter på svar.": the words stay with the goal, dated."""
    if words.strip():
        write_note(opened, [goal], f"{_(goal.status.label)}: {words.strip()}")


def set_type(opened: OpenCase, goal: Goal, kind: GoalType | None) -> None:
    with opened.action(N_("Choose goal type")):
        goal.type = kind


def set_area(opened: OpenCase, goal: Goal, area: LifeArea | None) -> None:
    with opened.action(N_("Choose life area")):
        goal.area = area


# ---------------------------------------------------------------------------------------------------------------- steps
def add_step(opened: OpenCase, goal: Goal, text: str = "", index: int | None = None) -> Step:
    """A step on the way to the goal, last or at `index`."""
    with opened.action(N_("Add step")):
        steps = goal.steps
        step = opened.case.add(Step(goal_id=goal.id, text=text.strip()))
        place(step, steps, len(steps) if index is None else index)
    return step


def tick_step(opened: OpenCase, step: Step, done: bool = True) -> None:
    """The step was done today, by whoever is responsible unless somebody says otherwise; or was not done after all."""
    if step.done == done:
        return
    goal = opened.case.get(Goal, step.goal_id)
    who = step.responsible_id or (goal.responsible_id if goal is not None else None)
    with opened.action(N_("Tick step") if done else N_("Untick step")):
        step.done_on, step.done_with_goal = opened.today() if done else None, False
        step.done_by_id = who if done else None


def step_done_on(opened: OpenCase, step: Step, on: date | None) -> None:
    """The day on which it was done; no day = it was not done after all. Raises Refused for a day to come."""
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "done_on")
    if on is None:
        tick_step(opened, step, False)
        return
    with opened.action(N_("Change the day it was done")):
        step.done_on, step.done_with_goal = on, False


def move_step(opened: OpenCase, step: Step, index: int) -> None:
    """Give the step another place among the goal's steps (0 = first)."""
    steps = opened.case.of(Step, Step.goal_id, step.goal_id)
    if steps.index(step) == _within(index, steps):
        return
    with opened.action(N_("Move step")):
        place(step, steps, index)


def delete_step(opened: OpenCase, step: Step) -> None:
    with opened.action(N_("Delete step")):
        opened.case.remove(step)


# ----------------------------------------------------------------------------------------------------------------- help
def add_intervention(opened: OpenCase, goal: Goal, name: str = "") -> Intervention:
    """Help towards the goal, in words; `choose_service` takes it from the directory."""
    with opened.action(N_("Add help")):
        others = goal.interventions
        help_ = opened.case.add(Intervention(goal_id=goal.id, name=name.strip()))
        place(help_, others, len(others))
    return help_


def choose_service(opened: OpenCase, help_: Intervention, service: Service | None) -> None:
    """The help is this service of the directory: its name, provider and ladder step come along."""
    with opened.action(N_("Choose service")):
        if service is None:
            help_.service_id = None
        else:
            help_.service_id = service.id
            help_.name = service.name
            help_.provider = service.organisation or help_.provider
            help_.ladder_step = service.ladder_step or help_.ladder_step


def set_period(opened: OpenCase, help_: Intervention, from_on: date | None, until_on: date | None) -> None:
    """From when until when the help is given. Raises Refused when it would end first."""
    check_period(from_on, until_on)
    with opened.action(N_("Change the period of help")):
        help_.from_on, help_.until_on = from_on, until_on


def move_intervention(opened: OpenCase, help_: Intervention, index: int) -> None:
    others = opened.case.of(Intervention, Intervention.goal_id, help_.goal_id)
    if others.index(help_) == _within(index, others):
        return
    with opened.action(N_("Move help")):
        place(help_, others, index)


def delete_intervention(opened: OpenCase, help_: Intervention) -> None:
    with opened.action(N_("Delete help")):
        opened.case.remove(help_)


def check_period(from_on: date | None, until_on: date | None) -> None:
    """Raises Refused when something would end before it begins."""
    if from_on is not None and until_on is not None and until_on < from_on:
        raise Refused(_("The end is before the start. Choose another date."), "until_on")


def _within(index: int, rows: list[Goal] | list[Step] | list[Intervention]) -> int:
    return max(0, min(index, len(rows) - 1))
