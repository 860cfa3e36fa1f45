"""The strokes of the map that the map and its legend share: ties, badges, fonts."""
from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.model.consent import ConsentState
from borgerplan_desktop.model.map.elements import Line, Look
from borgerplan_desktop.model.map.shapes import Shape, outline
from borgerplan_desktop.model.marks import Mark

COORDINATOR, LAY_REPRESENTATIVE = "T", "B"               # Tovholder, Bisidder: the letters of the Danish words

LETTERS = {Mark.COORDINATOR: COORDINATOR, Mark.LAY_REPRESENTATIVE: LAY_REPRESENTATIVE, Mark.OWN_DOCTOR: "L",
           Mark.RELATIVE: "P", Mark.PEER: "E", Mark.VOLUNTEER: "F"}          # Læge, Pårørende, Erfaring, Frivillig
ROOM = 3                                                 # letters round a disc; the fourth corner tells of consent


def letters(marks: Sequence[Mark]) -> list[str]:
    """The letters of somebody's badges; "+" where there are more than there is room for: the words say all of them."""
    found = [LETTERS[mark] for mark in marks]
    return found if len(found) <= ROOM else [*found[:ROOM - 1], "+"]


def look() -> Look:
    """The layout's measures in the text size in force."""
    regular, bold = QFontMetricsF(font("small")), QFontMetricsF(font("small", True))

    def measure(text: str, heavy: bool) -> float:
        return (bold if heavy else regular).horizontalAdvance(text)

    return Look(measure, line=px(17), node=px(18), label=px(150), centre=px(31), gap=px(8))


def form_path(shape: Shape, box: QRectF) -> QPainterPath:
    """The form somebody is drawn in: a disc, a rounded square, a disc with ears, a house."""
    path = QPainterPath()
    if shape is Shape.ROUND:
        path.addEllipse(box)
    elif shape is Shape.SQUARED:
        path.addRoundedRect(box, box.height() / 4, box.height() / 4)
    else:
        middle = box.center()
        path.addPolygon(QPolygonF([middle + QPointF(x, y)
                                   for x, y in outline(shape, box.width() / 2, box.height() / 2)]))
        path.closeSubpath()
    return path


def tie_pen(quality: str, fine: float = 1.0) -> QPen:
    """Each quality differs in form; the colour only supports. `fine` below 1 is thinner."""
    role = {"strong": "accent", "strained": "bad", "broken": "bad"}.get(quality, "field")
    width = {"strong": 3.4, "ordinary": 1.8, "loose": 1.7}.get(quality, 1.9)
    pen = QPen(colour(role), max(1.0, px(10) * width / 10 * fine))
    if quality == "loose":
        pen.setDashPattern([1.5, 3.5])
    return pen


def spine_of(line: Line) -> QPainterPath:
    """Where a tie runs, whatever its quality."""
    start, end = QPointF(line.x1, line.y1), QPointF(line.x2, line.y2)
    spine = QPainterPath(start)
    if line.bend is not None:
        spine.quadTo(QPointF(*line.bend), end)
    else:
        spine.lineTo(end)
    return spine


def tie_path(line: Line, fine: float = 1.0) -> QPainterPath:
    """Straight; a zigzag for strained; a gap with two strokes for broken; a curve between two others."""
    spine = spine_of(line)
    if line.quality == "strained":
        return _zigzag(spine, fine)
    if line.quality == "broken":
        return _gap(spine)
    return spine


def _zigzag(spine: QPainterPath, fine: float) -> QPainterPath:
    length = spine.length()
    teeth = max(3, round(length / px(7)))
    path = QPainterPath(spine.pointAtPercent(0))
    for i in range(1, teeth):
        part = i / teeth
        angle = math.radians(-spine.angleAtPercent(part))
        off = px(9) / 2 * fine * (1 if i % 2 else -1)
        path.lineTo(spine.pointAtPercent(part) + QPointF(-math.sin(angle) * off, math.cos(angle) * off))
    path.lineTo(spine.pointAtPercent(1))
    return path


def _gap(spine: QPainterPath) -> QPainterPath:
    length = max(spine.length(), 1.0)
    middle, half = .55, min(.2, px(9) / length)
    path = QPainterPath(spine.pointAtPercent(0))
    curved = spine.elementCount() > 2
    for part in _steps(0, middle - half, curved):
        path.lineTo(spine.pointAtPercent(part))
    path.moveTo(spine.pointAtPercent(middle + half))
    for part in _steps(middle + half, 1, curved):
        path.lineTo(spine.pointAtPercent(part))
    angle = math.radians(-spine.angleAtPercent(middle))
    along, across = QPointF(math.cos(angle), math.sin(angle)), QPointF(-math.sin(angle), math.cos(angle))
    for side in (-1, 1):
        at = spine.pointAtPercent(middle) + along * (side * px(4))
        path.moveTo(at - across * px(8) + along * px(3))
        path.lineTo(at + across * px(8) - along * px(3))
    return path


def _steps(start: float, end: float, curved: bool) -> list[float]:
    return [start + (end - start) * i / 8 for i in range(1, 9)] if curved else [end]


def draw_letter_badge(painter: QPainter, x: float, y: float, radius: float, letter: str) -> None:
    """A dark disc with a letter: T for tovholder, B for bisidder."""
    _disc(painter, x, y, radius, colour("text"))
    _letter(painter, x, y, radius, letter)


def draw_consent_badge(painter: QPainter, x: float, y: float, radius: float, state: ConsentState) -> None:
    """Check = given, half disc = given in part, exclamation mark = missing."""
    if state is ConsentState.GIVEN:
        _disc(painter, x, y, radius, colour("good"))
        side = radius * 1.3
        draw_icon(painter, "check", "surface", x - side / 2, y - side / 2, side, 3)
    elif state is ConsentState.PARTLY:
        _disc(painter, x, y, radius, colour("info"))
        painter.setBrush(colour("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(_around(x, y, radius * .68), -90 * 16, 180 * 16)
    else:
        _disc(painter, x, y, radius, colour("warn"))
        _letter(painter, x, y, radius, "!")


def _disc(painter: QPainter, x: float, y: float, radius: float, fill: QColor) -> None:
    painter.setPen(QPen(colour("surface"), radius * .2))
    painter.setBrush(fill)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _letter(painter: QPainter, x: float, y: float, radius: float, letter: str) -> None:
    type_ = font("small", True)
    type_.setPixelSize(max(6, round(radius * 1.3)))
    painter.setFont(type_)
    painter.setPen(colour("surface"))
    painter.drawText(_around(x, y, radius), Qt.AlignmentFlag.AlignCenter, letter)


def _around(x: float, y: float, radius: float) -> QRectF:
    return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
