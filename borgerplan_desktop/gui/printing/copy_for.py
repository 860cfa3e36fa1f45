"""A button for a copy of a paper for one person of the network: whoever it is for is told only what consent covers."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.people_to_choose import everybody, in_full
from borgerplan_desktop.i18n import _


class CopyFor(QPushButton):
    """`wanted(id)` of the person of the network who is chosen in its menu."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Copy for …"), parent)
        self._desk = desk
        self.setProperty("kind", "quiet")
        self.setAccessibleName(_("Copy for somebody of the network"))
        set_button_icon(self, "people")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.people = QMenu(self)
        self.people.setAccessibleName(self.accessibleName())
        self.setMenu(self.people)
        self.people.aboutToShow.connect(self.fill)
        self.people.triggered.connect(self._on_chosen)

    def fill(self) -> None:
        """Who is in the network now."""
        self.people.clear()
        for member in everybody(self._desk):
            if not member.is_citizen:
                self.people.addAction(in_full(member).replace("&", "&&")).setData(member.id)
        if self.people.isEmpty():
            self.people.addAction(_("Nobody is on the network map yet")).setEnabled(False)

    def _on_chosen(self, action: QAction) -> None:
        self.wanted.emit(action.data())
