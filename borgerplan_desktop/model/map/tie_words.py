"""Where short words stand that belong to a tie: on it or beside it, and on nobody's name."""
from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from borgerplan_desktop.model.map.elements import Layout, Line
from borgerplan_desktop.model.map.shapes import Point, Rect

PARTS = (.6, .5, .7, .4, .8, .9, .3)                     # where along the tie: ties are closest to each other within
AIR = 3.0
IN_SIGHT = 36.0                                          # so much of a tie that has words on it is still seen
STEP = 12.0                                              # so much further away each time
NEAR = 2                                                 # how often one looks further
MUCH = 3                                                 # other ties that words may not lie on


def room_for_words(layout: Layout, line: Line, sizes: Sequence[tuple[float, float]],
                   taken: Sequence[Rect]) -> tuple[Rect, int] | None:
    """A box of one of the sizes (the first is wished for most) at a tie, on nothing `taken`, and which size it is.

    Of the nearest that are free it is the one that covers fewest other ties. None = there is no room.
    """
    others = [tie for tie in layout.ties if tie is not line]
    for step in range(NEAR):
        free = [(box, index) for index, (w, h) in enumerate(sizes) for x, y in _middles(line, w, h, step)
                if _is_free(box := Rect(x - w / 2, y - h / 2, w, h), layout, taken)]
        under, at = min(((_covered(box, others), n) for n, (box, _index) in enumerate(free)), default=(MUCH, 0))
        if under < MUCH:
            return free[at]
    return None


def room_anywhere(layout: Layout, line: Line, sizes: Sequence[tuple[float, float]],
                  taken: Sequence[Rect]) -> tuple[Rect, int] | None:
    """The same as near to the tie's middle as there is room; a thin line must show which tie it belongs to."""
    x, y = point_of(line, PARTS[0])
    spots = [(column * STEP, row * STEP) for column in range(int(layout.width / STEP) + 1)
             for row in range(int(layout.height / STEP) + 1)]
    for spot in sorted(spots, key=lambda spot: math.dist(spot, (x, y))):
        for index, (w, h) in enumerate(sizes):
            if _is_free(box := Rect(spot[0] - w / 2, spot[1] - h / 2, w, h), layout, taken):
                return box, index
    return None


def _covered(box: Rect, ties: Sequence[Line]) -> int:
    """How many ties run below a box, each taken as straight."""
    return sum(box.crossed_by(tie.x1, tie.y1, tie.x2, tie.y2) for tie in ties)


def point_of(line: Line, part: float) -> Point:
    """The point so far along a tie, 0 to 1."""
    if line.bend is None:
        return line.x1 + (line.x2 - line.x1) * part, line.y1 + (line.y2 - line.y1) * part
    a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part ** 2
    return (a * line.x1 + b * line.bend[0] + c * line.x2, a * line.y1 + b * line.bend[1] + c * line.y2)


def _middles(line: Line, w: float, h: float, step: int) -> Iterator[Point]:
    """First on the tie, where enough of it stays in sight, and close beside it; then further and further away."""
    length = math.dist((line.x1, line.y1), (line.x2, line.y2)) or 1.0
    ux, uy = (line.x2 - line.x1) / length, (line.y2 - line.y1) / length
    covered = min(w / max(abs(ux), .01), h / max(abs(uy), .01))
    if step == 0 and covered + IN_SIGHT <= length and line.quality not in ("broken", "strained"):  # their form says it
        yield from (point_of(line, part) for part in PARTS)
    yield from _aside(line, AIR + step * STEP, w, h)


def _aside(line: Line, off: float, w: float, h: float) -> Iterator[Point]:
    """The middles of boxes whose nearest corner is so far from the tie."""
    length = math.dist((line.x1, line.y1), (line.x2, line.y2)) or 1.0
    nx, ny = -(line.y2 - line.y1) / length, (line.x2 - line.x1) / length
    away = off + abs(nx) * w / 2 + abs(ny) * h / 2
    for part in PARTS:
        x, y = point_of(line, part)
        yield x + nx * away, y + ny * away
        yield x - nx * away, y - ny * away


def _is_free(box: Rect, layout: Layout, taken: Sequence[Rect]) -> bool:
    around = box.grown(AIR)
    return around.inside(layout.width, layout.height) and not any(around.overlaps(each) for each in taken)
