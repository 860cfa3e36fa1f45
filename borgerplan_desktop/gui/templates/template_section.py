"""Herberget, Husets ord: the shelter's templates of one sort; written, copied, taken out of use and into use again."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, say, set_tip
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate

Template = PlanTemplate | AgendaTemplate


@dataclass(frozen=True)
class Sort:
    """What can be done with templates of one sort; each takes the shelter's open case first, as on a desk."""

    every: Callable[..., list[Any]]
    add: Callable[..., Any]
    copy: Callable[..., Any]
    retire: Callable[..., None]
    about: Callable[[Any], str]                          # what is in it, in a line


class TemplateSection(QWidget):
    """`write_wanted(template)`. Whoever shows it gives it words by `name_parts`, in the language of now."""

    write_wanted = Signal(object)

    def __init__(self, desk: Desk, sort: Sort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sort = desk, sort
        self.heading = plain_label("", "h2", self)
        self.words = plain_label("", "muted", self, wrap=True)
        self.empty = EmptyState(parent=self, drawing=False)
        self.lines = RowColumn[Template, TemplateLine](self._make_line, 2, self)
        self.retired_label = plain_label("", "bold", self)
        self.retired = RowColumn[Template, TemplateLine](self._make_line, 2, self)
        self.new_button = button("", "plus", "", self)
        foot = QWidget(self)
        self.foot = FlowLayout(foot, 10)                 # on two lines in large text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for each in (self.heading, self.words, self.empty, self.lines):
            column.addWidget(each)
        self.foot.addWidget(self.new_button)
        column.addWidget(foot)
        for each in (self.retired_label, self.retired):
            column.addWidget(each)
        self.new_button.clicked.connect(self._on_new)

    def name_parts(self, heading: str, words: str, new: str, empty: tuple[str, str, str]) -> None:
        say(self.heading, heading)
        self.words.setText(words)
        self.empty.say(*empty)
        self.retired_label.setText(_("Out of use"))
        self.new_button.setText(new)
        self.new_button.setAccessibleName(new)
        self.refresh()

    def refresh(self) -> None:
        case = self._desk.case
        now, before = self._sort.every(case), self._sort.every(case, retired=True)
        self.lines.show_rows(now)
        self.retired.show_rows(before)
        self.retired_label.setVisible(bool(before))
        self.empty.setVisible(not now)
        for line in (*self.lines.widgets(), *self.retired.widgets()):
            line.refresh()

    def _make_line(self, template: Template) -> TemplateLine:
        line = TemplateLine(self._desk, self._sort, template, self)
        line.write_wanted.connect(partial(self.write_wanted.emit, template))
        return line

    def _on_new(self) -> None:
        template = self._desk.made(self._sort.add)
        if template is not None:
            self.write_wanted.emit(template)


class TemplateLine(QWidget):
    """`write_wanted()`."""

    write_wanted = Signal()

    def __init__(self, desk: Desk, sort: Sort, template: Template, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._sort, self.template = desk, sort, template
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
        say(self.about, self._sort.about(template))
        self.use_button.setText(_("Take into use") if template.retired else _("Take out of use"))
        self.use_button.setAccessibleName((_("Take »{title}« into use") if template.retired
                                           else _("Take »{title}« out of use")).format(title=title))
        for each, words in ((self.copy_button, _("Copy »{title}«")), (self.edit_button, _("Edit »{title}«"))):
            each.setAccessibleName(words.format(title=title))
            set_tip(each, words.format(title=title))

    def _on_use(self) -> None:
        self._desk.do(self._sort.retire, self.template, not self.template.retired)

    def _on_copy(self) -> None:
        self._desk.do(self._sort.copy, self.template)
