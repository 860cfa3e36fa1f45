"""The menu of somebody on the map, and of the map itself: everything there is to do, each with its key."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.network.move_and_remove import MoveMenu, removing
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.network import NetworkMember


class PersonMenu(QMenu):
    """What one does with somebody; `moved(id)` when they have another place."""

    opened = Signal(str)
    tie_asked = Signal(str)
    remove_asked = Signal(str)
    moved = Signal(str)

    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget) -> None:
        super().__init__(member.contact.name, parent)
        self.setAccessibleName(member.contact.said_name or member.contact.name)
        self._id = member.id
        self.open_it = _line(self, _("See who it is"), _("Enter"))
        self.open_it.triggered.connect(self._on_open)
        self.move_it = MoveMenu(desk, member, self)
        self.move_it.triggered.connect(self._on_moved)
        self.addMenu(self.move_it)
        self.tie_it = _line(self, _("Tie to somebody else …"), "T")
        self.tie_it.triggered.connect(self._on_tie)
        self.addSeparator()
        self.remove_it = _line(self, removing(member), _("Delete"))
        self.remove_it.triggered.connect(self._on_remove)

    def _on_open(self) -> None:
        self.opened.emit(self._id)

    def _on_moved(self) -> None:
        self.moved.emit(self._id)

    def _on_tie(self) -> None:
        self.tie_asked.emit(self._id)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self._id)


class GroundMenu(QMenu):
    """What one does with the map as a whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Network map"), parent)
        self.setAccessibleName(_("Network map"))
        self.add_person = _line(self, _("Add person"))
        self.tie_two = _line(self, _("Tie two people together"))
        self.addSeparator()
        self.zoom_in = _line(self, _("Zoom in"), "+")
        self.zoom_out = _line(self, _("Zoom out"), "-")
        self.fit = _line(self, _("Show the whole map"), "0")


def _line(menu: QMenu, words: str, key: str = "") -> QAction:
    """A line of the menu, with the key that does the same on the map."""
    action = QAction(f"{words}\t{key}" if key else words, menu)
    menu.addAction(action)
    return action
