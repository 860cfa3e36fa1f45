"""Cards in as many columns as there is room for: three on the usual screen, one at the largest text."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.theme import px

THREE, TWO = 940, 600                                    # design pixels from which on there are so many columns
SHARES = {3: (9, 9, 7), 2: (1, 1), 1: (1,)}


class CardColumns(QWidget):
    """Takes the frames a form puts into it, in their order, and deals them out; the last of a column fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._columns: list[QVBoxLayout] = []
        self._cards: list[QFrame] = []

    def columns(self) -> int:
        """How many there are now."""
        return len(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._deal()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._deal()

    def showEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().showEvent(event)  # type: ignore[arg-type]
        self._deal()

    def _deal(self) -> None:
        cards = self._cards or [child for child in self.children() if isinstance(child, QFrame)]
        fit = 3 if self.width() >= px(THREE) else 2 if self.width() >= px(TWO) else 1
        if not cards or fit == len(self._columns):
            return
        self._cards = cards
        while self._row.count():
            self._row.takeAt(0)
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        self._columns = []
        for share in SHARES[fit]:
            column = QVBoxLayout()
            column.setSpacing(12)
            self._row.addLayout(column, share)
            self._columns.append(column)
        for number, card in enumerate(cards):
            self._columns[number % fit].addWidget(card, 1 if fit > 1 and number >= len(cards) - fit else 0)
