"""People as cards for a telephone or a mail program: who they are and how they are reached, and nothing else.

In version 3.0 (RFC 2426): telephones, Outlook and everything else read it, while 4.0 is unknown to Outlook and 2.1 has
no letters of its own. Notes, relations and ties stay here: a telephone hands its contacts on to others.
"""
from __future__ import annotations

from collections.abc import Iterable

from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.text import tidy_line

TYPE = "CELL"


def write_vcards(people: Iterable[Contact]) -> bytes:
    """One card each, in UTF-8."""
    return "".join(_card(each) for each in people).encode()


def _card(contact: Contact) -> str:
    import vobject

    card = vobject.vCard()
    name = _said(contact.name)
    given, _between, family = name.rpartition(" ") if " " in name else (name, "", "")
    card.add("n").value = vobject.vcard.Name(family=family, given=given)
    card.add("fn").value = name
    if contact.phone.strip():
        number = card.add("tel")
        number.value, number.type_param = _said(contact.phone), TYPE
    if contact.email.strip():
        card.add("email").value = _said(contact.email)
    if contact.organisation.strip():
        card.add("org").value = [_said(contact.organisation)]
    if contact.role.strip():
        card.add("title").value = _said(contact.role)
    return card.serialize()


def _said(text: str) -> str:
    return " ".join(tidy_line(text).split())
