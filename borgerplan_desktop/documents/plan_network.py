"""The people around the citizen: the map, what its signs mean, and the same as a table with phone numbers."""
from __future__ import annotations

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import LOATH, Said
from borgerplan_desktop.documents.paper.network import RIM, Legend, NetworkMap
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.plan_setting import PlanSetting
from borgerplan_desktop.i18n import phone_number
from borgerplan_desktop.model.map_layout import Bond, Person
from borgerplan_desktop.model.network import MemberKind, NetworkMember, Tie, TieQuality
from borgerplan_desktop.model.shelter import Sector

FEW = 5                                                  # people: map and table on one page
MANY = 16                                                # people: more than these get the whole page


def network(p: PlanSetting) -> None:
    g = p.galley
    everybody = p.people
    if not everybody:
        return
    g.chapter()
    with g.inside("Sect"):
        with g.together():
            parts.heading(g, p.say("My network"))
            share = .44 if len(everybody) <= FEW else .78 if len(everybody) <= MANY else .88
            _map(p, [m for m in everybody if m.ring is not None], share)
        g.slabs[-1].hold = LOATH
        if len(everybody) > FEW:
            g.chapter()
        with g.inside("Sect"):
            parts.heading(g, p.say("Who can I call?"), level=3, style=g.sheet.goal, before=.5)
            _table(p, everybody)


def _map(p: PlanSetting, placed: list[NetworkMember], share: float) -> None:
    """The drawing on a share of the page, and its legend; people who are not on the map yet are in the table only."""
    if not placed:
        return
    g, sheet = p.galley, p.galley.sheet
    height = sheet.height * share
    coordinator = p.coordinator
    holders = frozenset({coordinator.id}) if coordinator is not None else frozenset()
    ids = {m.id for m in placed}
    bonds = [Bond(t.one_id, t.other_id, t.quality.value) for t in p.case.all(Tie)
             if t.one_id in ids and t.other_id in ids]
    picture = NetworkMap.of(sheet, [_person(p, m, m.id in holders) for m in placed],
                            [(sector.value, p.say(sector.label)) for sector in Sector],
                            one_line(p.citizen.first_name) or p.say("Me"), height, bonds, holders)
    alt = p.words.say_many("Network map with one person around me. All of it stands in the table below.",
                           "Network map with {n} people around me. All of it stands in the table below.", len(placed))
    parts.figure(g, sheet.width, height, picture.paint, alt)
    legend = Legend(sheet,
                    [("round", p.say("private")), ("square", p.say("professional")), ("double", p.say("coordinator"))],
                    [(q.value, _lower(p.say(q.label))) for q in TieQuality])
    signs = p.say("Round edge: private. Square edge: professional. Double edge: coordinator. Lines: {ties}.",
                  ties=", ".join(words for _, words in legend.ties))
    parts.figure(g, sheet.width, legend.height, legend.paint, signs)


def _person(p: PlanSetting, member: NetworkMember, coordinator: bool) -> Person:
    contact = member.contact
    at = (member.x, member.y) if member.x is not None and member.y is not None else None
    return Person(member.id, one_line(p.short_name(member)), one_line(member.relation or contact.role),
                  member.kind is MemberKind.PROFESSIONAL, member.sector.value,
                  int(member.ring.value) if member.ring else 0, at, member.tie.value, RIM if coordinator else 0.0)


def _table(p: PlanSetting, everybody: list[NetworkMember]) -> None:
    """Everything the map shows, in words; the closest first."""
    g, sheet = p.galley, p.galley.sheet
    sectors = list(Sector)
    order = sorted(everybody, key=lambda m: (m.ring is None, m.ring.value if m.ring else "", sectors.index(m.sector)))
    rows: list[list[Content]] = []
    for member in order:
        contact = member.contact
        sector = p.say(member.sector.label)
        ring = _lower(p.say(member.ring.label)) if member.ring else p.say("not on the map")
        name: Content = Cell(contact.name or p.say("No name"), (Said(member.described),), bold=True)
        phone: Content = Cell(phone_number(contact.phone), uri=parts.phone_link(contact.phone))
        tie = _lower(p.say(member.tie.label))
        if sheet.stacked:
            rows.append([name, Cell(sector, (ring, tie)), phone])
        else:
            rows.append([name, Cell(sector, (ring,)), tie, phone])
    if sheet.stacked:
        table(g, (p.say("Name"), p.say("Place and tie"), p.say("Phone")), rows, (190, 150, 100))
    else:
        table(g, (p.say("Name"), p.say("Place on the map"), p.say("Tie"), p.say("Phone")), rows, (180, 130, 60, 76))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
