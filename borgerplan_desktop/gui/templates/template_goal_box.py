"""A goal of a template: its words as a line, the rest behind a button, made when it is first looked at."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan.templates import MOST_WEEKS, move_template_goal, remove_template_goal
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.offered_words import OfferedWords
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_area import GoalType
from borgerplan_desktop.model.life_areas import area_choices, area_name
from borgerplan_desktop.model.shelter import TemplateGoal

CHANGE = N_("Change a goal of a template")


class TemplateGoalBox(QFrame):
    """Alt+Up and Alt+Down move it."""

    gone = Signal()

    def __init__(self, desk: Desk, goal: TemplateGoal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.goal = desk, goal
        self.body: QWidget | None = None
        self.setProperty("role", "flat")
        self.title = WrappedLine(_("Goal"), _("e.g. I live in a home of my own"), role="bold", parent=self)
        self.facts = plain_label("", "small", self, wrap=True)
        self.more: QPushButton = button(_("Steps and help"), "chevron_down", "quiet", self, icon_right=True)
        self.more.setCheckable(True)
        self.remove = icon_button("close", _("Remove the goal"), self)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        row.addWidget(self.title, 1)
        row.addWidget(self.remove)
        column.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.facts, 1)
        below.addWidget(self.more)
        column.addLayout(below)
        for each in (self.more, self.remove):
            each.setAutoDefault(False)
        TextField(self.title, desk, TemplateGoal.title, CHANGE).show_row(goal)
        # Signals
        self.more.toggled.connect(self._on_more)
        self.remove.clicked.connect(self._on_remove)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def open(self) -> None:
        self.more.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := wanted_move(event):
            self._desk.do(move_template_goal, self.goal, by)
        else:
            super().keyPressEvent(event)

    def _on_more(self, on: bool) -> None:
        if on and self.body is None:
            self.body = self._make_body()
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(on)

    def _make_body(self) -> QWidget:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 4, 0)
        self.area, self.type, self.weeks = (calm_combo(QComboBox(body)) for _each in range(3))
        self.responsible = QLineEdit(body)
        offer_roles(self.responsible)
        self.steps, self.help = GrowingTextEdit("", 2, 12, body), GrowingTextEdit("", 2, 12, body)
        for each in (self.steps, self.help):
            each.setPlaceholderText(_("One on each line"))
        grid, texts = FieldGrid(200, 4, body), FieldGrid(300, 2, body)
        for name, field in ((_("Life area"), self.area), (_("Goal type"), self.type), (_("Time frame"), self.weeks),
                            (_("Who is responsible"), self.responsible)):
            grid.add_named(name, field)
        texts.add_named(_("Steps"), self.steps)
        texts.add_named(_("Help"), self.help)
        column.addWidget(grid)
        column.addWidget(texts)
        for bound in (
                ChoiceField(self.area, self._desk, TemplateGoal.area, CHANGE,
                            [(None, _("Not chosen")), *area_choices(self._desk.case, self.goal.area)]),
                ChoiceField(self.type, self._desk, TemplateGoal.type, CHANGE,
                            [(None, _("Not chosen")), *((each, _(each.label)) for each in GoalType)]),
                ChoiceField(self.weeks, self._desk, TemplateGoal.weeks, CHANGE,
                            [(None, _("Not fixed")), *((n, in_weeks(n)) for n in range(1, MOST_WEEKS + 1))]),
                TextField(self.responsible, self._desk, TemplateGoal.responsible, CHANGE),
                TextField(self.steps, self._desk, TemplateGoal.steps, CHANGE),
                TextField(self.help, self._desk, TemplateGoal.help, CHANGE)):
            bound.show_row(self.goal)
        return body

    def _on_remove(self) -> None:
        self._desk.settle.emit()
        if self.goal.exists:
            self._desk.do(remove_template_goal, self.goal)

    def _on_changed(self, changes: Changes) -> None:
        if self.goal.exists and changes.touches(self.goal):
            self._refresh()

    def _refresh(self) -> None:
        goal = self.goal
        area = area_name(self._desk.case, goal.area) if goal.area is not None else ""
        self.facts.setText(" · ".join(filter(None, (
            area, in_weeks(goal.weeks) if goal.weeks else "",
            goal.responsible.strip()))))
        words = goal.title.strip() or _("Goal")
        self.remove.setAccessibleName(_("Remove »{words}«").format(words=words))
        self.more.setAccessibleName(_("Steps and help of »{words}«").format(words=words))


def in_weeks(weeks: int) -> str:
    return ngettext("Within a week", "Within {n} weeks", weeks).format(n=weeks)


def offer_roles(field: QLineEdit) -> None:
    """Whom a template can mean; anything else may be written."""
    roles = (_("The contact person"), _("The citizen"), _("Coordinator"), _("Caseworker"))
    OfferedWords(field, roles, _("Who is responsible"), _("Show all"), _("Anything else may be written."))
