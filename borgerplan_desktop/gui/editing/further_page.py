"""A further page of a tab: it takes the place of what the tab shows, and there is a way back."""
from __future__ import annotations

from PySide6.QtCore import Signal

from borgerplan_desktop.gui.editing.tab import Tab


class FurtherPage(Tab):
    """`left()`: back to what the tab shows."""

    left = Signal()

    def take_keyboard(self) -> None:
        """The page has come to the front: the keyboard goes where one begins."""
