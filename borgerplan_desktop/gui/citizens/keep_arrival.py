"""What is typed about a new citizen, who has no case yet: sealed, and in the form again after a crash or the lock."""
from __future__ import annotations

from PySide6.QtCore import QObject, SignalInstance

from borgerplan_desktop.casework.half_typed import ARRIVAL, HalfTyped, Words
from borgerplan_desktop.gui.citizens.new_citizen import NewCitizen
from borgerplan_desktop.gui.keep_typed import Follow


class KeepArrival(QObject):
    """Fills the form with what was found; `ending`: the screen locks."""

    def __init__(self, dialog: NewCitizen, half_typed: HalfTyped, ending: SignalInstance) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._fields = {
            "name": dialog.name_field, "latin": dialog.latin_field.edit, "room": dialog.room_field,
            "phone": dialog.phone_field, "first": dialog.first_field.field, "birth": dialog.birth_field.field,
            "cpr": dialog.cpr_field, "municipality": dialog.municipality_field}
        self._first = {name: field.text() for name, field in self._fields.items()}
        for name, text in half_typed.arrival().items():
            if (field := self._fields.get(name)) is not None:
                field.setText(text)
                field.editingFinished.emit()             # as if it had been typed and left
        self._follow = Follow(self, half_typed, ARRIVAL, "", self._words, list(self._fields.values()))
        dialog.finished.connect(self._follow.done)
        ending.connect(self._on_ending)

    def _words(self) -> list[Words]:
        return [Words("", "", name, field.text()) for name, field in self._fields.items()
                if field.text() != self._first[name] and field.text().strip()]

    def _on_ending(self) -> None:
        self._follow.now()
        self._follow.leave()
        self._dialog.reject()
