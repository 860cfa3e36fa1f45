"""A further page of a tab: it takes the place of what the tab shows, and there is a way back."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.back_with_keys import wants_back


class FurtherPage(Tab):
    """`left()`: back to what the tab shows; Escape and Alt with the arrow to the left go there."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = QShortcut(QKeySequence("Alt+Left"), self)  # as a key the room that scrolls would take it
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)

    def take_keyboard(self) -> None:
        """The page has come to the front: the keyboard goes where one begins."""

    def leave_innermost(self) -> bool:
        """Leave what is open in the page; whether something was."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what is open in the page, then the page."""
        if wants_back(event):
            if not self.leave_innermost():
                self.left.emit()
        else:
            super().keyPressEvent(event)
