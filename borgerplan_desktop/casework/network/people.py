"""What a contact person does with the people around the citizen."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.network.leaving import bring_back
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import check_period
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Cooperation, LayRepresentative
from borgerplan_desktop.model.flow import supports_of
from borgerplan_desktop.model.network import (
    Being,
    MemberKind,
    NetworkMember,
    Representation,
    RepresentationKind,
    Ring,
    Tie,
    TieQuality,
)
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember
from borgerplan_desktop.model.spelling import is_found
from borgerplan_desktop.model.text import shows


# ------------------------------------------------------------------------------------------------------------ who is it
def add_private_person(opened: OpenCase, name: str, relation: str = "", sector: Sector = Sector.FAMILY,
                       phone: str = "", ring: Ring | None = None, latin_name: str = "",
                       being: Being = Being.PERSON) -> NetworkMember:
    """Somebody (or something: a place, a dog) from the citizen's own life. Raises Refused for one without a name."""
    with opened.action(N_("Add person")):
        return _join(opened, NetworkMember(name=_called(name), latin_name=latin_name.strip(), relation=relation.strip(),
                                           sector=sector, ring=ring, phone=phone.strip(), being=being))


def add_professional(opened: OpenCase, professional: Professional, ring: Ring | None = None) -> NetworkMember:
    """Somebody from the shelter-wide register; whoever is in the network stays as they are, who left comes back."""
    def known() -> NetworkMember | None:
        return next((m for m in opened.case.all(NetworkMember) if m.registered_id == professional.id), None)

    if (there := known()) is not None:
        return _again(opened, there, ring)
    with opened.action(N_("Add person"), still=lambda: known() is None):
        return _join(opened, NetworkMember(kind=MemberKind.PROFESSIONAL, professional_id=professional.id,
                                           sector=professional.sector, ring=ring))


def add_new_professional(opened: OpenCase, name: str, role: str = "", organisation: str = "",
                         sector: Sector = Sector.AUTHORITY, phone: str = "", email: str = "",
                         ring: Ring | None = None, latin_name: str = "") -> NetworkMember:
    """Somebody nobody here has worked with before: typed once, then in the register for all.

    Raises Refused for one without a name.
    """
    shelter = opened.shelter
    if shelter is None:
        raise LookupError("a professional is kept in the register of the shelter")
    made = Professional(name=_called(name), latin_name=latin_name.strip(), role=role.strip(), sector=sector,
                        organisation=organisation.strip(), phone=phone.strip(), email=email.strip())
    with opened.action(N_("Add person"), also=[shelter]):
        shelter.case.add(made)
        return _join(opened, NetworkMember(kind=MemberKind.PROFESSIONAL, professional_id=made.id, sector=sector,
                                           ring=ring))


def add_colleague(opened: OpenCase, staff: StaffMember, ring: Ring | None = None) -> NetworkMember:
    """One of the shelter's own staff; who left comes back."""
    def known() -> NetworkMember | None:
        return next((m for m in opened.case.all(NetworkMember) if m.staff_id == staff.id), None)

    if (there := known()) is not None:
        return _again(opened, there, ring)
    with opened.action(N_("Add person"), still=lambda: known() is None):
        return _join(opened, NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=staff.id, sector=Sector.SHELTER,
                                           ring=ring))


def _join(opened: OpenCase, member: NetworkMember) -> NetworkMember:
    keep_before(opened)
    siblings = opened.case.all(NetworkMember)
    opened.case.add(member)
    place(member, siblings, len(siblings))
    return member


def _again(opened: OpenCase, known: NetworkMember, ring: Ring | None) -> NetworkMember:
    """Somebody who has been written down before: never twice."""
    if known.removed_on is not None:
        with opened.action(N_("Put on the map again")):
            keep_before(opened)
            bring_back(opened, known)
            if ring is not None and ring is not known.ring:
                known.ring, known.x, known.y = ring, None, None
    return known


def register_of(opened: OpenCase) -> list[Professional]:
    """The professionals of the shelter's register that are in use."""
    return [p for p in opened.shelter.case.all(Professional) if not p.retired] if opened.shelter is not None else []


