"""The people around the citizen: who they are, where they stand, and how the ties are today."""
from __future__ import annotations

import enum
import unicodedata
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Row, choice, names, part_of, text
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember
from borgerplan_desktop.model.text import first_name


class MemberKind(enum.StrEnum):
    CITIZEN = "citizen"                                  # the citizen has one too: in the middle of the map
    PRIVATE = "private"
    PROFESSIONAL = "professional"


class Ring(Labelled):
    CLOSEST = "1", N_("Closest")
    CLOSE = "2", N_("Close by")
    FURTHER = "3", N_("Further out")


class TieQuality(Labelled):
    STRONG = "strong", N_("Strong")
    ORDINARY = "ordinary", N_("Ordinary")
    LOOSE = "loose", N_("Loose")
    STRAINED = "strained", N_("Strained")
    BROKEN = "broken", N_("Broken")


class Phase(enum.StrEnum):
    """The phases of "who is involved when"."""

    ARRIVING = "arriving"
    PLAN = "plan"
    WORKING = "working"
    MOVING = "moving"
    AFTER = "after"


class InvolvedAs(enum.StrEnum):
    INFORMED = "informed"
    INVITED = "invited"
    RESPONSIBLE = "responsible"


def said_name(name: str, latin: str) -> str:
    """The name as it is written, and in Latin letters where it has others."""
    foreign = any(letter.isalpha() and not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in name)
    return f"{name} ({latin.strip()})" if foreign and latin.strip() else name


@dataclass(frozen=True)
class Contact:
    """How somebody is reached, wherever it is kept."""

    name: str
    role: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    latin_name: str = ""

    @property
    def first_name(self) -> str:
        return first_name(self.name)

    @property
    def said_name(self) -> str:
        """As lists show it, with the spelling that can be said aloud: "محمد (Mohammed)"."""
        return said_name(self.name, self.latin_name)

    @property
    def described(self) -> str:
        """Role and organisation on one line: "sagsbehandler, Hjemløseenheden"."""
        return ", ".join(part for part in (self.role, self.organisation) if part)


class NetworkMember(Row):
    """A person of the citizen's network: the only thing responsibilities, participants and consents point to.

    `name` … `email` are the member's own; for somebody who is in the shelter's register they are empty and `contact`
    looks there, so that a phone number is changed once.
    """

    __tablename__ = "network_member"
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)    # the order in which they were added
    kind: Mapped[MemberKind] = choice(MemberKind, MemberKind.PRIVATE)
    professional_id: Mapped[Id | None] = names("professional")
    staff_id: Mapped[Id | None] = names("staff_member")
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    latin_name: Mapped[str] = mapped_column(default="")  # how the name is written on paper, where ours cannot set it
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")    # in the citizen's words: "min datter"
    sector: Mapped[Sector] = choice(Sector, Sector.FAMILY)
    ring: Mapped[Ring | None] = choice(Ring, None)       # None = not placed yet
    x: Mapped[float | None] = mapped_column(default=None)  # where it was dropped: -1..1, share of the outer radius
    y: Mapped[float | None] = mapped_column(default=None)
    tie: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)
    helps_with: Mapped[str] = text()
    wished_contact: Mapped[str] = text()                 # what the citizen wishes of the contact
    involved_from: Mapped[date | None] = mapped_column(default=None)
    involved_until: Mapped[date | None] = mapped_column(default=None)
    left_out_of_paper: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = text(search=True)
    removed_on: Mapped[date | None] = mapped_column(default=None)    # gone from the map; the record still names them

    @property
    def contact(self) -> Contact:
        """Name, role, organisation, phone and e-mail, from the register where the person is in it."""
        if self.kind is MemberKind.CITIZEN:
            from borgerplan_desktop.model.citizen import Citizen

            citizen = self.case.the(Citizen)
            return Contact(citizen.name, self.role, "", citizen.phone, citizen.email, citizen.latin_name)
        register = self.case.register
        if register is not None and (pro := register.get(Professional, self.professional_id)) is not None:
            return Contact(pro.name, self.role or pro.role, pro.organisation, pro.phone, pro.email, pro.latin_name)
        if register is not None and (staff := register.get(StaffMember, self.staff_id)) is not None:
            return Contact(staff.name, self.role or staff.title, "", staff.phone, staff.email, staff.latin_name)
        return Contact(self.name, self.role, self.organisation, self.phone, self.email, self.latin_name)

    @property
    def described(self) -> str:
        """Who they are to the citizen: the citizen's own word, else role and organisation."""
        return self.relation or self.contact.described

    @property
    def tie_is_said(self) -> bool:
        """Whether somebody said how the tie is: the ordinary tie of somebody in no ring is only where it begins."""
        return self.ring is not None or self.tie is not TieQuality.ORDINARY

    @property
    def is_citizen(self) -> bool:
        return self.kind is MemberKind.CITIZEN

    def involved_on(self, day: date) -> bool:
        """Whether the person is in the course on that day."""
        return ((self.involved_from is None or self.involved_from <= day)
                and (self.involved_until is None or day <= self.involved_until))


class Tie(Row):
    """A tie between two people of the network (the tie to the citizen is the member's own `tie`)."""

    __tablename__ = "tie"
    one_id: Mapped[Id] = part_of("network_member.id")
    other_id: Mapped[Id] = part_of("network_member.id")
    quality: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)
    support: Mapped[str] = mapped_column(default="")     # "" both ways | "to" other | "from" other


class Involvement(Row):
    """In which phase a person is informed, invited or responsible."""

    __tablename__ = "involvement"
    member_id: Mapped[Id] = part_of("network_member.id")
    phase: Mapped[Phase] = choice(Phase, Phase.PLAN)
    involved_as: Mapped[InvolvedAs] = choice(InvolvedAs, InvolvedAs.INVITED)
