"""Herberget, Husets ord: the shelter's templates of courses, and its agendas."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, retire_agenda
from borgerplan_desktop.casework.meeting.write_agenda import add_agenda, copy_agenda
from borgerplan_desktop.casework.plan.templates import (
    add_examples,
    add_template,
    copy_template,
    retire_template,
    templates,
)
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.gui.templates.template_section import Sort, TemplateSection
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate, TemplateGoal, TemplatePoint

SHOWN = (PlanTemplate, TemplateGoal, AgendaTemplate, TemplatePoint)


class TemplatesPage(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.courses = TemplateSection(
            desk, Sort(templates, add_template, copy_template, retire_template, _goals_in), self)
        self.agendas = TemplateSection(desk, Sort(agenda_templates, add_agenda, copy_agenda, retire_agenda, _points_in),
                                       self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.courses)
        column.addSpacing(14)
        column.addWidget(self.agendas)
        column.addStretch(1)
        self.agendas.empty.action.setProperty("kind", "")        # the page has one main button: that of the courses
        # Signals
        self.courses.empty.wanted.connect(self._on_examples)
        self.courses.write_wanted.connect(self.write)
        self.agendas.empty.wanted.connect(self.agendas.new_button.click)
        self.agendas.write_wanted.connect(self.write_agenda)
        desk.changed.connect(self._on_changed)
        # Initial update
        self._name_parts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "agendas"):
            self._name_parts()

    def _name_parts(self) -> None:
        """In the language of now."""
        self.courses.name_parts(
            "", _("How a course usually goes here: whom it is for, its goals and their time. A plan can begin from it, "
                  "and everything in it can be changed."),
            _("Write a template"), (_("No templates yet"), _("Take two examples to begin with, or write your own."),
                                    _("Take the two examples")))
        self.agendas.name_parts(
            _("Agendas"), _("What a meeting usually goes through. A meeting can begin from it, and an agenda that "
                            "worked can be kept: press the three dots at its agenda."),
            _("Write an agenda"), (_("No agendas yet"), _("Write one, or keep one from a meeting."),
                                   _("Write an agenda")))
        self._refresh()

    def write(self, template: PlanTemplate) -> TemplateDialog:
        dialog = TemplateDialog(self._desk.opened, template, self.window())
        dialog.open()
        return dialog

    def write_agenda(self, template: AgendaTemplate) -> AgendaDialog:
        dialog = AgendaDialog(self._desk.opened, template, self.window())
        dialog.open()
        return dialog

    def _on_examples(self) -> None:
        self._desk.do(add_examples)
        self.courses.new_button.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if any(map(changes.touches, SHOWN)):
            self._refresh()

    def _refresh(self) -> None:
        self.courses.refresh()
        self.agendas.refresh()
        self.agendas.new_button.setVisible(self.agendas.empty.isHidden())


def _goals_in(template: PlanTemplate) -> str:
    if not template.goals:
        return _("No goals yet")
    return ngettext("{n} goal", "{n} goals", len(template.goals)).format(n=len(template.goals))


def _points_in(template: AgendaTemplate) -> str:
    """"30 min.: Velkommen · Borgeren fortæller"."""
    points = [each.title.replace("{name}", _("The citizen")) for each in template.points if each.title.strip()]
    minutes = (ngettext("{n} min.", "{n} min.", template.minutes).format(n=template.minutes) if template.points else
               _("No points yet"))
    first = " · ".join(each for each in (_(template.kind.label) if template.kind is not None else "", minutes) if each)
    return ": ".join(part for part in (first, " · ".join(points)) if part)
