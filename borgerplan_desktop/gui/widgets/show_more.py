"""Below a list of which only the first are shown: so many more at each press."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.i18n import ngettext

AT_ONCE = 25                                             # a list of thousands opens as quickly as a short one


class ShowMore(QPushButton):
    """`most` of them are shown. `wanted()`: show as many as it says now."""

    wanted = Signal()

    def __init__(self, first: int = AT_ONCE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = self._first = first
        self._left = 0
        self.setProperty("kind", "ghost")
        set_button_icon(self, "chevron_down")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_of(self, total: int) -> None:
        """How many there are: it goes away when all are shown."""
        self._left = total - self.most
        more = min(self._left, AT_ONCE)
        self.setText(ngettext("Show {n} more", "Show {n} more", more).format(n=more))
        self.setAccessibleName(self.text())
        self.setVisible(self._left > 0)

    def reach(self, at: int) -> None:
        """What stands at this place, from 0, is among those that are shown."""
        self.most = max(self.most, at + 1)

    def start_with(self, first: int) -> None:
        """Another number to begin with; whoever has asked for more keeps what they see."""
        if self.most == self._first:
            self.most = first
        self._first = first

    def begin_again(self) -> None:
        """Only the first, as in the beginning."""
        self.most = self._first

    def _on_clicked(self) -> None:
        self.most += AT_ONCE
        self.wanted.emit()
