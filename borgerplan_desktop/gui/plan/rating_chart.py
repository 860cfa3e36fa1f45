"""The curve of how it is going, 0-10: the citizen's line and the contact person's, with their words at the end."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.plan import rating_words
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.notes import RATING_MAX, RatedBy, RatingAnswer
from borgerplan_desktop.model.plan import Goal

LEFT, TOP, BOTTOM, GAP = 26, 12, 24, 8                   # design pixels round the curve


class RatingChart(QWidget):
    """What it shows is also its accessible description, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goal: Goal | None = None
        self.setAccessibleName(_("How it is going, 0–10"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_goal(self, goal: Goal) -> None:
        self._goal = goal
        self.setAccessibleDescription(rating_words.told(goal))
        self.updateGeometry()
        self.update()

    def _empty(self) -> bool:
        return self._goal is None or not self._goal.exists or not self._goal.ratings

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(24 if self._empty() else 112))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    # ------------------------------------------------------------------------------------------- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        goal = self._goal
        if goal is None or self._empty():
            painter.setPen(colour("muted"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), _("Not asked yet"))
            return
        days = rating_words.days_of(goal)
        room = self._room(goal)
        self._grid(painter, room, days)
        ends = []
        for by in (RatedBy.CONTACT_PERSON, RatedBy.CITIZEN):
            if rating_words.latest(goal, by) is not None:
                ends.append((by, self._line(painter, room, goal, by, days)))
        self._labels(painter, room, goal, ends)

    def _room(self, goal: Goal) -> QRectF:
        metrics = QFontMetricsF(font("small", bold=True))
        widest = max(metrics.horizontalAdvance(self._label(goal, by)) for by in RatedBy)
        widest = min(widest, self.width() * 0.45)
        return QRectF(px(LEFT), px(TOP), self.width() - px(LEFT + GAP + 10) - widest, self.height() - px(TOP + BOTTOM))

    @staticmethod
    def _label(goal: Goal, by: RatedBy) -> str:
        rating = rating_words.latest(goal, by)
        return f"{rating_words.name_of(goal.case, by)} {rating_words.answered(rating)}" if rating is not None else ""

    def _grid(self, painter: QPainter, room: QRectF, days: list[date]) -> None:
        for value in (0, 5, 10):
            y = self._y(room, value)
            painter.setPen(QPen(colour("border"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right() + px(GAP), y))
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, y - px(10), room.left() - px(6), px(20)),
                             int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(value))
        free = -1.0
        last = self._x(room, days, days[-1])
        for number, each in enumerate(days):
            text, x = day_short(each), self._x(room, days, each)
            width = painter.fontMetrics().horizontalAdvance(text)
            left = max(0.0, min(x - width / 2, self.width() - width))
            is_last = number == len(days) - 1
            if left > free and (is_last or left + width < last - width / 2 - px(6)):
                painter.drawText(QRectF(left, room.bottom() + px(4), width + 2, px(20)), 0, text)
                free = left + width + px(8)

    def _line(self, painter: QPainter, room: QRectF, goal: Goal, by: RatedBy, days: list[date]) -> QPointF:
        """Draw one person's answers; a day without a number leaves a gap. Returns where the label belongs."""
        citizen = by is RatedBy.CITIZEN
        ink = colour("accent" if citizen else "field")
        run, end = QPolygonF(), QPointF(room.right(), self._y(room, 5))
        marks: list[QPointF] = []
        for rating in [r for r in goal.ratings if r.by is by]:
            x = self._x(room, days, rating.rated_on)
            if rating.answer is not RatingAnswer.VALUE or rating.value is None:
                self._stroke(painter, run, citizen)
                run = QPolygonF()
                painter.setPen(ink)
                painter.drawText(QRectF(x - px(8), self._y(room, 0) - px(20), px(16), px(18)),
                                 int(Qt.AlignmentFlag.AlignCenter), "?")
                continue
            end = QPointF(x, self._y(room, rating.value))
            run.append(end)
            marks.append(end)
        self._stroke(painter, run, citizen)
        painter.setPen(QPen(colour("surface"), 1.5))
        painter.setBrush(ink)
        size = px(5) if citizen else px(3.5)
        for mark in marks:
            if citizen:
                painter.drawEllipse(mark, size, size)
            else:
                painter.drawRect(QRectF(mark.x() - size, mark.y() - size, 2 * size, 2 * size))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return end

    @staticmethod
    def _stroke(painter: QPainter, run: QPolygonF, citizen: bool) -> None:
        pen = QPen(colour("accent" if citizen else "field"), 2.4 if citizen else 1.8)
        if not citizen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if run.size() > 1:
            painter.drawPolyline(run)

    def _labels(self, painter: QPainter, room: QRectF, goal: Goal, ends: list[tuple[RatedBy, QPointF]]) -> None:
        """The last answers at the right, kept apart."""
        high = px(20)
        placed = sorted(ends, key=lambda end: (end[1].y(), end[0] is not RatedBy.CITIZEN))
        tops = [end.y() - high / 2 for _by, end in placed]
        if len(tops) == 2 and tops[1] - tops[0] < high:
            middle = (tops[0] + tops[1]) / 2
            tops = [middle - high / 2, middle + high / 2]
        left = room.right() + px(GAP + 8)
        for (by, _end), top in zip(placed, tops, strict=True):
            citizen = by is RatedBy.CITIZEN
            paint_line(painter, QRectF(left, max(0.0, top), self.width() - left, high), self._label(goal, by),
                       font("small", bold=citizen), "accent" if citizen else "muted")

    @staticmethod
    def _y(room: QRectF, value: int) -> float:
        return room.bottom() - room.height() * value / RATING_MAX

    @staticmethod
    def _x(room: QRectF, days: list[date], at: date) -> float:
        span = (days[-1] - days[0]).days
        inner = room.width() - px(16)
        return room.left() + px(12) + (inner * (at - days[0]).days / span if span else inner)
