"""The people around the citizen: the map, what its signs mean, and the same as a table with phone numbers."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import LOATH, NEVER, Galley, Said
from borgerplan_desktop.documents.paper.network_map import DOUBLE, RIM, Legend, NetworkMap
from borgerplan_desktop.documents.paper.pages import pages_of
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.two_languages import in_each, inline, is_ours
from borgerplan_desktop.documents.paper_words import in_sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.consent import Topic
from borgerplan_desktop.model.life_areas import ring_names
from borgerplan_desktop.model.map.elements import Bond, Person
from borgerplan_desktop.model.map.forms import shape_of, stands_outside
from borgerplan_desktop.model.map.layout import BELOW
from borgerplan_desktop.model.map.shapes import Shape
from borgerplan_desktop.model.network import NetworkMember, Reach, Ring, Tie, TieQuality, ties_among
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector
from borgerplan_desktop.phone_number import phone_number

DOZEN = 14                                               # people: map and table may share a page
LOWEST = 215.0                                           # points at 12 pt: a map
ROOMY, SHARED = 45.0, 60.0                               # of its height for each person: with two lines; beside others
ABOVE = 1.5                                              # lines of air, where it does not begin a page
MANY = 16                                                # people: a map of more gets all of its page
FEW = 2                                                  # people on the map: a list says it as well
NAMED = 40                                               # people: the boxes of more would hide each other's ties
MOST = 60                                                # people: of more, the closest are drawn
ALIKE = Ring.CLOSE                                       # where all stand on a copy for others
NOBODY: Mapping[str, int] = {}


def network(p: PlanContext) -> None:
    everybody = [m for m in p.people if p.ties_are_shown or not (_without_contact(p, m) or m.reach is Reach.DEAD)]
    if not everybody:                                    # that there is no contact now is a tie too; and who is dead is
        return                                           # the citizen's to tell of, not to be drawn as if alive
    sectors = list(sector_words(p))                      # in the shelter's own order
    everybody = sorted(everybody, key=lambda m: (m.ring is None, m.ring.value if m.ring and p.ties_are_shown else "",
                                                sectors.index(m.sector)))
    placed = [m for m in everybody if m.ring is not None]
    with p.galley.inside("Sect"):
        if len(placed) <= FEW and len(everybody) <= DOZEN:
            _list(p, everybody)
        elif not placed or len(everybody) > DOZEN or not _one_page(p, everybody, placed):
            _two_pages(p, everybody, placed)


def _list(p: PlanContext, everybody: Sequence[NetworkMember]) -> None:
    """One or two people need no map of empty sectors, and their table no place on it."""
    g = p.galley
    with g.together(.5):
        parts.heading(g, _title(p), before=ABOVE)
        _table(p, g, everybody, no_map=True)


def _one_page(p: PlanContext, everybody: Sequence[NetworkMember], placed: Sequence[NetworkMember]) -> bool:
    """Map and table together; the map gets what the table and what stands on the page already leave, or else what the
    table leaves of a new page. Its words say who stands where. False, and nothing is set, if that is too little.
    """
    g = p.galley
    below = g.aside()
    set_legend(p, below)
    _table(p, below, everybody, beside_map=True)
    scale, lowest = g.sheet.scale, LOWEST * g.sheet.scale
    room = _room_for_map(g, _title(p), below.height)
    left = room - pages_of(g)[-1].height - ABOVE * g.sheet.line
    shared = left >= max(lowest, SHARED * scale * len(placed))
    height = min(left if shared else room, g.sheet.height * .5)
    if height < lowest:
        return False
    picture = _clear_picture(p, placed, height)
    if picture.crowded or picture.hidden:
        return False
    if not shared:
        g.chapter()
    with g.together():
        parts.heading(g, _title(p), before=ABOVE)
        _map(p, picture, _who_stands_where(p, placed))
        g.take(below)
    return True


def _room_for_map(g: Galley, title: str, below: float) -> float:
    """What a page has left for a map under its heading, with so much below it."""
    head = g.aside()
    parts.heading(head, title)
    return g.sheet.height - sum(slab.height for slab in head.slabs) - g.sheet.line - below - g.sheet.half


def _two_pages(p: PlanContext, everybody: Sequence[NetworkMember], placed: Sequence[NetworkMember]) -> None:
    """The map on a page of its own. A crowd gets fewer words in the boxes, never smaller ones: at last only numbers."""
    g, numbers, drawn = p.galley, NOBODY, len(placed)
    g.chapter()
    if placed:
        signs = g.aside()
        set_legend(p, signs)
        height = min(_room_for_map(g, p.say("My network"), signs.height),
                     g.sheet.height * (.78 if len(placed) <= MANY else 1))
        picture = _clear_picture(p, placed, height) if len(placed) <= NAMED else None
        if picture is None or picture.crowded:
            numbers = {m.id: number for number, m in enumerate(everybody, 1)}
            placed = placed[:MOST]
            picture = picture_of(p, placed, height, numbers=numbers)
        while picture.crowded and len(placed) > 1:       # the table has everybody
            placed = placed[:len(placed) * 3 // 4]
            picture = picture_of(p, placed, height, numbers=numbers)
        with g.together():
            parts.heading(g, p.say("My network"))
            _map(p, picture, " ".join([p.words.say_many(
                "Network map with one person around me. All of it stands in the table below.",
                "Network map with {n} people around me. All of it stands in the table below.", len(placed)),
                *_tied(p, placed)]))
            g.take(signs)
        g.slabs[-1].hold = LOATH
        g.chapter()
    with g.inside("Sect"):
        title = p.say("Who can I call?") if p.ties_are_shown else p.say("Who is around me")
        parts.heading(g, title, level=3 if placed else 2,
                      style=g.sheet.goal if placed else g.sheet.heading, before=.5)
        if len(placed) < drawn and p.ties_are_shown:     # on a copy for others, who is closest is not told
            parts.paragraph(g, p.say("The map shows {n} of {total} people. All of them stand in the list.",
                                     n=len(placed), total=len(everybody)))
        _table(p, g, everybody, numbers, no_map=not placed)


# ---------------------------------------------------------------------------------------------- the map
def _clear_picture(p: PlanContext, placed: Sequence[NetworkMember], height: float) -> NetworkMap:
    """With a second line in the boxes (relation, role) if there is room for it and no tie disappears under a box."""
    if height >= ROOMY * p.galley.sheet.scale * len(placed):
        picture = picture_of(p, placed, height, roles=True)
        if not picture.hidden:
            return picture
    return picture_of(p, placed, height)


def sector_words(p: PlanContext) -> dict[Sector, str]:
    """Every sector in the shelter's order and in its own words; the usual ones in the paper's language."""
    return {sector: name if is_ours(name) else one_line(name, p.words.language)
            for sector, name in sector_names(p.case.register, p.say).items()}


def picture_of(p: PlanContext, placed: Sequence[NetworkMember], height: float, *, roles: bool = False,
             numbers: Mapping[str, int] = NOBODY) -> NetworkMap:
    holder = p.coordinator
    holders = frozenset({holder.id}) if holder is not None else frozenset()
    ids = {m.id for m in placed}
    bonds = [Bond(t.one_id, t.other_id, t.quality.value) for t in _ties(p, ids)]
    people = [_person(p, m, m.id in holders, roles, numbers.get(m.id)) for m in placed]
    sectors = [(sector.value, BELOW.join(in_each(name))) for sector, name in sector_words(p).items()]
    me = one_line(p.citizen.first_name, p.words.language) or inline(p.say("Me"))
    return NetworkMap.of(p.galley.sheet, people, sectors, me, height, bonds, holders)


def _person(p: PlanContext, member: NetworkMember, coordinator: bool, role: bool, number: int | None) -> Person:
    contact = member.contact
    at = (member.x, member.y) if p.ties_are_shown and member.x is not None and member.y is not None else None
    ring = member.ring if p.ties_are_shown else ALIKE
    name = one_line(p.short_name(member), p.words.language) if number is None else str(number)
    described = one_line(who_they_are(p, member, contact.role), p.words.language) if role and number is None else ""
    gone = out_of_reach(p, member)
    return Person(member.id, name, inline(" · ".join(filter(None, (gone, described)))), shape_of(member),
                  member.sector.value, int(ring.value) if ring else 0, at,
                  (member.tie if p.ties_are_shown else TieQuality.ORDINARY).value, RIM if coordinator else 0.0,
                  bool(gone))


def out_of_reach(p: PlanContext, member: NetworkMember) -> str:
    """ "død": the word beside who stands outside the rings; as how the tie is, it is the citizen's to tell."""
    return in_sentence(p.say(member.reach.label)) if p.ties_are_shown and stands_outside(member) else ""


