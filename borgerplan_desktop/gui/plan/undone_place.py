"""What was undone or done again in the plan comes into sight; where it is in sight already, nothing moves."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.plan.plan_places import PlanPlaces
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Step
from borgerplan_desktop.model.row import Row

AROUND = 80                                              # design pixels above and below it


def bring_into_sight(tab: PlanPlaces, page: QScrollArea, row: Row | None) -> None:
    """The goal is unfolded; the line itself is in sight."""
    if isinstance(row, Goal | Step | Intervention):
        goal = row if isinstance(row, Goal) else row.case.get(Goal, row.goal_id)
        if goal is not None and tab.goals.open_goal is not goal:
            tab.goals.open(goal)
    if (place := _place(tab, row)) is not None:
        QTimer.singleShot(0, page, partial(_scroll, page, place))        # once the page knows how tall it is


def _place(tab: PlanPlaces, row: Row | None) -> QWidget | None:
    if isinstance(row, Agreement):
        return tab.agreements.rows.reach(row)
    if isinstance(row, Goal):
        return tab.goals.reach(row)
    if not isinstance(row, Step | Intervention):
        return None
    card = tab.goals.reach(row.case.get(Goal, row.goal_id))
    if card is None or card.body is None:
        return card
    return card.body.steps.reach(row) if isinstance(row, Step) else card.body.help.reach(row)


def _scroll(page: QScrollArea, place: QWidget) -> None:
    if isValid(place) and place.isVisible() and place.visibleRegion().isEmpty():
        page.ensureWidgetVisible(place, 0, px(AROUND))
