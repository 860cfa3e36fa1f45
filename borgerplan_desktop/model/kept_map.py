"""The map of a day, now or kept, and what is different between two of them."""
from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import (
    KeptMap,
    KeptPlace,
    KeptTie,
    NetworkMember,
    Reach,
    Ring,
    Tie,
    TieQuality,
    people,
    ties_among,
)
from borgerplan_desktop.model.shelter import Sector

Pair = frozenset[str]


@dataclass(frozen=True)
class MapOn:
    """Which map a paper shows: `instead` of names a value of `Instead`, and the day or the id of a kept map; "" = with
    names, and the map of today.
    """

    instead: str = ""
    kept: str = ""

    @property
    def key(self) -> str:
        """One word that says it: "", "anonymous", "initials@2026-10-03"."""
        return f"{self.instead}@{self.kept}" if self.kept else self.instead

    @classmethod
    def of(cls, key: str) -> MapOn:
        instead, _at, kept = key.partition("@")
        return cls(instead, kept)

    def kept_in(self, case: Case) -> KeptMap | None:
        """The kept map that is meant, of a day the last; None = today's, or there is none."""
        of_the_day = [each for each in case.all(KeptMap) if each.on.isoformat() == self.kept]
        return case.get(KeptMap, self.kept) or (of_the_day[-1] if of_the_day else None)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands, and how the tie to the citizen is."""

    sector: Sector
    ring: Ring | None
    reach: Reach
    at: tuple[float, float] | None
    tie: TieQuality


@dataclass(frozen=True)
class MapState:
    """Who stands where on a map, by id, and the ties between two others."""

    spots: Mapping[str, Spot]
    ties: Mapping[Pair, TieQuality] = field(default_factory=dict)


class Turn(enum.Enum):
    """What can be different for somebody between two maps."""

    CAME = enum.auto()
    WENT = enum.auto()
    PLACED = enum.auto()                                 # was not placed yet
    TAKEN_OFF = enum.auto()                              # is not placed any more
    CLOSER = enum.auto()
    FURTHER = enum.auto()
    ELSEWHERE = enum.auto()                              # another part of life
    REACH = enum.auto()                                  # died, came out of reach, is in reach again
    TIE = enum.auto()                                    # the tie to the citizen
    BETWEEN = enum.auto()                                # the tie to another


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different for somebody; `before` and `after` are the spots, or of a tie its qualities."""

    turn: Turn
    member_id: str
    before: Spot | TieQuality | None = None
    after: Spot | TieQuality | None = None
    other_id: str = ""                                   # of a tie between two others


def state_now(case: Case) -> MapState:
    """The map as it is."""
    here = people(case)
    return MapState({m.id: _spot(m) for m in here}, _between_two(ties_among(case, {m.id for m in here})))


def state_of(case: Case, kept: KeptMap) -> MapState:
    """The map as it was kept."""
    return MapState({each.member_id: _spot(each) for each in case.of(KeptPlace, KeptPlace.map_id, kept.id)},
                    _between_two(case.of(KeptTie, KeptTie.map_id, kept.id)))


def _between_two(ties: Iterable[Tie | KeptTie]) -> dict[Pair, TieQuality]:
    """A file from elsewhere may tie somebody to themselves: that is no tie."""
    return {frozenset((t.one_id, t.other_id)): t.quality for t in ties if t.one_id != t.other_id}


def differences(before: MapState, after: MapState) -> list[Difference]:
    """Who came, went, moved, and which ties changed, in the order of the later map; a spot moved within one's own ring
    and part of life is no difference.
    """
    found: list[Difference] = []
    for id, now in after.spots.items():
        was = before.spots.get(id)
        if was is None:
            found.append(Difference(Turn.CAME, id, None, now))
        else:
            found += _of_one(id, was, now)
    found += [Difference(Turn.WENT, id, was, None) for id, was in before.spots.items() if id not in after.spots]
    both = before.spots.keys() & after.spots.keys()
    return [*found, *_between(before, after, both)]


def _of_one(id: str, was: Spot, now: Spot) -> Iterator[Difference]:
    if was.reach is not now.reach:
        yield Difference(Turn.REACH, id, was, now)
    if was.ring is not now.ring:
        turn = (Turn.PLACED if was.ring is None else Turn.TAKEN_OFF if now.ring is None
                else Turn.CLOSER if now.ring.value < was.ring.value else Turn.FURTHER)
        yield Difference(turn, id, was, now)
    if was.sector is not now.sector:
        yield Difference(Turn.ELSEWHERE, id, was, now)
    if was.tie is not now.tie:
        yield Difference(Turn.TIE, id, was.tie, now.tie)


def _between(before: MapState, after: MapState, both: set[str]) -> Iterator[Difference]:
    """Ties among those who stand on both maps: whoever came brought theirs."""
    pairs = [*after.ties, *(pair for pair in before.ties if pair not in after.ties)]
    for pair in pairs:
        was, now = before.ties.get(pair), after.ties.get(pair)
        if was is not now and pair <= both:
            one, other = sorted(pair, key=list(after.spots).index)
            yield Difference(Turn.BETWEEN, one, was, now, other)


def _spot(row: NetworkMember | KeptPlace) -> Spot:
    at = (row.x, row.y) if row.x is not None and row.y is not None else None
    return Spot(row.sector, row.ring, row.reach, at, row.tie)
