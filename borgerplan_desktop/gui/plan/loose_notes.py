"""The notes on no goal: on the course as a whole, or left when their goal went. Nothing where there are none."""
from __future__ import annotations

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_box import NoteBox
from borgerplan_desktop.gui.plan.notes_view import NotesView
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.notes import Note, NoteLink, loose_notes


class LooseNotes(Card):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes without a goal"), "note", parent)
        self._desk = desk
        self.box: NoteBox | None = None
        self.notes = NotesView(desk, None, self)
        self.body.addWidget(self.notes)
        self.notes.add_wanted.connect(self._on_add)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def show_note(self, note: Note) -> QWidget | None:
        """Bring a note into sight; its part, or None when it is not here."""
        return self.notes.show_note(note)

    def _on_add(self, note: Note) -> None:
        self._desk.settle.emit()
        if self.box is None:
            self.box = NoteBox(self._desk, None, adds_to=note, parent=self)
            self.box.closed.connect(self._on_left)
            self.body.insertWidget(1, self.box)
            self.box.show()
        self.box.edit.setFocus()

    def _on_left(self) -> None:
        if self.box is not None:
            self.box.hide()
            self.box.deleteLater()
            self.box = None

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Note) or changes.touches(NoteLink):
            self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(loose_notes(self._desk.case)))
