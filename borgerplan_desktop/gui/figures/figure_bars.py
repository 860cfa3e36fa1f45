"""The parts of a figure as bars: full for the time, hatched for the time before, each with its number in words."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.widgets.painted_line import paint_line
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.told_words import Line

ROW, BESIDE, GAP, BAR = 24, 40, 10, 12                   # design pixels: a row, one that is compared, between columns
LABELS, NUMBERS = 0.36, 0.3                              # of the width: what the parts are called, and their numbers


class FigureBars(QWidget):
    """What it shows is also its accessible description, part by part; the keyboard stops here to hear it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, title: str, lines: Sequence[Line]) -> None:
        self._lines = lines
        self.setAccessibleName(title)
        self.setAccessibleDescription(in_words(lines))
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> int:
        return px(BESIDE if any(each.before for each in self._lines) else ROW)

    def sizeHint(self) -> QSize:
        return QSize(px(360), self._row * len(self._lines) + px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(220), self.sizeHint().height())

    # ------------------------------------------------------------------------------------------- painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        named, numbers = self._columns()
        for number, line in enumerate(self._lines):
            self._paint(painter, line, QRectF(px(3), px(2) + number * self._row, self.width() - px(6), self._row),
                        named, numbers)

    def _columns(self) -> tuple[float, float]:
        """How wide the names and the numbers are: what they need, as far as that leaves the bars room."""
        names = QFontMetricsF(font("small"))
        bold = QFontMetricsF(font("small", bold=True))
        named = max((names.horizontalAdvance(each.label) for each in self._lines), default=0.0) + 2
        numbers = max((bold.horizontalAdvance(words) for each in self._lines for words in (each.now, each.before)),
                      default=0.0) + 4
        return min(named, self.width() * LABELS), min(numbers, self.width() * NUMBERS)

    def _paint(self, painter: QPainter, line: Line, row: QRectF, named: float, numbers: float) -> None:
        paint_line(painter, QRectF(row.left(), row.top(), named, row.height()), line.label, font("small"), "text")
        left = row.left() + named + px(GAP)
        width = row.width() - named - numbers - 2 * px(GAP)
        at = row.right() - numbers
        high = row.height() / 2 if line.before else row.height()
        self._bar(painter, QRectF(left, row.top(), width, high), line.share, hatched=False)
        paint_line(painter, QRectF(at, row.top(), numbers, high), line.now, font("small", bold=True), "text")
        if line.before:
            self._bar(painter, QRectF(left, row.top() + high, width, high), line.share_before, hatched=True)
            paint_line(painter, QRectF(at, row.top() + high, numbers, high), line.before, font("small"), "muted")

    @staticmethod
    def _bar(painter: QPainter, room: QRectF, share: float | None, *, hatched: bool) -> None:
        """As long as the share of the whole; what is not told has a dotted line."""
        middle = room.center().y()
        painter.setPen(QPen(colour("border"), 1, Qt.PenStyle.DotLine if share is None else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
        if not share:
            return
        paint_bar(painter, QRectF(room.left(), middle - px(BAR) / 2, max(2.0, share * room.width()), px(BAR)), hatched)


def paint_bar(painter: QPainter, box: QRectF, hatched: bool) -> None:
    """Full, or hatched with an edge: the two are told apart in grey as well."""
    ink = colour("muted" if hatched else "accent")
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern) if hatched else ink)
    painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def in_words(lines: Sequence[Line]) -> str:
    """The same as a table read aloud: "Nedad: 6 (50 %), før 5 (42 %). Samme trin: …"."""
    return ". ".join(_("{part}: {now}, before {before}").format(part=each.label, now=each.now, before=each.before)
                     if each.before else f"{each.label}: {each.now}" for each in lines)


class BarSample(QWidget):
    """What a bar of either time looks like, beside its name."""

    def __init__(self, hatched: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hatched = hatched
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(26), px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, QRectF(1, 2, self.width() - 2, self.height() - 4), self._hatched)
