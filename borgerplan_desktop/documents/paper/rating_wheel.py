"""The wheel of how it is going, on paper: the same numbers as on screen; two days told apart without colour."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import in_each
from borgerplan_desktop.documents.paper.typography import FIRM, HEAVY, INK, LINE, QUIET, THIN, WHITE, Sheet, Style
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Rating
from borgerplan_desktop.model.rating_wheel import RINGS, Point, Ring, Spoke, reach, ring, spokes

OUTSIDE = 1.07                                           # of the radius: where the names begin
LEVEL = .2                                               # a spoke that goes less to a side is upright
STEP = 1.2                                               # of the size of the text: from line to line


@dataclass(frozen=True)
class Wheel:
    """`names` are those of the areas, in their order."""

    sheet: Sheet
    areas: Sequence[LifeArea]
    names: Sequence[str]
    now: Mapping[LifeArea, Rating]
    before: Mapping[LifeArea, Rating]

    @property
    def radius(self) -> float:
        usual = .22 if self.sheet.stacked else .25
        return self.sheet.width * (usual * .82 if any(len(in_each(name)) > 1 for name in self.names) else usual)

    @property
    def height(self) -> float:
        return 2 * self.radius + self.sheet.size * 6.4

    def paint(self, c: TaggedCanvas) -> None:
        middle = self.sheet.width / 2, self.height / 2

        def at(point: Point) -> Point:
            return middle[0] + point[0] * self.radius, middle[1] - point[1] * self.radius

        c.stroke(LINE, THIN)
        for value in RINGS:
            c.circle(*middle, self.radius * reach(value), stroke=1, fill=0)
        wheel = spokes(self.areas)
        for spoke in wheel:
            c.line(*at(spoke.at(0)), *at(spoke.way))
        for of, earlier in ((ring(wheel, self.before), True), (ring(wheel, self.now), False)):
            lines = tuple((at(start), at(end)) for start, end in of.lines)
            self._draw(c, Ring(tuple(at(mark) for mark in of.marks), lines), earlier)
        names = [self._set(spoke, at((spoke.way[0] * OUTSIDE, spoke.way[1] * OUTSIDE)), name)
                 for spoke, name in zip(wheel, self.names, strict=True)]
        _push_apart(names)
        for name in names:
            self._write(c, name)

    @staticmethod
    def _draw(c: TaggedCanvas, of: Ring, earlier: bool) -> None:
        c.stroke(QUIET if earlier else INK, FIRM if earlier else HEAVY, [4, 3] if earlier else None)
        for (x, y), (to_x, to_y) in of.lines:
            c.line(x, y, to_x, to_y)
        c.setDash()
        c.stroke(QUIET if earlier else INK, FIRM, fill=WHITE if earlier else INK)
        for x, y in of.marks:
            if earlier:
                c.rect(x - 3.2, y - 3.2, 6.4, 6.4, stroke=1, fill=1)
            else:
                c.circle(x, y, 3.4, stroke=1, fill=1)

    def _set(self, spoke: Spoke, near: Point, name: str) -> _Name:
        """The name of an area outside the end of its spoke, on as many lines as it takes, away from the wheel; what it
        is in the language beside it stands below.
        """
        answered, (across, down), size = self.now.get(spoke.area), spoke.way, self.sheet.size
        style = self.sheet.strong if answered is not None else self.sheet.quiet
        room = self.sheet.width * .4 if abs(across) < LEVEL else self.sheet.width - near[0] if across > 0 else near[0]
        first, *second = in_each(name)
        room = max(room, size * 5)
        lines = [(line, style) for line in style.lines(first + (f" {answered.value}" if answered else ""), room)]
        lines += [(line, self.sheet.quiet) for each in second for line in self.sheet.quiet.lines(each, room)]
        high = size * STEP * (len(lines) - 1)
        lift = size * (.2 if down < (-.5 if second else -.8) else -1 if down > .8 else -.35)
        return _Name(near[0], 0 if abs(across) < LEVEL else 1 if across > 0 else -1,
                     near[1] + high * (1 - down) / 2 + lift, high + size * STEP * (1.3 if second else 1), lines)

    def _write(self, c: TaggedCanvas, name: _Name) -> None:
        anchor = ("end", "middle", "start")[name.side + 1]
        for number, (line, style) in enumerate(name.lines):
            c.write(name.x, name.top - number * self.sheet.size * STEP, line, style, anchor)


@dataclass
class _Name:
    """Where an area's name stands: its side of the wheel (-1, 0, 1) and the baseline of its first line."""

    x: float
    side: int
    top: float
    height: float
    lines: Sequence[tuple[str, Style]]


def _push_apart(names: Sequence[_Name]) -> None:
    """Names on one side that would stand on each other make room, each half of it."""
    for side in (-1, 1):
        there = sorted((each for each in names if each.side == side), key=lambda each: -each.top)
        for _again in range(len(there) ** 2):
            for upper, lower in pairwise(there):
                over = lower.top - (upper.top - upper.height)
                if over > 0:
                    upper.top += over / 2
                    lower.top -= over / 2
