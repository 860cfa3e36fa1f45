"""How a tab stands – what is open in it, and how far it is scrolled – so that one made anew stands likewise."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from borgerplan_desktop.gui.editing.tab import Tab

ROUNDS = 3                                               # of layout, until a new page is as tall as it will be


@dataclass(frozen=True)
class TabState:
    open: Any                                            # the tab's own
    scrolled: tuple[int, ...]                            # of its scroll areas, in pixels


def standing(page: Tab) -> TabState:
    return TabState(page.standing(), tuple(area.verticalScrollBar().value() for area in page.findChildren(QScrollArea)))


def stand(page: Tab, as_before: TabState) -> None:
    if as_before.open is not None:
        page.stand(as_before.open)
    _Scrolling(page, as_before.scrolled)


class _Scrolling(QObject):
    """Scrolls a new page when it is laid out."""

    def __init__(self, page: Tab, scrolled: tuple[int, ...]) -> None:
        super().__init__(page)
        self._page, self._scrolled, self._left = page, scrolled, ROUNDS
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._scroll)
        self._timer.start()

    def _scroll(self) -> None:
        areas = self._page.findChildren(QScrollArea)
        if len(areas) == len(self._scrolled):
            for area, value in zip(areas, self._scrolled, strict=True):
                area.verticalScrollBar().setValue(value)
        self._left -= 1
        if not self._left:
            self._timer.stop()
            self.deleteLater()
