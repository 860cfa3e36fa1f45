"""Which counts may be told: never one behind which stand one to four citizens, nor one that says such a one by
subtraction.

The parts of a whole are told together. A small part is hidden; where the whole less what is told would say it, another
part is hidden too: the next in the order of the list, never by its size, which would tell something of it. Of several
questions to the same units only sums are told, and what is in two of them at once only where every crossing is of many
or of nobody. What remains: two questions about times that lie over each other (`period`).
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

LEAST = 5                                                # citizens behind a number that is told
YES, NO = "yes", "no"                                    # the parts of a share

Unit = tuple[str, str]                                   # whose it is, and which part it belongs to
Value = tuple[str, float]                                # whose it is, and how much


@dataclass(frozen=True)
class Told:
    """A whole and its parts as they may be told; None = of too few."""

    total: int | None
    parts: Mapping[str, int | None]


def told(units: Iterable[Unit], parts: Sequence[str], *, whole_as_well: bool = False) -> Told:
    """Units dealt into parts; with `whole_as_well` the whole is hidden with any part: it is told somewhere else in
    another way.
    """
    behind: dict[str, set[str]] = {part: set() for part in parts}
    counts = dict.fromkeys(parts, 0)
    for whose, part in units:
        behind[part].add(whose)
        counts[part] += 1
    hidden = _hidden(counts, behind)
    if hidden is None:
        return Told(None, dict.fromkeys(parts))
    total = None if hidden and whole_as_well else sum(counts.values())
    return Told(total, {part: None if part in hidden else n for part, n in counts.items()})


def _hidden(counts: Mapping[str, int], behind: Mapping[str, set[str]]) -> set[str] | None:
    """The parts that are not told; None = not even the whole."""
    there = [part for part, n in counts.items() if n]
    hidden = {part for part in there if len(behind[part]) < LEAST}
    if not hidden:
        return hidden
    first = min(there.index(part) for part in hidden)
    for part in (*there[first:], *there[:first]):
        if _says_nothing(hidden, counts, behind):
            break
        hidden.add(part)
    return hidden if _says_nothing(hidden, counts, behind) else None


def _says_nothing(hidden: set[str], counts: Mapping[str, int], behind: Mapping[str, set[str]]) -> bool:
    """Whether the sum of what is hidden, which the rest tells, is of many, and leaves each of them open."""
    together = set().union(*(behind[part] for part in hidden))
    return len(together) >= LEAST and sum(counts[part] for part in hidden) > len(hidden)


def at_once(units: Iterable[tuple[str, str, bool]], wanted: str, total: int | None) -> Told:
    """How many answer two questions at once, each of which is told by itself as well: whose, the part in the one, and
    whether yes in the other; counted are those in the part that is `wanted`. `total` is the whole as it is told.
    """
    behind: dict[tuple[str, bool], set[str]] = {}
    both = 0
    for whose, part, yes in units:
        behind.setdefault((part, yes), set()).add(whose)
        both += part == wanted and yes
    if total is None or any(len(each) < LEAST for each in behind.values()):
        return Told(total, {YES: None, NO: None})
    return Told(total, {YES: both, NO: total - both})


def alike(*all_told: Told) -> tuple[Told, ...]:
    """Of several ways to deal out the same units, the whole is told in all of them or in none."""
    if all(each.total is not None for each in all_told):
        return all_told
    return tuple(Told(None, dict.fromkeys(each.parts)) for each in all_told)


def middle(values: Iterable[Value]) -> float | None:
    """The median; None = of too few."""
    found = list(values)
    return median(value for _whose, value in found) if _are_many(found) else None


def mean(values: Iterable[Value]) -> float | None:
    """The average; None = of too few."""
    found = list(values)
    return fmean(value for _whose, value in found) if _are_many(found) else None


def _are_many(values: Sequence[Value]) -> bool:
    return len({whose for whose, _value in values}) >= LEAST
