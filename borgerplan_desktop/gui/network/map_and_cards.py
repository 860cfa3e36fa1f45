"""The map and the cards beside it, or below it where there is no room; the map stays still when a card grows."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import px

NARROW = 940                                             # design pixels: below this the cards stand under the map
SIDE, LOWEST = 306, 420                                  # how wide the cards are; how high a map at least, and a person
ANY = 16777215                                           # Qt's "as large as it likes"


class MapAndCards(QObject):
    def __init__(self, page: QScrollArea, halves: QHBoxLayout, map_card: QWidget, side: QWidget,
                 person: QWidget) -> None:
        super().__init__(page)
        self._page, self._halves, self._map, self._side, self._person = page, halves, map_card, side, person
        self._margins = halves.contentsMargins()
        self._narrow = False
        column = QVBoxLayout()                           # what the map leaves of a taller page lies below it
        halves.removeWidget(map_card)
        halves.insertLayout(0, column, 1)
        column.addWidget(map_card, 1)
        column.addStretch()
        page.verticalScrollBar().rangeChanged.connect(self._on_scrollable)
        map_card.installEventFilter(self)
        page.viewport().installEventFilter(self)

    def be_narrow(self, narrow: bool) -> None:
        """The cards below the map, or beside it."""
        self._narrow = narrow
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._halves.direction() != way:
            self._halves.setDirection(way)
        self._side.setMaximumWidth(ANY if narrow else px(SIDE))
        self._map.setMinimumHeight(px(LOWEST) if narrow else 0)
        self._person.setMinimumHeight(px(LOWEST) if narrow else 0)
        self._hold_still()

    def _hold_still(self) -> None:
        """Beside taller cards the map is as high as the window; the scroll bar takes its room from the margin."""
        margins, bar = self._margins, self._page.verticalScrollBar()
        room = self._page.viewport().height() - margins.top() - margins.bottom()
        self._map.setMaximumHeight(ANY if self._narrow else max(room, self._map.minimumSizeHint().height()))
        taken = bar.sizeHint().width() if bar.maximum() and not self._narrow else 0
        self._halves.setContentsMargins(margins.left(), margins.top(), max(0, margins.right() - taken),
                                        margins.bottom())

    def _on_scrollable(self, _least: int, _most: int) -> None:
        self._hold_still()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest or (
                event.type() is QEvent.Type.Resize and watched is not self._map):
            self._hold_still()
        return super().eventFilter(watched, event)
