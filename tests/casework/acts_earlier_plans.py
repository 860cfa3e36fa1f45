"""What a person may do with the plans from elsewhere, for the random sequences."""
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.casework.plan.taking_over import OWN_WORDS, let_go, take_over
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind, EarlierPlanOutcome, Passage, PassageUse
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.settled import next_left

TEXT = "Mål: drikke mindre. Samtaler hver uge.\nJonas ringer selv. Han vil have ro."


def _plan(opened: OpenCase, n: int) -> EarlierPlan:
    found = opened.case.all(EarlierPlan)
    return found[n % len(found)] if found else earlier_plans.take_in(
        opened, list(EarlierPlanKind)[n % 6], f"plan {n}", "Rusmiddelenheden", opened.today(), TEXT)


def take_in(opened: OpenCase, a: int, b: int) -> None:
    earlier_plans.take_in(opened, list(EarlierPlanKind)[a % 6], f"plan {a}", "", None, TEXT,
                          ("plan.txt", f"fil {b}".encode()) if b % 2 else None)


def take_passage(opened: OpenCase, a: int, b: int) -> None:
    plan, goals = _plan(opened, a), opened.case.all(Goal)
    span = next_left(plan, a) if b % 3 else (a, a + b)   # also across what is settled already
    with suppress(Refused):
        take_over(opened, plan, span or (0, 0), list(PassageUse)[b % 7], goals[a % len(goals)] if goals else None,
                  OWN_WORDS[a % 6])


def free_passage(opened: OpenCase, a: int, b: int) -> None:
    if found := opened.case.all(Passage):
        let_go(opened, found[a % len(found)])


def end_plan(opened: OpenCase, a: int, b: int) -> None:
    plan = _plan(opened, a)
    if plan.outcome is not EarlierPlanOutcome.OPEN and b % 3:
        earlier_plans.take_up_again(opened, plan)
    elif b % 2:
        earlier_plans.keep_beside(opened, plan, f"§ {a + 1}")
    else:
        earlier_plans.replace(opened, plan)


def remove_plan(opened: OpenCase, a: int, b: int) -> None:
    earlier_plans.remove(opened, _plan(opened, a))


ACTS: dict[str, Callable[[OpenCase, int, int], None]] = {f"earlier plans: {act.__name__}": act for act in (
    take_in, take_passage, free_passage, end_plan, remove_plan)}
