"""A mail as we would write it: to read, change, copy, or hand on to the mail program. Nothing is sent from here."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.casework.papers.not_to_share import said_not_to_share
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic, Narrowing
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Removed

CONSENTS = (Consent, ConsentPerson, ConsentTopic, Narrowing)


class MailDraft(CaseDialog):
    """`write()` gives the mail as we would write it now. Where it is refused from now on, as when a consent is
    withdrawn in another window, the text goes and the reason is said. `remark()` is what whoever sends it must know.

    `used()`: it was copied, or given to the mail program; whoever opened it writes down who was told.
    """

    drawn = (620, 560)

    used = Signal()

    def __init__(self, desk: Desk, write: Callable[[], Mail], parent: QWidget | None = None, title: str = "",
                 remark: Callable[[], str] | None = None) -> None:
        super().__init__(desk, parent)
        self._write, self._remark = write, remark
        self._mail, self._day = write(), desk.opened.today()
        self._refused = False
        mail = self._mail
        self.to_field = QLineEdit("; ".join(mail.to), self)
        self.to_field.setReadOnly(True)
        self.to_field.setPlaceholderText(_("No e-mail address is known"))
        self.subject_field = QLineEdit(mail.subject, self)
        self.body_field = QPlainTextEdit(mail.body, self)
        self.body_field.setTabChangesFocus(True)
        self.not_to_share = plain_label("", "warn", self, wrap=True)
        self.said = plain_label("", "small", self, wrap=True)
        self.said.hide()
        self.copy_button = button(_("Copy the text"), "note", "", self)
        self.open_button = button(_("Open in the mail program"), "send", "primary", self)
        self.close_button = button(_("Close"), "", "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(plain_label(title or _("A mail, ready to send"), "title", self, wrap=True))
        column.addWidget(plain_label(_("Read it through. Borgerplan sends nothing by itself."), "muted", self,
                                     wrap=True))
        column.addWidget(self.not_to_share)
        for name, field in ((_("To"), self.to_field), (_("Subject"), self.subject_field), (_("Text"), self.body_field)):
            label = plain_label(name, "smallbold", self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(field)
        column.setStretchFactor(self.body_field, 1)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.addStretch(1)
        for each in (self.close_button, self.copy_button, self.open_button):
            row.addWidget(each)
        column.addLayout(row)
        # Signals
        self.copy_button.clicked.connect(self._on_copy)
        self.open_button.clicked.connect(self._on_open)
        self.close_button.clicked.connect(self.accept)
        desk.changed.connect(self._on_changed)
        say(self.said, remark() if remark is not None else "")
        self._say_what_not()
        self.body_field.setFocus()

    @property
    def mail(self) -> Mail:
        """As it stands now."""
        return replace(self._mail, subject=self.subject_field.text(), body=self.body_field.toPlainText())

    # ------------------------------------------------------------------ what may be said now
    def _say_what_not(self) -> None:
        """In sight above the text, and read aloud with it: what the citizen has said must not be in it."""
        member = self._desk.case.get(NetworkMember, self._mail.member_id)
        words = said_not_to_share(self._desk.opened, [member]) if member is not None else ""
        say(self.not_to_share, words)
        for each in (self.body_field, self.copy_button, self.open_button):
            each.setAccessibleDescription(words)

    def _on_changed(self, changes: Changes) -> None:
        self._look(any(changes.touches(kind) for kind in CONSENTS))
        self._say_what_not()

    def _look(self, anew: bool) -> None:
        """Write it anew if we would write something else now. What somebody has put in by hand stays as it is, but
        where consents have changed.
        """
        try:
            mail = self._write()
        except (Refused, Removed, LookupError) as problem:
            self._take_away(problem.message if isinstance(problem, Refused) else
                            _("What the mail was about is not there any more."))
            return
        if self._refused or (mail != self._mail and (anew or self.mail == self._mail)):
            self._show(mail)

    def _show(self, mail: Mail) -> None:
        self._mail, self._day = mail, self._desk.opened.today()
        self._set(mail, may=True)
        said = _("Something has changed, so the text is written anew. Read it through once more.")
        say(self.said, " ".join(part for part in (said, self._remark() if self._remark is not None else "") if part))

    def _take_away(self, reason: str) -> None:
        """Nothing of it can be read, copied or sent any more."""
        self._set(Mail((), "", ""), may=False)
        say(self.said, _("{reason} So the text is taken away.").format(reason=reason))
        self.close_button.setFocus()

    def _set(self, mail: Mail, may: bool) -> None:
        self._refused = not may
        self._say_what_not()
        self.to_field.setText("; ".join(mail.to))
        self.subject_field.setText(mail.subject)         # also forgets what could be taken back by the keyboard
        self.body_field.setPlainText(mail.body)
        for each in (self.to_field, self.subject_field, self.body_field, self.copy_button, self.open_button):
            each.setEnabled(may)

    def _may_go(self) -> bool:
        """Look once more before it goes: at what others have stored, and at the day."""
        before = self._mail
        self._desk.look_for_others()
        if not self._refused:
            self._look(self._day != self._desk.opened.today())
        return not self._refused and self._mail == before        # what was written anew is read first

    # ------------------------------------------------------------------ it goes
    def _on_copy(self) -> None:
        if not self._may_go():
            return
        QGuiApplication.clipboard().setText(self.mail.body)
        say(self.said, _("The text is copied. Paste it into your mail."))
        self.used.emit()

    def _on_open(self) -> None:
        if not self._may_go():
            return
        mail = self.mail
        if not mail.fits:
            QGuiApplication.clipboard().setText(mail.body)
        if not QDesktopServices.openUrl(QUrl(mail.link)):
            say(self.said, _("No mail program answered. Copy the text instead."))
            return
        say(self.said, _("Your mail program has it.") if mail.fits else
            _("The text is too long to hand over. It is copied: paste it into the mail."))
        self.used.emit()


def open_draft(desk: Desk, parent: QWidget, write: Callable[..., Mail], *about: Any, title: str = "",
               remark: Callable[[], str] | None = None) -> MailDraft | None:
    """Open what a casework function would write; None where it is refused, which the desk says."""
    desk.settle.emit()                                   # half typed words belong in the mail
    if desk.made(write, *about) is None:
        return None
    draft = MailDraft(desk, partial(write, desk.opened, *about), parent, title, remark)
    draft.open()
    return draft
