"""Signing together: what is said yes to is read once more, and the citizen signs in the field below it."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.papers.consents import Asked
from borgerplan_desktop.casework.papers.plan_paper import consent_paper
from borgerplan_desktop.casework.papers.signed_consent import as_signed, sign_consent
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.signature_pad import SignaturePad
from borgerplan_desktop.i18n import _, day, language, listed
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.phone_number import phone_number


class SignTogether(CaseDialog):
    """`accepted`: the consent is given, with the signature in it."""

    drawn = (680, 600)

    def __init__(self, desk: Desk, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._asked = asked
        name = desk.case.the(Citizen).name
        scroll = DialogScroll(self, spacing=6)
        self.said_labels = []
        for words in self._sentences():
            label = plain_label(words, "", scroll, wrap=True)
            self.said_labels.append(label)
            scroll.body.addWidget(label)
        self.read_button = button(_("Read the whole form"), "eye", "ghost", self)
        scroll.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        scroll.body.addStretch(1)
        self.pad = SignaturePad(self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.back_button = button(_("Take back the last stroke"), "undo", "quiet", self)
        self.clear_button = button(_("Clear"), "close", "quiet", self)
        self.cancel_button = button(_("Cancel"), "", "", self)
        self.sign_button = button(_("Sign"), "sign", "primary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(_("Sign together"), "title", self, wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self.pad)
        column.addWidget(plain_label(name, "small", self, wrap=True))
        column.addWidget(self.trouble)
        column.addWidget(plain_label(_(
            "A signature that is not finished is not kept, also when the program locks."), "small", self, wrap=True))
        column.addWidget(plain_label(_(
            "You can also say yes aloud, or sign on paper: close this, choose how the answer was given, or print the "
            "form."), "small", self, wrap=True))
        foot = QHBoxLayout()
        for each in (self.back_button, self.clear_button):
            foot.addWidget(each)
        foot.addStretch(1)
        for each in (self.cancel_button, self.sign_button):
            foot.addWidget(each)
        column.addLayout(foot)
        self.say_refusal("signature", self.trouble)
        self.say_refusal("", self.trouble)
        # Signals
        self.read_button.clicked.connect(self.see_paper)
        self.pad.changed.connect(self._on_stroke)
        self.back_button.clicked.connect(self.pad.take_back)
        self.clear_button.clicked.connect(self.pad.clear)
        self.cancel_button.clicked.connect(self.reject)
        self.sign_button.clicked.connect(self._on_sign)
        self._on_stroke()
        self.cancel_button.setFocus()

    def _sentences(self) -> list[str]:
        asked, today = self._asked, self._desk.opened.today()
        persons = listed([each.contact.said_name for each in asked.persons])
        topics = listed([_(each.label).lower() for each in asked.topics])
        found = [_("It is used for: {purpose}.").format(purpose=asked.purpose.strip().rstrip(".").replace("\n", "; ")),
                 _("We may share with {persons}: {topics}.").format(persons=persons, topics=topics)]
        if asked.fetch_from:
            found.append(_("We may also ask for information from {persons}.").format(
                persons=listed([each.contact.said_name for each in asked.fetch_from])))
        if asked.not_to_share.strip():
            found.append(_("We may not share: {what}.").format(what=asked.not_to_share.strip().rstrip(".")))
        found.append(_("Until {date}, or until it is withdrawn.").format(date=day(asked.expires_on, today))
                     if asked.expires_on is not None else _("Until it is withdrawn."))
        found.append(_("It is voluntary, and can be withdrawn at any time."))
        register = self._desk.case.register
        staff = register.get(StaffMember, self._desk.case.the(Citizen).contact_person_id) if register else None
        if staff is not None and staff.name.strip():
            found.append(_("To withdraw it, tell {name}, tel. {phone}.").format(
                name=staff.name, phone=phone_number(staff.phone)) if staff.phone.strip() else
                _("To withdraw it, tell {name}.").format(name=staff.name))
        found.append(_("What has been shared cannot be called back. A no does not change that one can live here."))
        return found

    def see_paper(self) -> PaperWindow:
        """All that is signed, as it will stand on paper."""
        window = PaperWindow(self._desk, _("Consent to share information"),
                             partial(consent_paper, self._desk.opened, as_signed(self._asked)), self,
                             _("Print the form"))
        window.open()
        return window

    def _on_stroke(self) -> None:
        self.trouble.hide()
        for each in (self.back_button, self.clear_button):
            each.setEnabled(self.pad.has_strokes())

    def _on_sign(self) -> None:
        if self._desk.do(sign_consent, self._asked, self.pad.signature(), language()) == "stored":
            self.accept()
