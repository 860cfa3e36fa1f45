"""A state as a word, with an icon if there is one; the colour only supports."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.label import PlainLabel
from borgerplan_desktop.gui.widgets.painted_line import paint_line

KINDS = ("soft", "good", "warn", "bad", "info", "line")


class Pill(PlainLabel):
    """A rounded chip; `kind` is soft, good, warn, bad, info or line."""

    def __init__(self, text: str = "", kind: str = "soft", icon: str = "", parent: QWidget | None = None) -> None:
        self._kind, self._icon = kind, icon
        super().__init__("", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, kind, icon)

    @property
    def kind(self) -> str:
        return self._kind

    def say(self, text: str, kind: str = "soft", icon: str = "") -> None:
        """Show another state."""
        if kind not in KINDS:
            raise ValueError(f"a pill is one of {', '.join(KINDS)}, not {kind!r}")
        if (text, kind, icon) == (self.text(), self._kind, self._icon) and self.accessibleName() == text:
            return
        self._kind, self._icon = kind, icon
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font("small")).horizontalAdvance(self.text())
        return QSize(round(words) + px(21) + (px(19) if self._icon else 0), px(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(72)), px(25))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), self.text(), self._kind, self._icon)


def paint_pill(painter: QPainter, box: QRectF, text: str, kind: str, icon: str = "", after: int = 8) -> QColor:
    """Draw a pill in a box, with so many design pixels free after its words, and tell the colour they are in."""
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if kind == "line":
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("surface"))
        ink: QColor = colour("text")
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("soft" if kind == "soft" else f"{kind}_soft"))
        ink = colour("soft_text" if kind == "soft" else kind)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    left = box.left() + px(10)
    if icon:
        side = px(16)
        draw_icon(painter, icon, ink, box.left() + px(8), box.top() + (box.height() - side) / 2, side, 2)
        left = box.left() + px(28)
    paint_line(painter, QRectF(left, box.top(), box.right() - left - px(after), box.height()), text, font("small"), ink)
    return ink
