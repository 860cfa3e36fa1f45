"""The network map on paper: people in boxes, the tie from edge to edge, and a legend. Where everybody stands is the
model's business (`model.map.layout`), so that the paper shows what the screen shows.
"""
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from borgerplan_desktop.documents.paper.fonts import BOLD, REGULAR, width
from borgerplan_desktop.documents.paper.marks import Point, path, tie
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import in_each, inline
from borgerplan_desktop.documents.paper.typography import (
    FIRM,
    HAIR,
    INK,
    LINE,
    PALE,
    QUIET,
    THIN,
    TINT,
    WHITE,
    Sheet,
    Style,
)
from borgerplan_desktop.model.map.elements import RINGS, Bond, Layout, Look, Person, Placed, Sector
from borgerplan_desktop.model.map.layout import lay_out
from borgerplan_desktop.model.map.shapes import Rect, Shape, outline, sinks

DOUBLE = "double"                                        # the legend's sign for the coordinator
RIM = 2.8                                                # the coordinator's double edge, in points
FEW_CUT = .1                                             # part of the names that may end in "…"


def look_of(sheet: Sheet, height: float) -> Look:
    size = sheet.size

    def measure(text: str, bold: bool) -> float:
        return width(text, BOLD if bold else REGULAR, size)

    return Look(measure, line=size * 1.2, label=size * 11, centre=size * 1.6, gap=size * .6, boxed=True,
                stretch=min(1.5, max(.78, sheet.width / height)))


def draw_form(c: TaggedCanvas, shape: Shape, x: float, y: float, half_w: float, half_h: float) -> None:
    """The edge somebody is drawn with, round its middle."""
    if shape in (Shape.ANIMAL, Shape.PLACE):
        path(c, [(x + dx, y - dy) for dx, dy in outline(shape, half_w, half_h)], close=True, both=True)
        return
    radius = 0.0 if shape is Shape.SQUARED else min(half_w, half_h)
    c.roundRect(x - half_w, y - half_h, 2 * half_w, 2 * half_h, radius, stroke=1, fill=1)


@dataclass(frozen=True)
class NetworkMap:
    sheet: Sheet
    layout: Layout
    coordinators: frozenset[str]
    height: float

    @classmethod
    def of(cls, sheet: Sheet, people: Sequence[Person], sectors: Sequence[tuple[str, str]], centre: str, height: float,
           bonds: Sequence[Bond] = (), coordinators: frozenset[str] = frozenset()) -> NetworkMap:
        layout = lay_out(people, sectors, sheet.width, height, look_of(sheet, height), centre=centre, bonds=bonds)
        return cls(sheet, layout, coordinators, height)

    @property
    def crowded(self) -> bool:
        """Whether so many people stand on it that the letters would become smaller than they may, or many names are cut
        short.
        """
        made = self.layout
        cut = sum(placed.lines[0].endswith("…") for placed in made.people)
        return made.width > self.sheet.width + .1 or made.height > self.height + .1 or cut > FEW_CUT * len(made.people)

    @property
    def hidden(self) -> int:
        """How many ties run under the box of somebody else."""
        return sum(any(other.person.id not in (line.a, line.b)
                       and any(box.grown(-HAIR).crossed_by(line.x1, line.y1, line.x2, line.y2) for box in other.boxes)
                       for other in self.layout.people) for line in self.layout.ties if line.bend is None)

    def paint(self, c: TaggedCanvas) -> None:
        made = self.layout
        scale = min(self.sheet.width / made.width, self.height / made.height)   # a crowd is drawn larger, then shrunk
        c.translate((self.sheet.width - made.width * scale) / 2, (self.height - made.height * scale) / 2)
        c.scale(scale, scale)
        self._ground(c)
        for sector in (each for each in made.sectors if not each.quiet):
            self._sector_name(c, sector)
        for line in made.ties:
            tie(c, line.quality, self._at(line.x1, line.y1), self._at(line.x2, line.y2),
                self._at(*line.bend) if line.bend else None)
        for placed in made.people:
            self._box(c, placed)
        self._middle(c)

    def _at(self, x: float, y: float) -> Point:
        return x, self.layout.height - y

    def _ground(self, c: TaggedCanvas) -> None:
        """The rings of closeness and the borders of the sectors."""
        made = self.layout
        cx, cy = self._at(made.cx, made.cy)
        for ring, color in zip(reversed(RINGS), (PALE, TINT, WHITE), strict=True):
            c.stroke(LINE, HAIR, fill=color)
            rx, ry = made.rx * ring, made.ry * ring
            c.ellipse(cx - rx, cy - ry, cx + rx, cy + ry, stroke=1, fill=1)
        c.stroke(LINE, THIN, dash=[1, 3])
        for sector in made.sectors if not any(each.quiet for each in made.sectors) else ():
            ux, uy = math.cos(sector.start) * made.rx, math.sin(sector.start) * made.ry
            c.line(*self._at(made.cx + ux * RINGS[0], made.cy + uy * RINGS[0]), *self._at(made.cx + ux, made.cy + uy))
        c.setDash()

    def _sector_name(self, c: TaggedCanvas, sector: Sector) -> None:
        (x, y, w, h), lines = sector.label, sector.lines
        name = replace(self.sheet.strong, color=QUIET)
        left, bottom = self._at(x, y + h)
        c.fill(WHITE)
        c.roundRect(left - 3, bottom - 1, w + 6, h + 2, 6, stroke=0, fill=1)
        for number, text in enumerate(lines):
            style = name if number < len(lines) - sector.second else self.sheet.quiet
            c.write(left + w / 2, bottom + h - h / len(lines) * (number + .78), text, style, "middle")

    def _box(self, c: TaggedCanvas, placed: Placed) -> None:
        c.stroke(INK, FIRM, fill=WHITE)
        for inset in (0.0, RIM) if placed.person.id in self.coordinators else (0.0,):
            self._outline(c, placed, inset)
        if placed.leader is not None:
            x1, y1, x2, y2 = placed.leader
            c.stroke(INK, HAIR)
            c.line(*self._at(x1, y1), *self._at(x2, y2))
        if placed.label is not None:
            self._veil(c, placed.label)
        self._words(c, placed, self.sheet.strong, self.sheet.body)

    def _veil(self, c: TaggedCanvas, label: Rect) -> None:
        """A name beside a disc stays readable where a tie runs below it."""
        c.fill(WHITE)
        c.rect(*self._at(label.x, label.bottom), label.w, label.h, stroke=0, fill=1)

    def _middle(self, c: TaggedCanvas) -> None:
        c.stroke(INK, FIRM, fill=INK)
        self._outline(c, self.layout.centre, 0.0)
        self._words(c, self.layout.centre, replace(self.sheet.strong, color=WHITE), self.sheet.body)

    def _outline(self, c: TaggedCanvas, placed: Placed, inset: float) -> None:
        half_w, half_h = placed.half_w - inset, placed.half_h - inset
        draw_form(c, placed.person.shape, *self._at(placed.x, placed.y), half_w, half_h)

    def _words(self, c: TaggedCanvas, placed: Placed, first: Style, second: Style) -> None:
        lines, step = placed.lines, self.sheet.size * 1.2
        box = placed.label or placed.node
        x, y = self._at(box.x + box.w / 2, box.y + box.h / 2)
        y -= sinks(placed.person.shape, placed.half_h) if placed.label is None else 0.0
        top = y + step * len(lines) / 2
        for number, text in enumerate(lines):
            c.write(x, top - step * number - step * .78, text, second if number else first, "middle")


