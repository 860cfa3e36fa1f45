"""Who is closest, which ties are hard, who knows whom, and who alone leads on to others."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.groups import cut_points, groups, held_together, ties_of
from borgerplan_desktop.model.insight.sentence import SILLY, Around, Kind, Sentence, is_professional
from borgerplan_desktop.model.network import Being, ContactWish, NetworkMember, Reach, Ring, TieQuality
from borgerplan_desktop.model.sectors import sector_names

BRIDGES = 2                                              # that are said
TRIED = 12                                               # of a crowd only those who know most are looked at


def closeness(around: Around) -> Iterator[Sentence]:
    """Who is closest, hard or gone right now, and whom the citizen would like to see more of."""
    v, name = around.voice, around.voice.citizen
    if not around.placed:                                # nobody has said anything: neither does the map
        if around.people:
            yield around.said(Kind.ASK, v.say(N_("Ask {name} who is closest."), name=name))
        return
    if len(around.placed) <= SILLY:
        yield around.said(Kind.WISH_FOR, v.say(N_("Whom would {name} also like to have on the map?"), name=name))
    closest = [m for m in around.near if m.ring is Ring.CLOSEST and m.tie is not TieQuality.BROKEN]
    if closest := sorted(closest, key=is_professional):  # one's own people first
        yield around.said(Kind.CLOSEST, v.many(
            len(closest), N_("{people} is closest to {name}."), N_("{people} are closest to {name}."),
            people=v.names(closest), name=name), closest)
    if strained := [m for m in around.near if m.tie is TieQuality.STRAINED]:
        yield around.said(Kind.STRAINED, v.say(N_("Hard right now with {people}."), people=v.names(strained)), strained)
    if more := [m for m in around.people if m.wish is ContactWish.MORE and m.reach is not Reach.DEAD]:
        yield around.said(Kind.MORE_CONTACT, v.say(
            N_("{name} would like more contact with {people}."), name=name, people=v.names(more)), more)
    apart = [m for m in around.placed if m.reach is not Reach.DEAD and (
        m.tie is TieQuality.BROKEN or m.reach is Reach.OUT_OF_REACH)]
    if apart:
        yield around.said(Kind.NO_CONTACT, v.say(N_("No contact now with {people}."), people=v.names(apart)), apart)


def who_knows_whom(around: Around) -> Iterator[Sentence]:
    """Groups, bridges, and who knows nobody of the others; nothing where nobody has said who knows whom."""
    persons = around.persons
    ties = ties_of([m.id for m in persons], around.ties)
    yield from _ways_back(around)
    if len(persons) <= SILLY or not any(ties.values()):
        return
    yield from _bridges(around, ties)
    own = [m.id for m in persons if not is_professional(m)]
    among_own = ties_of(own, around.ties)
    for group in groups(among_own):
        if len(group) > SILLY:
            people = _of(around, group)
            yield around.said(Kind.GROUP, around.voice.say(
                N_("{people} are one circle."), people=around.voice.names(people)), people)
    yield from _without_professionals(around, ties, among_own)
    everybody = ties_of([m.id for m in around.people if m.is_person], around.ties)
    alone = [m for m in persons if not is_professional(m) and not everybody[m.id]]
    if alone:
        yield around.said(Kind.KNOW_NOBODY, around.voice.many(
            len(alone), N_("{people} does not know any of the others on the map yet."),
            N_("{people} do not know any of the others on the map yet."), people=around.voice.names(alone)), alone)


def _ways_back(around: Around) -> Iterator[Sentence]:
    """Somebody the citizen has no contact with, whom just one person still sees."""
    near = {m.id for m in around.persons}
    apart = [m for m in around.placed if m.being is Being.PERSON and m.reach is not Reach.DEAD and m.id not in near
             and (m.tie is TieQuality.BROKEN or m.reach is Reach.OUT_OF_REACH)]
    ties = ties_of([*near, *(m.id for m in apart)], around.ties)
    ways: dict[str, list[NetworkMember]] = {}
    for member in apart:
        through = ties[member.id] & near
        if len(through) == 1:
            ways.setdefault(next(iter(through)), []).append(member)
    for id, members in list(ways.items())[:BRIDGES]:
        bridge = around.by_id[id]
        yield around.said(Kind.BRIDGE, around.voice.say(
            N_("{person} is the only one who still sees {people}."), person=around.voice.name(bridge),
            people=around.voice.names(members)), [bridge, *members])


def _bridges(around: Around, ties: dict[str, set[str]]) -> Iterator[Sentence]:
    """Whoever alone holds two groups together: the one with the largest smaller half first."""
    points = sorted(cut_points(ties), key=lambda id: -len(ties[id]))[:TRIED]
    found = [(id, parts) for id in points if len((parts := held_together(ties, id))[0]) > 1]
    found.sort(key=lambda each: (-len(each[1][1]), -len(each[1][0])))
    for id, parts in found[:BRIDGES]:
        bridge, one, other = around.by_id[id], _of(around, parts[0]), _of(around, parts[1])
        yield around.said(Kind.BRIDGE, around.voice.say(
            N_("Only {person} knows both {some} and {others}."), person=around.voice.name(bridge),
            some=around.voice.names(_known(one, ties[id])), others=around.voice.names(_known(other, ties[id]))),
            [bridge, *one, *other])


def _known(group: Sequence[NetworkMember], near: set[str]) -> list[NetworkMember]:
    return [member for member in group if member.id in near]


def _without_professionals(around: Around, ties: dict[str, set[str]], own: dict[str, set[str]]) -> Iterator[Sentence]:
    """One's own people who only reach each other through professionals."""
    apart = {id: number for number, group in enumerate(groups(own)) for id in group}
    for group in groups(ties):
        mine = [id for id in group if id in apart]
        if len({apart[id] for id in mine}) > 1:
            people = _of(around, mine)
            yield around.said(Kind.WITHOUT_PROFESSIONALS, around.voice.say(
                N_("Without the professionals {people} would not be in touch with each other."),
                people=around.voice.names(people)), people)


def empty_sectors(around: Around) -> Iterator[Sentence]:
    """Parts of life with nobody; somebody who is dead still has their place, and of one or two people none is asked."""
    named = sector_names(around.case.register, around.voice.say)
    empty = [name for sector, name in named.items() if not any(m.sector is sector for m in around.placed)]
    if empty and len(around.placed) > SILLY:
        said = [_low(name) for name in empty]
        yield around.said(Kind.EMPTY_SECTORS, around.voice.say(
            N_("Nobody yet: {sectors}."), sectors=around.voice.listed(said)))


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _of(around: Around, ids: Sequence[str]) -> list[NetworkMember]:
    return [around.by_id[id] for id in ids]
