"""The people around the citizen: who they are, where they stand, and how the ties are today."""
from __future__ import annotations

import enum
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.row import Id, Mapped, Row, Values, choice, mapped_column, names, part_of, text
from borgerplan_desktop.model.shelter import Professional, Ring, Sector, StaffMember

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class MemberKind(enum.StrEnum):
    CITIZEN = "citizen"                                  # the citizen has one too: in the middle of the map
    PRIVATE = "private"
    PROFESSIONAL = "professional"


class Being(Labelled):
    """What stands on the map: mostly a person, and also the dog or the bench by the harbour."""

    PERSON = "person", N_("Person")
    ANIMAL = "animal", N_("Animal")
    PLACE = "place", N_("Place")


class Reach(Labelled):
    """Who is out of reach stands outside the rings: they still matter."""

    IN_REACH = "in_reach", N_("In reach")
    OUT_OF_REACH = "out_of_reach", N_("Out of reach")
    DEAD = "dead", N_("Dead")


class ContactWish(Labelled):
    """What the citizen wishes of the contact with somebody."""

    MORE = "more", N_("More contact")
    AS_NOW = "as_now", N_("As it is now")
    LESS = "less", N_("Less contact")
    DO_NOT_TALK = "do_not_talk", N_("Do not talk with them")


class TieQuality(Labelled):
    STRONG = "strong", N_("Strong")
    ORDINARY = "ordinary", N_("Ordinary")
    LOOSE = "loose", N_("Loose")
    STRAINED = "strained", N_("Strained")
    BROKEN = "broken", N_("Broken")


class SupportKind(Labelled):
    """What flows in a tie: the kinds of social support, in plain words."""

    TALK = "talk", N_("Somebody to talk to")
    HANDS = "hands", N_("A helping hand")
    KNOW_HOW = "know_how", N_("Knowing how")
    COMPANY = "company", N_("Company")
    WAY_ON = "way_on", N_("A way to others")


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


class NetworkMember(Row):
    """A person of the citizen's network: the only thing responsibilities, participants and consents point to.

    `name` … `email` are the member's own; for somebody who is in the shelter's register they are empty and `contact`
    looks there, so that a phone number is changed once.
    """

    __tablename__ = "network_member"
    indexes = {"ix_network_member_staff_id": ("staff_id",),      # what they have promised, anywhere
               "ix_network_member_professional_id": ("professional_id",)}
    sort_key = "place"
    place: Mapped[float] = mapped_column(default=0.0)    # the order in which they were added
    kind: Mapped[MemberKind] = choice(MemberKind, MemberKind.PRIVATE)
    being: Mapped[Being] = choice(Being, Being.PERSON)
    professional_id: Mapped[Id | None] = names("professional")
    staff_id: Mapped[Id | None] = names("staff_member")
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    latin_name: Mapped[str] = mapped_column(default="")  # how the name is written on paper, where ours cannot set it
    role: Mapped[str] = mapped_column(default="", info={"search": True})
    organisation: Mapped[str] = mapped_column(default="", info={"search": True})
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="", info={"search": True})  # in the citizen's words: "min datter"
    sector: Mapped[Sector] = choice(Sector, Sector.FAMILY)
    ring: Mapped[Ring | None] = choice(Ring, None)       # None = not placed yet
    reach: Mapped[Reach] = choice(Reach, Reach.IN_REACH)             # else outside the rings, if placed at all
    x: Mapped[float | None] = mapped_column(default=None)  # where it was dropped: -1..1, share of the outer radius
    y: Mapped[float | None] = mapped_column(default=None)
    tie: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)
    known_since: Mapped[str] = mapped_column(default="", info={"search": True})     # "2019", "siden folkeskolen"
    helps_with: Mapped[str] = text(search=True)
    wish: Mapped[ContactWish | None] = choice(ContactWish, None)
    wished_contact: Mapped[str] = text(search=True)      # what the citizen wishes of the contact
    involved_from: Mapped[date | None] = mapped_column(default=None)
    involved_until: Mapped[date | None] = mapped_column(default=None)
    own_doctor: Mapped[bool] = mapped_column(default=False)
    is_relative: Mapped[bool] = mapped_column(default=False)         # pårørende: also who is no kin
    is_peer: Mapped[bool] = mapped_column(default=False)             # has been where the citizen is
    is_volunteer: Mapped[bool] = mapped_column(default=False)
    left_out_of_paper: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = text(search=True)
    removed_on: Mapped[date | None] = mapped_column(default=None)    # gone from the map; the record still names them
    map_changed_on: Mapped[date | None] = mapped_column(default=None)    # the citizen's own only: when the map last was

    @property
    def contact(self) -> Contact:
        """Name, role, organisation, phone and e-mail, from the register where the person is in it."""
        if self.kind is MemberKind.CITIZEN:
            citizen = self.case.the(Citizen)
            return Contact(citizen.name, self.role, "", citizen.phone, citizen.email, citizen.latin_name)
        known = self.registered
        if isinstance(known, Professional):
            return Contact(known.name, self.role or known.role, known.organisation, known.phone, known.email,
                           known.latin_name)
        if known is not None:
            return Contact(known.name, self.role or known.title, "", known.phone, known.email, known.latin_name)
        return Contact(self.name, self.role, self.organisation, self.phone, self.email, self.latin_name)

    @property
    def registered(self) -> Professional | StaffMember | None:
        """Their row in the shelter's register, if they are in it."""
        register = self.case.register
        if register is None:
            return None
        known = register.get(Professional, self.professional_id)
        return known.itself if known is not None else register.get(StaffMember, self.staff_id)

    @property
    def registered_id(self) -> str | None:
        """The id of that row, or the one it should have."""
        known = self.registered
        return known.id if known is not None else self.professional_id or self.staff_id

    @property
    def described(self) -> str:
        """Who they are to the citizen: the citizen's own word, else role and organisation."""
        return self.relation or self.contact.described

    @property
    def tie_is_said(self) -> bool:
        """Whether somebody said how the tie is: the ordinary tie of somebody in no ring is only where it begins."""
        return self.ring is not None or self.tie is not TieQuality.ORDINARY

    @property
    def is_person(self) -> bool:
        """Whether they can be asked, invited or given a task: no dog, no place, nobody who is dead."""
        return self.being is Being.PERSON and self.reach is not Reach.DEAD

    @property
    def can_be_asked(self) -> bool:
        """Whether they are in the network still, and somebody who can be asked."""
        return self.removed_on is None and self.is_person

    @property
    def do_not_talk(self) -> bool:
        """Whether the citizen wishes that nobody talks with them."""
        return self.wish is ContactWish.DO_NOT_TALK

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
    only_one = "one_id", "other_id"
    one_id: Mapped[Id] = part_of("network_member.id")
    other_id: Mapped[Id] = part_of("network_member.id")
    quality: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)
    support: Mapped[str] = mapped_column(default="")     # not used: `Support` says more; older case files have it

    @classmethod
    def only(cls, values: Values) -> object:
        """The two, whichever is named first."""
        return frozenset(values[name] for name in cls.only_one)


