"""The map over the whole window, large, for the citizen to look at: no notes, no consent, nothing of our own."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import colour
from borgerplan_desktop.gui.network.looks import Seen, plain
from borgerplan_desktop.gui.network.map_view import MapView
from borgerplan_desktop.gui.network.over_the_map import OverTheMap
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _

LARGER = 1.45


class FocusPage(QWidget):
    """`left()`: back to the tab."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = MapView(self)
        self.map.magnify(LARGER)
        self._over = OverTheMap(self.map)
        self.back = button(_("Back (Esc)"), "close", "quiet", self)
        self.back.clicked.connect(self.left)
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(20, 10, 20, 16)
        column.setSpacing(2)
        head.addStretch(1)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(self.map, 1)

    def show_seen(self, seen: Seen, chosen: str) -> None:
        """These people, as everybody may see them."""
        self.map.show_people(self._faces(seen.faces), seen.bonds, seen.name)
        self.map.choose(chosen)
        self._over.choose(chosen)
        self._over.show_seen(seen)

    @staticmethod
    def _faces(faces: Sequence[Face]) -> list[Face]:
        return [plain(face) for face in faces]

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("surface"))
