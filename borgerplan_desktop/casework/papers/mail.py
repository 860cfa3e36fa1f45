"""A mail that somebody sends with their own mail program: we write it, and never send anything ourselves."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import _, day, weekday
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import has_died
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.phone_number import phone_number

LONGEST_LINK = 1900                                      # characters: what Windows hands on to a mail program


@dataclass(frozen=True)
class Mail:
    """A draft: the subject says nothing about the person (initials at most), the addresses do not see each other."""

    to: tuple[str, ...]
    subject: str
    body: str
    member_id: str = ""                                  # of the person of the network whom it is written to

    @property
    def link(self) -> str:
        """For the mail program; without the text where it is too long for that."""
        addresses = ",".join(quote(each.strip(), safe="@") for each in self.to if each.strip())
        head = f"mailto:{addresses}?" if len(self.to) < 2 else f"mailto:?bcc={addresses}&"
        head += f"subject={quote(without_numbers(self.subject))}"        # it is read by whoever sees the list of mails
        whole = f"{head}&body={quote(self.body, safe='')}".replace("%0A", "%0D%0A")
        return whole if len(whole) <= LONGEST_LINK else head

    @property
    def fits(self) -> bool:
        """Whether the text goes along; else it is copied."""
        return "&body=" in self.link


def as_others_read(case: Case) -> Case:
    """The case as a mail may quote it: where the address is protected, what could tell it is taken out."""
    from borgerplan_desktop.documents.paper_words import Words
    from borgerplan_desktop.documents.plan_protected_address import without_the_address

    return without_the_address(case, Words()) if case.the(Citizen).protected_address else case


def not_after_death(case: Case) -> None:
    """That somebody has died is said, not mailed, and nothing is written as if they lived. Raises Refused."""
    if has_died(case):
        name = case.the(Citizen).first_name.strip() or _("The citizen")
        raise Refused(_("{name} has died. Call, and say it: it is not written in a mail.").format(name=name), "mail")


def mail_to(member: NetworkMember | None, subject: str, parts: Sequence[str]) -> Mail:
    """A draft to one person, paragraph by paragraph; without an address it is written in by hand."""
    address = member.contact.email.strip() if member is not None else ""
    return Mail((address,) if address else (), subject, in_paragraphs(parts), member.id if member is not None else "")


def in_paragraphs(parts: Sequence[str]) -> str:
    """The text of a mail: a mail is no sealed letter, so a CPR number in anybody's words is masked."""
    return without_numbers("\n\n".join(part for part in parts if part.strip()))


def said_day(d: date, today: date) -> str:
    """A day in a mail: "mandag 30. november" for one to come, "15. oktober" for one that was; with its year where that
    is not this one.
    """
    return _("{weekday} {date}").format(weekday=weekday(d), date=day(d, today)) if d >= today else day(d, today)


def called_in_mail(citizen: Citizen) -> str:
    """"Jonas B.": a mail is no sealed letter, so it has no whole name; "" without a name."""
    name = citizen.name.split()
    first = citizen.first_name.strip() or (name[0] if name else "")
    return f"{first} {name[-1][0]}." if first and len(name) > 1 else first


def greeting(member: NetworkMember | None) -> str:
    """"Hej Birgit"; a body, of which no person is known, by its whole name: "Hej Boligforeningen Nord"."""
    contact = member.contact if member is not None else None
    body = member is not None and member.professional_id is not None and not member.contact.described
    name = "" if contact is None else contact.name.strip() if body else contact.first_name
    return _("Hello {name}").format(name=name) if name else _("Hello")


def signed(opened: OpenCase) -> str:
    """The lines below a mail: who is logged in, and the shelter; the name and number of the shelter tell where somebody
    lives, so not where the address is protected.
    """
    return signed_by(opened.case, opened.who)


def signed_by(case: Case, staff_id: str | None) -> str:
    """The same for somebody of the staff."""
    register = case.register
    me = register.get(StaffMember, staff_id) if register is not None else None
    shelter = next(iter(register.all(Shelter)), None) if register is not None else None
    return signed_from(me, None if case.the(Citizen).protected_address else shelter)


def signed_from(me: StaffMember | None, shelter: Shelter | None) -> str:
    """The same from the shelter itself, which writes about no citizen."""
    phone = (me.phone.strip() if me is not None else "") or (shelter.phone.strip() if shelter is not None else "")
    lines = [_("Kind regards"), ", ".join(part for part in (me.name, me.title) if part.strip()) if me else "",
             shelter.name if shelter is not None else "",
             _("tel. {phone}").format(phone=phone_number(phone)) if phone else ""]
    return "\n".join(line for line in lines if line.strip())