def _ties(p: PlanContext, ids: Collection[str]) -> list[Tie]:
    """The ties between people that the paper may show; on a copy for others, none."""
    return ties_among(p.case, ids) if p.ties_are_shown else []


def _map(p: PlanContext, picture: NetworkMap, alt: str) -> None:
    parts.figure(p.galley, p.galley.sheet.width, picture.height, picture.paint, alt)
    p.galley.slabs[-1].hold = NEVER                      # its signs stand below it


def _who_stands_where(p: PlanContext, placed: Sequence[NetworkMember]) -> str:
    """The map in words: "Sara Bækgaard: Familie, tættest på, stærk.", and who is tied to whom."""
    named = sector_words(p)
    whole = [p.words.say_many("Network map with one person around me.", "Network map with {n} people around me.",
                              len(placed))]
    for member in placed:
        name = one_line(p.full_name(member), p.words.language) or p.say("No name")
        stands = out_of_reach(p, member) or how_close(p, member)
        said = [named[member.sector], stands, _tie(p, member), _coordinator(p, member)]
        whole.append(f"{name}: {', '.join(part for part in said if part)}.")
    return " ".join([*whole, *_tied(p, placed)])


def _tied(p: PlanContext, placed: Sequence[NetworkMember]) -> list[str]:
    """Who is tied to whom, as "Sara Bækgaard og Lone Bækgaard: almindelig"."""
    there = {m.id: one_line(p.full_name(m), p.words.language) or p.say("No name") for m in placed}
    return [f"{p.words.listed([there[t.one_id], there[t.other_id]])}: {in_sentence(p.say(t.quality.label))}."
            for t in _ties(p, there)]


