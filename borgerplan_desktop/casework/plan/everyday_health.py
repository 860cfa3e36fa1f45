"""Health in everyday life, one small thing at a time: a habit, a wish, when we speak of it again; the own doctor."""
from __future__ import annotations

import re

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.everyday_health import Habit, HabitKind, habits
from borgerplan_desktop.model.network import MemberKind, NetworkMember, askable, people
from borgerplan_desktop.model.shelter import Sector

_GENERAL_PRACTITIONER = re.compile(r"læge|doctor|general pract", re.IGNORECASE)
_OTHER_DOCTOR = re.compile(r"(?:tand|special|over|dyr)læge|dentist", re.IGNORECASE)


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


def could_be_doctor(case: Case) -> list[NetworkMember]:
    """The professionals of the network, but for our own colleagues: general practitioners first, then other doctors and
    whoever is of health and treatment.
    """
    return sorted((each for each in askable(case) if each.kind is MemberKind.PROFESSIONAL and not each.staff_id),
                  key=_how_far_from_doctor)


def _how_far_from_doctor(member: NetworkMember) -> int:
    said = f"{member.contact.role} {member.contact.organisation}"
    if _OTHER_DOCTOR.search(said) is None and _GENERAL_PRACTITIONER.search(said):
        return 0
    return 1 if member.sector is Sector.HEALTH else 2


def choose_own_doctor(opened: OpenCase, member: NetworkMember | None) -> None:
    """Who the citizen's own doctor is: one person of the network, or nobody yet."""
    with opened.action(N_("Choose own doctor")):
        for each in opened.case.all(NetworkMember):
            if each.own_doctor != (each is member):
                each.own_doctor = each is member
