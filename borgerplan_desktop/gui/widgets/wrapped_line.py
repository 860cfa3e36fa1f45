"""One line of text that wraps instead of running out of sight; it reads as text until somebody goes into it."""
from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.appearance.theme import restyle
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.model.text import tidy_line

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class QuietText(GrowingTextEdit):
    """Text that reads as on paper while it is filled and left alone; an empty one shows its frame and its question.

    Give it `role` "h2" or "bold" for other type.
    """

    MARGIN = 1

    def __init__(self, name: str = "", question: str = "", least: int = 1, most: int = 12, role: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__("", least, most, parent)
        if role:
            self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setPlaceholderText(question)
        self.textChanged.connect(self._on_text)
        self._on_text()

    def _on_text(self) -> None:
        quiet = bool(self.toPlainText())
        if self.property("quiet") != quiet:
            self.setProperty("quiet", quiet)
            restyle(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left alone it reads as on paper: nothing of it stays marked."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)


class WrappedLine(QuietText):
    """A single line: Enter leaves it (`entered`), Backspace in an empty one asks to take it away (`erased`)."""

    entered = Signal()
    erased = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.toPlainText():
            self.erased.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()                               # whoever holds the line moves it
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted over several lines becomes one."""
        if not self.canInsertFromMimeData(source):
            return
        one = QMimeData()
        one.setText(tidy_line(source.text()))
        super().insertFromMimeData(one)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