def how_close(p: PlanContext, member: NetworkMember) -> str:
    """How close somebody is: as how the tie is, that is the citizen's to tell."""
    if not p.ties_are_shown:
        return ""
    return in_sentence(ring_names(p.case.register, p.say)[member.ring]) if member.ring else p.say("not on the map")


def _tie(p: PlanContext, member: NetworkMember) -> str:
    return in_sentence(p.say(member.tie.label)) if p.ties_are_shown else ""


def _coordinator(p: PlanContext, member: NetworkMember) -> str:
    return p.say("coordinator") if member is p.coordinator else ""


def _without_contact(p: PlanContext, member: NetworkMember) -> bool:
    return member.tie is TieQuality.BROKEN


def set_legend(p: PlanContext, g: Galley, *, brief: bool = False) -> None:
    """What the signs mean; `brief`, where there is no height for more: in one language what takes a line of its own."""
    there = {shape_of(member) for member in p.people}
    special = [(shape, words) for shape, words in ((Shape.ANIMAL, p.say("animal")), (Shape.PLACE, p.say("place")))
               if shape in there]
    shapes = [(Shape.ROUND, p.say("private")), (Shape.SQUARED, p.say("professional")), *special,
              (DOUBLE, p.say("coordinator"))]
    ties = [(q.value, in_sentence(p.say(q.label))) for q in TieQuality] if p.ties_are_shown else []
    legend = Legend(g.sheet, shapes, ties, brief)
    signs = p.say("Round edge: private. Square edge: professional. Double edge: coordinator.")
    if special:
        signs += " " + p.say("With ears: an animal. With a roof: a place.")
    if ties:
        signs += " " + p.say("Lines: {ties}.", ties=", ".join(words for _, words in ties))
    parts.figure(g, g.sheet.width, legend.height, legend.paint, signs)


# ---------------------------------------------------------------------------------------------- the table
def _title(p: PlanContext) -> str:
    """On a copy for others it is no list of whom to call."""
    return p.say("My network: who I can call") if p.ties_are_shown else p.say("My network")


