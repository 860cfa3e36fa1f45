"""Who already stands where on the network map, and what is in sight from its middle."""
from __future__ import annotations

import math
from collections import defaultdict

from borgerplan_desktop.model.map.shapes import FULL, Rect

BAND = 64.0                                              # units: so high is a band of the surface
FINE = 2.0                                               # units: how finely the surface is looked at


class Crowd:
    """The boxes placed so far, drawn into a grid of bits: to ask for room costs the same for 5 people and for 500."""

    def __init__(self, width: float, height: float) -> None:
        self._rows = [0] * (math.ceil(height / FINE) + 2)
        self._bands: defaultdict[int, list[Rect]] = defaultdict(list)        # the boxes by height

    def _part(self, box: Rect) -> tuple[int, int, int]:
        """First and last row, and the bits of a row; a box that only touches another one does not overlap it."""
        x, y, w, h = box
        first, top = max(0, int(x / FINE)), max(0, int(y / FINE))
        last, bottom = max(first, math.ceil((x + w) / FINE) - 1), max(top, math.ceil((y + h) / FINE) - 1)
        return top, min(bottom, len(self._rows) - 1), ((1 << (last - first + 1)) - 1) << first

    def add(self, box: Rect) -> None:
        for band in self._bands_of(box):
            self._bands[band].append(box)
        self._draw(box)

    @staticmethod
    def _bands_of(box: Rect) -> range:
        return range(int(box.y // BAND), int(box.bottom // BAND) + 1)

    def _draw(self, box: Rect) -> None:
        top, bottom, bits = self._part(box)
        for row in range(top, bottom + 1):
            self._rows[row] |= bits

    def remove(self, box: Rect) -> None:
        for band in self._bands_of(box):
            self._bands[band].remove(box)
        top, bottom, bits = self._part(box)
        for row in range(top, bottom + 1):
            self._rows[row] &= ~bits
        drawn = box.grown(FINE)
        for band in self._bands_of(drawn):
            for other in self._bands[band]:              # who overlaps its bits keeps them
                if other.overlaps(drawn):
                    self._draw(other)

    def has_room(self, box: Rect, air: float = 0.0) -> bool:
        """Whether a box with so much air round it overlaps nobody."""
        x, y, w, h = box
        first, top = int((x - air) / FINE), int((y - air) / FINE)
        first, top = (first if first > 0 else 0), (top if top > 0 else 0)
        last = math.ceil((x + w + air) / FINE)
        bits = ((1 << (last - first)) - 1) << first if last > first else 1 << first
        for row in self._rows[top:math.ceil((y + h + air) / FINE)]:          # noqa: SIM110  a generator costs twice as
            if row & bits:                               # much, a million times
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

    def runs_under(self, x: float, y: float) -> int:
        """How many boxes a tie to this point would run under."""
        degree, length = self.direction(x, y)
        return sum(near < length for near in self._near[degree])

    def covers(self, box: Rect) -> int:
        """How many ties a box would cover."""
        first, count, near = self.view_of(box)
        ties = self._ties
        return sum(length > near for d in range(first, first + count) for length in ties[d % 360])
