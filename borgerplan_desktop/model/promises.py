"""How often a partner has kept what was promised in time: never counted for a citizen or a private person."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LEAST = 5                                                # promises that came due before anything is said


@dataclass(frozen=True)
class Promise:
    """What a professional of the register said they would do by a day."""

    professional_id: str
    due_on: date
    done_on: date | None = None


@dataclass(frozen=True)
class Kept:
    due: int                                             # promised, and due by now
    in_time: int


def kept(promises: Iterable[Promise], today: date) -> dict[str, Kept]:
    """By professional; who has had fewer than five to keep is not told of."""
    found: dict[str, Kept] = {}
    for each in promises:
        if each.due_on < today or each.done_on is not None:
            so_far = found.get(each.professional_id, Kept(0, 0))
            in_time = each.done_on is not None and each.done_on <= each.due_on
            found[each.professional_id] = Kept(so_far.due + 1, so_far.in_time + in_time)
    return {id: each for id, each in found.items() if each.due >= LEAST}
