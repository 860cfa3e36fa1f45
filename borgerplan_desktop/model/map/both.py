"""Two maps of the same people beside each other: who stands where they stood has the same spot on both, so that the eye
finds what is different. The later one is laid out on the earlier one, round those who have not moved.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from borgerplan_desktop.model.map.elements import Bond, Layout, Look, Person, Placed, shorten
from borgerplan_desktop.model.map.layout import lay_out, ties_of
from borgerplan_desktop.model.map.spots import Spots


def lay_out_both(then: Sequence[Person], now: Sequence[Person], sectors: Sequence[tuple[str, str]], width: float,
                 height: float, look: Look, *, centre: str = "",
                 bonds: tuple[Sequence[Bond], Sequence[Bond]] = ((), ())) -> tuple[Layout, Layout]:
    """The earlier and the later map, with the same rings and sectors; `bonds` are the ties of each."""
    earlier, later = {p.id: p for p in then}, {p.id: p for p in now}
    gone = [p for p in then if p.ring > 0]
    come = [p for p in now if p.ring > 0 and not _stays(earlier.get(p.id), p)]
    first = lay_out([_wordier(p, later.get(p.id)) for p in gone], sectors, width, height, look, centre=centre,
                    also=come)
    used = first.look or look
    kept = {spot.person.id: _with_words_of(spot, later[spot.person.id], used) for spot in first.people
            if spot.person.id in later and _stays(spot.person, later[spot.person.id])}
    shown = [p for p in now if p.ring > 0]
    places = Spots(first, used, ()).place_among(shown, kept)
    second = replace(first, people=tuple(places)) if places is not None else lay_out(
        shown, sectors, width, height, look, centre=centre, also=[p for p in gone if p.id not in kept])
    said = replace(first, people=tuple(_with_words_of(spot, earlier[spot.person.id], used) for spot in first.people))
    return _tied(said, bonds[0]), _tied(second, bonds[1])


def _tied(layout: Layout, bonds: Sequence[Bond]) -> Layout:
    return replace(layout, ties=tuple(ties_of(layout.centre, layout.people, bonds)))


def _stays(then: Person | None, now: Person) -> bool:
    """Whether it is the same spot; words and ties may be others."""
    return then is not None and (then.sector, then.ring, then.at, then.outside) == (
        now.sector, now.ring, now.at, now.outside)


def _wordier(then: Person, now: Person | None) -> Person:
    """Room for the longer words of the two."""
    if now is None or not _stays(then, now) or len(now.words) <= len(then.words):
        return then
    return replace(then, words=now.words)


def _with_words_of(spot: Placed, person: Person, look: Look) -> Placed:
    if spot.person.words == person.words or len(spot.lines) < 2:
        return replace(spot, person=person)              # there is no room for a second line
    box = spot.label if spot.label is not None else spot.node
    return replace(spot, person=person, lines=(
        spot.lines[0], *([shorten(person.words, False, box.w, look.measure)] if person.words else [])))
