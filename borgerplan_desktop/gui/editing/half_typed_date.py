"""A date that is typed and not left: entered when the case settles, and after a kill it stands in its field again."""
from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.half_typed import Words
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import Follow
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.model.row import Row, new_id


class HalfTypedDate(QObject):
    """Follows a date field that shows `field` of a row."""

    def __init__(self, edit: DateEdit, desk: Desk, row: Row, field: str) -> None:
        super().__init__(edit)
        self._edit, self._desk, self._row, self._field = edit, desk, row, field
        self._begun = drafts.begun(desk.opened, row, field)
        if self._begun:
            edit.stand(self._begun[-1].text)
        self._follow = Follow(self, desk.half_typed, new_id(), desk.opened.id, self._words, [edit.field])
        self._over = QTimer(self, singleShot=True, interval=0)        # never within an action that others listen to
        self._over.timeout.connect(self._let_go)
        edit.field.textChanged.connect(self._on_text)
        edit.dateEntered.connect(self._on_entered)       # the words may stand there as they were typed
        desk.settle.connect(self._on_settle)
        desk.leave.connect(self.leave)

    def leave(self) -> None:
        """The row is not shown here any more: what is no date yet waits for somebody to come back."""
        words = self._words() if self._row.exists else []
        if [each.text for each in words] != [draft.text for draft in self._begun]:
            for each in words:
                self._desk.save_draft(self._row, each.field, each.text)
            self._let_go()
        if not self._desk.opened.unsaved:                # else the folder keeps them
            self._follow.done()
        self._follow.leave()
        self._edit.field.textChanged.disconnect(self._on_text)
        self._edit.dateEntered.disconnect(self._on_entered)
        self._desk.settle.disconnect(self._on_settle)
        self._desk.leave.disconnect(self.leave)
        self._begun = []

    def _words(self) -> list[Words]:
        text = self._edit.half_typed()
        return [Words(type(self._row).__tablename__, self._row.id, drafts.LINE + self._field, text)] if text else []

    def _on_text(self) -> None:
        if self._begun and not self._edit.half_typed():
            self._over.start()

    def _on_entered(self) -> None:
        self._follow.now()
        self._on_text()

    def _let_go(self) -> None:
        self._over.stop()
        begun, self._begun = self._begun, []
        for draft in begun:
            if draft.exists or draft in self._desk.opened.unsaved:
                self._desk.do(drafts.let_go, draft)

    def _on_settle(self) -> None:
        if self._edit.half_typed() and self._row.exists:
            self._edit.enter()
