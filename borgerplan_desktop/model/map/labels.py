"""Where a name may stand: beside its person, or a little apart and joined by a thin line."""
from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from borgerplan_desktop.model.map.elements import Look, Person, Placed, shorten
from borgerplan_desktop.model.map.shapes import FULL, Point, Rect, Shape, leaves, sinks

ASIDE = {"out": 0.0, "above": 13.0, "below": 15.0, "in": 24.0}                       # costs, in units of distance
APART, EACH = 46.0, .5                                   # … of a name that stands apart, and of each unit of its way
REACHES = (10.0, 20.0, 34.0, 52.0, 74.0)                 # how far apart, in a look whose lines are 17 high
USUAL_LINE = 17.0
DIRECTIONS = 12


class Size(NamedTuple):
    """What a person needs: the lines of text, half the shape, and the words beside it (0 = they are inside)."""

    lines: tuple[str, ...]
    half_w: float
    half_h: float
    label_w: float = 0.0
    label_h: float = 0.0


class Place(NamedTuple):
    """One way to set a label, and what it costs."""

    side: str
    cost: float
    label: Rect | None


AWAY = "apart"
INSIDE = Place("", 0.0, None)


def size_of(person: Person, look: Look, *, inside: bool) -> Size:
    """With the words `inside` a box, or beside a disc."""
    many = 2 if person.outside or person.faded else look.lines       # why somebody is outside is never left out
    texts = [person.name, person.words][:many if person.words else 1]
    lines = tuple(shorten(t, i == 0, look.label, look.measure) for i, t in enumerate(texts))
    wide = max(look.measure(t, i == 0) for i, t in enumerate(lines))
    high = look.line * len(lines)
    if not inside:
        half = look.gap * .8 + person.rim if look.boxed else look.node
        return Size(lines, half, half, wide, high)
    pad = look.gap if person.shape is Shape.SQUARED else look.gap * 1.4
    half_h = high / 2 + look.gap / 2
    half_h /= 1 - sinks(person.shape, 1.0)
    return Size(lines, wide / 2 + pad + person.rim, half_h + person.rim)


def beside(x: float, y: float, size: Size, rim: float, gap: float, left_half: bool) -> Iterator[Place]:
    """The four sides of a disc, the best first."""
    w, h, reach = size.label_w, size.label_h, size.half_w + rim + gap
    right, left = Rect(x + reach, y - h / 2, w, h), Rect(x - reach - w, y - h / 2, w, h)
    out, back = (("left", left), ("right", right)) if left_half else (("right", right), ("left", left))
    yield Place(out[0], ASIDE["out"], out[1])
    yield Place("above", ASIDE["above"], Rect(x - w / 2, y - size.half_h - gap - h, w, h))
    yield Place("below", ASIDE["below"], Rect(x - w / 2, y + size.half_h + gap * .4, w, h))
    yield Place(back[0], ASIDE["in"], back[1])


def like(side: str, label: Rect, spot: Placed, size: Size) -> Rect:
    """The words on the same side, taking more room: away from the person, and from the line that joins them."""
    w, h = size.label_w, size.label_h
    x, y = label.x + (label.w - w) / 2, label.y + (label.h - h) / 2
    if side == "above":
        y = label.bottom - h
    elif side == "below":
        y = label.y
    elif side == "right":
        x = label.x
    elif side == "left":
        x = label.right - w
    elif spot.leader is not None:                        # the line ends at an edge or a corner: that stays
        _x1, _y1, x2, y2 = spot.leader
        x = x2 - w if x2 >= label.right - .1 else x2 if x2 <= label.x + .1 else min(x2, max(x, x2 - w))
        y = y2 - h if y2 >= label.bottom - .1 else y2 if y2 <= label.y + .1 else min(y2, max(y, y2 - h))
    return Rect(x, y, w, h)


def apart(x: float, y: float, size: Size, rim: float, look: Look) -> Iterator[Place]:
    """Round the person, nearest first."""
    w, h = size.label_w, size.label_h
    for reach in REACHES:
        way = reach * look.line / USUAL_LINE
        for ux, uy in _directions():
            far = size.half_w + rim + way
            label = Rect(x + far * ux + (ux - 1) * w / 2, y + far * uy + (uy - 1) * h / 2, w, h)
            yield Place(AWAY, APART + way * EACH, label)


def leader(x: float, y: float, size: Size, shape: Shape, label: Rect) -> tuple[float, float, float, float]:
    """The line from somebody's edge to the words that stand apart."""
    to_x, to_y = label.nearest(x, y)
    dx, dy = leaves(size.half_w, size.half_h, shape, to_x - x, to_y - y)
    return x + dx, y + dy, to_x, to_y


@cache
def _directions() -> tuple[Point, ...]:
    """To the sides first: there a line to a name is shortest."""
    steps = sorted(range(DIRECTIONS), key=lambda i: (abs(math.sin(FULL * i / DIRECTIONS)), i))
    return tuple((math.cos(FULL * i / DIRECTIONS), math.sin(FULL * i / DIRECTIONS)) for i in steps)
