"""Where in the plan a question is answered, and where a habit of everyday health stands."""
from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.plan.agreement_list import AgreementList
from borgerplan_desktop.gui.plan.follow_up import FollowUp, Hint
from borgerplan_desktop.gui.plan.goal_list import GoalList
from borgerplan_desktop.gui.plan.own_words import OwnWords
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.goal_order import as_read
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, current_plan


class PlanPlaces(Protocol):
    """The plan tab, as far as one goes to a place in it."""

    goals: GoalList
    own_words: OwnWords

    @property
    def agreements(self) -> AgreementList: ...
    @property
    def follow_up(self) -> FollowUp: ...
    def open_page(self, key: str, row_id: str = "") -> QWidget: ...
    def show_row(self, row_id: str) -> None: ...
    def go_to(self, target: QWidget) -> None: ...


def show_habit(tab: PlanPlaces, habit: Habit) -> None:
    """Within the first goal of physical health; where there is none, on the page of its own."""
    goal = next((g for g in as_read(current_plan(habit.case).goals) if g.area is LifeArea.HEALTH), None)
    if goal is None:
        tab.open_page("health", habit.id)
        return
    tab.goals.open(goal)
    card = tab.goals.card(goal)
    if card is not None and card.body is not None:
        card.body.health.show_habit(habit)


def answer(tab: PlanPlaces, hint: Hint) -> None:
    """The keyboard where what the hint asks for is written."""
    row, field = hint.row, hint.field
    if field == "reviews":
        tab.open_page("follow_up", row.id)
    elif isinstance(row, Goal | Intervention):
        tab.show_row(row.id)
        _answer_in_goal(tab, row, field)
    elif isinstance(row, Agreement):
        tab.show_row(row.id)
        shown = tab.agreements.rows.widget(row)
        if shown is not None:
            shown.meta.setChecked(True)
            tab.go_to(shown.area_combo)
    elif field == Plan.follow_up_on.key:
        tab.go_to(tab.follow_up.on)
    elif field in tab.own_words.edits:
        if tab.own_words.edits[field].isHidden() or not tab.own_words.edits[field].isVisible():
            tab.own_words.show_more()
        tab.go_to(tab.own_words.edits[field])
    else:
        tab.goals.add()


def _answer_in_goal(tab: PlanPlaces, row: Goal | Intervention, field: str) -> None:
    goal = row if isinstance(row, Goal) else row.case.get(Goal, row.goal_id)
    card = tab.goals.card(goal)
    body = card.body if card is not None else None
    if body is None:
        return
    target = None
    if isinstance(row, Intervention):
        shown = body.help.reach(row)
        if shown is not None:
            shown.meta.setChecked(field != "purpose" or shown.meta.isChecked())
            target = shown.purpose if field == "purpose" else shown.from_edit
    else:
        target = {"responsible_id": body.responsible, "follow_up_on": body.follow_up,
                  "steps": body.add_step_button, "interventions": body.add_help_button}.get(field)
    if target is not None:
        target.setFocus()
