"""Small geometry for the network map: boxes, the forms people are drawn in, and where a line leaves them.

Units are those of the surface drawn on (pixels or points); y grows downwards.
"""
from __future__ import annotations

import enum
import math
from collections.abc import Iterator
from typing import NamedTuple

FULL = 2 * math.pi
ROOF = .6                                                # of half a place's height
EAR = math.radians(22), math.radians(72)                 # where an animal's ear begins and ends, above the horizon
BELOW_EARS = .14                                         # of half its height: so far down it begins itself

Point = tuple[float, float]


class Shape(enum.StrEnum):
    """The form somebody is drawn in: told apart without colours."""

    ROUND = "round"                                      # private persons
    SQUARED = "squared"                                  # professionals
    ANIMAL = "animal"                                    # round, with two ears
    PLACE = "place"                                      # a house


class Rect(NamedTuple):
    """A box by its top left corner and size."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def overlaps(self, other: Rect) -> bool:
        return (self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom)

    def inside(self, width: float, height: float) -> bool:
        return self.x >= 0 and self.y >= 0 and self.right <= width and self.bottom <= height

    def crossed_by(self, x1: float, y1: float, x2: float, y2: float) -> bool:
        """Whether the line between two points passes through; most lie wholly to one side."""
        x, y, w, h = self
        if (x1 < x and x2 < x) or (x1 > x + w and x2 > x + w) or (y1 < y and y2 < y) or (y1 > y + h and y2 > y + h):
            return False
        return self.crossing(x1, y1, x2, y2) is not None

    def crossing(self, x1: float, y1: float, x2: float, y2: float) -> tuple[float, float] | None:
        """From which part of its length to which the line between two points lies inside (Liang–Barsky); None = it
        does not pass through.
        """
        low, high, dx, dy = 0.0, 1.0, x2 - x1, y2 - y1
        for p, q in ((-dx, x1 - self.x), (dx, self.right - x1), (-dy, y1 - self.y), (dy, self.bottom - y1)):
            if p == 0:
                if q < 0:
                    return None
            elif p < 0:
                low = max(low, q / p)
            else:
                high = min(high, q / p)
        return (low, high) if low < high else None

    def nearest(self, x: float, y: float) -> Point:
        """The point of the box that is nearest to another one."""
        return min(max(x, self.x), self.right), min(max(y, self.y), self.bottom)


def outline(shape: Shape, half_w: float, half_h: float) -> list[Point]:
    """The corners of an animal or a place round (0, 0), clockwise; circles and boxes every painter knows itself."""
    if shape is Shape.PLACE:
        eaves = half_h * (ROOF - 1)
        return [(0.0, -half_h), (half_w, eaves), (half_w, half_h), (-half_w, half_h), (-half_w, eaves)]
    radius = min(half_w, half_h) * (1 - BELOW_EARS)
    core_w, core_h = half_w - radius, half_h * (1 - BELOW_EARS) - radius

    def at(angle: float) -> Point:
        x, y = math.cos(angle), math.sin(angle)
        return radius * x + math.copysign(core_w, x), radius * y + math.copysign(core_h, y) + half_h * BELOW_EARS

    tip = half_w - radius * .2, -half_h
    below = [at(-EAR[0] + (math.pi + 2 * EAR[0]) * i / 32) for i in range(33)]
    between = [at(EAR[1] - math.pi + (math.pi - 2 * EAR[1]) * i / 6) for i in range(7)]
    return [tip, *below, (-tip[0], tip[1]), *between]


def sinks(shape: Shape, half_h: float) -> float:
    """How far below the middle of its box the words in a shape stand: under the roof, between the ears."""
    return half_h * {Shape.PLACE: ROOF / 2, Shape.ANIMAL: BELOW_EARS}.get(shape, 0.0)


def leaves(half_w: float, half_h: float, shape: Shape, dx: float, dy: float) -> Point:
    """Where a line from the middle of a shape in the direction (dx, dy) crosses its edge.

    Rounded shapes are circles, or pills when wider than high; the ears of an animal are not counted.
    """
    length = math.hypot(dx, dy)
    if not length:
        return 0.0, 0.0
    ux, uy = dx / length, dy / length
    radius = min(half_w, half_h)
    core_w, core_h = half_w - radius, half_h - radius

    def within(t: float) -> bool:
        x, y = abs(ux * t), abs(uy * t)
        if shape is Shape.PLACE and uy < 0:
            return x <= half_w and y <= half_h * (1 - ROOF * x / half_w)
        if shape in (Shape.SQUARED, Shape.PLACE):
            return x <= half_w and y <= half_h
        return math.hypot(max(0.0, x - core_w), max(0.0, y - core_h)) <= radius

    low, high = 0.0, math.hypot(half_w, half_h)
    for _ in range(16):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle) else (low, middle)
    return ux * low, uy * low


def beads(x1: float, y1: float, x2: float, y2: float, size: float) -> Iterator[Rect]:
    """Little boxes along a line, so that it keeps its place as boxes do."""
    count = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / size))
    for i in range(count):
        part = (i + .5) / count
        yield Rect(x1 + (x2 - x1) * part - size / 2, y1 + (y2 - y1) * part - size / 2, size, size)
