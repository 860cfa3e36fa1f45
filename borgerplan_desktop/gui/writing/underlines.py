"""Underlines drawn over a text, not in it: it is not laid out anew, and nobody takes them for something typed.

Qt's own extra selections draw a whole paragraph once more for each of them: a fifth of a second for every key in a
paragraph of 5,000 characters.
"""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, scale

WAVE, HIGH, DOT = 4.0, 2.0, 3.0                          # design pixels: a wave's length and height; between two dots


class Underline(NamedTuple):
    cursor: QTextCursor                                  # moves with the text as one types
    wave: bool                                           # else dots


class Underlines(QWidget):
    """Lies over the words of a field and lets the mouse through."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__(edit.viewport())
        self._edit = edit
        self._lines: Sequence[Underline] = ()
        self._tiles: dict[tuple[bool, float, float, str], QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        edit.viewport().installEventFilter(self)
        edit.verticalScrollBar().valueChanged.connect(self._fit)
        self.hide()

    def draw(self, lines: Sequence[Underline]) -> None:
        """These, from now on."""
        self._lines = lines
        self._fit()
        self.setVisible(bool(lines))
        self.update()

    def drawn(self) -> list[str]:
        """The words that are underlined."""
        return [line.cursor.selectedText() for line in self._lines]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        self.setGeometry(self._edit.viewport().rect())   # Qt moves it along when the text scrolls

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        first, offset = self._edit.firstVisibleBlock(), self._edit.contentOffset()
        tops: dict[int, float] = {}
        tiles = {wave: self._tile(wave) for wave in (True, False)}
        for line in self._lines:
            block = self._edit.document().findBlock(line.cursor.selectionStart())
            if not block.isValid() or block.blockNumber() < first.blockNumber():
                continue
            if block.blockNumber() not in tops:
                tops[block.blockNumber()] = self._edit.blockBoundingGeometry(block).translated(offset).top()
            self._paint(painter, line, block, QPointF(offset.x(), tops[block.blockNumber()]), tiles[line.wave])

    def _paint(self, painter: QPainter, line: Underline, block: QTextBlock, corner: QPointF, tile: QPixmap) -> None:
        start = line.cursor.selectionStart() - block.position()
        end = min(line.cursor.selectionEnd() - block.position(), block.length() - 1)
        layout = block.layout()
        x = layout.position().x() + corner.x()
        while start < end:
            row = layout.lineForTextPosition(start)
            if not row.isValid():
                return
            until = min(end, row.textStart() + row.textLength())
            y = corner.y() + row.y() + row.ascent() + 1
            if 0 <= y <= self.height() + row.height():
                ends = until == row.textStart() + row.textLength()
                right = row.naturalTextRect().right() if ends else row.cursorToX(until)[0]  # type: ignore[index]
                left = row.cursorToX(start)[0]  # type: ignore[index]
                high = tile.deviceIndependentSize().height()
                painter.drawTiledPixmap(QRectF(round(left + x), round(y), right - left, high), tile)
            start = max(until, start + 1)

    def _tile(self, wave: bool) -> QPixmap:
        """One wave, or one dot: made once, for a stroke costs more than all the rest."""
        size, ratio, ink = scale(), self.devicePixelRatioF(), colour("bad" if wave else "info")
        key = wave, size, ratio, ink.name()
        if key not in self._tiles:
            wide, high = max(3, round((WAVE if wave else DOT) * size)), round(HIGH * size) + 2
            made = QPixmap(round(wide * ratio), round(high * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(ink, 1.2 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            top, bottom = 1.0, high - 1.0
            if wave:
                painter.drawPolyline(QPolygonF([QPointF(-wide / 2, bottom), QPointF(0, top), QPointF(wide / 2, bottom),
                                                QPointF(wide, top), QPointF(wide * 1.5, bottom)]))
            else:
                painter.drawPoint(QPointF(wide / 2, (top + bottom) / 2))
            painter.end()
            self._tiles[key] = made
        return self._tiles[key]
