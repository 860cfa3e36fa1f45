"""The menu of a text field: what is usual, and what others have to offer about the word one stands in."""
from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget


class FillsMenu(QObject):
    """A child of a field that puts something on top of its menu."""

    def fill_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        """`cursor`: where the menu was asked for."""


def text_menu(edit: QWidget, event: QContextMenuEvent) -> QMenu:
    """The menu, not yet opened; it goes when it is closed."""
    usual = edit.createStandardContextMenu() if isinstance(edit, QLineEdit | QPlainTextEdit) else None
    menu = usual or QMenu(edit)
    menu.setParent(edit, menu.windowFlags())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(edit, QPlainTextEdit):
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = edit.viewport().mapFromGlobal(event.globalPos())
        cursor = edit.textCursor() if keyboard else edit.cursorForPosition(at)
        for each in edit.findChildren(FillsMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            each.fill_menu(menu, cursor)
    return menu
