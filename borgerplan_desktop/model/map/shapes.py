"""Small geometry for the network map: boxes, where a line leaves a shape, and who already stands where.

Units are those of the surface drawn on (pixels or points); y grows downwards.
"""
from __future__ import annotations

import math
from collections import defaultdict
from typing import NamedTuple

FULL = 2 * math.pi


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
        """Whether the line between two points passes through (Liang–Barsky)."""
        low, high, dx, dy = 0.0, 1.0, x2 - x1, y2 - y1
        for p, q in ((-dx, x1 - self.x), (dx, self.right - x1), (-dy, y1 - self.y), (dy, self.bottom - y1)):
            if p == 0:
                if q < 0:
                    return False
            elif p < 0:
                low = max(low, q / p)
            else:
                high = min(high, q / p)
        return low < high


def leaves(half_w: float, half_h: float, rounded: bool, dx: float, dy: float) -> tuple[float, float]:
    """Where a line from the middle of a shape in the direction (dx, dy) crosses its edge.

    Rounded shapes are circles, or pills when wider than high.
    """
    length = math.hypot(dx, dy)
    if not length:
        return 0.0, 0.0
    ux, uy = dx / length, dy / length
    radius = min(half_w, half_h)
    core_w, core_h = half_w - radius, half_h - radius

    def within(t: float) -> bool:
        x, y = abs(ux * t), abs(uy * t)
        if not rounded:
            return x <= half_w and y <= half_h
        return math.hypot(max(0.0, x - core_w), max(0.0, y - core_h)) <= radius

    low, high = 0.0, math.hypot(half_w, half_h)
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if within(middle) else (low, middle)
    return ux * low, uy * low


class Crowd:
    """The boxes placed so far, in a grid, so that asking for room costs the same for 5 and for 500."""

    def __init__(self, cell: float) -> None:
        self._cell = cell
        self._boxes: dict[tuple[int, int], list[Rect]] = defaultdict(list)

    def _cells(self, box: Rect) -> list[tuple[int, int]]:
        size = self._cell
        return [(i, j) for i in range(int(box.x // size), int(box.right // size) + 1)
                for j in range(int(box.y // size), int(box.bottom // size) + 1)]

    def add(self, box: Rect) -> None:
        for cell in self._cells(box):
            self._boxes[cell].append(box)

    def remove(self, box: Rect) -> None:
        for cell in self._cells(box):
            self._boxes[cell].remove(box)

    def has_room(self, box: Rect) -> bool:
        x, y, w, h = box
        right, bottom = x + w, y + h
        size, boxes = self._cell, self._boxes
        rows = range(int(y // size), int(bottom // size) + 1)
        for i in range(int(x // size), int(right // size) + 1):
            for j in rows:
                for ox, oy, ow, oh in boxes.get((i, j), ()):
                    if x < ox + ow and ox < right and y < oy + oh and oy < bottom:
                        return False
        return True


class Sight:
    """What the middle of the map sees in each direction: boxes in the way, and ties that must stay uncovered.

    Directions are counted in whole degrees; a box is there from its nearest distance on.
    """

    def __init__(self, cx: float, cy: float) -> None:
        self._cx, self._cy = cx, cy
        self._near: list[list[float]] = [[] for _ in range(360)]
        self._ties: list[list[float]] = [[] for _ in range(360)]

    def view_of(self, box: Rect) -> tuple[int, int, float]:
        """First degree, number of degrees, and nearest distance of a box that does not hold the middle."""
        cx, cy = self._cx, self._cy
        left, right, top, bottom = box.x - cx, box.right - cx, box.y - cy, box.bottom - cy
        near = math.hypot(max(left, 0.0, -right), max(top, 0.0, -bottom))
        middle = math.atan2((top + bottom) / 2, (left + right) / 2)
        spread = [math.remainder(math.atan2(y, x) - middle, FULL)
                  for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
        first = math.floor(math.degrees(middle + min(spread)))
        last = math.floor(math.degrees(middle + max(spread)))
        return first, last - first + 1, near

    def direction(self, x: float, y: float) -> tuple[int, float]:
        dx, dy = x - self._cx, y - self._cy
        return math.floor(math.degrees(math.atan2(dy, dx))) % 360, math.hypot(dx, dy)

    def add(self, x: float, y: float, boxes: tuple[Rect, ...]) -> None:
        degree, length = self.direction(x, y)
        self._ties[degree].append(length)
        for box in boxes:
            first, count, near = self.view_of(box)
            for d in range(first, first + count):
                self._near[d % 360].append(near)

    def remove(self, x: float, y: float, boxes: tuple[Rect, ...]) -> None:
        degree, length = self.direction(x, y)
        self._ties[degree].remove(length)
        for box in boxes:
            first, count, near = self.view_of(box)
            for d in range(first, first + count):
                self._near[d % 360].remove(near)

    def crossings(self, x: float, y: float, boxes: tuple[Rect, ...]) -> int:
        """How many boxes a tie to this point would run under, and how many ties these boxes would cover."""
        degree, length = self.direction(x, y)
        found = sum(near < length for near in self._near[degree])
        for box in boxes:
            first, count, near = self.view_of(box)
            for d in range(first, first + count):
                ties = self._ties[d % 360]
                if ties:
                    found += sum(length > near for length in ties)
        return found
