"""Which two versions of a plan are compared, and for whom: as a paper, a page and the terminal name them."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.plan import PlanVersion, current_plan

DRAFT = 0                                                # the number of what is worked on now


@dataclass(frozen=True)
class Compared:
    """Two numbers of versions, 0 = the draft; `reader` is the id of whom it is for, "" = the citizen."""

    before: int
    after: int
    reader: str = ""

    @property
    def key(self) -> str:
        """One word that says it: "1-2", "2-0 network_member1"."""
        return f"{self.before}-{self.after} {self.reader}".strip()

    @classmethod
    def of(cls, key: str) -> Compared:
        """Raises ValueError for what is no such word."""
        numbers, _blank, reader = key.partition(" ")
        before, dash, after = numbers.partition("-")
        if not dash:
            raise ValueError(f"{key!r} names no two versions")
        return cls(int(before), int(after), reader)


def version_of(case: Case, number: int) -> PlanVersion | None:
    """The adopted version with that number; None = there is none, or it is the draft."""
    return next((each for each in current_plan(case).versions if each.number == number), None)


def usual(case: Case) -> Compared | None:
    """What one would look at: the draft against the newest adopted one; None = nothing was adopted."""
    adopted = current_plan(case).adopted
    return Compared(adopted.number, DRAFT) if adopted is not None else None
