"""Settings: which languages of the papers somebody who grew up with them has read and approved."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login_messages import Refused, StoreError, sentence
from borgerplan_desktop.casework.session.paper_languages import approve_language, withdraw_approval
from borgerplan_desktop.gui.editing.undo_here import UndoHere
from borgerplan_desktop.gui.templates.shelter_desk import show_undo
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.prose import everybodys
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.paper_language import LANGUAGES, OUR_OWN, approvals
from borgerplan_desktop.model.shelter import ApprovedLanguage


class LanguagesPage(QWidget):
    """One line for each language that was translated: who has read it, or that its papers are drafts."""

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelter = archive.shelter
        everybodys(self)
        self._undo = UndoHere(archive.shelter, ApprovedLanguage)
        self.hint = plain_label("", "small", self, wrap=True)
        self.lines = {code: LanguageLine(code, self) for code in LANGUAGES if code not in OUR_OWN}
        self.trouble = plain_label("", "bad", self, wrap=True)
        self.trouble.hide()
        self.undo = button("", "undo", "quiet", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for each in (self.hint, *self.lines.values(), self.trouble):
            column.addWidget(each)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.undo.clicked.connect(self._on_undo)
        self.shelter.listen(self._on_changes)
        self._name()

    def stop(self) -> None:
        """The dialog goes."""
        self.shelter.unlisten(self._on_changes)

    def act(self, act: Callable[..., Any], *args: Any) -> bool:
        """Do it; what stands in the way is said. Whether it was done."""
        self.trouble.hide()
        try:
            act(self.shelter, *args)
        except (Refused, StoreError) as error:
            say(self.trouble, sentence(error))
        except Conflict:
            say(self.trouble,
                _("The same has just been changed somewhere else.") + " " + _("What stands now is shown."))
            self._show()
        else:
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "undo"):
            self._name()

    def _name(self) -> None:
        self.hint.setText(_(
            "The paper's own words were translated by people who did not grow up with the language. Papers in it say "
            "that they are drafts, until somebody who did has read them.") + "\n" + _(
            "Make a paper in the language, and let a colleague or an interpreter who grew up with it read it. If the "
            "words are right, write here who it was. What is written about the citizen is not translated."))
        self._show()

    def _show(self) -> None:
        approved = approvals(self.shelter.case)
        for code, line in self.lines.items():
            line.show_stored(approved.get(code))
        show_undo(self.undo, self._undo)

    def _on_changes(self, _changes: Changes) -> None:
        self._show()

    def _undo_here(self, _shelter: OpenCase) -> None:
        self._undo.undo()

    def _on_undo(self) -> None:
        self.act(self._undo_here)
        self._show()


class LanguageLine(QWidget):
    """One language: a field for who has read it with a button, or who did with another to withdraw it."""

    def __init__(self, code: str, page: LanguagesPage) -> None:
        super().__init__(page)
        self._code, self._page = code, page
        self.name_label = plain_label("", "smallbold", self)
        self.told = plain_label("", "", self, wrap=True)
        self.by_label = plain_label("", "small", self, wrap=True)
        self.by = QLineEdit(self)
        self.by.setMaxLength(LONGEST_LINE)
        self.by_label.setBuddy(self.by)
        self.approve, self.withdraw = button("", "", "", self), button("", "", "quiet", self)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.by, 1)
        row.addWidget(self.approve)
        row.addWidget(self.withdraw)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.name_label, self.told, self.by_label, line):
            column.addWidget(each)
        self.approve.clicked.connect(self._on_approve)
        self.withdraw.clicked.connect(self._on_withdraw)

    def show_stored(self, approval: ApprovedLanguage | None) -> None:
        language = _(LANGUAGES[self._code])
        self.name_label.setText(language)
        self.told.setText(_("Approved by {name} on {date}.").format(
            name=approval.approved_by, date=day(approval.approved_on)) if approval is not None else
            _("Papers in it are drafts."))
        self.by.setPlaceholderText(_("e.g. name and where they work"))
        self.by_label.setText(_("Read by (somebody who grew up with it)"))
        self.by.setAccessibleName(f"{language}: {self.by_label.text()}")
        self.by.setAccessibleDescription(_("Papers in it are then no drafts any more."))
        self.approve.setText(_("Approve"))
        self.approve.setAccessibleName(_("Approve {language}").format(language=language))
        self.withdraw.setText(_("Withdraw"))
        self.withdraw.setAccessibleName(_("Withdraw the approval of {language}").format(language=language))
        for each in (self.by_label, self.by, self.approve):
            each.setVisible(approval is None)
        self.withdraw.setVisible(approval is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.by.hasFocus():
            self._on_approve()
        else:
            super().keyPressEvent(event)

    def _on_approve(self) -> None:
        if self._page.act(approve_language, self._code, self.by.text(), self._page.shelter.today()):
            self.by.clear()
            self.withdraw.setFocus()

    def _on_withdraw(self) -> None:
        if self._page.act(withdraw_approval, self._code):
            self.by.setFocus()
