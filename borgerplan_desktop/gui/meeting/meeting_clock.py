"""How much of the meeting is left: a ring and a number, calm to the end."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.theme import colour, font, px
from borgerplan_desktop.i18n import _, ngettext


class MeetingClock(QWidget):
    """Minutes left as a number in a ring that gets shorter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._share = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, minutes: int, share: float) -> None:
        """`share` of the meeting that is left, 0 to 1."""
        if (minutes, round(share, 3)) == (self._minutes, round(self._share, 3)) and self.accessibleName():
            return
        self._minutes, self._share = minutes, share
        self.setAccessibleName(ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(104), px(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring.adjust(px(8), px(8), -px(8), -px(8))
        painter.setPen(QPen(colour("border"), px(9)))
        painter.drawEllipse(ring)
        if self._share > 0:
            painter.setPen(QPen(colour("accent"), px(9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._share))
        middle = self.height() / 2
        painter.setFont(font(px=34 if self._minutes < 100 else 27, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(QRectF(0, middle - px(32), self.width(), px(40)), Qt.AlignmentFlag.AlignCenter,
                         str(self._minutes))
        painter.setFont(font(px=15))
        painter.setPen(colour("muted"))
        painter.drawText(QRectF(0, middle + px(4), self.width(), px(20)), Qt.AlignmentFlag.AlignCenter, _("min. left"))
