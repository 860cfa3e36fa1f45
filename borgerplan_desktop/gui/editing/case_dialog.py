"""A dialog about the case on the desk: it goes with the case, keeps what is half typed, and says what is refused."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import Edit, UnsavedInput
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.message import Message
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Row


class CaseDialog(Dialog):
    """Closes when the case is left: another citizen, Min dag, the lock."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(parent, title)
        self._desk = desk
        self._unsaved: UnsavedInput | None = None
        self._refusals: dict[str, tuple[QLabel, QWidget | None]] = {}
        self._in_trouble = False
        desk.refused.connect(self._on_refused)
        desk.trouble.connect(self._on_trouble)
        desk.well.connect(self._on_well)
        desk.leave.connect(self._on_leave)

    def show_row(self, row_id: str) -> None:
        """Come here to answer about a row, or a place the dialog knows by this word."""

    def save_unfinished(self, *edits: Edit, row: Row | None = None, fields: Sequence[str] = ()) -> None:
        """What is typed in these and not stored by the dialog's own button is never lost."""
        self._unsaved = UnsavedInput(self, self._desk, *edits, row=row, fields=fields)

    def say_refusal(self, field: str, label: QLabel, go_to: QWidget | None = None) -> None:
        """Where it is said that something was refused, and where the keyboard goes then; "" = whatever it is about."""
        label.hide()
        self._refusals[field] = label, go_to

    def _on_refused(self, sentence: str, field: str) -> None:
        label, go_to = self._refusals.get(field) or self._refusals.get("", (None, None))
        if label is not None and self.isVisible():
            say(label, sentence)
            self._desk.said()
            if go_to is not None:
                go_to.setFocus()

    def _on_trouble(self, message: Message) -> None:
        """The line above the status may lie below the dialog."""
        label, _go_to = self._refusals.get("", (None, None))
        if label is not None and self.isVisible():
            self._in_trouble = True
            say(label, " ".join((message.happened, _("What you wrote still stands here. Look at it, and try again."))))

    def _on_well(self) -> None:
        if self._in_trouble:
            self._in_trouble = False
            say(self._refusals[""][0], "")

    def _on_leave(self) -> None:
        if self.isVisible():
            if self._unsaved is not None:
                self._unsaved.save_drafts()
            self.reject()
