"""A line of text painted in a box, ending in "…" where there is no room for all of it."""
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from borgerplan_desktop.gui.theme import colour

LEFT, CENTRED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignCenter


def paint_line(painter: QPainter, box: QRectF, text: str, face: QFont, ink: QColor | str,
               align: Qt.AlignmentFlag = LEFT) -> None:
    """`ink` is a colour or a role of the theme."""
    painter.setFont(face)
    painter.setPen(colour(ink) if isinstance(ink, str) else ink)
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, int(align), shown)
