"""Words that could not be stored: both versions side by side, and a person chooses."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import NOWHERE
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.disagreement import Between
from borgerplan_desktop.model.papers import Draft


class DraftsDialog(CaseDialog):
    """One draft at a time, until none wait; closing it lets them wait on."""

    form = "drafts_dialog"

    title_label: QLabel
    text_label: QLabel
    mine_text: QPlainTextEdit
    theirs_box: QWidget
    theirs_text: QPlainTextEdit
    mine_button: QPushButton
    both_button: QPushButton
    theirs_button: QPushButton
    note_button: QPushButton
    later_button: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: Draft | None = None
        self.mine_button.clicked.connect(self._on_mine)
        self.both_button.clicked.connect(self._on_both)
        self.theirs_button.clicked.connect(self._on_theirs)
        self.note_button.clicked.connect(self._on_note)
        self.later_button.clicked.connect(self.reject)
        self._next()

    def _next(self) -> None:
        drafts.retry(self._desk.opened)
        waiting = [draft for draft in drafts.waiting(self._desk.opened) if draft.exists]
        self._draft = waiting[0] if waiting else None
        if self._draft is None:
            self._desk.drafts_changed.emit()
            self.accept()
            return
        stands = drafts.disagreement(self._desk.opened, self._draft)
        theirs = stands.theirs if stands is not None else None
        if stands is None:
            self.title_label.setText(_("The text is too long."))
            self.text_label.setText(_("The field is full. The rest is here: copy it, save it as a note, or let it go."))
        elif self._draft.field == NOWHERE:
            self.title_label.setText(_("This was not finished."))
            self.text_label.setText(_("Your words are here. Save them as a note, or let them go."))
        elif stands.between is Between.GONE:
            self.title_label.setText(_("The place where this was written is gone."))
            self.text_label.setText(_("Your words are here. Save them as a note, or let them go."))
        else:
            self.title_label.setText(_("The same field has been changed in two places."))
            self.text_label.setText(_("Both texts are kept. Choose the one that shall stand, or keep both."))
        self.mine_text.setPlainText(self._draft.text)
        self.theirs_text.setPlainText(theirs or "")
        self.theirs_box.setVisible(theirs is not None)
        self.mine_button.setVisible(theirs is not None)
        self.both_button.setVisible(bool(theirs))
        self.theirs_button.setText(_("Keep what stands") if theirs is not None else _("Let the words go"))
        self.theirs_button.setAccessibleName(self.theirs_button.text())

    def _on_mine(self) -> None:
        self._choose(drafts.use_mine)

    def _on_both(self) -> None:
        self._choose(drafts.use_both)

    def _on_theirs(self) -> None:
        rest = self._draft is not None and drafts.is_rest(self._draft)
        self._choose(drafts.let_go if rest else drafts.use_theirs)

    def _on_note(self) -> None:
        self._choose(drafts.save_as_note)

    def _choose(self, choice: Callable[[OpenCase, Draft], object]) -> None:
        if self._draft is not None and self._desk.do(choice, self._draft) == "stored":
            self._next()
