"""One question with five circles from Nej to Ja; it may be skipped."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import ANSWERS
from borgerplan_desktop.model.row import Field

STEPS = len(ANSWERS)
LARGE = 1.5                                              # for somebody who sits alone before the screen


class Circles(QWidget):
    """Five circles on a line; `answered(int | None)` when a person chooses: arrows, 1-5, or Delete to skip."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None, large: bool = False) -> None:
        super().__init__(parent)
        self._large = LARGE if large else 1.0
        self._value: int | None = None
        self._question = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> int | None:
        return self._value

    def set_question(self, question: str) -> None:
        self._question = question
        self.show_value(self._value)

    def show_value(self, value: int | None) -> None:
        self._value = value
        said = _(ANSWERS[value - 1]) if value is not None else _("not answered")
        self.setAccessibleName(f"{self._question} {said}")
        self.setAccessibleDescription(_("Arrow keys choose between No and Yes. Delete skips the question."))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(250), self._px(45))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), self._px(45))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self._value
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                self._answer(min(STEPS, (now or 0) + 1))
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                self._answer(max(1, (now or STEPS + 1) - 1))
            case Qt.Key.Key_Home:
                self._answer(1)
            case Qt.Key.Key_End:
                self._answer(STEPS)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._answer(None)
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
                self._answer(key - Qt.Key.Key_0)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            chosen = min(range(STEPS), key=lambda n: abs(self._x(n) - event.position().x())) + 1
            self._answer(None if chosen == self._value else chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self._px(14)
        painter.setPen(QPen(colour("border"), self._px(4)))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(STEPS - 1), y))
        painter.setFont(font("small") if self._large == 1 else font("h2"))
        metrics = QFontMetricsF(painter.font())
        for step, words in enumerate(_(answer) for answer in ANSWERS):
            chosen = self._value == step + 1
            painter.setPen(QPen(colour("surface"), px(3)) if chosen else QPen(colour("field"), px(2)))
            painter.setBrush(colour("accent" if chosen else "surface"))
            painter.drawEllipse(QPointF(self._x(step), y), *(2 * (self._px(11 if chosen else 6),)))
            width = metrics.horizontalAdvance(words) + 2
            left = min(max(0.0, self._x(step) - width / 2), self.width() - width)
            painter.setPen(colour("text" if chosen else "muted"))
            painter.drawText(QRectF(left, self._px(27), width, self._px(19)), Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))

    def _x(self, step: int) -> float:
        edge = self._px(14)
        return edge + (self.width() - 2 * edge) * step / (STEPS - 1)

    def _px(self, pixels: int) -> int:
        return px(round(pixels * self._large))

    def _answer(self, value: int | None) -> None:
        if value != self._value:
            self.show_value(value)
            self.answered.emit(value)


class FeedbackQuestion(QWidget):
    """The words above, the circles below; `answered(field, int | None)`."""

    answered = Signal(object, object)

    def __init__(self, field: Field, words: str, parent: QWidget | None = None, large: bool = False) -> None:
        super().__init__(parent)
        self._field = field
        self.words = plain_label(words, "h2" if large else "", self, wrap=True)
        self.circles = Circles(self, large)
        self.circles.set_question(words)
        self.circles.answered.connect(self._on_answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.circles)

    def _on_answered(self, value: int | None) -> None:
        self.answered.emit(self._field, value)
