"""Ways to use the width there is: parts side by side, cards dealt out into columns (fields in a grid: `field_grid`)."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px

THREE, TWO = 940, 600                                    # design pixels from which on cards have so many columns
SHARES = {3: (9, 9, 7), 2: (1, 1), 1: (1,)}


class Fitting(QWidget):
    """Arranges what is in it anew when there is another width, or another size of text."""

    def _arrange(self) -> None:
        """Put everything in its place."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()


class SideBySide(Fitting):
    """A row of parts; below `need` design pixels (a property in forms) they stand one under the other.

    With `need` 0 that is as soon as they have not the room they ask for.
    """

    def __init__(self, need: int = 980, spacing: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("need", need)
        self._spacing = spacing

    def add(self, part: QWidget, stretch: int = 1) -> None:
        box = self.layout() or self._box()
        assert isinstance(box, QBoxLayout)
        box.addWidget(part, stretch)

    def is_wide(self) -> bool:
        return self.width() >= (px(int(self.property("need"))) or self._asked_for())

    def arrange(self) -> None:
        """Its `need` has become another."""
        self._arrange()

    def _asked_for(self) -> int:
        parts = [each for each in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
                 if not each.isHidden()]
        edges = self.contentsMargins() if (box := self.layout()) is None else box.contentsMargins()
        return (sum(each.sizeHint().width() for each in parts) + self._spacing * (len(parts) - 1)
                + edges.left() + edges.right())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and not self.property("need"):
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint().height()
        if self.hasHeightForWidth():                     # else as tall as if every word stood on a line of its own
            least = min(least, self.heightForWidth(self.width()))
        return QSize(px(240), least)

    def _arrange(self) -> None:
        box = self.layout()
        direction = QBoxLayout.Direction.LeftToRight if self.is_wide() else QBoxLayout.Direction.TopToBottom
        if isinstance(box, QBoxLayout) and box.direction() != direction:
            box.setDirection(direction)

    def _box(self) -> QHBoxLayout:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._spacing)
        return box


class CardColumns(Fitting):
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

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.hasHeightForWidth():                     # else as tall as if every word stood on a line of its own
            least.setHeight(min(least.height(), self.heightForWidth(self.width())))
        return least

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
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
