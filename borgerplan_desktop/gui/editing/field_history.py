"""How it has stood in a field: newest first, who and when at the left, what it said then at the right."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.field_history import Stood
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.two_lines import TwoLines, add_two_lines
from borgerplan_desktop.i18n import _, clock, day
from borgerplan_desktop.model.text import shortened

BEGINNING = 60                                           # characters of a text that stand in the list


class FieldHistory(CaseDialog):
    """`name` = the field, as it is called; `said(value)` = what it says then; `take(value)` = take it back, or None."""

    drawn = (760, 480)

    def __init__(self, desk: Desk, name: str, stood: list[Stood], said: Callable[[Any], str],
                 take: Callable[[Any], bool], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("What stood here before?"))
        self._stood, self._said, self._take = stood, said, take
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(_("What stood here before?"))
        self.rows.setItemDelegate(TwoLines(self.rows))
        self.rows.setUniformItemSizes(True)
        self.text = self._shown(_("It said"))
        self.before = self._shown(_("Before that it said"))
        self.before_label = plain_label(_("Before that it said"), "smallbold", self)
        self.copy_button = button(_("Copy the text"), "", "", self)
        self.take_button = button(_("Take this back"), "undo", "primary", self)
        self.take_button.setAccessibleDescription(_("What stands there now stays in the history."))
        self.close_button = button(_("Close"), "", "", self)
        self.empty = plain_label(_("Nothing is known of what stood here before."), "muted", self, wrap=True)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        self._lay_out(name)
        today = desk.opened.today()
        for each in stood:
            when = _("{day} at {time}").format(day=day(each.at.date(), today), time=clock(each.at))
            begins = shortened(" ".join(said(each.value).split()), BEGINNING)
            add_two_lines(self.rows, ", ".join(part for part in (when, each.by) if part),
                          begins or _("Nothing stood here"))
        # Signals
        self.rows.currentRowChanged.connect(self._on_chosen)
        self.rows.itemActivated.connect(self._on_take)
        self.copy_button.clicked.connect(self._on_copy)
        self.take_button.clicked.connect(self._on_take)
        self.close_button.clicked.connect(self.reject)
        self.rows.setCurrentRow(0)
        self._on_chosen(self.rows.currentRow())
        (self.rows if stood else self.close_button).setFocus()

    def _shown(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(name)
        return text

    def _lay_out(self, name: str) -> None:
        said = QVBoxLayout()
        said.addWidget(plain_label(_("It said"), "smallbold", self))
        said.addWidget(self.text, 3)
        said.addWidget(self.before_label)
        said.addWidget(self.before, 2)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.rows, 2)
        both.addLayout(said, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(10)
        column.addWidget(plain_label(_("What stood here before?"), "title", self, wrap=True))
        if name:
            column.addWidget(plain_label(name, "muted", self, wrap=True))
        column.addWidget(self.empty)
        column.addLayout(both, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.empty.setVisible(not self._stood)

    def chosen(self) -> Stood | None:
        row = self.rows.currentRow()
        return self._stood[row] if 0 <= row < len(self._stood) else None

    def _on_chosen(self, row: int) -> None:
        self.trouble.hide()
        chosen = self.chosen()
        said = self._said(chosen.value) if chosen is not None else ""
        before = self._said(chosen.before) if chosen is not None and chosen.before not in (None, "") else ""
        self.text.setPlainText(said)
        self.text.setPlaceholderText(_("Nothing stood here") if chosen is not None else "")
        self.before.setPlainText(before)
        self.before.setVisible(bool(before))
        self.before_label.setVisible(bool(before))
        self.copy_button.setEnabled(bool(said))
        self.take_button.setEnabled(row > 0)             # the newest is what stands there

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _on_take(self) -> None:
        chosen = self.chosen()
        if chosen is None or not self.take_button.isEnabled():
            return
        if self._take(chosen.value):
            self.accept()
        else:
            say(self.trouble, _("This cannot be taken back any more."))