def _table(p: PlanContext, g: Galley, everybody: Sequence[NetworkMember], numbers: Mapping[str, int] = NOBODY, *,
           beside_map: bool = False, no_map: bool = False) -> None:
    """Everything the map shows, in words; beside the map, the place on it is left to the map. Those the citizen has no
    contact with now are no people to call: they stand below it, and so do the dead, whom nobody lost touch with.
    """
    apart = [m for m in everybody if p.ties_are_shown and _without_contact(p, m) and m.reach is not Reach.DEAD]
    no_calls = [m for m in everybody
                if p.ties_are_shown and m not in apart and (not m.is_person or stands_outside(m))]
    stacked = g.sheet.stacked
    rows: list[list[Content]] = []
    named = sector_words(p)
    for member in everybody:
        if member in apart or member in no_calls:
            continue
        name, phone = _numbered(p, member, numbers), _phone(p, member)
        described = Said(_described(p, member))
        ring, last, sector = how_close(p, member), _tie(p, member), named[member.sector]
        ties: list[Content] = [last] if p.ties_are_shown else []
        if beside_map:
            rows.append([Cell(name, (described,), bold=True), Cell(phone.text, (last,) if last else (), uri=phone.uri)]
                        if stacked else [name, described, *ties, phone])
        elif stacked:
            place = last if no_map else ", ".join(part for part in (sector, ring, last) if part)
            rows.append([Cell(name, (described, place), bold=True), phone])
        else:
            row: list[Content] = [Cell(name, (described,), bold=True)]
            row += [] if no_map else [Cell(sector, (ring,) if ring else ())]
            rows.append([*row, *ties, phone])
    if rows:
        _ruled(p, g, rows, beside_map, no_map)
    for these, words in ((no_calls, N_("Also on my map: {names}.")), (apart, N_("Without contact now: {names}."))):
        if these:
            said = p.words.listed([_apart(p, m, numbers) for m in these])
            g.air(.5)
            parts.paragraph(g, p.say(words, names=said), width=g.sheet.width, after=0)


def _ruled(p: PlanContext, g: Galley, rows: list[list[Content]], beside_map: bool, no_map: bool) -> None:
    tie = p.say("Tie")
    if g.sheet.stacked and beside_map:
        both = p.say("Phone and tie") if p.ties_are_shown else p.say("Phone")
        table(g, (p.say("Name"), both), rows, (300, 150))
    elif beside_map and not p.ties_are_shown:
        table(g, (p.say("Name"), p.say("Who"), p.say("Phone")), rows, (110, 240, 80), pad=.17)
    elif beside_map:
        table(g, (p.say("Name"), p.say("Who"), tie, p.say("Phone")), rows, (100, 190, 70, 70), pad=.17)
    elif g.sheet.stacked or (no_map and not p.ties_are_shown):
        table(g, (p.say("Name"), p.say("Phone")), rows, (350, 100))
    elif no_map:
        table(g, (p.say("Name"), tie, p.say("Phone")), rows, (250, 100, 96))
    elif p.ties_are_shown:
        table(g, (p.say("Name"), p.say("Place on the map"), tie, p.say("Phone")), rows, (180, 130, 60, 76))
    else:
        table(g, (p.say("Name"), p.say("Place on the map"), p.say("Phone")), rows, (200, 150, 96))


def _numbered(p: PlanContext, member: NetworkMember, numbers: Mapping[str, int]) -> str:
    name = member.contact.name or p.say("No name")
    return f"{numbers[member.id]}. {name}" if numbers else name


def _described(p: PlanContext, member: NetworkMember) -> str:
    who = who_they_are(p, member, member.contact.described)
    return ", ".join(part for part in (who, _coordinator(p, member)) if part)


def who_they_are(p: PlanContext, member: NetworkMember, office: str) -> str:
    """The citizen's own word for the person, else the office: as far as the reader may be told."""
    relation = member.relation if Topic.NETWORK in p.covered.topics else ""
    return relation or (office if p.covered.says_where_from(member) else "")


def _apart(p: PlanContext, member: NetworkMember, numbers: Mapping[str, int]) -> str:
    described = ", ".join(part for part in (_described(p, member), out_of_reach(p, member)) if part)
    return _numbered(p, member, numbers) + (f" ({described})" if described else "")


def _phone(p: PlanContext, member: NetworkMember) -> Cell:
    """A number that is not to be called is given to nobody, and a private one only to the citizen."""
    number = "" if _without_contact(p, member) or not p.may_give_number(member) else member.contact.phone
    return Cell(phone_number(number), uri=parts.phone_link(number))


# ---------------------------------------------------------------------------------------------- what helps
def what_helps(p: PlanContext) -> None:
    """What each one helps with and what the citizen wishes of the contact, in the citizen's words: theirs to read."""
    found = [m for m in p.people if (m.helps_with.strip() or m.wished_contact.strip())
             and not _without_contact(p, m) and m.reach is not Reach.DEAD]
    if not found or p.for_others:
        return
    g = p.galley
    with g.inside("Sect"), g.together(.25, otherwise=.05):
        parts.heading(g, p.say("What they help me with"), before=1.25)
        for member in found:
            parts.row(g, p.short_name(member), Said(member.helps_with), p.wish(member.wished_contact), after=.25)
