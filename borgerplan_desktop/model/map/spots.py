"""Finds everybody a spot on the network map: nearest to where they belong, on nobody's toes, their tie in sight."""
from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from borgerplan_desktop.model.map.crowd import Crowd, Sight
from borgerplan_desktop.model.map.elements import MIDDLES, RINGS, Layout, Look, Person, Placed
from borgerplan_desktop.model.map.labels import APART, AWAY, INSIDE, Place, Size, apart, beside, leader, like, size_of
from borgerplan_desktop.model.map.shapes import FULL, Rect, beads

WRONG_CELL, BEYOND, UNDER = 150.0, 500.0, 34.0           # costs, in units of distance: a false ring, a living person
#                                                          outside the rings, a hidden tie
MOST_HIDDEN = 6                                          # more hidden ties than these are no worse
FAR_FROM_HOME = 1.25 * APART                              # … from which on a name may rather stand apart
PIN = 40.0                                               # … of a small disc where a box would say more
WIDER = (2.0, 1.6, 1.3, 1.0)                             # how much longer a name may become where there is room
BEAD = 4.0                                               # how much room a line to a name takes
MANY = 90                                                # beyond this, ties are no longer kept in sight
STILL_TIDY, MENDED = 24, 2                               # up to this, everybody is asked to move once more; that brings
#                                                          so many home

Places = Callable[[Person, float, float, Size], Iterator[Place]]


