"""Ending later or earlier: what the clock at the top of the meeting offers."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from borgerplan_desktop.i18n import _, ngettext

STEPS = (5, 15, -5, -15)                                 # minutes


class EndMenu(QMenu):
    """`wanted(minutes)` when somebody moves the end."""

    wanted = Signal(int)

    def __init__(self, button: QPushButton, parent: QWidget) -> None:
        super().__init__(parent)
        self._button = button
        self.setAccessibleName(_("Move the end"))
        for minutes in STEPS:
            words = (ngettext("End {n} minute later", "End {n} minutes later", minutes) if minutes > 0 else
                     ngettext("End {n} minute earlier", "End {n} minutes earlier", -minutes))
            self.addAction(words.format(n=abs(minutes))).triggered.connect(partial(self.wanted.emit, minutes))
        button.clicked.connect(self.open_here)

    def open_here(self) -> None:
        self.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
        self.setActiveAction(self.actions()[0])
