"""A figure as it may be told: the whole, its parts, and what lies in the middle. No count of few is in it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from borgerplan_desktop.model.figures.hiding import Told
from borgerplan_desktop.model.figures.lines import Lines
from borgerplan_desktop.model.figures.period import Span


class Part(NamedTuple):
    """`n` None = not told; `middle`: of its median or average, where it has one that may be told."""

    key: str
    n: int | None
    middle: float | None = None


@dataclass(frozen=True)
class Figure:
    """`total` 0 = there was nothing to count, None = of too few."""

    key: str
    total: int | None
    parts: tuple[Part, ...] = ()
    middle: float | None = None

    def part(self, key: str) -> Part:
        """Raises KeyError."""
        return {each.key: each for each in self.parts}[key]

    @property
    def hides(self) -> bool:
        """Whether something of it is not told."""
        return self.total is None or any(each.n is None for each in self.parts)


@dataclass(frozen=True)
class Counting:
    """What is counted from, in which time, and as of which day."""

    lines: Lines
    span: Span
    today: date

    @cached_property
    def until(self) -> date:
        """The last day of the time that has come."""
        return min(self.span.last, self.today)

    def has(self, day: date | None) -> bool:
        """Whether the day lies in the time, and has come."""
        return day is not None and self.span.first <= day <= self.until

    def is_known(self, day: date | None, done: bool) -> bool:
        """Whether a day lies in the time and it is known what came of it: it is done, or the day is over."""
        return day in self.span and (done or (day is not None and day < self.today))


def figure(key: str, told: Told, middle: float | None = None,
           middles: Mapping[str, float | None] | None = None) -> Figure:
    """What was told, with what lies in the middle of the whole and of the parts."""
    parts = tuple(Part(part, n, (middles or {}).get(part) if n else None) for part, n in told.parts.items())
    return Figure(key, told.total, parts, middle if told.total else None)


def by_class(value: float, classes: Sequence[tuple[str, float]], beyond: str) -> str:
    """The first class that the value is not above; else `beyond`."""
    return next((key for key, most in classes if value <= most), beyond)
