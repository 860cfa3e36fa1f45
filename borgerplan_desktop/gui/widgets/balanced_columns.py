"""Parts dealt out into columns by how tall they are, so that a short one leaves no hole beside a long one."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.columns import Fitting

GAP, BETWEEN = 16, 10                                    # pixels between the columns, and between two parts of one


class BalancedColumns(Fitting):
    """At most `most` equal columns, each at least `least` design pixels wide; a part goes below the shortest.

    A part stays in its column while somebody writes in it: they are dealt out anew at another width, and on `deal`.
    """

    def __init__(self, least: int = 270, most: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._parts: list[tuple[QWidget, Callable[[int], int]]] = []
        self._dealt = 0, 0                               # columns, and how wide each is
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
        self._dealt = 0, 0
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(len(self._columns), (self.width() + GAP) // (px(self._least) + GAP)))
        wide = (self.width() - (columns - 1) * GAP) // columns
        if (columns, wide) == self._dealt:
            return
        self._dealt = columns, wide
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