@dataclass(frozen=True)
class Legend:
    """What shapes and lines mean: two rows (three in large print). Words in two languages stand behind each other, or
    in a narrow column the second below the first.
    """

    sheet: Sheet
    shapes: Sequence[tuple[str, str]]                    # (a shape | double, words)
    ties: Sequence[tuple[str, str]]                      # (quality, words)
    brief: bool = False                                  # the second language only where it fits behind the first

    @property
    def _rows(self) -> list[list[tuple[str, list[str]]]]:
        rows: list[list[tuple[str, list[str]]]] = []
        for group in filter(None, (self.shapes, self.ties)):
            rows.append([])
            used = 0.0
            for sign, words in group:
                lines = self._lines(words)
                wide = self._sign_width + self._width(lines) + self.sheet.size * .9
                if rows[-1] and used + wide > self.sheet.width:
                    rows.append([])
                    used = 0.0
                rows[-1].append((sign, lines))
                used += wide
        return rows

    def _lines(self, words: str) -> list[str]:
        both = inline(words)
        if self.sheet.quiet.width(both) <= self.sheet.width - self._sign_width:
            return [both]
        return in_each(words)[:1] if self.brief else in_each(words)

    def _width(self, lines: Sequence[str]) -> float:
        return max(map(self.sheet.quiet.width, lines))

    def _height(self, row: Sequence[tuple[str, Sequence[str]]]) -> float:
        return self.sheet.size * (1.5 + 1.2 * (max(len(lines) for _sign, lines in row) - 1))

    @property
    def _sign_width(self) -> float:
        return self.sheet.size * 2.4

    @property
    def height(self) -> float:
        return sum(map(self._height, self._rows))

    def paint(self, c: TaggedCanvas) -> None:
        size = self.sheet.size
        top = self.height
        for row in self._rows:
            x, y = 0.0, top - size
            for sign, lines in row:
                self._sign(c, sign, x, y + size * .36)
                x += self._sign_width
                for number, line in enumerate(lines):
                    c.write(x, y - number * size * 1.2, line, self.sheet.quiet)
                x += self._width(lines) + size * .9
            top -= self._height(row)

    def _sign(self, c: TaggedCanvas, sign: str, x: float, middle: float) -> None:
        size = self.sheet.size
        if sign not in (DOUBLE, *Shape):
            tie(c, sign, (x, middle), (x + size * 2, middle))
            return
        c.stroke(INK, FIRM, fill=WHITE)
        w, h = size * 1.9, size * 1.05
        draw_form(c, Shape.SQUARED if sign == DOUBLE else Shape(sign), x + w / 2, middle, w / 2, h / 2)
        if sign == DOUBLE:
            c.rect(x + RIM, middle - h / 2 + RIM, w - 2 * RIM, h - 2 * RIM, stroke=1, fill=0)
