"""The network tab in full screen: the large map covers the window as long as it is one's turn to look together."""
from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWindowStateChangeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.network.looks import Seen
from borgerplan_desktop.gui.widgets.projector_view import FullWindow, toggle_full_window

if TYPE_CHECKING:
    from borgerplan_desktop.gui.network.focus_page import FocusPage


class LargeMap(QObject):
    """`shown()`: it covers the window now, and wants to be told what to show. F11 and Escape leave it."""

    shown = Signal()

    def __init__(self, tab: QWidget) -> None:
        super().__init__(tab)
        self._tab = tab
        self.page: FocusPage | None = None               # made when it is first looked at
        self._full: FullWindow | None = None

    @property
    def is_shown(self) -> bool:
        return self._full is not None and self._full.stage is not None

    def toggle(self) -> None:
        """What F11 does."""
        toggle_full_window(self._tab)

    def look_at(self, event: QEvent) -> None:
        """The window has become full screen, or is so no more."""
        if isinstance(event, QWindowStateChangeEvent):
            self._made().fit(self._tab.isVisible(), bool(event.oldState() & Qt.WindowState.WindowFullScreen))

    def leave(self, for_now: bool = False) -> None:
        """Back to the tab; `for_now`: the window stays as it is."""
        if self._full is not None:
            self._full.leave(for_now)

    def show_seen(self, seen: Seen, chosen: str) -> None:
        if self.page is not None and self.is_shown:
            self.page.show_seen(seen, chosen)

    def _made(self) -> FullWindow:
        if self._full is None:
            from borgerplan_desktop.gui.network.focus_page import FocusPage
            self.page = FocusPage(self._tab)
            self.page.hide()
            home = self._tab.layout()
            assert isinstance(home, QVBoxLayout)
            self._full = FullWindow(self._tab, self.page, home)
            self._full.changed.connect(self._on_changed)
            self.page.left.connect(self._on_left)
        return self._full

    def _on_left(self) -> None:
        self.leave()

    def _on_changed(self, on_stage: bool) -> None:
        if on_stage:
            self.shown.emit()
        elif self.page is not None:
            self.page.hide()
