"""Plain edits that no activity owns: they keep the heart honest on its own."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Goal, Plan, Step
from tests.casework.acts import nth


def goal(opened: OpenCase, a: int, b: int) -> None:
    with opened.action("base: goal"):
        plan = opened.case.the(Plan)
        goal = opened.case.add(Goal(plan_id=plan.id, title=f"mål {a}"))
        place(goal, plan.goals, b)


def step(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    if goal is not None:
        with opened.action("base: step"):
            place(opened.case.add(Step(goal_id=goal.id, text=f"skridt {b}")), goal.steps, b)


def person(opened: OpenCase, a: int, b: int) -> None:
    with opened.action("base: person"):
        opened.case.add(NetworkMember(kind=MemberKind.PRIVATE, name=f"person {a}", place=float(b)))


def unperson(opened: OpenCase, a: int, b: int) -> None:
    member = nth(opened, NetworkMember, a)
    if member is not None and not member.is_citizen:
        with opened.action("base: unperson"):
            opened.case.remove(member)


def responsible(opened: OpenCase, a: int, b: int) -> None:
    goal, member = nth(opened, Goal, a), nth(opened, NetworkMember, b)
    if goal is not None:
        write(opened, goal, Goal.responsible_id, member.id if member else None, "base: responsible")


def title(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    if goal is not None:
        write(opened, goal, Goal.title, f"ord {b} " * (1 + 40 * b), "base: title", typing=True)


def move(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    if goal is not None:
        with opened.action("base: move"):
            place(goal, opened.case.the(Plan).goals, b)


def delete(opened: OpenCase, a: int, b: int) -> None:
    goal = nth(opened, Goal, a)
    if goal is not None:
        with opened.action("base: delete"):
            opened.case.remove(goal)


def big(opened: OpenCase, a: int, b: int) -> None:
    with opened.action("base: all at once"):
        goal(opened, a, b)
        person(opened, a, b)
        delete(opened, b, a)
        move(opened, a, 0)


ACTS = {"goal": goal, "step": step, "person": person, "unperson": unperson, "responsible": responsible,
        "title": title, "move": move, "delete": delete, "big": big}
