"""A signature drawn on the screen: its strokes as whole numbers, a few hundred bytes that are drawn anywhere."""
from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

WIDTH, HEIGHT = 1000, 300                                # units of the field it is drawn in
NEAR = 3                                                 # units: a point nearer than this to the last adds nothing
MOST = 20_000                                            # points of all strokes; more is no signature
LEAST = 40                                               # units of ink: less is a slip of the hand

Point = tuple[int, int]
Stroke = tuple[Point, ...]


@dataclass(frozen=True)
class Signature:
    """Strokes in the order they were drawn; the origin is at the top left."""

    strokes: tuple[Stroke, ...] = ()

    @classmethod
    def of(cls, strokes: Iterable[Sequence[tuple[float, float]]]) -> Signature:
        """Of strokes as the hand drew them, in units; what lies outside the field is drawn at its edge. Of more points
        than a signature has, fewer are kept.
        """
        near, kept = float(NEAR), [_thinned(stroke, NEAR) for stroke in strokes if stroke]
        while sum(map(len, kept)) > MOST and near < WIDTH:
            near *= 2
            kept = [_thinned(stroke, near) for stroke in kept]
        if sum(map(len, kept)) > MOST:                   # nothing but dots
            kept = [stroke[:2] for stroke in kept[:MOST // 2]]
        return cls(tuple(kept))

    @property
    def is_written(self) -> bool:
        """Whether there is more than a dot."""
        return sum(hypot(b[0] - a[0], b[1] - a[1]) for stroke in self.strokes for a, b in pairwise(stroke)) >= LEAST

    def to_bytes(self) -> bytes:
        """The same signature gives the same bytes."""
        return json.dumps({"signature": 1, "strokes": self.strokes}, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> Signature:
        """Raises ValueError for anything else."""
        try:
            held = json.loads(content)
            if held["signature"] != 1 or sum(map(len, held["strokes"])) > MOST:
                raise ValueError("a signature of another kind")
            return cls.of([[(float(x), float(y)) for x, y in stroke] for stroke in held["strokes"]])
        except (TypeError, KeyError, OverflowError, RecursionError) as problem:
            raise ValueError("not a signature") from problem


def _thinned(stroke: Sequence[tuple[float, float]], near: float) -> Stroke:
    points: list[Point] = []
    for x, y in stroke:
        at = (min(WIDTH, max(0, round(x))), min(HEIGHT, max(0, round(y))))
        if not points or hypot(at[0] - points[-1][0], at[1] - points[-1][1]) >= near:
            points.append(at)
    return tuple(points)
