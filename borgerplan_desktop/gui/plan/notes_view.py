"""The latest notes on a goal, or on none; the rest on request."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_shown import NoteShown
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.notes import Note, NoteLink, loose_notes
from borgerplan_desktop.model.plan import Agreement, Goal

FEW = 3
LITTLE, MUCH = 400, 5_000                              # characters of a note that are shown


class NotesView(QWidget):
    """The newest notes first; the rest on request."""

    add_wanted = Signal(object)                          # Note: write an addition to it

    def __init__(self, desk: Desk, goal: Goal | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._goal, self._all = desk, goal, False    # no goal = the notes on none
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.more_button = button(_("Show all notes"), "chevron_down", "quiet", self)
        self.more_button.clicked.connect(self._on_more)
        self._column.addWidget(self.more_button)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _on_more(self) -> None:
        self._all = True
        self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if any(changes.touches(kind) for kind in (Note, NoteLink, Agreement)):
            self._refresh()

    def _refresh(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        found = self._found()[::-1]
        for note in found if self._all else found[:FEW]:
            self._column.insertWidget(self._column.count() - 1, self._shown(note))
        self.more_button.setVisible(len(found) > FEW and not self._all)
        self.setVisible(bool(found))

    def show_note(self, note: Note) -> QWidget | None:
        """Bring a note into sight; its part, or None when it is not here."""
        found = self._found()
        if note not in found:
            return None
        self._all = self._all or note not in found[::-1][:FEW]
        self._refresh()
        at = self._column.itemAt(found[::-1].index(note))
        return at.widget() if at is not None else None

    def _found(self) -> list[Note]:
        if self._goal is None:
            return loose_notes(self._desk.case)
        return self._goal.notes if self._goal.exists else []

    def _shown(self, note: Note) -> QWidget:
        shown = NoteShown(self._desk, note, MUCH if self._all else LITTLE, parent=self)
        shown.add_wanted.connect(self.add_wanted)
        shown.show()
        return shown
