"""The network map in small: who stands where, round or squared, without names."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px, tokens
from borgerplan_desktop.gui.showing.map_strokes import form_path, tie_path, tie_pen
from borgerplan_desktop.gui.showing.people_shown import bonds, faces, sectors
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.map.elements import RINGS, Layout, Look
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.network import map_is_begun


def _no_text(text: str, bold: bool) -> float:
    return 0.0


class MiniMap(QWidget):
    """`show_case(case, today)`; a click opens the map."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Network"))

    def show_case(self, case: Case, today: date) -> None:
        size = px(100)
        look = Look(_no_text, line=0.0, node=px(6), label=0.0, centre=px(11), gap=px(1))
        everybody = faces(case, today) if map_is_begun(case) else []
        self._layout = lay_out([face.for_layout() for face in everybody], [(key, "") for key, _name in sectors(case)],
                               size, size, look, bonds=bonds(case))
        self.setAccessibleDescription(ngettext("{n} person", "{n} people", len(everybody)).format(n=len(everybody)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(100))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layout is None:
            return
        plan, painter = self._layout, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        shrink = min(self.height() / plan.height, self.width() / plan.width)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(shrink, shrink)
        painter.translate(-plan.cx, -plan.cy)
        for number, ring in enumerate(reversed(RINGS)):
            painter.setPen(QPen(colour("border"), 1))
            painter.setBrush(colour(("sunken", "surface", "soft")[number]))
            painter.drawEllipse(QPointF(plan.cx, plan.cy), plan.rx * ring, plan.ry * ring)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in plan.ties:
            pen = tie_pen(line.quality)
            pen.setWidthF(max(1.0, pen.widthF() * 0.6))
            painter.setPen(pen)
            painter.drawPath(tie_path(line))
        for spot in plan.people:
            fill, ink = tokens().sector(spot.person.sector)
            painter.setPen(QPen(QColor(ink), 1.4))
            painter.setBrush(QColor(fill))
            box = QRectF(spot.x - spot.half_w, spot.y - spot.half_h, 2 * spot.half_w, 2 * spot.half_h)
            painter.drawPath(form_path(spot.person.shape, box))
        painter.setPen(QPen(colour("surface"), 2))
        painter.setBrush(colour("accent"))
        painter.drawEllipse(QPointF(plan.cx, plan.cy), plan.centre.half_w, plan.centre.half_w)
