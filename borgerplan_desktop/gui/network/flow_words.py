"""What flows in the ties of the map: short words on each, with an arrow to whoever gets it."""
from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.network.looks import Flow
from borgerplan_desktop.gui.network.map_items import is_far
from borgerplan_desktop.model.flow import Way
from borgerplan_desktop.model.map.elements import Layout, Line
from borgerplan_desktop.model.map.shapes import Point, Rect
from borgerplan_desktop.model.map.tie_words import point_of, room_anywhere, room_for_words

ABOVE = 1.6                                              # over the ties and their parts of the plan, below the people
CROWD = 40                                               # of more people only the chosen one's ties have words
ARROWS = "→↘↓↙←↖↑↗"                                      # clockwise from the east


@dataclass(frozen=True)
class FlowWord:
    """What stands at one tie: its rows, the box they stand in, and a thin line to a tie that is further away."""

    tie: tuple[str, str]
    rows: tuple[str, ...]
    box: QRectF
    leader: tuple[Point, Point] | None = None


class FlowWords(QGraphicsItem):
    def __init__(self) -> None:
        super().__init__()
        self.setZValue(ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.words: list[FlowWord] = []
        self._room = QRectF()
        self._shown: object = None
        self._layout: Layout | None = None

    def show_flows(self, layout: Layout, flows: Mapping[tuple[str, str], Sequence[Flow]], chosen: str,
                   also_taken: Sequence[QRectF] = ()) -> None:
        """Draw them where they lie on nobody's name. The chosen person's come first, and may stand further away; where
        there is no room for words, an arrow alone says that there is something to see on the person's card.
        """
        wanted = id(layout), dict(flows), chosen, list(also_taken), font("small").toString()
        if wanted == self._shown:
            return
        self._shown, self._layout = wanted, layout       # kept, so that no other layout gets its id
        self.prepareGeometryChange()
        self._room = QRectF(0, 0, layout.width, layout.height)
        taken = [*layout.centre.boxes, *(box for p in layout.people for box in (p.badged, *p.boxes)),
                 *(s.label for s in layout.sectors if not s.quiet),
                 *(Rect(box.x(), box.y(), box.width(), box.height()) for box in also_taken)]
        lines = [line for line in layout.ties if (line.a, line.b) in flows]
        lines.sort(key=lambda line: chosen not in (line.a, line.b))
        self.words = []
        for line in lines:
            meant = bool(chosen) and chosen in (line.a, line.b)
            if meant or len(layout.people) <= CROWD:
                self._place(layout, line, flows[line.a, line.b], taken, meant)
        self.update()

    def _place(self, layout: Layout, line: Line, flows: Sequence[Flow], taken: list[Rect], meant: bool) -> None:
        by_way = tuple(f"{_arrow(line, way)} {', '.join(words)}" for way, words in flows)
        by_kind = tuple(f"{_arrow(line, way)} {word}" for way, words in flows for word in words)
        shapes = [by_way, by_kind] if by_kind != by_way else [by_way]
        found = room_for_words(layout, line, list(map(_size, shapes)), taken)
        if found is None and meant:
            found = room_anywhere(layout, line, list(map(_size, shapes)), taken)
        elif found is None:
            shapes = [(" ".join([*(_arrow(line, way) for way, _words in flows), "…"]),)]
            found = room_for_words(layout, line, list(map(_size, shapes)), taken)
        if found is None:
            return
        box, at = found
        taken.append(box)
        near = min((point_of(line, part / 10) for part in range(1, 10)), key=lambda p: math.dist(p, box.nearest(*p)))
        edge = box.nearest(*near)
        leader = (edge, near) if math.dist(edge, near) > px(8) else None
        self.words.append(FlowWord((line.a, line.b), shapes[at], QRectF(*box), leader))

    def boundingRect(self) -> QRectF:
        return self._room if self.words else QRectF()

    def shape(self) -> QPainterPath:
        return QPainterPath()                            # what lies below is pressed on, never this

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if is_far(painter, option):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        for word in self.words:
            if word.leader is not None:
                painter.setPen(QPen(colour("muted"), px(10) / 10))
                painter.drawLine(QPointF(*word.leader[0]), QPointF(*word.leader[1]))
            painter.setPen(QPen(colour("field"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(word.box, px(6), px(6))
            painter.setPen(colour("text"))
            high = word.box.height() / len(word.rows)
            for number, row in enumerate(word.rows):
                painter.drawText(QRectF(word.box.x() + px(5), word.box.y() + number * high, word.box.width(), high),
                                 Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row)


def _size(rows: Sequence[str]) -> tuple[float, float]:
    metrics = QFontMetricsF(font("small"))
    return max(map(metrics.horizontalAdvance, rows)) + px(10), metrics.height() * len(rows)


def _arrow(line: Line, way: Way) -> str:
    """Points along the tie to whoever gets it."""
    dx, dy = line.x2 - line.x1, line.y2 - line.y1
    if way is Way.BOTH:
        return "↔" if abs(dx) >= abs(dy) else "↕"
    if way is Way.GETS:
        dx, dy = -dx, -dy
    return ARROWS[round(math.atan2(dy, dx) / (math.pi / 4)) % len(ARROWS)]
