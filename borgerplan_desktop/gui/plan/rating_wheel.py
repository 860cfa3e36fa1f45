"""The wheel on screen: every area of life on a spoke, two days over each other, and the same in words."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.i18n import NBSP, _, day
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Rating
from borgerplan_desktop.model.rating_wheel import RINGS, Point, Ring, reach, ring, spokes

Answers = Mapping[LifeArea, Rating]
BESIDE, ABOVE = 98, 44                                   # design pixels for the words round it


class RatingWheel(QWidget):
    """The newer day is a full line with dots, the earlier a broken one with squares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: Mapping[LifeArea, str] = {}
        self._now: Answers = {}
        self._before: Answers = {}
        self.setAccessibleName(_("How it is going, as a wheel"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, areas: Mapping[LifeArea, str], now: tuple[date, Answers] | None,
                  before: tuple[date, Answers] | None) -> None:
        """The areas asked about with their names; None = no such day."""
        self._areas = areas
        self._now, self._before = now[1] if now is not None else {}, before[1] if before is not None else {}
        told = [_told(*each, areas) for each in (now, before) if each is not None]
        self.setAccessibleDescription(" ".join(told) or _("Not asked yet"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(430), px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), px(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = max(px(40), min(self.width() / 2 - px(BESIDE), self.height() / 2 - px(ABOVE)))

        def at(point: Point) -> QPointF:
            return QPointF(middle.x() + point[0] * radius, middle.y() + point[1] * radius)

        painter.setPen(QPen(colour("border"), 1))
        for value in RINGS:
            painter.drawEllipse(middle, radius * reach(value), radius * reach(value))
        wheel = spokes(list(self._areas))
        for spoke in wheel:
            painter.drawLine(at(spoke.at(0)), at(spoke.way))
        self._draw(painter, ring(wheel, self._before), at, earlier=True)
        self._draw(painter, ring(wheel, self._now), at, earlier=False)
        for spoke in wheel:
            self._words(painter, at((spoke.way[0] * 1.06, spoke.way[1] * 1.06)), spoke.way, spoke.area)

    @staticmethod
    def _draw(painter: QPainter, of: Ring, at, earlier: bool) -> None:  # type: ignore[no-untyped-def]
        ink = colour("field" if earlier else "accent")
        painter.setPen(QPen(ink, 1.8 if earlier else 2.6,
                            Qt.PenStyle.DashLine if earlier else Qt.PenStyle.SolidLine))
        for start, end in of.lines:
            painter.drawLine(at(start), at(end))
        painter.setPen(QPen(colour("surface"), 1.5))
        painter.setBrush(ink)
        size = px(4) if earlier else px(5)
        for mark in of.marks:
            centre = at(mark)
            if earlier:
                painter.drawRect(QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size))
            else:
                painter.drawEllipse(centre, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _words(self, painter: QPainter, near: QPointF, way: Point, area: LifeArea) -> None:
        """The area's name and its number, outside the end of its spoke."""
        wide, high = px(BESIDE - 6), px(58)
        left = near.x() - wide / 2 if abs(way[0]) < .2 else near.x() if way[0] > 0 else near.x() - wide
        top = near.y() - high if way[1] < -.8 else near.y() if way[1] > .8 else near.y() - high / 2
        across = (Qt.AlignmentFlag.AlignHCenter if abs(way[0]) < .2 else
                  Qt.AlignmentFlag.AlignLeft if way[0] > 0 else Qt.AlignmentFlag.AlignRight)
        down = (Qt.AlignmentFlag.AlignBottom if way[1] < -.8 else Qt.AlignmentFlag.AlignTop if way[1] > .8
                else Qt.AlignmentFlag.AlignVCenter)
        answered = self._now.get(area)
        painter.setFont(font("small", bold=answered is not None))
        painter.setPen(colour("text" if answered is not None else "muted"))
        words = self._areas[area] + (f"{NBSP}{answered.value}" if answered is not None else "")
        painter.drawText(QRectF(left, top, wide, high), int(across | down) | int(Qt.TextFlag.TextWordWrap.value), words)


def _told(on: date, answers: Answers, areas: Mapping[LifeArea, str]) -> str:
    said = ", ".join(f"{name} {answers[area].value}" for area, name in areas.items() if area in answers)
    return f"{day(on)}: {said}."
