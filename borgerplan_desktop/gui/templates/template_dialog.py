"""Writing a template of the shelter's: whom it is for, who is taken in, its goals. Everything is in force at once."""
from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.follow_up import MOST_WEEKS
from borgerplan_desktop.casework.plan.templates import add_template_goal, leave_template, names_a_number
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.templates.shelter_desk import ShelterDesk
from borgerplan_desktop.gui.templates.template_goal_box import TemplateGoalBox, offer_roles
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.shelter import PlanTemplate, TemplateGoal

CHANGE = N_("Change a template")


class TemplateDialog(Dialog):
    """Ctrl+Z takes back what was done in the shelter's templates, Ctrl+Y does it again."""

    drawn = (820, 620)

    def __init__(self, shelter: OpenCase, template: PlanTemplate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        everybodys(self)
        self._desk = desk = ShelterDesk(shelter, self)
        self._undo = UndoHere(shelter, PlanTemplate, TemplateGoal, from_now=True)
        self.page_scroll = DialogScroll(self, 10)
        self.title, self.responsible = QLineEdit(self), QLineEdit(self)
        self.target, self.taken_in, self.not_taken_in = (GrowingTextEdit("", 1, 6, self) for _each in range(3))
        self.weeks = calm_combo(QComboBox(self))
        self.title.setPlaceholderText(_("e.g. From the street to a home of one's own"))
        self.target.setPlaceholderText(_("e.g. Who has no home and wants one"))
        offer_roles(self.responsible)
        wide, texts, facts = FieldGrid(400, 1, self), FieldGrid(300, 2, self), FieldGrid(250, 2, self)
        wide.add_named(_("What it is called"), self.title)
        wide.add_named(_("Whom it is for"), self.target)
        texts.add_named(_("Who is taken in"), self.taken_in)
        texts.add_named(_("Who is not taken in"), self.not_taken_in)
        facts.add_named(_("How often we follow up"), self.weeks)
        facts.add_named(_("Who is responsible"), self.responsible)
        self.goals = RowColumn[TemplateGoal, TemplateGoalBox](self._make_box, 8, self)
        self.no_goals = plain_label(_("No goals yet. What does one usually work towards?"), "muted", self, wrap=True)
        self.add_button = button(_("Add goal"), "plus", "", self)
        for each in (wide, texts, facts, plain_label(_("Goals"), "h2", self), self.no_goals, self.goals):
            self.page_scroll.body.addWidget(each)
        self.page_scroll.body.addWidget(self.add_button)
        self.page_scroll.body.addStretch(1)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.numbers = plain_label(
            _("A CPR number stands here. A template is for everybody: leave it out."), "smallbad", self, wrap=True)
        self.undo_button, self.close_button = button("", "undo", "quiet", self), button(_("Close"), "", "", self)
        self.close_button.setDefault(True)
        for each in (self.add_button, self.undo_button):
            each.setAutoDefault(False)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Template of a course"), "title", self, wrap=True))
        column.addWidget(plain_label(_("A start, never a cage: in the plan everything can be changed."), "muted", self,
                                     wrap=True))
        column.addWidget(self.page_scroll, 1)
        column.addWidget(self.numbers)
        column.addWidget(self.trouble)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        for edit, field in ((self.title, PlanTemplate.title), (self.target, PlanTemplate.target_group),
                            (self.taken_in, PlanTemplate.taken_in), (self.not_taken_in, PlanTemplate.not_taken_in),
                            (self.responsible, PlanTemplate.responsible)):
            TextField(edit, desk, field, CHANGE).show_row(template)
        ChoiceField(self.weeks, desk, PlanTemplate.follow_up_weeks, CHANGE, cadences()).show_row(template)
        # Signals
        self.add_button.clicked.connect(self.add_goal)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        desk.says.connect(self._on_says)
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        # Initial update
        self._on_says("")
        self._refresh()
        self.title.setFocus()

    def add_goal(self) -> None:
        self._desk.settle.emit()
        goal = self._desk.made(add_template_goal, self.template)
        box = self.goals.widget(goal)
        if box is not None:
            box.open()
            box.title.setFocus()
            QTimer.singleShot(0, box, self._go_to_last)  # once the page knows how tall it is

    def undo(self) -> None:
        self._desk.settle.emit()
        self._desk.do(self._undo_here)
        self._refresh()

    def redo(self) -> None:
        self._desk.settle.emit()
        self._desk.do(self._redo_here)
        self._refresh()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _redo_here(self, _shelter: OpenCase) -> None:
        self._undo.redo()

    def done(self, result: int) -> None:
        """What is typed is stored before the dialog goes; a template in which nothing was written goes with it."""
        self._desk.settle.emit()
        self._desk.do(leave_template, self.template)
        self._desk.close()
        super().done(result)

    def _make_box(self, goal: TemplateGoal) -> TemplateGoalBox:
        return TemplateGoalBox(self._desk, goal, self.goals)

    def _go_to_last(self) -> None:
        content, box = self.page_scroll.widget(), self.goals.widgets()[-1]
        if content is not None:
            self.page_scroll.verticalScrollBar().setValue(box.mapTo(content, QPoint(0, 0)).y())

    def _on_says(self, words: str) -> None:
        say(self.trouble, words)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(PlanTemplate) or changes.touches(TemplateGoal):
            self._refresh()

    def _refresh(self) -> None:
        if not self.template.exists:                     # undone, or taken away somewhere else
            self.goals.show_rows([])
        else:
            self.goals.show_rows(self.template.goals)
        self.no_goals.setVisible(self.goals.isHidden())
        self.numbers.setVisible(self.template.exists and names_a_number(self.template))
        words = self._undo.words
        self.undo_button.setText(words.replace("&", "&&"))
        self.undo_button.setAccessibleName(words)
        self.undo_button.setVisible(bool(words))


def cadences() -> list[tuple[int | None, str]]:
    """How often one follows up, in words."""
    return [(None, _("Not fixed")), *((weeks, every(weeks)) for weeks in range(1, MOST_WEEKS + 1))]


def every(weeks: int) -> str:
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)
