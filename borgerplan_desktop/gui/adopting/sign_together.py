"""Signing together: what is said yes to is read once more, and the citizen signs in the field below it."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.papers.consents import Asked
from borgerplan_desktop.casework.papers.plan_paper import consent_paper
from borgerplan_desktop.casework.papers.signed_consent import as_signed, sign_consent
from borgerplan_desktop.gui.adopting.signing import Signing
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.paper_window import PaperWindow
from borgerplan_desktop.i18n import _, day, listed
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.phone_number import phone_number


class SignTogether(Signing):
    """`accepted`: the consent is given, with the signature in it."""

    drawn = (680, 600)

    def __init__(self, desk: Desk, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Sign together"), desk.case.the(Citizen).name, _sentences(desk, asked),
                         _("Read the whole form"), [_(
                             "You can also say yes aloud, or sign on paper: close this, choose how the answer was "
                             "given, or print the form.")], parent)
        self._asked = asked
        for field in ("signature", ""):
            self.say_refusal(field, self.trouble)

    def see_paper(self) -> PaperWindow:
        """All that is signed, as it will stand on paper."""
        window = PaperWindow(self._desk, _("Consent to share information"),
                             partial(consent_paper, self._desk.opened, as_signed(self._asked)), self,
                             _("Print the form"))
        window.open()
        return window

    def sign(self) -> None:
        if self._desk.do(sign_consent, self._asked, self.pad.signature()) == "stored":
            self.accept()


def _sentences(desk: Desk, asked: Asked) -> list[str]:
    today = desk.opened.today()
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
    register = desk.case.register
    staff = register.get(StaffMember, desk.case.the(Citizen).contact_person_id) if register else None
    if staff is not None and staff.name.strip():
        found.append(_("To withdraw it, tell {name}, tel. {phone}.").format(
            name=staff.name, phone=phone_number(staff.phone)) if staff.phone.strip() else
            _("To withdraw it, tell {name}.").format(name=staff.name))
    found.append(_("What has been shared cannot be called back. A no does not change that one can live here."))
    return found
