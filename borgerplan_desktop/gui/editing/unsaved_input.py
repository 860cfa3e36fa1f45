"""What is typed in a plain dialog lies sealed in the data folder a pause later, until the dialog is done."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit

from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.casework.session.half_typed import HOUSE_LINE, HalfTyped, Words
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.row import Row, new_id

NOWHERE = ""                                             # no field of the case: it can become a note
PAUSE_MS = 800                                           # at most a second of typing is not yet kept
AGAIN_MS = 4000                                          # the next try when the disk refuses
Edit = QLineEdit | QPlainTextEdit


class Follow(QObject):
    """Keeps what `words()` gives while somebody types in `edits`; no words = nothing is kept any more."""

    def __init__(self, parent: QObject, half_typed: HalfTyped | None, form: str, case_id: str,
                 words: Callable[[], list[Words]], edits: Sequence[Edit]) -> None:
        super().__init__(parent)
        self._half_typed, self._form, self._case_id, self._words = half_typed, form, case_id, words
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.now)
        for edit in edits:
            edit.textChanged.connect(self._on_typed)

    def now(self) -> None:
        self._save(self._words())

    def done(self) -> None:
        """The words are stored, or a person has let them go."""
        self._save([])

    def leave(self) -> None:
        """Stop here: what is kept stays kept."""
        self._pause.stop()
        self._half_typed, self._words = None, list       # and hold nobody who holds this

    def _save(self, words: list[Words]) -> None:
        self._pause.stop()
        if self._half_typed is not None and not self._half_typed.save(self._form, self._case_id, words):
            self._pause.start(AGAIN_MS)

    def _on_typed(self) -> None:
        if not self._words():
            self.done()
        elif not self._pause.isActive():                 # at the latest after the pause, also while typing on
            self._pause.start(PAUSE_MS)


class UnsavedInput(QObject):
    """For dialogs that store with a button: what `edits` hold can wait as a draft, for a note, or for the `fields` of
    `row`, one for each edit."""

    def __init__(self, dialog: QDialog, desk: Desk, *edits: Edit, row: Row | None = None,
                 fields: Sequence[str] = ()) -> None:
        super().__init__(dialog)
        self._desk, self._edits = desk, edits
        self._row, self._fields = row or desk.case.the(Citizen), fields
        self._first = [text_of(edit) for edit in edits]
        self._follow = Follow(self, desk.half_typed, new_id(), desk.opened.id, self._words, edits)
        dialog.finished.connect(self._on_finished)

    def _words(self) -> list[Words]:
        stored = [getattr(self._row, field) for field in self._fields] or self._first
        texts = [text if text != known and text.strip() else ""
                 for known, text in zip(stored, map(text_of, self._edits), strict=True)]
        fields = self._fields or (NOWHERE,)
        if not self._fields:
            texts = ["\n\n".join(filter(None, texts))]
        kind = type(self._row).__tablename__
        return [Words(kind, self._row.id, field, text) for field, text in zip(fields, texts, strict=True) if text]

    def _on_finished(self) -> None:
        self._follow.done()
        self._follow.leave()

    def save_drafts(self) -> None:
        """The case is left, and the dialog with it."""
        for words in self._words():
            self._desk.save_draft(self._row, words.field, words.text)
        if self._desk.opened.unsaved:                    # the store refuses them: the folder has them all the same
            self._follow.leave()


class UnsavedLine(QObject):
    """For a page where a `line` about a row (else the citizen) is stored with a button: what stands in it when the case
    is left stands there again, when somebody comes back."""

    def __init__(self, edit: QLineEdit, desk: Desk, line: str, row: Row | None = None) -> None:
        super().__init__(edit)
        self._desk, self._edit, self._line, self._row = desk, edit, line, row or desk.case.the(Citizen)
        self._begun = drafts.begun(desk.opened, self._row, line)
        self._follow = Follow(self, desk.half_typed, new_id(), desk.opened.id, self._words, [edit])
        edit.setText(" ".join(draft.text for draft in self._begun))
        edit.textChanged.connect(self._on_text)
        desk.leave.connect(self._on_leave)

    def _words(self) -> list[Words]:
        text = self._edit.text().strip()
        return [Words(type(self._row).__tablename__, self._row.id, drafts.LINE + self._line, text)] if text else []

    def _on_text(self, text: str) -> None:
        if not text.strip():
            self._let_go()

    def _let_go(self) -> None:
        """What was begun is stored, or a person has taken it away."""
        begun, self._begun = self._begun, []
        for draft in begun:
            if draft.exists or draft in self._desk.opened.unsaved:
                self._desk.do(drafts.let_go, draft)

    def _on_leave(self) -> None:
        words = self._words()
        if [each.text for each in words] != [draft.text for draft in self._begun]:
            for each in words:
                self._desk.save_draft(self._row, each.field, each.text)
            self._let_go()
        if not self._desk.opened.unsaved:                # else the folder keeps them
            self._follow.done()
        self._follow.leave()


class HouseLine(QObject):
    """The same for a page of the shelter's own case, which holds no drafts: what stands in the line lies sealed in the
    data folder, until it is stored or taken away."""

    def __init__(self, edit: QLineEdit, desk: Desk, line: str) -> None:
        super().__init__(edit)
        place = f"{HOUSE_LINE}{line}"
        self._edit, self._line = edit, line
        begun = desk.half_typed.begun(place) if desk.half_typed is not None else {}
        edit.setText(begun.get(line, ""))
        self._follow = Follow(self, desk.half_typed, place, "", self._words, [edit])
        desk.leave.connect(self._on_leave)

    def _words(self) -> list[Words]:
        text = self._edit.text().strip()
        return [Words("", "", self._line, text)] if text else []

    def _on_leave(self) -> None:
        self._follow.now()
        self._follow.leave()


def text_of(edit: Edit) -> str:
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
