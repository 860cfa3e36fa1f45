"""How much of the meeting is left: a ring and a number, calm to the end."""
from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font
from borgerplan_desktop.gui.meeting.projector_size import stage_px
from borgerplan_desktop.i18n import _, ngettext


class MeetingClock(QWidget):
    """Minutes left as a number in a ring that gets shorter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._share = 0, 0.0
        self._large = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_left(self, minutes: int, share: float) -> None:
        """`share` of the meeting that is left, 0 to 1."""
        if (minutes, round(share, 3)) == (self._minutes, round(self._share, 3)) and self.accessibleName():
            return
        self._minutes, self._share = minutes, share
        self.setAccessibleName(ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes))
        self.update()

    def set_large(self, large: bool) -> None:
        """On the projector larger than in the tab."""
        self._large = large
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = stage_px(104 if self._large else 82)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        unit = side / 104                                # the drawing is 104 wide
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring.adjust(8 * unit, 8 * unit, -8 * unit, -8 * unit)
        painter.setPen(QPen(colour("border"), 9 * unit))
        painter.drawEllipse(ring)
        if self._share > 0:
            painter.setPen(QPen(colour("accent"), 9 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._share))
        middle, full = self.height() / 2, QRectF(self.rect())
        self._write(painter, full.adjusted(0, 0, 0, -16 * unit), str(self._minutes),
                    (34 if self._minutes < 100 else 27) * unit, True, "text")
        self._write(painter, QRectF(0, middle + 5 * unit, self.width(), 20 * unit), _("min. left"), 15 * unit, False,
                    "muted")

    @staticmethod
    def _write(painter: QPainter, box: QRectF, text: str, pixels: float, bold: bool, ink: str) -> None:
        letters = font(bold=bold)
        letters.setPixelSize(max(9, round(pixels)))
        painter.setFont(letters)
        painter.setPen(colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
