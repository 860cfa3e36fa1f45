"""A drawing (SVG) as a picture, once, when the shelter's logo is taken in."""
from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from borgerplan_desktop.casework.session.logo import KEPT_IN


def draw_svg(content: bytes) -> bytes:
    """The drawing as a PNG. Raises ValueError for what cannot be drawn."""
    from PySide6.QtSvg import QSvgRenderer  # used once in a shelter's life

    drawing = QSvgRenderer()
    if not drawing.load(QByteArray(content)) or drawing.defaultSize().isEmpty():
        raise ValueError("not a drawing")
    size = drawing.defaultSize().scaled(QSize(*KEPT_IN), Qt.AspectRatioMode.KeepAspectRatio)
    if size.isEmpty():
        raise ValueError("a drawing as thin as a line")
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(made, "PNG")  # type: ignore[call-overload]  (the stubs want bytes, Qt does not)
    return bytes(made.data().data())
