"""The way from a person, through the people around them, to a home."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, px

STATIONS = ((0.0, "user"), (0.5, "people"), (1.0, "house"))


class WelcomeDrawing(QWidget):
    """A decoration; says nothing to screen readers that the text does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self) -> QSize:
        return QSize(px(340), px(170))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = px(22)
        height = min(self.height(), px(190))
        width = min(self.width(), px(370))
        way = QPainterPath(QPointF(radius + 2, height - radius - 2))
        middle = QPointF(width * 0.48, height * 0.5)
        way.cubicTo(width * 0.30, height - radius, width * 0.22, middle.y(), middle.x(), middle.y())
        way.cubicTo(width * 0.74, middle.y(), width * 0.66, radius + 2, width - radius - 2, radius + 2)
        painter.setPen(QPen(colour("accent"), 3))
        painter.drawPath(way)
        for along, sign in STATIONS:
            centre = way.pointAtPercent(along)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(centre, radius, radius)
            draw_icon(painter, sign, "accent", centre.x() - px(11), centre.y() - px(11), px(22))
