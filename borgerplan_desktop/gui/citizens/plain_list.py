"""What the two lists at the left have in common: a click or Enter opens a line, the arrows only move."""
from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QWidget

OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlainList(QListView):
    """`left_upwards()` above the first line, `left()` with Esc; `open_index` says what opening a line is."""

    left_upwards = Signal()
    left = Signal()

    def __init__(self, model: QAbstractListModel, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.open_index)

    def go_to(self, row: int) -> None:
        """Come here with the keyboard: to the first (0), or to the last that is there now (-1)."""
        self.setCurrentIndex(self.model().index(row % max(1, self.model().rowCount()), 0))
        self.setFocus()

    def open_marked(self) -> None:
        """Open the line the keyboard stands on."""
        self.open_index(self.currentIndex())

    def open_index(self, index: QModelIndex) -> None:
        """Open a line; one that is none opens nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.open_marked()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
