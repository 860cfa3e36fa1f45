"""Takes the chosen people of a file into the network, with their ties and the maps from before: one step to undo."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from borgerplan_desktop.casework.course.kept_maps import keep_before
from borgerplan_desktop.casework.network.coming_people import MOST_AT_ONCE, Coming, coming
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.reading_in.found_people import FoundMap, FoundPeople, FoundPerson
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import (
    Being,
    KeptMap,
    KeptPlace,
    KeptTie,
    MemberKind,
    NetworkMember,
    Reach,
    Ring,
    Support,
    SupportKind,
    Tie,
    TieQuality,
    citizen_member,
)
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Professional, Sector, StaffMember


def take_in_people(opened: OpenCase, found: FoundPeople, chosen: Sequence[Coming], earlier: bool = True) -> (
        list[NetworkMember]):
    """Those who come, each as it was decided; with `earlier` also the maps from before. Who is new is returned.

    Raises Refused for nobody, and for more than a map holds; Conflict when somebody who was to be new is here by now: a
    colleague has taken in the same file.
    """
    check_chosen(chosen)

    def still() -> bool:
        here = {each.person.key for each in coming(opened.case, found) if each.known is not None}
        return not any(each.comes and each.known is None and each.person.key in here for each in chosen)

    if not still():
        raise Conflict
    new = any(each.comes and each.professional and each.registered is None for each in chosen)
    with opened.action(N_("Get people from a file"),
                       also=[opened.shelter] if new and opened.shelter is not None else [], still=still):
        keep_before(opened)
        return put_in(opened.case, found, chosen, opened.today(), earlier)


def put_in(case: Case, found: FoundPeople, chosen: Sequence[Coming], today: date, earlier: bool = True) -> (
        list[NetworkMember]):
    """The same, within what changes the case already. A new professional joins the register where it changes too."""
    members: dict[str, NetworkMember] = {}
    new: list[NetworkMember] = []
    last = _day(found.maps[-1].dated, today)
    for each in chosen:
        if not each.comes or each.is_citizen or (each.gone and not earlier):
            continue
        known = each.known if each.same else None
        if known is not None:
            members[each.person.key] = _fill_in(known, each)
        else:
            members[each.person.key] = made = _join(case, each, last)
            new.append(made)
        _supports(case, members[each.person.key], each.person)
    _ties(case, found.maps[-1], members)
    for one in found.earlier if earlier else ():
        _keep(case, one, members, _day(one.dated, last))
    return new


def check_chosen(chosen: Iterable[Coming]) -> None:
    """Raises Refused for nobody, and for more than a map holds."""
    coming = sum(each.comes and not each.is_citizen for each in chosen)
    if not coming:
        raise Refused(_("Choose who shall come in."), "people")
    if coming > MOST_AT_ONCE:
        raise Refused(_("There is room for {n} people on a map. Choose those who are important.").format(
            n=MOST_AT_ONCE), "people")


# ------------------------------------------------------------------------------------------------------------- somebody
def _join(case: Case, each: Coming, last: date) -> NetworkMember:
    person = each.person
    made = NetworkMember(
        being=Being.PERSON if person.human else Being.ANIMAL, relation=person.relation, note=person.note,
        sector=_sector(each), ring=Ring(str(person.ring)) if person.ring else None, x=person.x, y=person.y,
        reach=_reach(person), tie=TieQuality(person.tie) if person.tie else TieQuality.ORDINARY,
        removed_on=last if each.gone else None)
    if each.professional and person.human:
        _as_professional(case, made, each)
    else:
        made.name, made.role, made.organisation = person.name, person.role, person.organisation
        made.phone, made.email = person.phone, person.email
    siblings = case.all(NetworkMember)
    case.add(made)
    place(made, siblings, len(siblings))
    return made


def _as_professional(case: Case, made: NetworkMember, each: Coming) -> None:
    """Somebody of the register, who is typed once; where the register cannot be written, their own words stand."""
    person, register, known = each.person, case.register, each.registered
    made.kind = MemberKind.PROFESSIONAL
    if isinstance(known, StaffMember):
        made.staff_id = known.id
    elif known is not None:
        made.professional_id = known.id
    elif register is not None and register.changing:
        made.professional_id = register.add(Professional(
            name=person.name, role=person.role, organisation=person.organisation, phone=person.phone,
            email=person.email, sector=made.sector)).id
    else:
        made.name, made.role, made.organisation = person.name, person.role, person.organisation
        made.phone, made.email = person.phone, person.email


def _sector(each: Coming) -> Sector:
    if each.person.sector:
        return Sector(each.person.sector)
    if isinstance(each.registered, StaffMember):
        return Sector.SHELTER
    if each.registered is not None:
        return each.registered.sector
    return Sector.AUTHORITY if each.professional else Sector.FRIENDS


def _fill_in(known: NetworkMember, each: Coming) -> NetworkMember:
    """What is missing here is taken from the file; what stands here stays as it is."""
    person = each.person
    known.removed_on = known.removed_on if each.gone else None
    own = known.professional_id is None and known.staff_id is None
    for name in ("relation", "note", *(("role", "organisation", "phone", "email") if own else ())):
        if not getattr(known, name) and getattr(person, name):
            setattr(known, name, getattr(person, name))
    if person.tie and not known.tie_is_said:
        known.tie = TieQuality(person.tie)
    if person.ring and known.ring is None and known.reach is Reach.IN_REACH:
        known.sector, known.ring = Sector(person.sector), Ring(str(person.ring))
        known.x, known.y, known.reach = person.x, person.y, _reach(person)
    return known


def _reach(person: FoundPerson) -> Reach:
    if person.dead:
        return Reach.DEAD
    return Reach.OUT_OF_REACH if person.out_of_reach else Reach.IN_REACH


# ----------------------------------------------------------------------------------------------------- between people
def _supports(case: Case, member: NetworkMember, person: FoundPerson) -> None:
    citizen = citizen_member(case)
    if citizen is None:
        return
    for kinds, giver, receiver in ((person.gives, member.id, citizen.id), (person.gets, citizen.id, member.id)):
        there = {each.kind for each in case.of(Support, Support.giver_id, giver) if each.receiver_id == receiver}
        for kind in kinds:
            if SupportKind(kind) not in there:
                case.add(Support(giver_id=giver, receiver_id=receiver, kind=SupportKind(kind)))


def _ties(case: Case, one: FoundMap, members: dict[str, NetworkMember]) -> None:
    there = {frozenset((tie.one_id, tie.other_id)) for tie in case.all(Tie)}
    for a, b in _pairs(one, members):
        if frozenset((a, b)) not in there:
            there.add(frozenset((a, b)))
            case.add(Tie(one_id=a, other_id=b))


def _keep(case: Case, one: FoundMap, members: dict[str, NetworkMember], on: date) -> None:
    """A map from before, unless it is here already or nobody on it has come in."""
    stood = [each for each in one.people if each.key in members]
    if not stood or any(each.on == on and each.title == one.title for each in case.all(KeptMap)):
        return
    kept = case.add(KeptMap(on=on, title=one.title))
    for each in stood:
        case.add(KeptPlace(
            map_id=kept.id, member_id=members[each.key].id, sector=Sector(each.sector),
            ring=Ring(str(each.ring)) if each.ring else None, reach=_reach(each), x=each.x, y=each.y,
            tie=TieQuality(each.tie) if each.tie else TieQuality.ORDINARY))
    for a, b in _pairs(one, members):
        case.add(KeptTie(map_id=kept.id, one_id=a, other_id=b))


def _pairs(one: FoundMap, members: dict[str, NetworkMember]) -> list[tuple[str, str]]:
    """The ties of a map between those who have come in; two of the file may be one here."""
    found = [(members[a].id, members[b].id) for a, b in one.ties if a in members and b in members]
    return [(a, b) for a, b in found if a != b]


def _day(dated: str, otherwise: date) -> date:
    return date.fromisoformat(dated) if dated else otherwise
