"""The citizen: who they are, how we work together, and who speaks beside or instead of them."""
from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, mapped_column

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import Contact, MemberKind, NetworkMember
from borgerplan_desktop.model.row import Id, Row, choice, names, part_of, text

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


class Citizen(Row):
    __tablename__ = "citizen"
    case_number: Mapped[str] = mapped_column(default="")   # opaque; the only thing a file name carries
    name: Mapped[str] = mapped_column(default="", info={"search": True})
    latin_name: Mapped[str] = mapped_column(default="")  # how the name is written on paper, where ours cannot set it
    called: Mapped[str] = mapped_column(default="")      # what they want to be called, where not the first name
    cpr: Mapped[str] = mapped_column(default="", index=True)       # ten digits, or "" (foreigners, anonymous)
    ecpr: Mapped[str] = mapped_column(default="", index=True)      # a replacement number with letters (X-eCPR, D-eCPR)
    birth_date: Mapped[date | None] = mapped_column(default=None)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    protected_address: Mapped[bool] = mapped_column(default=False)
    contact_person_id: Mapped[Id | None] = names("staff_member")
    home_municipality: Mapped[str] = mapped_column(default="")    # in Greenland
    acting_municipality: Mapped[str] = mapped_column(default="")
    staff_only: Mapped[str] = text()                     # warnings etc.: never on the four tabs or on paper

    @property
    def first_name(self) -> str:
        """What we call them: the name they use, else the first of their names; may be empty."""
        return self.called or Contact(self.name).first_name


class Answer(Labelled):
    """The answer to a question that must have been asked to be answered."""

    NOT_ASKED = "not_asked", N_("Not asked yet")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class LayRepresentative(Labelled):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    HAS = "has", N_("Has one")
    WANTED = "wanted", N_("Would like one")
    NO = "no", N_("Does not want one")


class Channel(Labelled):
    NOT_ASKED = "not_asked", N_("Not asked yet")
    PHONE = "phone", N_("Phone")
    SMS = "sms", N_("Text message")
    EMAIL = "email", N_("E-mail")
    VISIT = "visit", N_("A visit")


class Cooperation(Row):
    """Guidelines for the work with the citizen: each is asked and kept (samarbejdsmodellen)."""

    __tablename__ = "cooperation"
    meeting_place: Mapped[str] = text()
    channel: Mapped[Channel] = choice(Channel, Channel.NOT_ASKED)
    involvement: Mapped[str] = text()                    # how and when the citizen is involved
    if_stuck: Mapped[str] = text()                       # what happens when things stall
    may_know: Mapped[str] = text()                       # who may know what, in the citizen's words
    interpreter: Mapped[Answer] = choice(Answer, Answer.NOT_ASKED)
    interpreter_language: Mapped[str] = mapped_column(default="")
    interpreter_booking: Mapped[str] = text()
    lay_representative: Mapped[LayRepresentative] = choice(LayRepresentative, LayRepresentative.NOT_ASKED)
    lay_representative_how: Mapped[str] = text()         # how the lay representative takes part
    ties_may_be_shared: Mapped[bool] = mapped_column(default=False)  # how ties are today, also on others' copies


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
             and r.member.removed_on is None and (r.until is None or day <= r.until)]
    return sorted(found, key=lambda member: member.place)
