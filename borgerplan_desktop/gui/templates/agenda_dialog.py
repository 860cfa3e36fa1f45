"""Writing an agenda of the shelter's: what it is called, of which meeting it is, and its points."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.meeting.write_agenda import add_point, leave_agenda
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.templates import names_a_number
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.fields import ChoiceField, TextField
from borgerplan_desktop.gui.templates.shelter_dialog import ShelterDialog
from borgerplan_desktop.gui.templates.template_point_box import TemplatePointBox
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.meeting_way import MeetingKind
from borgerplan_desktop.model.shelter import AgendaTemplate, TemplatePoint

CHANGE = N_("Change an agenda")


class AgendaDialog(ShelterDialog):
    shown = (AgendaTemplate, TemplatePoint)

    def __init__(self, shelter: OpenCase, template: AgendaTemplate, parent: QWidget | None = None) -> None:
        super().__init__(shelter, template, _("Agenda to begin from"), _(
            "A template is for everybody: write {name} where the citizen's first name is to stand."), parent)
        self.template = template
        self.title, self.kind = QLineEdit(self), calm_combo(QComboBox(self))
        self.title.setPlaceholderText(_("e.g. Follow-up talk, half an hour"))
        facts = FieldGrid(280, 2, self)
        facts.add_named(_("What it is called"), self.title)
        facts.add_named(_("Which meeting it is for"), self.kind)
        self.total = plain_label("", "muted", self, wrap=True)
        self.points = RowColumn[TemplatePoint, TemplatePointBox](self._make_box, 8, self)
        self.add_button = button(_("Add point"), "plus", "", self)
        self.goals_button = button(_("Add the goals"), "plus", "", self)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(plain_label(_("Agenda"), "h2", self))
        head.addWidget(self.total, 1)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for each in (self.add_button, self.goals_button):
            each.setAutoDefault(False)
            foot.addWidget(each)
        foot.addStretch(1)
        body = self.page_scroll.body
        body.addWidget(facts)
        body.addLayout(head)
        body.addWidget(self.points)
        body.addLayout(foot)
        body.addStretch(1)
        TextField(self.title, self._desk, AgendaTemplate.title, CHANGE).show_row(template)
        ChoiceField(self.kind, self._desk, AgendaTemplate.kind, CHANGE, [
            (None, _("Any meeting")), *((each, _(each.label)) for each in MeetingKind)]).show_row(template)
        self.add_button.clicked.connect(self.add_point)
        self.goals_button.clicked.connect(self.add_goals)
        self.refresh()
        self.title.setFocus()

    def add_point(self) -> None:
        self._add(self._desk.made(add_point, self.template))

    def add_goals(self) -> None:
        """The point where the citizen's own goals come in."""
        self._add(self._desk.made(add_point, self.template, _("The goals"), goals=True))

    def leave(self) -> None:
        """One in which nothing was written goes with the window."""
        self._desk.do(leave_agenda, self.template)

    def names_a_number(self) -> bool:
        return self.template.exists and names_a_number(self.template)

    def show_rows(self) -> None:
        points = self.template.points if self.template.exists else []
        self.points.show_rows(points)
        minutes = sum(each.minutes for each in points)
        say(self.total, ngettext("{n} min.", "{n} min.", minutes).format(n=minutes) if points else
            _("No points yet. What does one usually go through?"))
        has_goals = any(each.goals for each in points)
        self.goals_button.setVisible(not has_goals)

    def _add(self, point: TemplatePoint | None) -> None:
        box = self.points.widget(point) if point is not None else None
        if box is not None:
            box.title.setFocus()
            self.bring_to_top(box)

    def _make_box(self, point: TemplatePoint) -> TemplatePointBox:
        return TemplatePointBox(self._desk, point, self.points)
