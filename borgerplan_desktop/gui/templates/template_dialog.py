"""Writing a template of the shelter's: whom it is for, who is taken in, its goals. Everything is in force at once."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.follow_up import MOST_WEEKS
from borgerplan_desktop.casework.plan.templates import add_template_goal, leave_template, names_a_number
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.templates.shelter_dialog import ShelterDialog
from borgerplan_desktop.gui.templates.template_goal_box import TemplateGoalBox, offer_roles
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.shelter import PlanTemplate, TemplateGoal

CHANGE = N_("Change a template")


class TemplateDialog(ShelterDialog):
    shown = (PlanTemplate, TemplateGoal)

    def __init__(self, shelter: OpenCase, template: PlanTemplate, parent: QWidget | None = None) -> None:
        super().__init__(shelter, template, _("Template of a course"),
                         _("A start, never a cage: in the plan everything can be changed."), parent)
        self.template = template
        desk = self._desk
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
        self.add_button.setAutoDefault(False)
        for each in (wide, texts, facts, plain_label(_("Goals"), "h2", self), self.no_goals, self.goals,
                     self.add_button):
            self.page_scroll.body.addWidget(each)
        self.page_scroll.body.addStretch(1)
        for edit, field in ((self.title, PlanTemplate.title), (self.target, PlanTemplate.target_group),
                            (self.taken_in, PlanTemplate.taken_in), (self.not_taken_in, PlanTemplate.not_taken_in),
                            (self.responsible, PlanTemplate.responsible)):
            TextField(edit, desk, field, CHANGE).show_row(template)
        ChoiceField(self.weeks, desk, PlanTemplate.follow_up_weeks, CHANGE, cadences()).show_row(template)
        self.add_button.clicked.connect(self.add_goal)
        self.refresh()
        self.title.setFocus()

    def add_goal(self) -> None:
        self._desk.settle.emit()
        goal = self._desk.made(add_template_goal, self.template)
        box = self.goals.widget(goal)
        if box is not None:
            box.open()
            box.title.setFocus()
            self.bring_to_top(box)

    def leave(self) -> None:
        """A template in which nothing was written goes with the window."""
        self._desk.do(leave_template, self.template)

    def open_row(self, row_id: str) -> None:
        for box in self.goals.widgets():
            if box.goal.id == row_id:
                box.open()

    def names_a_number(self) -> bool:
        return self.template.exists and names_a_number(self.template)

    def show_rows(self) -> None:
        """None, where it was undone, or taken away somewhere else."""
        self.goals.show_rows(self.template.goals if self.template.exists else [])
        self.no_goals.setVisible(self.goals.isHidden())

    def _make_box(self, goal: TemplateGoal) -> TemplateGoalBox:
        return TemplateGoalBox(self._desk, goal, self.goals)


def cadences() -> list[tuple[int | None, str]]:
    """How often one follows up, in words."""
    return [(None, _("Not fixed")), *((weeks, every(weeks)) for weeks in range(1, MOST_WEEKS + 1))]


def every(weeks: int) -> str:
    return ngettext("Every week", "Every {n} weeks", weeks).format(n=weeks)
