"""A slider with a few stops, each with its word below: phases, or days on which a map was kept."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.i18n import _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
          Qt.Key.Key_PageDown: -1, Qt.Key.Key_PageUp: 1}
LEAST = 46                                               # design pixels a word gets; tighter, and only some are written


@dataclass(frozen=True)
class Stop:
    """One place to stand; `now` is where we are today, `too` that we are so beside another."""

    word: str
    now: bool = False
    too: bool = False

    @property
    def said(self) -> str:
        """"Planen laves (nu)"."""
        if not self.now:
            return self.word
        return (_("{stop} (now too)") if self.too else _("{stop} (now)")).format(stop=self.word)


class StopSlider(QSlider):
    """`stood(int)` when a person goes to another stop; its accessible name says at which it stands, in words."""

    stood = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._name = name
        self.stops: list[Stop] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPageStep(1)

    def show_stops(self, stops: Sequence[Stop], at: int) -> None:
        self.stops = list(stops)
        self.setRange(0, max(0, len(self.stops) - 1))
        self._show(at)

    def _show(self, at: int) -> None:
        self.setValue(at)
        self.setAccessibleName(f"{self._name}: {self.words()}")
        self.update()

    def words(self) -> str:
        """Where it stands: "Planen laves (nu)"."""
        return self.stops[self.value()].said if self.stops else ""

    def _go(self, to: int) -> None:
        to = max(0, min(to, len(self.stops) - 1))
        if to != self.value():
            self._show(to)
            if QAccessible.isActive() and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words()))
            self.stood.emit(to)

    # ------------------------------------------------------------------ geometry
    def sizeHint(self) -> QSize:
        return QSize(px(420), px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST) * min(5, max(2, len(self.stops))), px(46))

    def _cell(self) -> float:
        return self.width() / max(1, len(self.stops))

    def centre_of(self, at: int) -> QPointF:
        """Where a stop is."""
        return QPointF(self._cell() * (at + .5), px(13))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.stops:
            self._go(int(event.position().x() / self._cell()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.stops:
            self._go(int(event.position().x() / self._cell()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self._go(self.value() + _STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self.stops) - 1)
        else:
            event.ignore()

    # ------------------------------------------------------------------ drawing
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.stops:
            return
        here, last = self.value(), len(self.stops) - 1
        for role, start, end, width in (("border", 0, last, 3), ("accent", 0, here, 4)):
            painter.setPen(QPen(colour(role), px(width)))
            painter.drawLine(self.centre_of(start), self.centre_of(end))
        for at, stop in enumerate(self.stops):
            self._paint_stop(painter, at, stop, here)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_stop(self, painter: QPainter, at: int, stop: Stop, here: int) -> None:
        centre, radius = self.centre_of(at), px(8 if at == here else 5)
        painter.setPen(QPen(colour("accent" if at <= here else "field"), 1.6))
        painter.setBrush(colour("accent" if at <= here else "surface"))
        painter.drawEllipse(centre, radius, radius)
        if stop.now:                                     # a ring, and the word says it as well
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("text"), 1.6))
            painter.drawEllipse(centre, radius + px(3), radius + px(3))
        every = max(1, round(px(LEAST) / self._cell() + .49))
        if at != here and (at % every or abs(at - here) < every):
            return                                       # no room for every word: the one it stands at is written
        type_ = font("small", bold=at == here)
        painter.setFont(type_)
        painter.setPen(colour("text" if at == here or stop.now else "muted"))
        widest = max(self._cell() * every, px(118))      # where it stands
        stood_at = QFontMetricsF(font("small", bold=True))
        taken = stood_at.horizontalAdvance(self.word_in(here, stood_at, widest))
        beside = 2 * abs(at - here) * self._cell() - taken - px(12)      # as much as that leaves of a neighbour's
        wide = widest if at == here else min(self.width(), self._cell() * every - px(4), beside)
        box = QRectF(min(max(0, centre.x() - wide / 2), self.width() - wide), px(24), wide, px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.word_in(at, QFontMetricsF(type_), wide))

    def word_in(self, at: int, metrics: QFontMetricsF, wide: float) -> str:
        """What is written below a stop in so much room: that it is now is left to the ring before the word is cut."""
        stop = self.stops[at]
        if not stop.too and metrics.horizontalAdvance(stop.said) <= wide:
            return stop.said
        return metrics.elidedText(stop.word, Qt.TextElideMode.ElideRight, wide)
