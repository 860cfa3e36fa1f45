"""Ctrl+H in a field, or its menu: what stood here before?"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from borgerplan_desktop.casework.field_history import how_it_stood
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.text_menu import text_menu
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Field, Row

if TYPE_CHECKING:
    from borgerplan_desktop.gui.editing.field_history import FieldHistory


class Stores(Protocol):
    """A field that stores."""

    @property
    def row(self) -> Row | None: ...

    def said(self, value: Any) -> str:
        """What a value of it says."""
        ...

    def take_back(self, value: Any) -> bool:
        """An earlier value stands there again; whether it does."""
        ...


class AsksHistory(QObject):
    """Made by the field that stores, over the widget that has the keyboard."""

    def __init__(self, edit: QWidget, desk: Desk, field: Field, of: Stores) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._field, self._of = edit, desk, field, of
        self._asked: FieldHistory | None = None
        edit.installEventFilter(self)
        if isinstance(edit, QPlainTextEdit):
            edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):                 # asked first: most events that pass here are none of ours
            if event.key() == Qt.Key.Key_H and event.modifiers() == Qt.KeyboardModifier.ControlModifier and (
                    event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.ask()
                return True
        elif isinstance(event, QContextMenuEvent) and self._has_row():
            self._open_menu(event)
            return True
        elif self._asked is not None and watched is self._edit and event.type() == QEvent.Type.Hide:
            self._asked.reject()                         # what is behind "only for staff" is not seen longer than that
        return False

    def ask(self) -> None:
        """Open what stood in the field before."""
        from borgerplan_desktop.gui.editing.field_history import FieldHistory

        self._desk.settle.emit()
        row = self._of.row
        if row is None or not row.exists:
            return
        stood = self._desk.made(how_it_stood, row, self._field)
        if stood is not None:
            self._asked = FieldHistory(self._desk, self._edit.accessibleName(), stood, self._of.said,
                                       self._of.take_back, self._edit)
            self._asked.finished.connect(self._on_finished)
            self._asked.open()

    def _on_finished(self) -> None:
        self._asked = None

    def _has_row(self) -> bool:
        row = self._of.row
        return row is not None and row.exists

    def _open_menu(self, event: QContextMenuEvent) -> None:
        menu = text_menu(self._edit, event)
        if menu.actions():
            menu.addSeparator()
        asks = menu.addAction(_("What stood here before?") + "\tCtrl+H")
        asks.triggered.connect(self.ask)
        menu.popup(event.globalPos())