class Support(Row):
    """What one gives the other, the citizen being one of the people: both ways is two rows."""

    __tablename__ = "support"
    only_one = "giver_id", "receiver_id", "kind"
    giver_id: Mapped[Id] = part_of("network_member.id")
    receiver_id: Mapped[Id] = part_of("network_member.id")
    kind: Mapped[SupportKind] = choice(SupportKind, SupportKind.TALK)


class Involvement(Row):
    """In which phase a person is informed, invited or responsible."""

    __tablename__ = "involvement"
    only_one = "member_id", "phase"
    member_id: Mapped[Id] = part_of("network_member.id")
    phase: Mapped[Phase] = choice(Phase, Phase.PLAN)
    involved_as: Mapped[InvolvedAs] = choice(InvolvedAs, InvolvedAs.INVITED)


class KeptMap(Row):
    """The map as it was on a day: kept to compare with."""

    __tablename__ = "kept_map"
    sort_key = "on"
    on: Mapped[date] = mapped_column()
    title: Mapped[str] = mapped_column(default="", info={"search": True})   # mostly the day says enough


class KeptPlace(Row):
    """Where somebody stood on a kept map, and how the tie to the citizen was; who they are is never said twice."""

    __tablename__ = "kept_place"
    map_id: Mapped[Id] = part_of("kept_map.id")
    member_id: Mapped[Id] = part_of("network_member.id")
    sector: Mapped[Sector] = choice(Sector, Sector.FAMILY)
    ring: Mapped[Ring | None] = choice(Ring, None)
    reach: Mapped[Reach] = choice(Reach, Reach.IN_REACH)
    x: Mapped[float | None] = mapped_column(default=None)
    y: Mapped[float | None] = mapped_column(default=None)
    tie: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)


class KeptTie(Row):
    """A tie between two others on a kept map."""

    __tablename__ = "kept_tie"
    map_id: Mapped[Id] = part_of("kept_map.id")
    one_id: Mapped[Id] = part_of("network_member.id")
    other_id: Mapped[Id] = part_of("network_member.id")
    quality: Mapped[TieQuality] = choice(TieQuality, TieQuality.ORDINARY)


class RepresentationKind(enum.StrEnum):
    LAY_REPRESENTATIVE = "lay_representative"            # bisidder: comes *with* the citizen
    PARTY_REPRESENTATIVE = "party_representative"        # partsrepræsentant: acts *instead of* them (fvl. § 8)
    GUARDIAN = "guardian"


class Representation(Row):
    """Somebody of the network who stands beside the citizen or acts for them."""

    __tablename__ = "representation"
    member_id: Mapped[Id] = part_of("network_member.id")
    kind: Mapped[RepresentationKind] = choice(RepresentationKind, RepresentationKind.LAY_REPRESENTATIVE)
    power_of_attorney_on: Mapped[date | None] = mapped_column(default=None)
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)

    @property
    def member(self) -> NetworkMember | None:
        return self.case.get(NetworkMember, self.member_id)


def people(case: Case) -> list[NetworkMember]:
    """Everybody around the citizen, in the order they were added: not the citizen, and not who has left."""
    return [member for member in case.all(NetworkMember) if not member.is_citizen and member.removed_on is None]


def askable(case: Case) -> list[NetworkMember]:
    """Those of them who can be asked, invited or given a task: no dog, no place, nobody who is dead."""
    return [member for member in people(case) if member.can_be_asked]


def map_is_begun(case: Case) -> bool:
    """Whether somebody is on it who is not the shelter's own: until then the next step is to ask who is important."""
    return any(member.staff_id is None for member in people(case))


def citizen_member(case: Case) -> NetworkMember | None:
    """The citizen's own place in the middle of the map."""
    return next((m for m in case.all(NetworkMember) if m.kind is MemberKind.CITIZEN), None)


def lay_representatives(case: Case, day: date) -> list[NetworkMember]:
    """The bisiddere of a day, in the order they came to the network."""
    found = [r.member for r in case.all(Representation)
             if r.kind is RepresentationKind.LAY_REPRESENTATIVE and r.member is not None
             and r.member.can_be_asked and (r.until is None or day <= r.until)]
    return sorted(found, key=lambda member: member.place)


def ties_among(case: Case, ids: Collection[str]) -> list[Tie]:
    """The ties between two others who are both among them, by their ids."""
    return [tie for tie in case.all(Tie) if tie.one_id in ids and tie.other_id in ids]
