"""Beginning to wait for something that is no application: one line, and the wait is a card."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from borgerplan_desktop.casework.course.course import wait_for
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import UnsavedLine
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _


class FreeWait(Card):
    """`begun()`: the course waits for it."""

    begun = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.what = QLineEdit(self)
        self.what.setPlaceholderText(_("e.g. Answer from the municipality"))
        self.what.setAccessibleName(_("What we wait for"))
        UnsavedLine(self.what, desk, "wait")
        self.add = button(_("Wait for it"), "hourglass", "", self)
        self.leave = button(_("Cancel"), "", "ghost", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.trouble.hide()
        label = plain_label(_("What we wait for"), "smallbold", self)
        label.setBuddy(self.what)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.what, 1)
        row.addWidget(self.add)
        row.addWidget(self.leave)
        self.body.addWidget(label)
        self.body.addLayout(row)
        self.body.addWidget(self.trouble)
        # Signals
        self.add.clicked.connect(self._on_add)
        self.what.returnPressed.connect(self._on_add)
        self.leave.clicked.connect(self._on_leave)

    def begin(self) -> None:
        """Ask what it is."""
        say(self.trouble, "")
        self.show()
        self.what.setFocus()

    def _on_add(self) -> None:
        if not self.what.text().strip():
            say(self.trouble, _("Write what we wait for."))
            self.what.setFocus()
        elif self._desk.do(wait_for, None, self.what.text()) == "stored":
            self._on_leave()
            self.begun.emit()

    def _on_leave(self) -> None:
        self.what.clear()
        self.hide()
