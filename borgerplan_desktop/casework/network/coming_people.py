"""Who would come in from a file: who is new, who may be here already, and who is in the shelter's register."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from borgerplan_desktop.casework.network.leaving import who_left
from borgerplan_desktop.documents.reading_in.found_people import FileOf, FoundPeople, FoundPerson
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember, citizen_member, people
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Professional, StaffMember

MOST_CHOSEN = 60                                         # more in one telephone: nobody is chosen beforehand
MOST_AT_ONCE = 500                                       # the most that a map is made for
_DIGITS = 8                                              # of a number: a country before them is the same telephone


class Alike(Labelled):
    """What somebody of the file has in common with somebody who is here."""

    NAME = "name", N_("Same name")
    PHONE = "phone", N_("Same telephone number")
    EMAIL = "email", N_("Same mail address")


@dataclass(frozen=True)
class Coming:
    """Somebody of the file, and what is decided of them.

    `comes`: into the network. `same`: they are `known`, who then gets what is missing, and nothing is written over.
    `professional`: they go into the shelter's register, or are `registered` there already.
    """

    person: FoundPerson
    known: NetworkMember | None = None
    alike: Alike | None = None
    registered: Professional | StaffMember | None = None
    gone: bool = False                                   # stood on an earlier map only
    comes: bool = True
    same: bool = True
    professional: bool = False

    @property
    def is_citizen(self) -> bool:
        """The citizen's own card: they stand in the middle already."""
        return self.known is not None and self.known.is_citizen


def coming(case: Case, found: FoundPeople) -> list[Coming]:
    """Everybody in the order of the file; who is here already is not chosen, and nobody of a whole telephone."""
    citizen = citizen_member(case)
    here = _Known([*([citizen] if citizen is not None else []), *people(case), *who_left(case)])
    register = _Known([] if case.register is None else [
        each for kind in (Professional, StaffMember) for each in case.register.all(kind) if not each.retired])
    few = found.of is FileOf.EASYNWK or len(found.people) <= MOST_CHOSEN
    made = []
    for person, gone in _everybody(found):
        known, alike = here.find(person)
        registered, _alike = register.find(person)
        assert known is None or isinstance(known, NetworkMember)
        assert not isinstance(registered, NetworkMember)
        made.append(Coming(person, known, alike, registered, gone, comes=known is None and few,
                           professional=person.professional or registered is not None))
    return made


def _everybody(found: FoundPeople) -> list[tuple[FoundPerson, bool]]:
    """Those of the newest map, then those who stood on an earlier one only, as they were last."""
    there = {each.key: (each, False) for each in found.people}
    before: dict[str, tuple[FoundPerson, bool]] = {}
    for one in found.earlier:
        before.update({each.key: (replace(each, ring=0, x=None, y=None), True) for each in one.people
                       if each.key not in there})
    return [*there.values(), *before.values()]


class _Known:
    """People who are here, to be found by what they have in common with somebody."""

    def __init__(self, rows: Iterable[NetworkMember | Professional | StaffMember]) -> None:
        self._by: dict[tuple[Alike, str], NetworkMember | Professional | StaffMember] = {}
        for row in rows:
            contact = row.contact if isinstance(row, NetworkMember) else Contact(row.name, phone=row.phone,
                                                                                email=row.email)
            for trait in _traits(contact.name, contact.phone, contact.email):
                self._by.setdefault(trait, row)

    def find(self, person: FoundPerson) -> tuple[NetworkMember | Professional | StaffMember | None, Alike | None]:
        for trait in _traits(person.name, person.phone, person.email):
            if (row := self._by.get(trait)) is not None:
                return row, trait[0]
        return None, None


def _traits(name: str, phone: str, email: str) -> list[tuple[Alike, str]]:
    digits = re.sub(r"\D", "", phone)
    said = ((Alike.NAME, danish(" ".join(name.split()))),
            (Alike.PHONE, digits[-_DIGITS:] if len(digits) >= _DIGITS else ""),
            (Alike.EMAIL, email.strip().casefold()))
    return [(what, words) for what, words in said if words]
