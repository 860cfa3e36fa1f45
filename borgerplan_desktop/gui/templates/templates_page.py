"""Settings: the shelter's templates of courses; written, copied, taken out of use and into use again."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.templates import (
    add_examples,
    add_template,
    copy_template,
    retire_template,
    templates,
)
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.templates.agenda_lines import AgendaLines
from borgerplan_desktop.gui.templates.shelter_desk import ShelterDesk
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate, TemplateGoal, TemplatePoint

SHOWN = (PlanTemplate, TemplateGoal, AgendaTemplate, TemplatePoint)


class TemplatesPage(QWidget):
    def __init__(self, shelter: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk = ShelterDesk(shelter, self)
        self._undo = UndoHere(shelter, *SHOWN)
        self.words = plain_label("", "muted", self, wrap=True)
        self.empty = EmptyState(parent=self, drawing=False)
        self.lines = RowColumn[PlanTemplate, TemplateLine](self._make_line, 2, self)
        self.retired_label = plain_label("", "bold", self)
        self.retired = RowColumn[PlanTemplate, TemplateLine](self._make_line, 2, self)
        self.new_button = button("", "plus", "", self)
        self.undo_button = button("", "undo", "quiet", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for each in (self.words, self.empty, self.lines):
            column.addWidget(each)
        foot.addWidget(self.new_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        column.addLayout(foot)
        for each in (self.trouble, self.retired_label, self.retired):
            column.addWidget(each)
        self.agendas = AgendaLines(desk, self)
        column.addWidget(self.agendas)
        column.addStretch(1)
        # Signals
        self.empty.wanted.connect(self._on_examples)
        self.new_button.clicked.connect(self._on_new)
        self.undo_button.clicked.connect(self._on_undo)
        desk.changed.connect(self._on_changed)
        desk.says.connect(self._on_says)
        # Initial update
        self._name_parts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "trouble"):
            self._name_parts()

    def _name_parts(self) -> None:
        """In the language of now."""
        self.words.setText(_(
            "How a course usually goes here: whom it is for, its goals and their time. A plan can begin from it, and "
            "everything in it can be changed."))
        self.empty.say(_("No templates yet"), _("Take two examples to begin with, or write your own."),
                       _("Take the two examples"))
        self.retired_label.setText(_("Out of use"))
        self.new_button.setText(_("Write a template"))
        self.new_button.setAccessibleName(_("Write a template"))
        self._refresh()

    def leave(self) -> None:
        """The settings are closed."""
        self._desk.close()

    def write(self, template: PlanTemplate) -> TemplateDialog:
        dialog = TemplateDialog(self._desk.opened, template, self.window())
        dialog.open()
        return dialog

    def _make_line(self, template: PlanTemplate) -> TemplateLine:
        line = TemplateLine(self._desk, template, self)
        line.write_wanted.connect(partial(self.write, template))
        return line

    def _on_examples(self) -> None:
        self._desk.do(add_examples)
        self.new_button.setFocus()

    def _on_new(self) -> None:
        template = self._desk.made(add_template)
        if template is not None:
            self.write(template)

    def _on_undo(self) -> None:
        self._desk.do(self._undo_here)
        self._refresh()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _on_says(self, words: str) -> None:
        say(self.trouble, words)

    def _on_changed(self, changes: Changes) -> None:
        if any(map(changes.touches, SHOWN)):
            self._refresh()
        else:
            self._offer_undo()

    def _refresh(self) -> None:
        case = self._desk.case
        now, before = templates(case), templates(case, retired=True)
        self.lines.show_rows(now)
        self.retired.show_rows(before)
        self.retired_label.setVisible(bool(before))
        self.empty.setVisible(not now)
        for line in (*self.lines.widgets(), *self.retired.widgets()):
            line.refresh()
        self.agendas.refresh()
        self._offer_undo()

    def _offer_undo(self) -> None:
        words = self._undo.words
        self.undo_button.setText(words.replace("&", "&&"))
        self.undo_button.setAccessibleName(words)
        self.undo_button.setVisible(bool(words))


class TemplateLine(QWidget):
    """`write_wanted()`."""

    write_wanted = Signal()

    def __init__(self, desk: ShelterDesk, template: PlanTemplate, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.template = desk, template
        self.name, self.about = plain_label("", "bold", self, wrap=True), plain_label("", "small", self, wrap=True)
        self.use_button = button("", "", "quiet", self)
        self.copy_button, self.edit_button = icon_button("note", "", self), icon_button("edit", "", self)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        for each in (self.use_button, self.copy_button, self.edit_button):
            row.addWidget(each)
        self.use_button.clicked.connect(self._on_use)
        self.copy_button.clicked.connect(self._on_copy)
        self.edit_button.clicked.connect(self.write_wanted)
        self.refresh()

    def refresh(self) -> None:
        template = self.template
        if not template.exists:
            return
        title = template.title.strip() or _("Without a title")
        self.name.setText(title)
        count = len(template.goals)
        say(self.about, ngettext("{n} goal", "{n} goals", count).format(n=count))
        self.use_button.setText(_("Take into use") if template.retired else _("Take out of use"))
        self.use_button.setAccessibleName((_("Take »{title}« into use") if template.retired
                                           else _("Take »{title}« out of use")).format(title=title))
        for each, words in ((self.copy_button, _("Copy »{title}«")), (self.edit_button, _("Edit »{title}«"))):
            each.setAccessibleName(words.format(title=title))
            set_tip(each, words.format(title=title))

    def _on_use(self) -> None:
        self._desk.do(retire_template, self.template, not self.template.retired)

    def _on_copy(self) -> None:
        self._desk.do(copy_template, self.template)
