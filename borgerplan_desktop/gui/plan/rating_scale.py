"""Eleven circles, 0-10, pressed with the mouse, the arrows or a figure; nothing is chosen until somebody answers."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.plan.rating_words import in_words
from borgerplan_desktop.model.notes import RATING_MAX, RATING_MIN

COUNT = RATING_MAX - RATING_MIN + 1
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class RatingScale(QSlider):
    """A slider to screen readers. `answered(int)` when a person chooses a number."""

    answered = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name = name
        self._chosen: int | None = None
        self.setRange(RATING_MIN, RATING_MAX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_answer(None)

    def chosen(self) -> int | None:
        return self._chosen

    def show_answer(self, value: int | None) -> None:
        self._chosen = value
        self.setValue(5 if value is None else value)
        self.setAccessibleName(self._name if value is None else f"{self._name}: {value}, {in_words(value)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(340), px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(20) * COUNT, px(34))

    def _answer(self, value: int) -> None:
        if value != self._chosen:
            self.show_answer(value)
            self.answered.emit(value)

    def _centre(self, value: int) -> QPointF:
        cell = self.width() / COUNT
        return QPointF(cell * (value + 0.5), self.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._answer(max(RATING_MIN, min(RATING_MAX, int(event.position().x() * COUNT / max(1, self.width())))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif event.text().isdecimal() and len(event.text()) == 1:
            ten = self._chosen == 1 and event.text() == "0"
            self._answer(10 if ten else int(event.text()))
        elif key in _STEPS:
            self._answer(5 if self._chosen is None else
                         max(RATING_MIN, min(RATING_MAX, self._chosen + _STEPS[key])))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._answer(RATING_MIN if key == Qt.Key.Key_Home else RATING_MAX)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(px(14), self.width() / COUNT / 2 - 1, self.height() / 2 - 2)
        for value in range(RATING_MIN, RATING_MAX + 1):
            now, centre = value == self._chosen, self._centre(value)
            painter.setPen(QPen(colour("accent" if now else "field"), 2 if now else 1))
            painter.setBrush(colour("accent" if now else "surface"))
            painter.drawEllipse(centre, radius, radius)
            painter.setFont(font("small", bold=now))
            painter.setPen(colour("accent_text" if now else "text"))
            painter.drawText(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                             int(Qt.AlignmentFlag.AlignCenter), str(value))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
