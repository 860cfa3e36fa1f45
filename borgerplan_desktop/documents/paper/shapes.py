"""Lines and shapes as the operators of a page.

reportlab comes to the same, a number at a time: that took a tenth of the time of a plan.
"""
from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]
ROUND = .5523                                            # of its radius: how far a quarter of a circle leans out
CORNER = .4472                                           # the same of a corner, as reportlab has it


def through(points: Sequence[Point]) -> str:
    """A line through the points."""
    (x, y), *rest = points
    return " ".join([f"n {x:.3f} {y:.3f} m", *[f"{x:.3f} {y:.3f} l" for x, y in rest]])


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A rectangle with round corners."""
    right, top, lean = x + width, y + height, CORNER * radius
    return (f"n {x + radius:.3f} {y:.3f} m {right - radius:.3f} {y:.3f} l "
            f"{right - lean:.3f} {y:.3f} {right:.3f} {y + lean:.3f} {right:.3f} {y + radius:.3f} c "
            f"{right:.3f} {top - radius:.3f} l "
            f"{right:.3f} {top - lean:.3f} {right - lean:.3f} {top:.3f} {right - radius:.3f} {top:.3f} c "
            f"{x + radius:.3f} {top:.3f} l "
            f"{x + lean:.3f} {top:.3f} {x:.3f} {top - lean:.3f} {x:.3f} {top - radius:.3f} c "
            f"{x:.3f} {y + radius:.3f} l "
            f"{x:.3f} {y + lean:.3f} {x + lean:.3f} {y:.3f} {x + radius:.3f} {y:.3f} c h")


def oval(x1: float, y1: float, x2: float, y2: float) -> str:
    """An ellipse between two corners."""
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    lean_x, lean_y = (x2 - x1) / 2 * ROUND, (y2 - y1) / 2 * ROUND
    return (f"n {x2:.3f} {y:.3f} m "
            f"{x2:.3f} {y + lean_y:.3f} {x + lean_x:.3f} {y2:.3f} {x:.3f} {y2:.3f} c "
            f"{x - lean_x:.3f} {y2:.3f} {x1:.3f} {y + lean_y:.3f} {x1:.3f} {y:.3f} c "
            f"{x1:.3f} {y - lean_y:.3f} {x - lean_x:.3f} {y1:.3f} {x:.3f} {y1:.3f} c "
            f"{x + lean_x:.3f} {y1:.3f} {x2:.3f} {y - lean_y:.3f} {x2:.3f} {y:.3f} c")
