"""One person who takes part: whether they know that the course ends, and whether we may tell them."""
from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.leaving.closing import TOLD, Party, closing_mail, not_told_after_all, tell
from borgerplan_desktop.casework.papers.not_to_share import beside_the_name
from borgerplan_desktop.gui.appearance.combo import calm_combo
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import ChoiceField
from borgerplan_desktop.gui.printing.mail_draft import MailDraft, open_draft
from borgerplan_desktop.gui.widgets.buttons import button, icon_button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.told import Told


class ToldRow(QWidget):
    def __init__(self, desk: Desk, member: NetworkMember, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._member = desk, member
        self._party: Party | None = None
        self.name = plain_label("", "bold", self, wrap=True)
        self.state = plain_label("", "muted", self, wrap=True)
        self.how = calm_combo(QComboBox(self))
        self.mail_button = button(_("Write a mail"), "send", "ghost", self)
        self.told_button = button(_("Has been told"), "check", "", self)
        self.consent_button = button(_("Ask for consent"), "consent", "ghost", self)
        self.gone = icon_button("close", _("Not told after all"), self)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for each in (self.how, self.mail_button, self.told_button, self.consent_button, self.gone):
            row.addWidget(each)
        self._how = ChoiceField(self.how, desk, Told.how, TOLD, [(each, _(each.label)) for each in ContactChannel])
        self.told_button.clicked.connect(self._on_told)
        self.mail_button.clicked.connect(self.write_mail)
        self.consent_button.clicked.connect(self._on_consent)
        self.gone.clicked.connect(self._on_gone)

    def show_party(self, party: Party) -> None:
        """As it stands now."""
        self._party = party
        told, contact = party.told, self._member.contact
        self.name.setText(contact.said_name)
        open_, may = told is None and party.may.allowed, party.may.allowed
        not_this = beside_the_name(self._desk.opened, self._member)
        if told is not None:
            state = _("Told {date}").format(date=day(told.on, self._desk.opened.today()))
        elif may:
            state = "\n".join(part for part in (self._member.described, not_this) if part)
        elif party.ask_first:
            state = party.may.reason
        else:
            state = _("{reason} {name} decides who tells them.").format(
                reason=party.may.reason, name=self._desk.case.the(Citizen).first_name)
        self.state.setText(state)
        self.how.setVisible(told is not None)
        self._how.show_row(told)
        self.gone.setVisible(told is not None)
        self.mail_button.setVisible(open_)
        self.told_button.setVisible(open_)
        self.consent_button.setVisible(told is None and not may and party.ask_first)
        for each, words in ((self.mail_button, _("Write a mail to {name}")),
                            (self.told_button, _("{name} has been told")), (self.how, _("How {name} was told")),
                            (self.consent_button, _("Ask for consent: {name}")),
                            (self.gone, _("{name} was not told after all"))):
            each.setAccessibleName(words.format(name=contact.said_name))
        for each in (self.mail_button, self.told_button):
            each.setAccessibleDescription(not_this)

    def write_mail(self) -> MailDraft | None:
        """The mail as we would write it; once it is used the person has been told. None = they may not be."""
        draft = open_draft(self._desk, self.window(), closing_mail, self._member)
        if draft is not None:
            draft.used.connect(self._on_mail_used)
        return draft

    def _on_mail_used(self) -> None:
        self._desk.do(tell, self._member, ContactChannel.EMAIL)

    def _on_told(self) -> None:
        self._desk.do(tell, self._member)

    def _on_consent(self) -> None:
        self._desk.go.emit("ask_consent", self._member.id)

    def _on_gone(self) -> None:
        if self._party is not None and self._party.told is not None:
            self._desk.do(not_told_after_all, self._party.told)
