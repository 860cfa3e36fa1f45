"""One of our icons as a widget beside a text."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.icons import STROKE, draw_icon
from borgerplan_desktop.gui.appearance.theme import px


class IconView(QWidget):
    """Shows an icon in a token's colour; in a form set the properties `icon_name`, `icon_role`, `icon_size`."""

    def __init__(self, name: str = "", colour: str = "muted", size: int = 18, stroke: float = STROKE,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stroke = stroke
        self.setProperty("icon_name", name)
        self.setProperty("icon_role", colour)
        self.setProperty("icon_size", size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str = "muted") -> None:
        if (name, colour) != (self.property("icon_name"), self.property("icon_role")):
            self.setProperty("icon_name", name)
            self.setProperty("icon_role", colour)
            self.update()

    def sizeHint(self) -> QSize:
        side = px(int(self.property("icon_size")))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        name = str(self.property("icon_name") or "")
        if name:
            side = min(self.width(), self.height())
            draw_icon(QPainter(self), name, str(self.property("icon_role") or "muted"), (self.width() - side) / 2,
                      (self.height() - side) / 2, side, self._stroke)
