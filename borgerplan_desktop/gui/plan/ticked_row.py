"""A row that is ticked when it is done: tick, words, and behind a quiet button who and when."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.plan.details_row import MetaButton, RowWidget, beside_line
from borgerplan_desktop.gui.showing.source_line import SourceLine
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.gui.widgets.wrapped_line import WrappedLine
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Field, Row


class TickedRow(RowWidget):
    """`column` holds the words; the row class connects `tick` and refreshes what changes."""

    next_wanted = Signal()                               # Enter: one more after this

    def __init__(self, desk: Desk, row: Row, column: Field, name: str, title: str, prompt: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tick = beside_line(QCheckBox(self))
        self.text = WrappedLine(title, prompt, most=4, parent=self)
        self.meta = MetaButton(_("Who and when"), self)
        self._text = TextField(self.text, desk, column, name)
        self._text.show_row(row)
        self.line = QHBoxLayout()
        self.line.setSpacing(2)
        self.line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.text, 1)
        self.line.addWidget(self.meta, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addLayout(self.line)
        SourceLine.below(below, desk, row, self, 28)
        self.setFocusProxy(self.text)
        self.text.entered.connect(self._on_enter)
        self.text.erased.connect(self.gone_wanted)
        self.meta.toggled.connect(self.show_details)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        self._text.store()
        if self.text.toPlainText().strip():
            self.next_wanted.emit()
