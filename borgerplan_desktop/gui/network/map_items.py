"""The items of the map: the ground with its rings and sectors, and the people."""
from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px, tokens
from borgerplan_desktop.gui.showing import map_strokes
from borgerplan_desktop.gui.showing.people_shown import Face
from borgerplan_desktop.gui.widgets.label import tip_text
from borgerplan_desktop.model.map.elements import RINGS, Layout, Placed, Sector
from borgerplan_desktop.model.map.shapes import sinks
from borgerplan_desktop.model.text import initials

GROUND, TIES, PEOPLE, MOVING = 0, 1, 2, 3                # what lies above what
FAR = .5                                                 # of the size letters are set in


def is_far(painter: QPainter, option: QStyleOptionGraphicsItem) -> bool:
    """Whether a crowd is seen from so far that nobody could read a name: then names and signs are not drawn."""
    return option.levelOfDetailFromTransform(painter.worldTransform()) < FAR


class Ground(QGraphicsItem):
    """Rings, sectors and their names, the citizen in the middle; lights up the cell one is about to drop on."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(GROUND)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._layout: Layout | None = None
        self.lit: tuple[str, int] = ("", 0)

    def show_layout(self, layout: Layout) -> None:
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)                   # a hidden view keeps the old picture
        self.prepareGeometryChange()
        self._layout = layout
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_cell(self, sector: str, ring: int) -> None:
        """Light up a ring of a sector; ("", 0) = none."""
        if (sector, ring) != self.lit:
            self.lit = (sector, ring)
            self.update()

    def shown_sectors(self) -> list[Sector]:
        """Those that hold somebody, on a nearly empty map; all, while somebody is carried over it."""
        layout = self._layout
        return [] if layout is None else [s for s in layout.sectors if self.lit[1] or not s.quiet]

    def boundingRect(self) -> QRectF:
        layout = self._layout
        return QRectF(0, 0, layout.width, layout.height) if layout is not None else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        layout = self._layout
        if layout is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(layout.cx, layout.cy)
        for ring, role in ((2, "sunken"), (1, "surface"), (0, "soft")):
            fill = colour(role)
            if role == "soft":
                fill.setAlphaF(.55)
            painter.setPen(QPen(colour("border"), 1.2))
            painter.setBrush(fill)
            painter.drawEllipse(middle, layout.rx * RINGS[ring], layout.ry * RINGS[ring])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = self.shown_sectors()
        painter.setPen(QPen(colour("border"), 1))
        for angle in {angle for s in shown for angle in (s.start, s.end)}:
            painter.drawLine(middle, QPointF(*layout.absolute(math.cos(angle), math.sin(angle))))
        self._paint_cell(painter, layout)
        for sector in shown:
            painter.setFont(font("small", True))
            painter.setPen(QColor(tokens().sector(sector.key)[1]))
            box, line = sector.label, sector.label.h / len(sector.lines)
            for i, text in enumerate(sector.lines):
                painter.drawText(QRectF(box.x - 2, box.y + i * line, box.w + 4, line),
                                 Qt.AlignmentFlag.AlignCenter, text)
        self._paint_citizen(painter, layout.centre)

    def _paint_cell(self, painter: QPainter, layout: Layout) -> None:
        key, ring = self.lit
        sector = next((s for s in layout.sectors if s.key == key), None)
        if sector is None or not ring:
            return
        outer = RINGS[ring - 1]
        inner = RINGS[ring - 2] if ring > 1 else 0.0
        first, span = -math.degrees(sector.start), -math.degrees(sector.end - sector.start)
        path = QPainterPath()
        path.arcMoveTo(self._ellipse(layout, outer), first)
        path.arcTo(self._ellipse(layout, outer), first, span)
        path.arcTo(self._ellipse(layout, max(inner, .001)), first + span, -span)
        path.closeSubpath()
        fill, line = (QColor(c) for c in tokens().sector(key))
        fill.setAlphaF(.6)
        painter.setPen(QPen(line, 1.6))
        painter.setBrush(fill)
        painter.drawPath(path)

    @staticmethod
    def _ellipse(layout: Layout, part: float) -> QRectF:
        w, h = layout.rx * part, layout.ry * part
        return QRectF(layout.cx - w, layout.cy - h, 2 * w, 2 * h)

    @staticmethod
    def _paint_citizen(painter: QPainter, centre: Placed) -> None:
        painter.setPen(QPen(colour("surface"), px(4)))
        painter.setBrush(colour("accent"))
        painter.drawEllipse(QPointF(centre.x, centre.y), centre.half_w, centre.half_h)
        painter.setFont(font("small", True))
        painter.setPen(colour("accent_text"))
        painter.drawText(QRectF(*centre.node), Qt.AlignmentFlag.AlignCenter, centre.lines[0])


class PersonItem(QGraphicsItem):
    """A person in their form (disc, rounded square, animal, house) with initials, name and badges."""

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id = id
        self.setZValue(PEOPLE)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._face: Face | None = None
        self._placed: Placed | None = None
        self._looks: object = None
        self._room = QRectF()                            # kept: Qt must be told before it changes, as the text grows
        self._chosen = self._focused = self._hovered = False
        self.setAcceptHoverEvents(True)

    def show_person(self, face: Face, placed: Placed, looks: object = None) -> bool:
        """Whether they look different now; `looks` is what else they are drawn by: colours, size of the text."""
        same = (face, placed, looks) == (self._face, self._placed, self._looks)
        if same and self.pos() == QPointF(placed.x, placed.y):
            self.setZValue(PEOPLE)
            return False
        self._looks = looks
        self.prepareGeometryChange()
        self._face, self._placed = face, placed
        self._room = self._room_taken()
        self.setPos(placed.x, placed.y)
        self.setZValue(PEOPLE)
        self.setToolTip(tip_text(face.sentence))
        self.update()
        return True

    def mark(self, chosen: bool, focused: bool) -> None:
        """Whether the person's card is shown, and whether the keyboard is here."""
        if (chosen, focused) != (self._chosen, self._focused):
            self._chosen, self._focused = chosen, focused
            self.update()

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._hovered = False
        self.update()

    @property
    def face(self) -> Face:
        assert self._face is not None
        return self._face

    @property
    def placed(self) -> Placed:
        assert self._placed is not None
        return self._placed

    @property
    def chosen(self) -> bool:
        return self._chosen

    def _box(self) -> QRectF:
        placed = self.placed
        return QRectF(-placed.half_w, -placed.half_h, 2 * placed.half_w, 2 * placed.half_h)

    def label_box(self) -> QRectF | None:
        placed = self.placed
        if placed.label is None:
            return None
        return QRectF(placed.label.x - placed.x, placed.label.y - placed.y, placed.label.w, placed.label.h)

    def boundingRect(self) -> QRectF:
        return self._room

    def _room_taken(self) -> QRectF:
        edge = px(12)
        box = self._box().adjusted(-edge, -edge, edge, edge)
        label = self.label_box()
        return box if label is None else box.united(label.adjusted(-3, -2, 3, 2))

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._box().adjusted(-3, -3, 3, 3))
        if (label := self.label_box()) is not None:
            path.addRect(label)
        return path

    def _outline(self, by: float = 0.0) -> QPainterPath:
        box = self._box().adjusted(-by, -by, by, by)
        return map_strokes.form_path(self.face.shape, box)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._face is None or self._placed is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face, unit = self._face, self._placed.half_h / px(18)
        fill, line = (QColor(c) for c in tokens().sector(face.sector.value))
        if self._chosen:
            painter.setPen(QPen(colour("focus"), px(32 if self._focused else 24) / 10))
            painter.setBrush(colour("surface"))
            painter.drawPath(self._outline(px(4)))
        elif self._hovered:
            painter.setPen(QPen(colour("accent"), px(12) / 10))
            painter.setBrush(colour("hover"))
            painter.drawPath(self._outline(px(3)))
        if is_far(painter, option):
            painter.setPen(line)
            painter.setBrush(fill)
            painter.drawPath(self._outline())
            return
        painter.setPen(QPen(line, 1.6, Qt.PenStyle.DashLine if face.faded else Qt.PenStyle.SolidLine))
        painter.setBrush(fill if not face.faded else colour("surface"))
        painter.drawPath(self._outline())
        letters = font("small", True)
        letters.setPixelSize(max(7, round(letters.pointSizeF() / .75 * min(1.0, unit))))
        painter.setFont(letters)
        painter.setPen(line)
        down = sinks(face.shape, self._placed.half_h)
        painter.drawText(self._box().translated(0, down), Qt.AlignmentFlag.AlignCenter, initials(face.name))
        self._paint_label(painter)
        self._paint_badges(painter, px(17) / 2 * max(.75, unit))

    def _paint_label(self, painter: QPainter) -> None:
        box = self.label_box()
        if box is None:
            return
        if self.placed.leader is not None:
            x1, y1, x2, y2 = self.placed.leader
            painter.setPen(QPen(colour("muted"), px(10) / 10))
            here = QPointF(self.placed.x, self.placed.y)     # not where the pointer has dragged us
            painter.drawLine(QPointF(x1, y1) - here, QPointF(x2, y2) - here)
        align = {"right": Qt.AlignmentFlag.AlignLeft, "left": Qt.AlignmentFlag.AlignRight}.get(
            self.placed.side, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter
        lines = self.placed.lines
        high = box.height() / len(lines)
        halo = colour("surface")                         # ties run below names that must stay readable
        halo.setAlphaF(.72)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 4, 4)
        for i, text in enumerate(lines):
            painter.setFont(font("small", i == 0))
            painter.setPen(colour("text" if i == 0 and not self.face.faded else "muted"))
            painter.drawText(QRectF(box.x() - 2, box.y() + i * high, box.width() + 4, high), int(align), text)

    def _paint_badges(self, painter: QPainter, radius: float) -> None:
        face, box = self.face, self._box()
        left, right, top = box.left() + 1, box.right() - 1, box.top() + 1
        letters, bottom = map_strokes.letters(face.marks), box.bottom() - 1
        for letter, (x, y) in zip(letters, ((left, top), (left, bottom), (right, bottom)), strict=False):
            map_strokes.draw_letter_badge(painter, x, y, radius, letter)
        if face.consent is not None:
            map_strokes.draw_consent_badge(painter, right, top, radius, face.consent)
