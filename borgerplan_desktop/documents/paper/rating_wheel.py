"""The wheel of how it is going, on paper: the same numbers as on screen; two days told apart without colour."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import FIRM, HEAVY, INK, LINE, QUIET, THIN, WHITE, Sheet
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.notes import Rating
from borgerplan_desktop.model.rating_wheel import RINGS, Point, Ring, reach, ring, spokes


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
        return self.sheet.width * (.22 if self.sheet.stacked else .25)

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
        for spoke, name in zip(wheel, self.names, strict=True):
            self._words(c, at((spoke.way[0] * 1.07, spoke.way[1] * 1.07)), spoke.way, name, self.now.get(spoke.area))

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

    def _words(self, c: TaggedCanvas, near: Point, way: Point, name: str, answered: Rating | None) -> None:
        """Outside the end of its spoke, on as many lines as it takes."""
        style = self.sheet.strong if answered is not None else self.sheet.quiet
        size = self.sheet.size
        room = self.sheet.width * .4 if abs(way[0]) < .2 else (
            self.sheet.width - near[0] if way[0] > 0 else near[0])
        lines = style.lines(name + (f" {answered.value}" if answered is not None else ""), max(room, size * 5))
        anchor = "middle" if abs(way[0]) < .2 else "start" if way[0] > 0 else "end"
        high = size * 1.2 * (len(lines) - 1)
        top = near[1] + (high + size * .2 if way[1] < -.8 else -size if way[1] > .8 else high / 2 - size * .35)
        for number, line in enumerate(lines):
            c.write(near[0], top - number * size * 1.2, line, style, anchor)
