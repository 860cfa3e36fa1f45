"""F7 opens the menu of the word it has gone to, as the menu key does; F7 in it goes on to the next."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from borgerplan_desktop.gui.writing.hint_line import HintLine
from borgerplan_desktop.i18n import _

SHOWN_MS = 8000                                          # what was said is read by then

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)      # the keyboard comes back here


class WordMenu(QObject):
    """`next_wanted` when somebody goes on from within the menu."""

    next_wanted = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self._edit: QPlainTextEdit | None = None

    def open(self, edit: QPlainTextEdit) -> None:
        """At the cursor, which has the word marked; when the menu goes it is not any more: no key replaces it."""
        box, reason = edit.cursorRect(), QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(edit.viewport(), QContextMenuEvent(
            reason, box.center(), edit.viewport().mapToGlobal(box.bottomLeft())))
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        self._menu, self._edit = menu, edit
        on = menu.addAction(_("Next word to look at") + "\tF7")
        on.triggered.connect(self.next_wanted)
        menu.installEventFilter(self)
        menu.aboutToHide.connect(self._on_gone)

    def close(self) -> None:
        if self._menu is not None:
            self._menu.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F7:
            self.close()
            QTimer.singleShot(0, self, self.next_wanted.emit)          # once the menu is gone
            return True
        return False

    def _on_gone(self) -> None:
        edit, self._menu, self._edit = self._edit, None, None
        if edit is not None:
            cursor = edit.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            edit.setTextCursor(cursor)


class SaidLine(QObject):
    """One line below a field that says what was just done there; it goes at the next key, and when one leaves."""

    def __init__(self, edit: QPlainTextEdit, words: str) -> None:
        for before in edit.findChildren(SaidLine):
            before.go()
        super().__init__(edit)
        self.line = HintLine(edit)
        self.line.tell(words, off=False)
        edit.installEventFilter(self)
        QTimer.singleShot(SHOWN_MS, self, self.go)

    def go(self) -> None:
        self.line.hide()
        self.line.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYS
        if left or event.type() in (QEvent.Type.KeyPress, QEvent.Type.Hide):
            watched.removeEventFilter(self)
            self.go()
        return False
