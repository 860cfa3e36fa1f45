"""A mail as we would write it: to read, change, copy, or hand on to the mail program. Nothing is sent from here."""
from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.i18n import _


class MailDraft(CaseDialog):
    """`used()`: it was copied, or given to the mail program; whoever opened it writes down who was told."""

    drawn = (620, 560)

    used = Signal()

    def __init__(self, desk: Desk, mail: Mail, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(desk, parent)
        self._mail = mail
        self.to_field = QLineEdit("; ".join(mail.to), self)
        self.to_field.setReadOnly(True)
        self.to_field.setPlaceholderText(_("No e-mail address is known"))
        self.subject_field = QLineEdit(mail.subject, self)
        self.body_field = QPlainTextEdit(mail.body, self)
        self.body_field.setTabChangesFocus(True)
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
        self.body_field.setFocus()

    @property
    def mail(self) -> Mail:
        """As it stands now."""
        return replace(self._mail, subject=self.subject_field.text(), body=self.body_field.toPlainText())

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.mail.body)
        say(self.said, _("The text is copied. Paste it into your mail."))
        self.used.emit()

    def _on_open(self) -> None:
        mail = self.mail
        if not mail.fits:
            QGuiApplication.clipboard().setText(mail.body)
        if not QDesktopServices.openUrl(QUrl(mail.link)):
            say(self.said, _("No mail program answered. Copy the text instead."))
            return
        say(self.said, _("Your mail program has it.") if mail.fits else
            _("The text is too long to hand over. It is copied: paste it into the mail."))
        self.used.emit()
