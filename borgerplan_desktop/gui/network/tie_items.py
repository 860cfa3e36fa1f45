"""The ties of the map: each is there to be pointed at, and one item draws them all."""
from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.network.map_items import TIES, is_far
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.widgets.label import tip_text
from borgerplan_desktop.model.map.elements import Line
from borgerplan_desktop.model.map.shapes import Rect

Part = tuple[float, float, float, float, Rect]           # left, top, right, bottom, and the same as a box
STROKE = 14                                              # design pixels a tie takes beside its line, at most


class TieItem(QGraphicsItem):
    """A tie; its quality is a line style, and a word in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(TIES)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self._path, self._spine = QPainterPath(), QPainterPath()
        self._corners: list[QPointF] = []                # of the path, when only some of them are drawn
        self._room = QRectF()                            # kept: a frame asks each item several times
        self._pen = QPen()
        self._line: Line | None = None
        self._bounds = 0.0, 0.0, 0.0, 0.0                # left, top, right, bottom of the line itself
        self.in_sight = True                             # asked 500 times a frame, which Qt's own word is too slow for
        self._shown: tuple[Line, str, float, object] | None = None

    def show_line(self, line: Line, words: str, fine: float = 1.0, looks: object = None) -> None:
        """`fine` below 1 draws thinner, for crowded maps; `looks` as in `show_person`."""
        if (line, words, fine, looks) == self._shown:
            return
        self._shown, self._line, self._corners = (line, words, fine, looks), line, []
        self._bounds = min(line.x1, line.x2), min(line.y1, line.y2), max(line.x1, line.x2), max(line.y1, line.y2)
        self.prepareGeometryChange()
        self._path, self._pen = map_strokes.tie_path(line, fine), map_strokes.tie_pen(line.quality, fine)
        self._spine = map_strokes.spine_of(line)
        self._room = self._path.boundingRect().adjusted(-6, -6, 6, 6)
        self.setToolTip(tip_text(words))

    def boundingRect(self) -> QRectF:
        return self._room

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._path.boundingRect().adjusted(-2, -2, 2, 2))
        return path

    def let_be_seen(self, on: bool) -> None:
        self.in_sight = on
        self.setVisible(on)

    def draw_far(self, painter: QPainter) -> None:
        """So small that only its colour tells its quality."""
        painter.setPen(self._pen)
        painter.drawPath(self._spine)

    def draw(self, painter: QPainter, exposed: Sequence[Part]) -> None:
        """All of it, or as much as the exposed parts of the scene show: Qt knows only its bounds, which for a line
        aslant are half the map.
        """
        line = self._line
        if line is None:
            return
        first, last = 0.0, 1.0
        if exposed and line.bend is None:
            first, last = self._passes(line, exposed)
            if first >= last:
                return
        painter.setPen(self._pen)
        if line.quality == "strained" and last - first < .9:
            painter.drawPolyline(self._between(first, last))
        else:
            painter.drawPath(self._path)

    def _passes(self, line: Line, exposed: Sequence[Part]) -> tuple[float, float]:
        """From which part of its length to which it passes through them, all in all; nowhere: (1, 0)."""
        left, top, right, bottom = self._bounds
        first, last = 1.0, 0.0
        for x, y, end, low, box in exposed:
            if left < end and x < right and top < low and y < bottom and (
                    span := box.crossing(line.x1, line.y1, line.x2, line.y2)) is not None:
                first, last = min(first, span[0]), max(last, span[1])
        return first, last

    def _between(self, first: float, last: float) -> list[QPointF]:
        """The corners of a zigzag from one part of its length to another: a hundred joints cost more than a line."""
        if not self._corners:
            self._corners = [QPointF(each.x, each.y)  # type: ignore[attr-defined]
                             for each in map(self._path.elementAt, range(self._path.elementCount()))]
        teeth = len(self._corners) - 1
        return self._corners[max(0, floor(first * teeth) - 1):ceil(last * teeth) + 2]


class TieLayer(QGraphicsItem):
    """Draws every tie of a scene in one go: 500 items that Qt asks one by one cost more than their strokes.

    `exposed`: the parts of the scene that a frame paints; () = all of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(TIES)
        self.ties: dict[tuple[str, str], TieItem] = {}
        self.exposed: Sequence[Rect] = ()
        self.some_fade = False
        self._room = QRectF()

    def cover(self, room: QRectF) -> None:
        """Where ties may run: as far around the map as somebody can be dragged."""
        if room != self._room:
            self.prepareGeometryChange()
            self._room = room

    def boundingRect(self) -> QRectF:
        return self._room

    def shape(self) -> QPainterPath:
        return QPainterPath()                            # what is pointed at is a tie, or what lies below it

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        far, around = is_far(painter, option), px(STROKE)
        exposed = [(box.x, box.y, box.right, box.bottom, box) for box in (each.grown(around) for each in self.exposed)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not far)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tie in self.ties.values():
            if not tie.in_sight:
                continue
            if self.some_fade:
                painter.setOpacity(tie.opacity())
            if far:
                tie.draw_far(painter)
            else:
                tie.draw(painter, exposed)