class Spots:
    def __init__(self, frame: Layout, look: Look, reserved: Sequence[Rect]) -> None:
        self._frame, self._look = frame, look
        self._crowd = Crowd(frame.width, frame.height)
        self._sight = Sight(frame.cx, frame.cy)
        self._spans = {s.key: (s.start, s.end) for s in frame.sectors}
        for box in (frame.centre.node.grown(look.gap), *(s.label.grown(2) for s in frame.sectors), *reserved):
            self._crowd.add(box)
        self._watched = False
        self._taken: dict[tuple[float, ...], int] = {}   # how many of the spots nearest to a point are known as taken

    def place(self, people: Sequence[Person], most_astray: float = math.inf) -> list[Placed] | None:
        """Everybody's spot in the order given, or None when there is no room for them at home."""
        self._watched = len(people) <= MANY
        wanted = self._wanted(people)
        found: dict[str, Placed] = {}
        order = sorted(people, key=lambda p: (p.at is None, p.ring))
        tidy = len(people) <= STILL_TIDY and self._look.label > 0        # dots alone stand well enough at once
        astray = 0
        for person in order:
            spot = self._spot(person, wanted[person.id])
            astray += spot is not None and self._strays(spot)
            if spot is None or astray > most_astray + MENDED * tidy:
                return None
            found[person.id] = spot
            self._take(spot)
        free, still = [p for p in order if p.at is None], 0      # who was put by hand stays: the others make room
        for person in free * (2 * tidy):
            if still == len(free):                       # nobody has moved since each of them was asked
                break
            spot = found[person.id]
            self._leave(spot)
            found[person.id] = self._spot(person, wanted[person.id]) or spot
            self._take(found[person.id])
            still = still + 1 if found[person.id] == spot else 0
        if sum(map(self._strays, found.values())) > most_astray:
            return None
        return self._unfolded([found[p.id] for p in people])

    def _strays(self, spot: Placed) -> bool:
        """Outside the rings no sector's line runs: smaller names for all would bring nobody home."""
        return not spot.person.outside and not self._frame.at_home(spot)

    def place_among(self, people: Sequence[Person], kept: Mapping[str, Placed]) -> list[Placed] | None:
        """A spot for each of a crowd who is not `kept` where they stand."""
        wanted = self._wanted(people)
        for spot in kept.values():
            self._take(spot)
        found = dict(kept)
        for person in people:
            if person.id not in found:
                spot = self._spot(person, wanted[person.id])
                if spot is None:
                    return None
                self._take(spot)
                found[person.id] = self._with_more_words(spot, self._look.lines)
        return [found[p.id] for p in people]

    def _unfolded(self, spots: list[Placed]) -> list[Placed]:
        """Names that were cut short get the room that was left, and then those whose second line was left out."""
        for lines in (self._look.lines, 2):
            spots = [self._with_more_words(spot, lines) for spot in spots]
        return spots

    def _with_more_words(self, spot: Placed, lines: int) -> Placed:
        person = spot.person
        if spot.label is None or (len(spot.lines) >= min(lines, 1 + bool(person.words))
                                  and not any(line.endswith("…") for line in spot.lines)):
            return spot
        self._leave(spot)
        for part in WIDER:
            size = size_of(person, replace(self._look, label=self._look.label * part, lines=lines), inside=False)
            label = like(spot.side, spot.label, spot, size)
            if self._is_free(label) and not self._covers_more(spot, label):
                spot = replace(spot, label=label, lines=size.lines)
                break
        self._take(spot)
        return spot

    def _covers_more(self, spot: Placed, label: Rect) -> bool:
        """Whether a larger label would lie on more ties than the one there is."""
        return self._price(spot.x, spot.y, 0, label) > self._price(spot.x, spot.y, 0, spot.label)

    def _take(self, spot: Placed) -> None:
        for box in _room_of(spot):
            self._crowd.add(box)
        if self._watched:
            self._sight.add(spot.x, spot.y, spot.boxes)

    def _leave(self, spot: Placed) -> None:
        for box in _room_of(spot):
            self._crowd.remove(box)
        if self._watched:
            self._sight.remove(spot.x, spot.y, spot.boxes)

    # ------------------------------------------------------------------ where somebody belongs
    def _wanted(self, people: Sequence[Person]) -> dict[str, tuple[float, float]]:
        """Relative positions: by hand where given (kept inside sector and ring), else spread over the sector."""
        found: dict[str, tuple[float, float]] = {}
        for key in dict.fromkeys(p.sector for p in people):
            mine = [p for p in people if p.sector == key and p.at is None]
            start, end = self._spans.get(key, (0.0, FULL))
            mine.sort(key=lambda p: p.ring)              # stable: the order given decides within a ring
            slots = sorted(range(len(mine)), key=_van_der_corput)
            for person, slot in zip(mine, slots, strict=True):
                angle = start + (end - start) * (slot + .5) / len(mine)
                found[person.id] = _polar(self._rim(person) if person.outside else MIDDLES[min(person.ring, 3)], angle)
        for person in people:
            if person.at is not None:
                found[person.id] = self._inside_cell(person, *person.at)
        return found

    def _inside_cell(self, person: Person, u: float, v: float) -> tuple[float, float]:
        """The nearest point to (u, v) that lies well inside the person's own ring and sector."""
        low, high = (self._rim(person), 2.0) if person.outside else self._ring_edges(person.ring)
        distance = min(max(math.hypot(u, v), low + .02), high - .02)
        angle = math.atan2(v, u)
        start, end = self._spans.get(person.sector, (0.0, FULL))
        margin = min(.06, (end - start) / 4)
        off = math.remainder(angle - (start + end) / 2, FULL)
        reach = (end - start) / 2 - margin
        if abs(off) > reach and end - start < FULL:
            angle = (start + end) / 2 + math.copysign(reach, off)
        return _polar(distance, angle)

    def _ring_edges(self, ring: int) -> tuple[float, float]:
        ring = min(max(ring, 1), 3)
        inner = (self._frame.centre.half_h + self._look.gap + self._look.node) / self._frame.ry
        return (min(inner, RINGS[0] * .9) if ring == 1 else RINGS[ring - 2]), RINGS[ring - 1]

    def _rim(self, person: Person) -> float:
        """How far out somebody begins who stands outside the rings."""
        size = size_of(person, self._look, inside=self._look.boxed)
        return 1 + (min(size.half_w, size.half_h) + person.rim + self._look.gap) / min(self._frame.rx, self._frame.ry)

    # ------------------------------------------------------------------ the best free spot
    def _spot(self, person: Person, wanted: tuple[float, float]) -> Placed | None:
        """The cheapest: with the words in a box (on paper) or beside a disc; where that is dear, a little apart."""
        look, best, cost = self._look, None, math.inf
        if look.boxed:
            best, cost = self._search(person, wanted, size_of(person, look, inside=True), self._boxed, math.inf)
        size = size_of(person, look, inside=False)
        for places, least in ((self._beside, PIN if look.boxed else 0.0), (self._apart, FAR_FROM_HOME)):
            if cost > least:
                found, cost = self._search(person, wanted, size, places, cost)
                best = found or best
        return best

    def _search(self, person: Person, wanted: tuple[float, float], size: Size, places: Places,
                limit: float) -> tuple[Placed | None, float]:
        """The cheapest spot that costs less than the limit, and what the best so far costs."""
        frame, look = self._frame, self._look
        x0, y0 = frame.absolute(*wanted)
        firm = 2.0 if person.at is not None else 1.0     # put by hand: moving away costs twice as much
        step = max(5.0, look.node * .4) * (2 if places == self._apart else 1)
        away = self._home(person, size)
        rim = 0.0 if look.boxed else person.rim
        air = look.gap * .7 + rim
        half_w, half_h = size.half_w, size.half_h
        best, lowest = None, limit
        spiral = _spiral(math.ceil(2.3 * max(frame.width, frame.height) / step / 2))
        spot = (x0, y0, half_w, half_h, step)
        taken = begun = self._taken.get(spot, 0)
        for index in range(begun, len(spiral)):
            distance, dx, dy = spiral[index]
            cost = distance * step * firm
            if cost >= lowest:
                break
            x, y = x0 + dx * step, y0 + dy * step
            cost += away(x, y)
            if cost >= lowest:
                continue
            node = Rect(x - half_w, y - half_h, 2 * half_w, 2 * half_h)
            badged = node.grown(rim) if rim else node    # a badge too lies on the map, not on its edge
            if not badged.inside(frame.width, frame.height) or not self._crowd.has_room(node, air):
                if taken == index and not self._watched:
                    taken = self._taken[spot] = index + 1
                continue
            under = self._hidden_by(x, y, node)
            for place in places(person, x, y, size):
                total = cost + place.cost + UNDER * min(MOST_HIDDEN, under)
                if total >= lowest:
                    continue
                line = None
                if place.label is not None and not self._is_free(place.label):
                    continue
                if place.side == AWAY and place.label is not None:
                    line = leader(x, y, size, person.shape, place.label)
                    if place.label.overlaps(node) or not self._may_run(line):
                        continue
                total = cost + place.cost + self._price(x, y, under, place.label)
                if total < lowest:
                    best = Placed(person, x, y, half_w, half_h, size.lines, place.label, place.side, line, rim)
                    lowest = total
                    if line is not None:
                        break                            # those that follow are further away
            if best is None and not self._watched and taken == index:
                taken = self._taken[spot] = index + 1
        return best, lowest

    def _boxed(self, person: Person, x: float, y: float, size: Size) -> Iterator[Place]:
        yield INSIDE

    def _beside(self, person: Person, x: float, y: float, size: Size) -> Iterator[Place]:
        dear = PIN if self._look.boxed else 0.0
        for place in beside(x, y, size, person.rim, self._look.gap, x < self._frame.cx):
            yield place._replace(cost=place.cost + dear) if dear else place

    def _apart(self, person: Person, x: float, y: float, size: Size) -> Iterator[Place]:
        return apart(x, y, size, person.rim, self._look)

    def _is_free(self, label: Rect) -> bool:
        return label.inside(self._frame.width, self._frame.height) and self._crowd.has_room(
            label, self._look.gap / 4)

    def _may_run(self, line: tuple[float, float, float, float]) -> bool:
        """Whether a line to a name crosses nobody."""
        return all(self._crowd.has_room(bead) for bead in beads(*line, BEAD))

    def _hidden_by(self, x: float, y: float, node: Rect) -> int:
        """How many ties disappear under boxes if somebody stands here, their name left aside."""
        return self._sight.runs_under(x, y) + self._sight.covers(node) if self._watched else 0

    def _price(self, x: float, y: float, under: int, label: Rect | None) -> float:
        """The price of the ties that would be hidden, and of one's own through one's own name."""
        if not self._watched or label is None:
            return UNDER * min(MOST_HIDDEN, under)
        through = label.crossed_by(self._frame.cx, self._frame.cy, x, y)
        return UNDER * (min(MOST_HIDDEN, under + self._sight.covers(label)) + through)

    def _home(self, person: Person, size: Size) -> Callable[[float, float], float]:
        """The price of standing at a point that is not in one's own ring, or not in one's own sector."""
        cx, cy, rx, ry = self._frame.cx, self._frame.cy, self._frame.rx, self._frame.ry
        low, high = self._ring_edges(person.ring)
        low = low if person.ring > 1 else 0.0
        start, end = self._spans.get(person.sector, (0.0, FULL))
        middle, reach = (start + end) / 2, (end - start) / 2
        half_w, half_h = size.half_w, size.half_h
        ahead, aside, least = math.cos(middle), math.sin(middle), math.cos(reach)

        def price(x: float, y: float) -> float:
            u, v = (x - cx) / rx, (y - cy) / ry
            far = math.hypot(u, v)
            ring = 0.0 if low <= far <= high else WRONG_CELL if far <= 1 else BEYOND
            # further round than the sector reaches: what angles would say, thousands of times for every map
            return ring + WRONG_CELL if u * ahead + v * aside < least * far else ring

        def price_outside(x: float, y: float) -> float:
            near = math.hypot(max(0.0, abs(x - cx) - half_w) / rx, max(0.0, abs(y - cy) - half_h) / ry)
            if near <= 1:
                return math.inf                          # among the living they would be taken for one of them
            return WRONG_CELL if abs(math.remainder(math.atan2((y - cy) / ry, (x - cx) / rx) - middle, FULL)
                                     ) > reach else 0.0

        return price_outside if person.outside else price


def _room_of(spot: Placed) -> Iterator[Rect]:
    yield spot.badged
    if spot.label is not None:
        yield spot.label
    if spot.leader is not None:
        yield from beads(*spot.leader, BEAD)


def _polar(distance: float, angle: float) -> tuple[float, float]:
    return distance * math.cos(angle), distance * math.sin(angle)


def _van_der_corput(n: int) -> float:
    """Orders 0, 1, 2 … so that any first few are spread evenly: those of one ring do not stand side by side."""
    value, part = 0.0, .5
    while n:
        value, n, part = value + part * (n & 1), n >> 1, part / 2
    return value


@cache
def _spiral(rounds: int) -> tuple[tuple[float, float, float], ...]:
    """(distance, dx, dy) in steps, nearest first; coarser further away."""
    found = [(0.0, 0.0, 0.0)]
    distance = 1.0
    while distance <= rounds:
        count = min(48, max(8, round(FULL * distance / 1.3)))
        for i in range(count):
            angle = FULL * i / count + distance          # turned a little each round
            found.append((distance, distance * math.cos(angle), distance * math.sin(angle)))
        distance += 1.0 if distance < 12 else distance / 10
    return tuple(found)
