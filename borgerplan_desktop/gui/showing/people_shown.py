"""How each person of the network appears: what the map draws, the table lists, and a screen reader says."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import ConsentState, needs_consent, state_of
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.flow import flow_in_words
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.map.elements import Bond, Person
from borgerplan_desktop.model.map.forms import shape_of, stands_outside
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.marks import Mark, marks_of
from borgerplan_desktop.model.network import (
    Being,
    MemberKind,
    NetworkMember,
    citizen_member,
    lay_representatives,
    people,
    ties_among,
)
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector


@dataclass(frozen=True)
class Face:
    """Somebody as seen today. `consent` is None where none is asked about: our own staff, friends nobody writes to."""

    id: str
    name: str
    words: str
    shape: Shape
    sector: Sector
    ring: int                                            # 0 = not placed yet
    at: tuple[float, float] | None
    tie: str
    coordinator: bool
    lay_representative: bool
    consent: ConsentState | None
    involved: bool
    sentence: str
    marks: tuple[Mark, ...] = ()
    gone: str = ""                                       # why they stand outside the rings: "død"
    part: str = ""                                       # what the sector is called here
    standing: str = ""                                   # what the ring is called here; "" = not placed yet

    @property
    def outside(self) -> bool:
        """Whether they stand outside the rings."""
        return bool(self.gone)

    @property
    def squared(self) -> bool:
        """Whether it is a professional."""
        return self.shape is Shape.SQUARED

    @property
    def covered(self) -> bool:
        """Whether everything may be shared that is shared with others."""
        return self.consent is ConsentState.GIVEN

    @property
    def faded(self) -> bool:
        """Drawn with a broken outline: not with us now, or no consent yet."""
        return not self.involved or self.consent not in (None, ConsentState.GIVEN, ConsentState.PARTLY)

    def for_layout(self, badge: float = 0.0) -> Person:
        """The person as the layout takes them; `badge` is how far badges stick out of a disc."""
        rim = badge if self.marks else badge / 2 if self.consent is not None else 0.0
        return Person(self.id, self.name or "–", self.words, self.shape, self.sector.value, self.ring, self.at,
                      self.tie, rim, self.outside, not self.involved)


def faces(case: Case, today: date) -> list[Face]:
    """Everybody of the network, in the order they were added."""
    holder = coordinator(case)
    beside = {m.id for m in lay_representatives(case, today)}
    named = sector_names(case.register)
    return [_face(case, m, today, holder is not None and holder.member_id == m.id, m.id in beside, named)
            for m in people(case)]


def _face(case: Case, member: NetworkMember, today: date, holds: bool, beside: bool,
          named: Mapping[Sector, str]) -> Face:
    contact = member.contact
    consent = state_of(case, member, today) if needs_consent(case, member, today) else None
    at = (member.x, member.y) if member.x is not None and member.y is not None else None
    involved = member.involved_on(today)
    return Face(member.id, contact.name, _words(member, today, involved), shape_of(member), member.sector,
                int(member.ring) if member.ring is not None else 0, at, member.tie.value, holds, beside, consent,
                involved, sentence(member, holds, beside, consent, today, named), marks_of(member, holds, beside),
                _gone(member), named[member.sector],
                ring_names(case.register)[member.ring] if member.ring is not None else "")


def _gone(member: NetworkMember) -> str:
    return _(member.reach.label).lower() if stands_outside(member) else ""


def _words(member: NetworkMember, today: date, involved: bool) -> str:
    """The line below the name: who they are to the citizen; first, who is dead or out of reach. For those not with us
    now, when they are.
    """
    if not involved and not stands_outside(member):
        if member.involved_from is not None and member.involved_from > today:
            return _("from {date}").format(date=day(member.involved_from, today))
        if member.involved_until is not None:
            return _("until {date}").format(date=day(member.involved_until, today))
    who = member.relation or member.contact.organisation or member.contact.role
    return " · ".join(part for part in (_gone(member), who) if part)         # first: the end may be cut


def sentence(member: NetworkMember, holds: bool, beside: bool, consent: ConsentState | None, today: date,
             named: Mapping[Sector, str] | None = None) -> str:
    """One person in words: everything the map says by shape, place, line and badge. `named`: what the sectors are
    called here, where many are asked about.
    """
    contact = member.contact
    parts = [", ".join(p for p in (contact.said_name or _("Nobody's name yet"), member.described) if p)]
    parts.append(kind_in_words(member))
    if stands_outside(member):
        parts.append(_(member.reach.label))
    standing = ring_names(member.case.register)[member.ring] if member.ring is not None else _("Not placed yet")
    parts.append(f"{(named or sector_names(member.case.register))[member.sector]}, {standing.lower()}")
    if member.tie_is_said:
        parts.append(_("Tie: {tie}").format(tie=_(member.tie.label).lower()))
    citizen = citizen_member(member.case)
    if citizen is not None and (flows := flow_in_words(member.case, citizen, member)):
        parts.append(flows)
    parts += [_(mark.label) for mark in marks_of(member, holds, beside)]
    if member.wish is not None:
        parts.append(_("Wish: {wish}").format(wish=_(member.wish.label).lower()))
    if consent is not None:
        parts.append(_("Consent: {state}").format(state=_(consent.label).lower()))
    if not member.involved_on(today):
        parts.append(_("Not involved today"))
    return ". ".join(parts) + "."


def kind_in_words(member: NetworkMember) -> str:
    """Private, professional, animal or place."""
    if member.being is not Being.PERSON:
        return _(member.being.label)
    return _("Professional") if member.kind is MemberKind.PROFESSIONAL else _("Private")


def bonds(case: Case) -> list[Bond]:
    """The ties between two others who are both in the network."""
    here = {m.id for m in people(case)}
    return [Bond(tie.one_id, tie.other_id, tie.quality.value) for tie in ties_among(case, here)]


def sectors(case: Case | None = None) -> list[tuple[str, str]]:
    """Key and name of every sector as the shelter has them, clockwise from the top; without a case the usual ones."""
    return [(each.value, name) for each, name in sector_names(case.register if case is not None else None).items()]


def first_name(case: Case) -> str:
    return case.the(Citizen).first_name
