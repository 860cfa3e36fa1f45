"""A plain dialog that the screen's lock takes away: what was typed in it waits as a draft."""
from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.model.citizen import Citizen

NOWHERE = ""                                             # no field of the case: it can become a note


class KeepTyped(QObject):
    """For dialogs that store with a button. Closes `dialog` when the case is left, and keeps what `edits` then hold."""

    def __init__(self, dialog: QDialog, desk: Desk, *edits: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(dialog)
        self._dialog, self._desk, self._edits = dialog, desk, edits
        self._first = [_text(edit) for edit in edits]
        desk.leave.connect(self._on_leave)

    def _on_leave(self) -> None:
        if self._dialog.isVisible():
            typed = [text for edit, first in zip(self._edits, self._first, strict=True)
                     if (text := _text(edit)) != first and text.strip()]
            self._desk.keep_words(self._desk.case.the(Citizen), NOWHERE, "\n\n".join(typed))
            self._dialog.reject()


def _text(edit: QLineEdit | QPlainTextEdit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
