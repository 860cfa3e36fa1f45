"""Who does what, when: every step, agreement and help of the plan in one list, what is overdue first."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import tick_agreement
from borgerplan_desktop.casework.plan.goals import tick_step
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, Intervention, Step, current_plan


@dataclass(frozen=True)
class Task:
    """One line. `when` is said in words where there is no day; a help is given over a time and is not ticked."""

    row: Step | Agreement | Intervention
    what: str
    goal: Goal | None
    who: NetworkMember | None
    due_on: date | None
    when: str = ""
    done_on: date | None = None
    done_by: NetworkMember | None = None

    @property
    def is_ticked(self) -> bool:
        """Whether it is something one does, and has done."""
        return not isinstance(self.row, Intervention)

    @property
    def done(self) -> bool:
        return self.done_on is not None or (isinstance(self.row, Agreement) and self.row.done)

    def late(self, today: date) -> bool:
        return self.is_ticked and not self.done and self.due_on is not None and self.due_on < today


def tasks(case: Case, today: date) -> list[Task]:
    """What is open: overdue first, then by day, then what has no day, as the plan has it; after them what is done,
    newest first. Lines without words, and what belongs to a goal that is closed and was not done, are left out.
    """
    found = list(_of_goals(case, today)) + [_of_agreement(case, each) for each in case.all(Agreement)
                                            if each.text.strip() and each.status is not AgreementStatus.DROPPED]
    left = [each for each in found if not each.done]
    left.sort(key=lambda each: (not each.late(today), each.due_on is None, each.due_on or date.max))
    done = [each for each in found if each.done]
    done.sort(key=lambda each: each.done_on or date.min, reverse=True)
    return left + done


def _of_goals(case: Case, today: date) -> list[Task]:
    found = []
    for goal in current_plan(case).goals:
        for step in goal.steps:
            if step.text.strip() and (step.done or goal.status.open):
                found.append(Task(step, step.text, goal, step.responsible or goal.responsible, step.due_on,
                                  done_on=step.done_on, done_by=case.get(NetworkMember, step.done_by_id)))
        for help_ in goal.interventions:
            over = help_.until_on is not None and help_.until_on < today
            if help_.name.strip() and goal.status.open and not over:
                found.append(Task(help_, help_.name, goal, help_.responsible or goal.responsible, help_.until_on,
                                  help_.period.strip()))
    return found


def _of_agreement(case: Case, agreed: Agreement) -> Task:
    return Task(agreed, agreed.text, agreed.goal, agreed.responsible, agreed.due_on, agreed.when.strip(),
                agreed.done_on, case.get(NetworkMember, agreed.done_by_id))


def doers(found: Sequence[Task]) -> list[tuple[NetworkMember | None, int]]:
    """Who has how many open lines: whoever has most first, nobody last."""
    count: dict[NetworkMember | None, int] = {}
    for each in found:
        if not each.done:
            count[each.who] = count.get(each.who, 0) + 1
    return sorted(count.items(), key=lambda one: (one[0] is None, -one[1], one[0].place if one[0] is not None else 0))


def tick(opened: OpenCase, task: Task, done: bool = True) -> None:
    """It was done today, or was not done after all. A help is not ticked."""
    if isinstance(task.row, Step):
        tick_step(opened, task.row, done)
    elif isinstance(task.row, Agreement):
        tick_agreement(opened, task.row, done)
