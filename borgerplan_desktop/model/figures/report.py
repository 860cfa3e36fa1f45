"""All figures of a time, beside those of the time before it."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from borgerplan_desktop.model.figures.course_figures import course_figures
from borgerplan_desktop.model.figures.figure import Counting, Figure
from borgerplan_desktop.model.figures.kinds import FIGURES
from borgerplan_desktop.model.figures.period import Span
from borgerplan_desktop.model.figures.work_figures import work_figures


@dataclass(frozen=True)
class Figures:
    """By their keys, in the order they are shown."""

    span: Span
    found: Mapping[str, Figure]

    @property
    def is_empty(self) -> bool:
        return all(each.total == 0 for each in self.found.values())

    @property
    def shows_nothing(self) -> bool:
        """Whether there is something to count, and all of it is of too few."""
        return not self.is_empty and not any(each.total for each in self.found.values())


@dataclass(frozen=True)
class Report:
    now: Figures
    before: Figures | None = None                        # None = nobody wants to compare


def figures(counting: Counting) -> Figures:
    """Count all of them."""
    found = {each.key: each for count in (course_figures, work_figures) for each in count(counting)}
    return Figures(counting.span, {kind.key: found[kind.key] for kind in FIGURES})
