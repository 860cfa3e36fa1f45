"""The words that answer a question: the place for them is made when somebody begins to write."""
from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from borgerplan_desktop.casework.frame.frame import ANSWER, answer_to, make_answer
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.framework import FrameAnswer, FrameQuestion


class AnswerField(TextField):
    def __init__(self, edit: QPlainTextEdit, desk: Desk, question: FrameQuestion) -> None:
        super().__init__(edit, desk, FrameAnswer.text, ANSWER)
        self._question = question
        desk.changed.connect(self._on_answer)
        self._on_answer()

    def _on_typed(self) -> None:
        if not self._showing and self._row is None:
            self._unsaved, self._base = True, ""         # so that what is shown meanwhile does not wipe it out
            self._row = self._desk.made(make_answer, self._question)
            if self._row is None:
                self._unsaved = False                    # it is said; the next letter tries again
                return
        super()._on_typed()

    def _refresh(self) -> None:
        super()._refresh()
        if self._row is None:
            self._edit.setEnabled(True)

    def _on_answer(self, changes: Changes | None = None) -> None:
        """Somebody else may have begun, or all of it was taken back."""
        if changes is not None and not changes.touches(FrameAnswer):
            return
        row = answer_to(self._desk.case, self._question)
        if row is not self._row and not self._unsaved:
            self.show_row(row)
