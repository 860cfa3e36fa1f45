"""The signs over a compared map: who came or went, moved, or whose tie is another; never by colour alone."""
from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.showing.map_strokes import draw_letter_badge
from borgerplan_desktop.model.map.elements import Layout

ABOVE = 2.5                                              # over the people


class ChangeMarks(QGraphicsItem):
    def __init__(self) -> None:
        super().__init__()
        self.setZValue(ABOVE)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.marks: dict[str, tuple[float, float, str]] = {}
        self._room = QRectF()

    def show_marks(self, layout: Layout, marks: Mapping[str, str]) -> None:
        """A sign at the upper right of each who has one."""
        self.prepareGeometryChange()
        self._room = QRectF(0, 0, layout.width, layout.height)
        self.marks = {id: (placed.x + placed.half_w - 1, placed.y - placed.half_h + 1, marks[id])
                      for id, placed in layout.by_id.items() if id in marks}
        self.update()

    def boundingRect(self) -> QRectF:
        return self._room if self.marks else QRectF()

    def shape(self) -> QPainterPath:
        return QPainterPath()                            # what lies below is pressed on, never this

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, y, sign in self.marks.values():
            draw_letter_badge(painter, x, y, px(10), sign)
