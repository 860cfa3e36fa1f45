"""Health in everyday life, one small thing at a time: a habit, a wish, when we speak of it again; the own doctor."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.everyday_health import Habit, HabitKind, habits
from borgerplan_desktop.model.network import NetworkMember, people


def not_spoken_of(case: Case) -> list[HabitKind]:
    """The habits nobody has taken up yet."""
    taken_up = {habit.kind for habit in habits(case)}
    return [kind for kind in HabitKind if kind not in taken_up]


def take_up_habit(opened: OpenCase, kind: HabitKind) -> Habit:
    """The citizen wants to speak of it; the habit itself, where it was taken up before."""
    before = next((habit for habit in habits(opened.case) if habit.kind is kind), None)
    if before is not None:
        return before
    with opened.action(N_("Take up a habit")):
        return opened.case.add(Habit(kind=kind))


def leave_habit(opened: OpenCase, habit: Habit) -> None:
    """It is not what we speak of any more; undo brings the words back."""
    with opened.action(N_("Remove a habit")):
        opened.case.remove(habit)


def own_doctor(case: Case) -> NetworkMember | None:
    return next((member for member in people(case) if member.own_doctor), None)


def choose_own_doctor(opened: OpenCase, member: NetworkMember | None) -> None:
    """Who the citizen's own doctor is: one person of the network, or nobody yet."""
    with opened.action(N_("Choose own doctor")):
        for each in opened.case.all(NetworkMember):
            if each.own_doctor != (each is member):
                each.own_doctor = each is member