def search_register(opened: OpenCase, words: str) -> list[Professional | StaffMember]:
    """Professionals and colleagues in whose name, role or organisation every word is found, not those retired."""
    if opened.shelter is None:
        return []
    register = opened.shelter.case
    outside = [(p, f"{p.name} {p.role} {p.organisation}") for p in register_of(opened)]
    inside = [(s, f"{s.name} {s.title}") for s in register.all(StaffMember) if not s.retired]
    return [row for row, text in [*outside, *inside] if is_found(words, text)]


def _called(name: str) -> str:
    """The name in one piece. Raises Refused when there is none."""
    called = " ".join(name.split())
    if not shows(called):
        raise Refused(_("Write a name. What you call the person is enough."), "name")
    return called


# ----------------------------------------------------------------------------------------------------------- on the map
def put_on_map(opened: OpenCase, member: NetworkMember, sector: Sector, ring: Ring,
                 at: tuple[float, float] | None = None) -> None:
    """Put somebody in a ring and sector; `at` is the spot, relative to the outer circle (None = any free one)."""
    with opened.action(N_("Move person")):
        keep_before(opened)
        member.sector, member.ring = sector, ring
        member.x, member.y = at if at is not None else (None, None)


def set_sector(opened: OpenCase, member: NetworkMember, sector: Sector) -> None:
    """Another part of life, in the same ring; whoever is not placed yet stays so."""
    with opened.action(N_("Move person")):
        keep_before(opened)
        if member.ring is not None and member.sector is not sector:
            member.x = member.y = None                   # the spot was in the other part
        member.sector = sector


def take_off_map(opened: OpenCase, member: NetworkMember) -> None:
    """Back to "not placed yet"; the person stays in the network."""
    with opened.action(N_("Take off the map")):
        keep_before(opened)
        member.ring = member.x = member.y = None


def set_tie(opened: OpenCase, member: NetworkMember, quality: TieQuality) -> None:
    """How the tie to the citizen is today."""
    with opened.action(N_("Change tie")):
        keep_before(opened)
        member.tie = quality


def tie_together(opened: OpenCase, one: NetworkMember, other: NetworkMember, quality: TieQuality | None) -> None:
    """How the tie between two others is; None removes it, and what flowed in it."""
    if one is other:
        raise ValueError("a tie needs two people")
    pair = {one.id, other.id}
    with opened.action(N_("Change tie")):
        keep_before(opened)
        known = next((t for t in opened.case.all(Tie) if {t.one_id, t.other_id} == pair), None)
        if quality is None:
            if known is not None:
                opened.case.remove(known)
            for flows in supports_of(opened.case, one, other):
                opened.case.remove(flows)
        elif known is not None:
            known.quality = quality
        else:
            opened.case.add(Tie(one_id=one.id, other_id=other.id, quality=quality))


# ----------------------------------------------------------------------------------------------------------------- when
def involve_from(opened: OpenCase, member: NetworkMember, day: date | None) -> None:
    """Raises Refused when the person would go before they came."""
    _involve(opened, member, day, member.involved_until)


def involve_until(opened: OpenCase, member: NetworkMember, day: date | None) -> None:
    """Raises Refused when the person would go before they came."""
    _involve(opened, member, member.involved_from, day)


def _involve(opened: OpenCase, member: NetworkMember, first: date | None, last: date | None) -> None:
    check_period(first, last)
    with opened.action(N_("Change person")):
        member.involved_from, member.involved_until = first, last


# ---------------------------------------------------------------------------------------------------------- their tasks
def make_lay_representative(opened: OpenCase, member: NetworkMember) -> None:
    """The person is the citizen's bisidder from today (comes *with* the citizen)."""
    if lay_representation(opened, member) is not None:
        return
    with opened.action(N_("Make lay representative")):
        opened.case.add(Representation(member_id=member.id, kind=RepresentationKind.LAY_REPRESENTATIVE,
                                       since=opened.today()))
        for cooperation in opened.case.all(Cooperation):
            cooperation.lay_representative = LayRepresentative.HAS


def end_lay_representative(opened: OpenCase, member: NetworkMember) -> None:
    """The person is no longer bisidder."""
    representation = lay_representation(opened, member)
    if representation is not None:
        with opened.action(N_("No longer lay representative")):
            opened.case.remove(representation)


def lay_representation(opened: OpenCase, member: NetworkMember) -> Representation | None:
    today = opened.today()
    return next((r for r in opened.case.of(Representation, Representation.member_id, member.id)
                 if r.kind is RepresentationKind.LAY_REPRESENTATIVE and (r.until is None or today <= r.until)), None)
