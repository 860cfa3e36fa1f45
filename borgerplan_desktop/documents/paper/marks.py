"""Small drawings, straight on the canvas: tick, bullet, quotation mark, tie, arrow. All survive a grey printer."""
from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from reportlab.pdfgen.pathobject import PDFPathObject

from borgerplan_desktop.documents.paper.shapes import Point
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import ACCENT, FIRM, HEAVY, INK, WHITE, Color


def path(c: TaggedCanvas, points: Sequence[Point], *, close: bool = False, fill: bool = False,
         both: bool = False) -> None:
    """A line through the points; with `fill`, the surface inside and no line; with `both`, line and surface."""
    c.path(points, close=close, stroke=0 if fill else 1, fill=1 if fill or both else 0)


def tick_box(c: TaggedCanvas, x: float, y: float, s: float, done: bool) -> None:
    c.stroke(INK, FIRM, fill=WHITE)
    c.drawPath(_box(x, y, s), stroke=1, fill=1)
    if done:
        c.stroke(INK, s * .17)
        c.setLineCap(1)
        c.setLineJoin(1)
        path(c, [(x + s * .2, y + s * .52), (x + s * .43, y + s * .26), (x + s * .98, y + s * 1.02)])


@lru_cache(maxsize=32)
def _box(x: float, y: float, s: float) -> PDFPathObject:
    """The same for every step of a plan, which has hundreds: its numbers are written once."""
    p = PDFPathObject()
    p.roundRect(x, y, s, s, s * .14)
    return p


def bullet(c: TaggedCanvas, x: float, y: float, radius: float) -> None:
    c.fill(ACCENT)
    c.circle(x, y, radius, stroke=0, fill=1)


def quotation_mark(c: TaggedCanvas, height: float) -> None:
    """A » as two firm chevrons."""
    c.stroke(ACCENT, height * .17)
    for dx in (0, height * .52):
        path(c, [(dx, height), (dx + height * .42, height / 2), (dx, 0)])


def arrow(c: TaggedCanvas, start: Point, tip: Point, head: float, color: Color = INK) -> None:
    (x1, y1), (x2, y2) = start, tip
    angle = math.atan2(y2 - y1, x2 - x1)
    c.stroke(color, FIRM, fill=color)
    c.line(x1, y1, x2 - head * .8 * math.cos(angle), y2 - head * .8 * math.sin(angle))
    barbs = [(x2 + head * math.cos(angle + turn), y2 + head * math.sin(angle + turn)) for turn in (2.7, -2.7)]
    path(c, [tip, *barbs], close=True, fill=True)


def tie(c: TaggedCanvas, quality: str, start: Point, end: Point, bend: Point | None = None) -> None:
    """A tie of the network map: each quality differs in form, not in colour. With `bend` it is a curve."""
    weight = {"strong": HEAVY + .7, "loose": 1.0}.get(quality, FIRM)
    c.stroke(INK, weight, dash=[2, 4] if quality == "loose" else None)
    points = _curve(start, bend, end) if bend else [start, end]
    if quality == "strained":
        path(c, _zigzag(points))
    elif quality == "broken":
        _broken(c, points)
    else:
        path(c, points)
    c.setDash()


def _curve(a: Point, control: Point, b: Point, steps: int = 14) -> list[Point]:
    found = []
    for i in range(steps + 1):
        t = i / steps
        found.append(((1 - t) ** 2 * a[0] + 2 * t * (1 - t) * control[0] + t * t * b[0],
                      (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * control[1] + t * t * b[1]))
    return found


def _along(points: Sequence[Point], step: float) -> list[tuple[Point, Point]]:
    """Points every `step` along a line, each with the direction there."""
    found, left = [], 0.0
    for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
        length = math.hypot(x2 - x1, y2 - y1)
        if not length:
            continue
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        at = left
        while at < length:
            found.append(((x1 + ux * at, y1 + uy * at), (ux, uy)))
            at += step
        left = at - length
    return found


def _zigzag(points: Sequence[Point]) -> list[Point]:
    steps = _along(points, 5)
    middle = [(x - uy * 3.2 * (-1) ** i, y + ux * 3.2 * (-1) ** i) for i, ((x, y), (ux, uy)) in enumerate(steps)]
    return [points[0], *middle[1:], points[-1]]


def _broken(c: TaggedCanvas, points: Sequence[Point]) -> None:
    """Two halves that stop short of each other, each with a bar."""
    steps = _along(points, 2)
    half, gap = len(steps) // 2, 3
    for part, sign in ((steps[:max(1, half - gap)], 1), (steps[half + gap:], -1)):
        line = [point for point, _ in part]
        if not line:
            continue
        line = [points[0], *line] if sign > 0 else [*line, points[-1]]
        path(c, line)
        (x, y), (ux, uy) = part[-1] if sign > 0 else part[0]
        path(c, [(x - uy * 6 - sign * ux * 2, y + ux * 6 - sign * uy * 2),
                 (x + uy * 6 + sign * ux * 2, y - ux * 6 + sign * uy * 2)])
