"""A number in a soft circle in front of a step."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.icons import draw_icon
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.label import PlainLabel


class StepNumber(PlainLabel):
    """Its number is the property `number`; a check mark when the step is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_done(self, done: bool) -> None:
        if done != self._done:
            self._done = done
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(28), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, px(28), px(28))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("soft"))
        painter.drawEllipse(box)
        if self._done:
            draw_icon(painter, "check", "soft_text", px(6), px(6), px(16), 2.6)
            return
        painter.setPen(colour("soft_text"))
        painter.setFont(font(bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.property("number") or ""))
