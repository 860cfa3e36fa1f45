"""Parts dealt out into columns by how tall they are, so that a short one leaves no hole beside a long one."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.columns import Fitting

GAP, BETWEEN = 16, 10                                    # pixels between the columns, and between two parts of one


class BalancedColumns(Fitting):
    """At most `most` equal columns, each at least `least` design pixels wide; a part goes below the shortest.

    A part stays in its column while somebody writes in it: they are dealt out anew when there is room for another
    number of columns, and on `deal`.
    """

    def __init__(self, least: int = 270, most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._parts: list[tuple[QWidget, Callable[[int], int]]] = []
        self._dealt = 0                                  # columns
        self._soon = QTimer(self, singleShot=True, interval=0)       # never in the midst of being laid out
        self._soon.timeout.connect(self._arrange)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._columns = [QVBoxLayout() for _each in range(most)]
        for column in self._columns:
            column.setSpacing(BETWEEN)
            self._row.addLayout(column, 1)

    def add(self, part: QWidget, tall: Callable[[int], int]) -> None:
        """`tall(width)` says how tall the part is in a column of that width, in pixels."""
        self._parts.append((part, tall))
        self.deal()

    def deal(self) -> None:
        """Put the parts that are to be seen where they leave the fewest holes."""
        self._dealt = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QWidget.resizeEvent(self, event)
        if self._fitting() != self._dealt:
            self._soon.start()

    def _fitting(self) -> int:
        """How many columns there is room for."""
        return max(1, min(len(self._columns), (self.width() + GAP) // (px(self._least) + GAP)))

    def _arrange(self) -> None:
        columns = self._fitting()
        wide = (self.width() - (columns - 1) * GAP) // columns
        if columns == self._dealt:
            return
        self._dealt = columns
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        self._row.setSpacing(GAP if columns > 1 else 0)
        height = [0] * columns
        for part, tall in self._parts:
            if part.isHidden():
                continue
            at = height.index(min(height))
            self._columns[at].addWidget(part)
            height[at] += BETWEEN + tall(wide)
        for at, column in enumerate(self._columns):
            self._row.setStretch(at, 1 if at < columns else 0)
            column.addStretch(1)
