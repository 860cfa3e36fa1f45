"""The phases as bars over the same days as the line above them; what they show stands as words below."""
from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.casework.course.overview import CourseLine
from borgerplan_desktop.casework.course.phases import Bar
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.showing.course_line_view import day_at
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.i18n import _

ROW, THICK = 30, 24                                      # design pixels


class PhaseBars(QWidget):
    """`show_bars(line, bars)`; says the same in words to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: CourseLine | None = None
        self._bars: list[Bar] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The phases"))

    def show_bars(self, line: CourseLine, bars: list[Bar]) -> None:
        self._line, self._bars = line, bars
        self.setAccessibleDescription(". ".join(bar.words for bar in bars))
        self.setVisible(bool(bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(ROW) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        today = day_at(self._line, self.width(), self._line.day)
        painter.setPen(QPen(colour("text"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(today, 0), QPointF(today, self.height()))
        for number, bar in enumerate(self._bars):
            self._draw(painter, self._line, bar, number * px(ROW) + px(3), today)

    def _draw(self, painter: QPainter, line: CourseLine, bar: Bar, top: float, today: float) -> None:
        """An open phase goes on to today, and ends in a dashed edge; its name stands in it, or beside a short one."""
        left = min(max(0.0, day_at(line, self.width(), bar.first)), self.width() - px(9) - 1.0)      # also far off
        ahead = bar.first > line.day
        right = day_at(line, self.width(), bar.until) if bar.until is not None else max(today, left + px(12))
        box = QRectF(left, top, min(max(right - left, px(8)), self.width() - left - 1), px(THICK))
        is_open = bar.until is None or bar.until >= line.day
        painter.setPen(QPen(colour("accent"), 1.5, Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine))
        painter.setBrush(colour("surface" if ahead else "soft" if is_open else "sunken"))
        painter.drawRoundedRect(box, 6, 6)
        width = QFontMetricsF(font("small")).horizontalAdvance(bar.name) + px(20)
        beside, free = box.width() < width, self.width() - box.right()
        if not beside:
            words = box.adjusted(px(9), 0, -px(6), 0)
        elif free >= width:
            words = QRectF(box.right() + px(6), top, free - px(6), box.height())
        else:
            words = QRectF(max(0.0, box.left() - width), top, width - px(6), box.height())
        paint_line(painter, words, bar.name, font("small"), colour("text" if beside or not is_open else "soft_text"))
