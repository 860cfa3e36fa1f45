"""Where a nearly empty map has room for a question."""
from __future__ import annotations

import math
from collections.abc import Iterator

from borgerplan_desktop.model.map.elements import Layout
from borgerplan_desktop.model.map.shapes import FULL, Rect

WAYS, PARTS = 24, (.5, .58, .66)                         # directions; distances, as parts of the outer circle
AIR = 10.0


def free_space(layout: Layout, width: float, height: float) -> Rect | None:
    """A box of that size inside the rings, on nobody and no tie, as far from everybody as can be; or None.

    On an empty map it is above the citizen: there it is seen first.
    """
    taken = [layout.centre.node, *(box for p in layout.people for box in p.boxes),
             *(s.label for s in layout.sectors if not s.quiet)]

    def is_free(box: Rect) -> bool:
        around = box.grown(AIR)
        return not any(around.overlaps(other) for other in taken) and not any(
            around.crossed_by(tie.x1, tie.y1, tie.x2, tie.y2) for tie in layout.ties)

    def far(box: Rect) -> float:
        return min((math.dist((p.x, p.y), box.nearest(p.x, p.y)) for p in layout.people), default=0.0)

    return max((box for box in _boxes(layout, width, height) if is_free(box)), key=far, default=None)


def _boxes(layout: Layout, width: float, height: float) -> Iterator[Rect]:
    """From above the citizen to both sides, those that lie within the outer circle."""
    for step in range(WAYS):
        angle = -FULL / 4 + (-1) ** step * FULL * ((step + 1) // 2) / WAYS
        for part in PARTS:
            x, y = layout.absolute(part * math.cos(angle), part * math.sin(angle))
            box = Rect(x - width / 2, y - height / 2, width, height)
            corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]
            if all(math.hypot(*layout.relative(*corner)) < 1 for corner in corners):
                yield box
