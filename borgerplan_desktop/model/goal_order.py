"""In which order goals are read, and which one somebody worked at last."""
from __future__ import annotations

from typing import TYPE_CHECKING

from borgerplan_desktop.model.notes import NoteLink
from borgerplan_desktop.model.plan import Goal, GoalStatus

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


def as_read(goals: list[Goal]) -> list[Goal]:
    """The goals as one reads them: what is worked on by priority, then what was reached, then the rest."""
    return sorted(goals, key=lambda goal: (not goal.status.open, goal.status is not GoalStatus.REACHED))


def last_worked_at(case: Case, goals: list[Goal]) -> Goal | None:
    """The open goal where something was written last, also a step, help or a note; the first of several."""
    def newest(goal: Goal) -> int:
        links = case.of(NoteLink, NoteLink.goal_id, goal.id)
        return max(row.rev for row in (goal, *goal.steps, *goal.interventions, *links))
    return max((goal for goal in goals if goal.status.open), key=newest, default=None)
