"""Text painted in a box, on one line or on few, ending in "…" where there is no room for all of it."""
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from borgerplan_desktop.gui.appearance.theme import colour

LEFT, CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


def paint_line(painter: QPainter, box: QRectF, text: str, face: QFont, ink: QColor | str,
               align: Qt.AlignmentFlag = LEFT) -> None:
    """`ink` is a colour or a role of the theme."""
    painter.setFont(face)
    painter.setPen(colour(ink) if isinstance(ink, str) else ink)
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, int(align), shown)


def broken(text: str, face: QFont, width: float, most: int = 2) -> list[str]:
    """The text on at most so many lines of this width; the last one holds all that is left, and may be too long."""
    layout = QTextLayout(text, face)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    lines, start = [], 0
    layout.beginLayout()
    while len(lines) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(text[start:start + line.textLength()].rstrip())
        start += line.textLength()
    layout.endLayout()
    if start < len(text):
        lines.append(text[start:])
    return lines
