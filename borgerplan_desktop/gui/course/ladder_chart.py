"""How the help has moved over time: a staircase from the first step to today, and the aim as a dashed line."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.course.ladder_words import movement
from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.plan import LadderPosition

LEFT, TOP, BOTTOM, RIGHT = 24, 12, 32, 20                # design pixels round the staircase
STEPS = len(LadderStep)


class LadderChart(QWidget):
    """What it shows is also its accessible description, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[tuple[date, int]] = []
        self._aim: LadderStep | None = None
        self._today = date.min
        self.setAccessibleName(_("How the help has moved"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, positions: Sequence[LadderPosition], aim: LadderStep | None, today: date) -> None:
        """The positions by their days."""
        self._days = [(each.since, each.step.number) for each in positions]
        self._aim, self._today = aim, max([today, *(each.since for each in positions)])
        self.setAccessibleDescription(movement(positions, aim, today))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(TOP + BOTTOM + STEPS * 18))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    # ------------------------------------------------------------------------------------------- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        end = QFontMetricsF(font("small", bold=True)).horizontalAdvance(self._end_words()) + px(RIGHT)
        room = QRectF(px(LEFT), px(TOP), self.width() - px(LEFT) - end, self.height() - px(TOP + BOTTOM))
        self._grid(painter, room)
        self._stairs(painter, room)
        self._days_below(painter, room)

    def _end_words(self) -> str:
        return max((_("Now"), _("Aim")), key=len)

    def _grid(self, painter: QPainter, room: QRectF) -> None:
        for number in range(1, STEPS + 1):
            y, aim = self._y(room, number), self._aim is not None and number == self._aim.number
            painter.setPen(QPen(colour("accent"), 1.8, Qt.PenStyle.DashLine) if aim else QPen(colour("border"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right() + px(8), y))
            painter.setPen(colour("text" if aim else "muted"))
            painter.setFont(font("small", bold=aim))
            painter.drawText(QRectF(0, y - px(9), room.left() - px(8), px(18)),
                             int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number))
            if aim and number != self._days[-1][1]:
                self._say(painter, room, number, _("Aim"), "accent")

    def _say(self, painter: QPainter, room: QRectF, number: int, words: str, role: str) -> None:
        painter.setFont(font("small", bold=True))
        painter.setPen(colour(role))
        painter.drawText(QRectF(room.right() + px(12), self._y(room, number) - px(9), self.width(), px(18)),
                         int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)

    def _stairs(self, painter: QPainter, room: QRectF) -> None:
        line = QPolygonF()
        for at, number in self._days:
            if line.size():
                line.append(QPointF(self._x(room, at), line.last().y()))
            line.append(QPointF(self._x(room, at), self._y(room, number)))
        line.append(QPointF(room.right(), line.last().y()))
        painter.setPen(QPen(colour("accent"), 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(line)
        painter.setBrush(colour("accent"))
        painter.setPen(QPen(colour("surface"), 1.5))
        for at, number in self._days:
            painter.drawEllipse(QPointF(self._x(room, at), self._y(room, number)), px(5), px(5))
        painter.drawEllipse(QPointF(room.right(), line.last().y()), px(6), px(6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._say(painter, room, self._days[-1][1], _("Now"), "text")

    def _days_below(self, painter: QPainter, room: QRectF) -> None:
        """As many days as there is room for; today is always said."""
        painter.setFont(font("small"))
        painter.setPen(colour("muted"))
        width_of = QFontMetricsF(painter.font()).horizontalAdvance
        today = _("today")
        last_left = min(room.right() - width_of(today) / 2, self.width() - width_of(today))
        painter.drawText(QPointF(last_left, self.height() - px(6)), today)
        free = 0.0
        for at, _number in self._days:
            words = day_short(at)
            left = max(0.0, self._x(room, at) - width_of(words) / 2)
            if left >= free and left + width_of(words) + px(8) <= last_left:
                painter.drawText(QPointF(left, self.height() - px(6)), words)
                free = left + width_of(words) + px(8)

    @staticmethod
    def _y(room: QRectF, number: int) -> float:
        """Step 7 is at the top: the way goes down to 1."""
        return room.bottom() - room.height() * (number - 1) / (STEPS - 1)

    def _x(self, room: QRectF, at: date) -> float:
        span = (self._today - self._days[0][0]).days
        return room.left() + px(6) + (room.width() - px(6)) * ((at - self._days[0][0]).days / span if span else 0.0)
