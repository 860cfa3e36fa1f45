"""A line to search in, with a magnifying glass that grows with the text."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import px


class SearchField(QLineEdit):
    """Otherwise an ordinary line edit, with a button that empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(18)
        draw_icon(QPainter(self), "search", "muted", px(10), (self.height() - side) / 2, side)

    def _make_room(self) -> None:
        self.setTextMargins(px(22), 0, 0, 0)
