"""The goals nobody is responsible for, each answered where it is asked: what was said and signed below it stays."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.adoption import nobodys_goals
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import PersonField
from borgerplan_desktop.gui.showing.goal_summary import title_of
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.text import shortened

SHOWN, SHORT = 4, 50                                     # goals that are named, and characters of each


class NobodysGoals(QWidget):
    """Nothing where every goal has somebody; none of them stands in the way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.said = plain_label("", "", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        goals = nobodys_goals(desk.case)
        self.rows = [NobodysGoal(desk, goal, self) for goal in goals[:SHOWN]]
        for row in self.rows:
            column.addWidget(row)
        self._say()
        self.setVisible(bool(goals))
        desk.changed.connect(self._on_changed)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Goal):
            self._say()

    def _say(self) -> None:
        n = len(nobodys_goals(self._desk.case))
        say(self.said, ngettext("Nobody is responsible for this goal yet. The plan can be adopted all the same.",
                                "Nobody is responsible for {n} of the goals yet. The plan can be adopted all the same.",
                                n).format(n=n) if n else "")


class NobodysGoal(QWidget):
    """Who takes it, chosen here; it stays in sight with the answer."""

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = _("Who takes »{goal}«?").format(goal=shortened(title_of(goal), SHORT))
        self.asked = plain_label(words, "small", self, wrap=True)
        self.person = calm_combo(QComboBox(self), 14)
        self.person.setAccessibleName(words)
        self._field = PersonField(self.person, desk, Goal.responsible_id, N_("Choose who is responsible"), others=True)
        self._field.show_row(goal)
        halves = FieldGrid(230, 2, self)                 # below each other where there is little room
        halves.add(self.asked)
        halves.add(self.person)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(halves)
