"""A line that says where the name of somebody left out of paper still stands, with the way from one to the next."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.network.left_out import StillNamed, said_of_names
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _


class StillNamedNotice(QWidget):
    """Not there while there is nothing to say; `below`: the way there stands under the words, where it is narrow."""

    gone_there = Signal()

    def __init__(self, desk: Desk, parent: QWidget, *, below: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Sequence[StillNamed] = ()
        self._next = 0
        self.words = plain_label("", "warn", self, wrap=True)
        self.go_there = button(_("Show me where"), "", "ghost", self)
        row = QVBoxLayout(self) if below else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.go_there)
        self.go_there.clicked.connect(self._on_go)
        self.hide()

    def show_found(self, found: Sequence[StillNamed]) -> None:
        """Say these; the next press shows the first of them that was not shown yet."""
        if [each.row_id for each in found] != [each.row_id for each in self._found]:
            self._next = 0
        self._found = found
        self.words.setText(said_of_names(self._desk.case, found))
        self.go_there.setAccessibleDescription(self.words.text())
        self.setVisible(bool(found))

    def _on_go(self) -> None:
        if self._found:
            place = self._found[self._next % len(self._found)]
            self._next += 1
            self.gone_there.emit()
            self._desk.written.emit(place.row_id, place.field)
