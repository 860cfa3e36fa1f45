"""Finds everybody a spot on the network map: nearest to where they belong, on nobody's toes, their tie in sight."""
from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from borgerplan_desktop.model.map.elements import MIDDLES, RINGS, Layout, Look, Person, Placed, shorten
from borgerplan_desktop.model.map.shapes import FULL, Crowd, Rect, Sight

WRONG_CELL, UNDER = 150.0, 34.0                          # costs, in units of distance: a false ring, a hidden tie
ASIDE = {"": 0.0, "out": 0.0, "above": 13.0, "below": 15.0, "in": 24.0}
MANY = 90                                                # beyond this, ties are no longer kept in sight
STILL_TIDY = 24                                          # up to this, everybody is asked to move once more


class Spots:
    def __init__(self, frame: Layout, look: Look, reserved: Sequence[Rect]) -> None:
        self._frame, self._look = frame, look
        self._crowd = Crowd(2 * look.node + look.line)
        self._sight = Sight(frame.cx, frame.cy)
        self._spans = {s.key: (s.start, s.end) for s in frame.sectors}
        for box in (frame.centre.node.grown(look.gap), *(s.label.grown(2) for s in frame.sectors), *reserved):
            self._crowd.add(box)
        self._watched = False

    def place(self, people: Sequence[Person]) -> list[Placed] | None:
        """Everybody's spot in the order given, or None when there is no room."""
        self._watched = len(people) <= MANY
        wanted = self._wanted(people)
        found: dict[str, Placed] = {}
        order = sorted(people, key=lambda p: (p.at is None, p.ring))
        for person in order:
            spot = self._spot(person, wanted[person.id])
            if spot is None:
                return None
            found[person.id] = spot
            self._take(spot)
        for _ in range(2 if len(people) <= STILL_TIDY else 0):
            for person in order:
                self._leave(found[person.id])
                found[person.id] = self._spot(person, wanted[person.id]) or found[person.id]
                self._take(found[person.id])
        return [found[p.id] for p in people]

    def _take(self, spot: Placed) -> None:
        for box in spot.boxes:
            self._crowd.add(box)
        if self._watched:
            self._sight.add(spot.x, spot.y, spot.boxes)

    def _leave(self, spot: Placed) -> None:
        for box in spot.boxes:
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
                found[person.id] = _polar(MIDDLES[min(person.ring, 3)], angle)
        for person in people:
            if person.at is not None:
                found[person.id] = self._inside_cell(person, *person.at)
        return found

    def _inside_cell(self, person: Person, u: float, v: float) -> tuple[float, float]:
        """The nearest point to (u, v) that lies well inside the person's own ring and sector."""
        low, high = self._ring_edges(person.ring)
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

    # ------------------------------------------------------------------ the best free spot
    def _spot(self, person: Person, wanted: tuple[float, float]) -> Placed | None:
        frame, look = self._frame, self._look
        x0, y0 = frame.absolute(*wanted)
        lines, half_w, half_h, label_w, label_h = self._sizes(person)
        firm = 2.0 if person.at is not None else 1.0     # put by hand: moving away costs twice as much
        step = max(5.0, look.node * .4)
        away = self._home(person)
        air = look.gap * .7 + (0.0 if look.boxed else person.rim * .7)
        best, lowest = None, math.inf
        for distance, dx, dy in _spiral(math.ceil(2.3 * max(frame.width, frame.height) / step / 2)):
            cost = distance * step * firm
            if cost >= lowest:
                break
            x, y = x0 + dx * step, y0 + dy * step
            cost += away(x, y)
            if cost >= lowest:
                continue
            node = Rect(x - half_w, y - half_h, 2 * half_w, 2 * half_h)
            if not node.inside(frame.width, frame.height) or not self._crowd.has_room(node.grown(air)):
                continue
            for side, aside in _sides(look.boxed, x < frame.cx):
                if cost + aside >= lowest:
                    continue
                label = self._label(side, x, y, half_w + person.rim, half_h, label_w, label_h)
                if label is not None and not (label.inside(frame.width, frame.height)
                                              and self._crowd.has_room(label.grown(look.gap / 4))):
                    continue
                boxes = (node,) if label is None else (node, label)
                total = cost + aside
                if self._watched:
                    total += UNDER * min(6, self._sight.crossings(x, y, boxes))
                    if label is not None and label.crossed_by(frame.cx, frame.cy, x, y):
                        total += UNDER                   # one's own tie through one's own name
                if total < lowest:
                    best, lowest = Placed(person, x, y, half_w, half_h, lines, label, side), total
        return best

    def _home(self, person: Person) -> Callable[[float, float], float]:
        """The price of standing at a point that is not in one's own ring, or not in one's own sector."""
        cx, cy, rx, ry = self._frame.cx, self._frame.cy, self._frame.rx, self._frame.ry
        low, high = self._ring_edges(person.ring)
        low = low if person.ring > 1 else 0.0
        start, end = self._spans.get(person.sector, (0.0, FULL))
        middle, reach = (start + end) / 2, (end - start) / 2

        def price(x: float, y: float) -> float:
            u, v = (x - cx) / rx, (y - cy) / ry
            ring = 0.0 if low <= math.hypot(u, v) <= high else WRONG_CELL
            astray = abs(math.remainder(math.atan2(v, u) - middle, FULL)) > reach
            return ring + WRONG_CELL if astray else ring

        return price

    def _sizes(self, person: Person) -> tuple[tuple[str, ...], float, float, float, float]:
        """The lines of text, half the size of the shape, the size of the label beside it."""
        look = self._look
        texts = [person.name, person.words][:look.lines if person.words else 1]
        lines = tuple(shorten(t, i == 0, look.label, look.measure) for i, t in enumerate(texts))
        wide = max(look.measure(t, i == 0) for i, t in enumerate(lines))
        high = look.line * len(lines)
        if not look.boxed:
            return lines, look.node, look.node, wide, high
        pad = look.gap if person.squared else look.gap * 1.4
        return lines, wide / 2 + pad + person.rim, high / 2 + look.gap / 2 + person.rim, 0.0, 0.0

    def _label(self, side: str, x: float, y: float, half_w: float, half_h: float, w: float, h: float) -> Rect | None:
        gap = self._look.gap
        if side == "right":
            return Rect(x + half_w + gap, y - h / 2, w, h)
        if side == "left":
            return Rect(x - half_w - gap - w, y - h / 2, w, h)
        if side == "above":
            return Rect(x - w / 2, y - half_h - gap - h, w, h)
        if side == "below":
            return Rect(x - w / 2, y + half_h + gap * .4, w, h)
        return None


def _sides(boxed: bool, left_half: bool) -> tuple[tuple[str, float], ...]:
    if boxed:
        return (("", 0.0),)
    out, back = ("left", "right") if left_half else ("right", "left")
    return (out, ASIDE["out"]), ("above", ASIDE["above"]), ("below", ASIDE["below"]), (back, ASIDE["in"])


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
