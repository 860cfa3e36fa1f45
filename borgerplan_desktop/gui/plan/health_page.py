"""Everyday health by itself: habits and the own doctor are there also when no goal is about physical health."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.everyday_health import EverydayHealth
from borgerplan_desktop.gui.plan.plan_page import PlanPage
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.goal_order import as_read
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.plan import Goal, current_plan


class HealthPage(PlanPage):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Everyday health"), parent)
        self.where_label = plain_label("", "muted", self, wrap=True)
        self.card = Card(parent=self)
        self.health = EverydayHealth(desk, None, self.card)
        self.card.body.addWidget(self.health)
        self.body.addWidget(self.where_label)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def take_keyboard(self) -> None:
        """The keyboard is where something can be taken up, or stands already."""
        rows, chips = self.health.rows.widgets(), list(self.health.chips.values())
        (rows[0].now if rows else chips[0] if chips else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row_id: str) -> None:
        habit = self._desk.case.get(Habit, row_id)
        if habit is None or not self.health.show_habit(habit):
            self.take_keyboard()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Goal):
            self._refresh()

    def _refresh(self) -> None:
        goal = next((g for g in as_read(current_plan(self._desk.case).goals) if g.area is LifeArea.HEALTH), None)
        self.where_label.setText(
            _("On paper it stands with the goal »{title}«.").format(title=self._called(goal))
            if goal is not None and goal.area is not None else
            _("It comes on paper when a goal is about physical health. Until then it stands here only."))

    def _called(self, goal: Goal) -> str:
        """Its title, or its life area while it has none."""
        return goal.title.strip() or area_name(self._desk.case.register, goal.area or LifeArea.HEALTH)
