"""One question over time: a small curve from No to Yes, and the same in words. No average, and no score."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.feedback import Given
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, day_short
from borgerplan_desktop.model.meeting import ANSWERS
from borgerplan_desktop.model.row import Field

NEWEST = 8                                               # answers that are shown
Answer = tuple[date, int]


class FeedbackTrend(QWidget):
    """The question, its curve, and its answers in words."""

    def __init__(self, question: Field, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.title = plain_label(words, "smallbold", self, wrap=True)
        self.curve = _Curve(self)
        self.told = plain_label("", "small", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.curve)
        column.addWidget(self.told)
        column.addStretch(1)

    def show_given(self, given: Sequence[Given]) -> None:
        """The answers to this question, the oldest first; what was skipped is left out."""
        answers = [(each.on, value) for each in given if (value := each.value(self._question)) is not None][-NEWEST:]
        said = " → ".join(f"{day_short(on)} {_(ANSWERS[value - 1])}" for on, value in answers)
        self.told.setText(said or _("Not answered yet"))
        self.curve.setVisible(bool(answers))
        self.curve.show_answers(answers)
        self.curve.setAccessibleName(self.title.words())
        self.curve.setAccessibleDescription(self.told.words())


class _Curve(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers: Sequence[Answer] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answers(self, answers: Sequence[Answer]) -> None:
        self._answers = answers
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(260), px(84))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._answers:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small"))
        metrics = QFontMetricsF(painter.font())
        ends = (_(ANSWERS[0]), _(ANSWERS[-1]))
        left = max(metrics.horizontalAdvance(words) for words in ends) + px(12)
        room = QRectF(left, px(12), self.width() - left - px(12), self.height() - px(24))
        for value, words in zip((1, len(ANSWERS)), ends, strict=True):
            y = self._y(room, value)
            painter.setPen(QPen(colour("border"), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, y - px(10), left - px(8), px(20)),
                             int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        points = [QPointF(self._x(room, on), self._y(room, value)) for on, value in self._answers]
        painter.setPen(QPen(colour("accent"), px(2)))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(colour("surface"), px(2)))
        painter.setBrush(colour("accent"))
        for point in points:
            painter.drawEllipse(point, px(5), px(5))

    @staticmethod
    def _y(room: QRectF, value: int) -> float:
        return room.bottom() - room.height() * (value - 1) / (len(ANSWERS) - 1)

    def _x(self, room: QRectF, on: date) -> float:
        first, last = self._answers[0][0], self._answers[-1][0]
        span = (last - first).days
        return room.center().x() if not span else room.left() + px(6) + (room.width() - px(12)) * (
            on - first).days / span
