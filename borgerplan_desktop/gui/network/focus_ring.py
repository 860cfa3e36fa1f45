"""Where the keyboard is on the map, and the line to somebody one is about to tie."""
from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px

UNDER_PEOPLE = 1.5                                       # above the ties; names and badges stay whole
AWAY, THICK = 7, 2.6                                     # design pixels: from the edge of a disc, and across


class FocusRing(QGraphicsItem):
    """A ring in two shades, so that it stands out from any ground; never thinner on a map that is scaled down."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(UNDER_PEOPLE)
        self._box, self._squared = QRectF(), False
        self.hide()

    def surround(self, box: QRectF, squared: bool) -> None:
        """Stand round a disc or a rounded square, in the coordinates of the scene."""
        self.prepareGeometryChange()
        self._box, self._squared = box.adjusted(-px(AWAY), -px(AWAY), px(AWAY), px(AWAY)), squared
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        edge = px(8)
        return self._box.adjusted(-edge, -edge, edge, edge)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, thick in (("surface", 2.4 * THICK), ("focus", THICK)):
            painter.setPen(_pen(role, thick))
            if self._squared:
                painter.drawRoundedRect(self._box, self._box.height() / 3.4, self._box.height() / 3.4)
            else:
                painter.drawEllipse(self._box)


class TieInMind(QGraphicsItem):
    """The line from one person to whoever one is about to tie them to."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(UNDER_PEOPLE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._line = QLineF()
        self.hide()

    def reach(self, one: QPointF, other: QPointF) -> None:
        """From one spot of the scene to another."""
        self.prepareGeometryChange()
        self._line = QLineF(one, other)
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        edge = px(4)
        return QRectF(self._line.p1(), self._line.p2()).normalized().adjusted(-edge, -edge, edge, edge)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = _pen("focus", THICK)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(self._line)


def _pen(role: str, thick: float) -> QPen:
    pen = QPen(colour(role), px(10) * thick / 10)
    pen.setCosmetic(True)
    return pen
