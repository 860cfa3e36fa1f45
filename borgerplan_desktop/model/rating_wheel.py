"""The wheel of how it is going: where its spokes, points and lines lie. Screen and paper draw from the same numbers."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import RATING_MAX, Rating

HUB = .12                                                # of the radius: 0 is a ring of its own, so that it is seen
RINGS = (0, 5, RATING_MAX)                               # the numbers that have a ring
Point = tuple[float, float]                              # in radii from the middle: right and down


def reach(value: float) -> float:
    """How far from the middle a number lies, of the radius."""
    return HUB + (1 - HUB) * value / RATING_MAX


@dataclass(frozen=True)
class Spoke:
    area: LifeArea
    way: Point                                           # its outer end

    def at(self, value: float) -> Point:
        return self.way[0] * reach(value), self.way[1] * reach(value)


def spokes(areas: Sequence[LifeArea]) -> list[Spoke]:
    """The first points up, the others follow with the clock."""
    return [Spoke(area, (sin(2 * pi * number / len(areas)), -cos(2 * pi * number / len(areas))))
            for number, area in enumerate(areas)]


@dataclass(frozen=True)
class Ring:
    """One day's answers: a mark on every spoke that has a number, and lines between neighbours that both have."""

    marks: tuple[Point, ...]
    lines: tuple[tuple[Point, Point], ...]


def ring(on: Sequence[Spoke], answers: Mapping[LifeArea, Rating]) -> Ring:
    """An area without a number leaves a gap: nothing is drawn through what nobody has said."""
    points = [spoke.at(answers[spoke.area].value or 0) if spoke.area in answers else None for spoke in on]
    after = [*points[1:], *(points[:1] if len(points) > 2 else [])]
    pairs = zip(points, after, strict=False)             # the last goes on to the first
    return Ring(tuple(point for point in points if point is not None),
                tuple((a, b) for a, b in pairs if a is not None and b is not None))
