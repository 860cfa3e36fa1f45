"""The plan's responsibilities over the map: a thin line from the citizen to who has a part of it, with its word."""
from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.model.map.elements import Layout, Placed, shorten

ABOVE = 1.5                                              # over the ties, below the people
PARTS = (.58, .48, .68, .38, .78)                        # where along the line its word may stand


@dataclass(frozen=True)
class AreaLine:
    """One line that is drawn: to whom, which word, and the box it stands in."""

    id: str
    words: str
    path: QPainterPath
    box: QRectF


class AreaLines(QGraphicsItem):
    def __init__(self) -> None:
        super().__init__()
        self.setZValue(ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.lines: list[AreaLine] = []
        self._room = QRectF()

    def show_areas(self, layout: Layout, areas: Mapping[str, str]) -> None:
        """Draw them over this layout; whoever is not on the map has no line."""
        self.prepareGeometryChange()
        self._room = QRectF(0, 0, layout.width, layout.height)
        taken = [QRectF(*box) for placed in (*layout.people, layout.centre) for box in placed.boxes]
        self.lines = []
        for id, words in areas.items():
            if (placed := layout.by_id.get(id)) is not None:
                self.lines.append(self._line(layout, placed, id, words, taken))
                taken.append(self.lines[-1].box)
        self.update()

    def _line(self, layout: Layout, to: Placed, id: str, words: str, taken: list[QRectF]) -> AreaLine:
        """Beside the tie, on the side where its word lies on nobody."""
        metrics = QFontMetricsF(font("small"))
        short = shorten(words, False, px(150), lambda text, _bold: metrics.horizontalAdvance(text))
        w, h = metrics.horizontalAdvance(short) + px(10), metrics.height()
        dx, dy = to.x - layout.cx, to.y - layout.cy
        length = math.hypot(dx, dy) or 1.0
        best: tuple[float, AreaLine] | None = None
        for side in (1, -1):
            off = side * min(px(22), length / 6)
            bend = QPointF(layout.cx + dx / 2 - dy / length * off * 2, layout.cy + dy / 2 + dx / length * off * 2)
            path = QPainterPath(QPointF(layout.cx + dx / length * layout.centre.half_w,
                                        layout.cy + dy / length * layout.centre.half_h))
            path.quadTo(bend, QPointF(to.x - dx / length * to.half_w, to.y - dy / length * to.half_h))
            for part in PARTS:
                at = path.pointAtPercent(part)
                box = QRectF(at.x() - w / 2, at.y() - h / 2, w, h)
                under = sum(_overlap(box, other) for other in taken) + abs(part - PARTS[0])
                if best is None or under < best[0]:
                    best = under, AreaLine(id, short, path, box)
        assert best is not None
        return best[1]

    def boundingRect(self) -> QRectF:
        return self._room if self.lines else QRectF()

    def shape(self) -> QPainterPath:
        return QPainterPath()                            # what lies below is pressed on, never this

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        for line in self.lines:
            painter.setPen(QPen(colour("info"), max(1.0, px(12) / 10), Qt.PenStyle.DashDotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(line.path)
        for line in self.lines:
            painter.setPen(QPen(colour("info"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(line.box, line.box.height() / 2, line.box.height() / 2)
            painter.drawText(line.box, Qt.AlignmentFlag.AlignCenter, line.words)


def _overlap(one: QRectF, other: QRectF) -> float:
    shared = one.intersected(other)
    return shared.width() * shared.height()
