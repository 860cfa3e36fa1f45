"""A mail as a file that a mail program opens as a draft, with a paper attached; the standard library writes it."""
from __future__ import annotations

from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.documents.calendar_file import CalendarFile
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.text import shortened, tidy, tidy_line

LONGEST_NAME = 200                                       # characters: a line of a mail has room for 998 octets
CALENDAR_NAME = "moede.ics"                              # nothing about people


def address_of(member: NetworkMember) -> str:
    """The person's mail address; "" where none is known, or what stands there is none (or more than one)."""
    return usable(member.contact.email)


def usable(written: str) -> str:
    """What was written as a mail address; "" where it is none."""
    from email.headerregistry import Address

    written = written.strip()
    if not written.isascii() or not written.isprintable() or any(sign in written for sign in " ,;<>()"):
        return ""
    try:
        address = Address(addr_spec=written)
    except Exception:  # noqa: BLE001  the parser raises whatever it stumbles over
        return ""
    return address.addr_spec if address.username and "." in address.domain.strip(".") else ""


def mail_file(mail: Mail, paper: bytes, file_name: str, to: NetworkMember,
              calendar: CalendarFile | None = None) -> bytes:
    """The draft as a file (.eml): X-Unsent opens it for writing, without a sender, so that it is sent by whoever opens
    it. `calendar` goes along as a file for their calendar. Raises ValueError for a person without an address.
    """
    from email.headerregistry import Address
    from email.message import EmailMessage
    from email.policy import SMTP

    address = address_of(to)
    if not address:
        raise ValueError("nobody to write to")
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(tidy_line(without_numbers(mail.subject)).split())
    message["To"] = Address(display_name=shortened(tidy_line(to.contact.name), LONGEST_NAME), addr_spec=address)
    message["X-Unsent"] = "1"
    message.set_content(tidy(mail.body).encode("utf-8", "replace").decode())
    message.add_attachment(paper, maintype="application", subtype="pdf", filename=file_name)
    if calendar is not None:
        message.add_attachment(calendar.content, maintype="text", subtype="calendar", filename=CALENDAR_NAME,
                               params={"charset": "utf-8", "method": calendar.method})
    return message.as_bytes()
