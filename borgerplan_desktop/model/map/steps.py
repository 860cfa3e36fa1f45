"""Where an arrow key leads on the map: to the nearest in that direction, and in the end to everybody."""
from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from functools import partial

Point = tuple[float, float]
Way = tuple[int, int]
LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
WAYS: tuple[Way, ...] = (LEFT, RIGHT, UP, DOWN)
TILT = 1e-6                                              # so that nobody stands exactly above or beside another
MANY = 120                                               # beyond this, every step is found when it is asked for


def nearest(people: Mapping[str, Point], origin: Point, way: Way, but: str = "") -> str:
    """Whoever stands nearest in a direction, first straight ahead, then anywhere on that side; "" = nobody."""
    ahead = beside = ""
    least = fewest = math.inf
    for id, at in people.items():
        along, aside = _seen(origin, at, way)
        if id == but or along <= 0:
            continue
        far = math.hypot(along, aside)
        if aside <= along and far < least:
            ahead, least = id, far
        if far + aside < fewest:
            beside, fewest = id, far + aside
    return ahead or beside


class Steps:
    """The steps between all people of a map; nobody is passed by for ever, whichever way one walks."""

    def __init__(self, people: Mapping[str, Point]) -> None:
        self._people = {id: (x + TILT * y, y + TILT * x) for id, (x, y) in people.items()}
        self._steps: dict[tuple[str, Way], str] = {}
        if len(people) <= MANY:
            self._steps = {(id, way): nearest(self._people, at, way, id) for id, at in self._people.items()
                           for way in WAYS}
            self._lead_to_everybody()

    def step(self, start: str, way: Way) -> str:
        """Who comes next; "" = nobody stands there."""
        if not self._steps:
            return nearest(self._people, self._people[start], way, start)
        return self._steps[start, way]

    def _lead_to_everybody(self) -> None:
        """Whoever walks one way long enough comes to the edge; so it is from there that all must be reached."""
        if not self._people:
            return
        edge = max(self._people, key=self._people.__getitem__)
        reached = self._reached(edge)
        for id in [each for each in self._people if each not in reached]:
            if id not in reached:
                reached = self._lead_to(id, edge, reached)

    def _lead_to(self, id: str, edge: str, reached: set[str]) -> set[str]:
        """Turn the shortest step that can be spared towards somebody nobody leads to."""
        at = self._people[id]
        for one, way in sorted(((one, way) for one in reached for way in WAYS), key=partial(self._length, at)):
            before = self._steps[one, way]
            self._steps[one, way] = id
            now = self._reached(edge)
            if now > reached:
                return now
            self._steps[one, way] = before
        return reached

    def _length(self, at: Point, step: tuple[str, Way]) -> tuple[bool, float]:
        along, aside = _seen(self._people[step[0]], at, step[1])
        return along <= 0, math.hypot(along, aside) + aside

    def _reached(self, start: str) -> set[str]:
        seen, waiting = {start}, deque([start])
        while waiting:
            here = waiting.popleft()
            for way in WAYS:
                there = self._steps[here, way]
                if there and there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return seen


def _seen(origin: Point, at: Point, way: Way) -> tuple[float, float]:
    """How far along and how far aside a point lies, looking one way."""
    x, y = at[0] - origin[0], at[1] - origin[1]
    return x * way[0] + y * way[1], abs(x * way[1]) + abs(y * way[0])
