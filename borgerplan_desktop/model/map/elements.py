"""What a map that is laid out consists of: the people where they stand, the sectors, the ties; and how they look."""
from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from borgerplan_desktop.model.map.shapes import FULL, Rect, Shape

Measure = Callable[[str, bool], float]                   # (text, bold) -> width
RINGS = (0.487, 0.774, 1.0)                              # the circles, as parts of the outer one
MIDDLES = (0.0, 0.36, 0.64, 0.89)                        # where a person of ring 1, 2, 3 stands by default
OUTSIDE = 1.12                                           # beyond this, somebody is taken off the map


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to place. `at` is where they were put by hand; `ring` 0 means not on the map. Who is `outside` (dead,
    out of reach) stands outside the rings, beside their sector; their words say why, and are never left out.
    """

    id: str
    name: str
    words: str = ""                                      # second line: relation, or organisation
    shape: Shape = Shape.ROUND
    sector: str = ""
    ring: int = 0
    at: tuple[float, float] | None = None
    tie: str = "ordinary"
    rim: float = 0.0                                     # extra edge: a double frame in boxes, badges beside discs
    outside: bool = False
    faded: bool = False                                  # not with us: their words say so, and are never left out


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two others than the citizen."""

    a: str
    b: str
    quality: str = "ordinary"


@dataclass(frozen=True, slots=True)
class Look:
    """How people look: a disc with the name beside it, or (`boxed`, the paper) a box with the name inside.

    Where there is no room for a box, a small disc stands there and the name beside it.
    """

    measure: Measure
    line: float = 17.0                                   # height of a line of text
    node: float = 18.0                                   # half the size of a disc
    label: float = 150.0                                 # widest name, beside the disc or in the box
    centre: float = 31.0                                 # half the size of the citizen
    gap: float = 8.0
    boxed: bool = False
    stretch: float = 1.0                                 # 1 = true circles; 1.4 = wider than high
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A person where they stand; `side` of the label is right, left, above, below, apart, or "" (inside the box).

    A label that stands apart is joined to its person by the thin line `leader`: x1, y1 (the person) to x2, y2.
    """

    person: Person
    x: float
    y: float
    half_w: float
    half_h: float
    lines: tuple[str, ...]                               # the first is bold; shortened to fit
    label: Rect | None
    side: str
    leader: tuple[float, float, float, float] | None = None
    rim: float = 0.0                                     # how far badges stick out; a double edge lies inside

    @property
    def node(self) -> Rect:
        return Rect(self.x - self.half_w, self.y - self.half_h, 2 * self.half_w, 2 * self.half_h)

    @property
    def badged(self) -> Rect:
        """The shape with the badges that stick out of it."""
        return self.node.grown(self.rim)

    @property
    def boxes(self) -> tuple[Rect, ...]:
        return (self.node,) if self.label is None else (self.node, self.label)


@dataclass(frozen=True, slots=True)
class Line:
    """A tie from edge to edge; `a` is "" for the citizen. `bend` is the control point of a curve past the middle."""

    a: str
    b: str
    quality: str
    x1: float
    y1: float
    x2: float
    y2: float
    bend: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Sector:
    key: str
    lines: tuple[str, ...]                               # its name
    start: float
    end: float
    label: Rect
    quiet: bool = False                                  # nobody is in it, and the map is too empty to say so
    second: int = 0                                      # so many of the last lines are its name in another language

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Layout:
    width: float
    height: float
    cx: float
    cy: float
    rx: float
    ry: float
    centre: Placed
    sectors: tuple[Sector, ...]
    people: tuple[Placed, ...]
    ties: tuple[Line, ...]
    scale: float = 1.0                                   # size of discs compared to the look asked for
    look: Look | None = None                             # how people look on it
    asked: float = 0.0                                   # the width asked for; a crowd gets a larger surface

    @cached_property
    def by_id(self) -> dict[str, Placed]:
        return {p.person.id: p for p in self.people}

    def relative(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.cx) / self.rx, (y - self.cy) / self.ry

    def absolute(self, x: float, y: float) -> tuple[float, float]:
        return self.cx + x * self.rx, self.cy + y * self.ry

    def sector_at(self, x: float, y: float) -> str:
        """The sector in whose direction a point lies, also outside the rings."""
        if not self.sectors:
            return ""
        u, v = self.relative(x, y)
        turned = (math.atan2(v, u) - self.sectors[0].start) % FULL + self.sectors[0].start
        return next((s for s in self.sectors if turned < s.end), self.sectors[-1]).key

    def at_home(self, placed: Placed) -> bool:
        """Whether somebody stands in their own ring and sector, or outside the rings beside it."""
        person, far = placed.person, math.hypot(*self.relative(placed.x, placed.y))
        if person.outside:
            return far > 1 and self.sector_at(placed.x, placed.y) == person.sector
        return self.sector_and_ring_at(placed.x, placed.y) == (person.sector, person.ring)

    def sector_and_ring_at(self, x: float, y: float) -> tuple[str, int]:
        """The sector and ring of a point of the surface; ("", 0) outside the map."""
        distance = math.hypot(*self.relative(x, y))
        if distance > OUTSIDE or not self.sectors:
            return "", 0
        return self.sector_at(x, y), next((n for n, edge in enumerate(RINGS, 1) if distance <= edge), len(RINGS))


BEGINNING = 60                                           # characters of a text that are measured first


def shorten(text: str, bold: bool, width: float, measure: Measure) -> str:
    """The text, or as much of it as fits with "…" after."""
    high = BEGINNING
    while high < len(text) and measure(text[:high], bold) <= width:
        high *= 2
    if high >= len(text) and measure(text, bold) <= width:
        return text
    low, high = 0, min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle].rstrip() + "…", bold) <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"
