"""What is typed about a new citizen, who has no case yet: sealed, and in the form again after a crash or the lock."""
from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, SignalInstance

from borgerplan_desktop.casework.session.half_typed import ARRIVAL, HalfTyped, Words
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.editing.unsaved_input import Follow

CARET = "caret"                                          # kept beside the fields: which one had the keyboard, and where
ROUNDS = 3                                               # of the event loop, until nothing selects the text any more


class UnsavedArrival(QObject):
    """Fills the form with what was found; `ending`: the screen locks."""

    def __init__(self, dialog: NewCitizen, half_typed: HalfTyped, ending: SignalInstance) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._fields = {
            "name": dialog.name_field, "latin": dialog.latin_field.edit, "room": dialog.room_field,
            "phone": dialog.phone_field, "first": dialog.first_field.field, "birth": dialog.birth_field.field,
            "cpr": dialog.cpr_field, "municipality": dialog.municipality_field,
            "why": dialog.why_field}
        self._first = {name: field.text() for name, field in self._fields.items()}
        found = half_typed.arrival()
        for name, text in found.items():
            if (field := self._fields.get(name)) is not None:
                field.setText(text)
                field.editingFinished.emit()             # as if it had been typed and left
        self._follow = Follow(self, half_typed, ARRIVAL, "", self._words, list(self._fields.values()))
        dialog.finished.connect(self._follow.done)
        ending.connect(self._on_ending)
        self._left = ROUNDS
        self._soon = QTimer(self, interval=0)            # a dialog that opens selects what stands in its first field
        self._soon.timeout.connect(self._stand)
        name, _gap, at = found.get(CARET, "").partition(" ")
        self._spot, self._at = self._fields.get(name), int(at) if at.isdecimal() else 0
        if self._spot is not None:
            self._spot.setFocus()
            self._soon.start()

    def _words(self) -> list[Words]:
        typed = [Words("", "", name, field.text()) for name, field in self._fields.items()
                 if field.text() != self._first[name] and field.text().strip()]
        return [*typed, *self._caret()] if typed else []

    def _caret(self) -> list[Words]:
        at = keyboard_in(self._dialog)
        return [Words("", "", CARET, f"{name} {field.cursorPosition()}") for name, field in self._fields.items()
                if field is at]

    def _stand(self) -> None:
        """The caret where it was and nothing selected, so that the next key takes nothing away."""
        if self._spot is not None:
            self._spot.setFocus()
            self._spot.deselect()
            self._spot.setCursorPosition(self._at)
        self._left -= 1
        if not self._left:
            self._soon.stop()

    def _on_ending(self) -> None:
        self._follow.now()
        self._follow.leave()
        self._dialog.reject()
