"""Children beside each other in as many equal columns as there is room for."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from borgerplan_desktop.gui.theme import px


class Columns(QWidget):
    """`add` children; each column is at least `least` design pixels wide, and there are at most `most`."""

    def __init__(self, least: int = 250, most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._children: list[QWidget] = []
        self._now = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)

    def add(self, child: QWidget) -> None:
        self._children.append(child)
        self._arrange(force=True)

    def columns(self) -> int:
        return max(1, min(self._most, (self.width() + 16) // (px(self._least) + 16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self, force: bool = False) -> None:
        columns = self.columns()
        if columns == self._now and not force:
            return
        for column in range(self._now):
            self._grid.setColumnStretch(column, 0)
        self._now = columns
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        for number, child in enumerate(self._children):
            self._grid.addWidget(child, number // columns, number % columns)
