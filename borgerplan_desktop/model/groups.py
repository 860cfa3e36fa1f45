"""Who is tied to whom: the groups that hang together, and whoever alone holds two of them together.

A few lines of our own: networkx takes 0.2 s and 24 MB to import, more than the whole map may.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping

Ties = Mapping[str, set[str]]


def ties_of(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Whom each is tied to, both ways; a pair of which one is not among them, or with oneself, is none."""
    found: dict[str, set[str]] = {id: set() for id in ids}
    for one, other in pairs:
        if one != other and one in found and other in found:
            found[one].add(other)
            found[other].add(one)
    return found


def groups(ties: Ties) -> list[list[str]]:
    """Everybody in groups of those who reach each other, in the order they came."""
    seen: set[str] = set()
    place = {id: number for number, id in enumerate(ties)}
    return [sorted(_reached(ties, start, seen), key=place.__getitem__) for start in ties if start not in seen]


def _reached(ties: Ties, start: str, seen: set[str]) -> list[str]:
    found, waiting = [], [start]
    seen.add(start)
    while waiting:
        id = waiting.pop()
        found.append(id)
        new = ties[id] - seen
        seen |= new
        waiting += new
    return found


def held_together(ties: Ties, id: str) -> list[list[str]]:
    """The groups that only this one holds together, the largest first; [] = they reach each other without."""
    seen = {id}
    place = {each: number for number, each in enumerate(ties)}
    near = sorted(ties[id], key=place.__getitem__)
    parted = [_reached(ties, start, seen) for start in near if start not in seen]
    parted = [sorted(group, key=place.__getitem__) for group in parted]
    return sorted(parted, key=len, reverse=True) if len(parted) > 1 else []


def cut_points(ties: Ties) -> list[str]:
    """Those without whom a group would fall apart (Hopcroft and Tarjan), in the order they came."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}                             # the earliest that is reached without going back
    found: set[str] = set()
    for root in ties:
        if root not in order:
            found |= _cut_points_from(root, ties, order, low)
    return [id for id in ties if id in found]


def _cut_points_from(root: str, ties: Ties, order: dict[str, int], low: dict[str, int]) -> set[str]:
    found: set[str] = set()
    order[root] = low[root] = len(order)
    way, branches = [(root, "", iter(ties[root]))], 0
    while way:
        id, back, left = way[-1]
        new = next((other for other in left if other != back and not _seen(other, id, order, low)), None)
        if new is not None:
            order[new] = low[new] = len(order)
            way.append((new, id, iter(ties[new])))
            continue
        way.pop()
        if back:
            low[back] = min(low[back], low[id])
            branches += back == root
            if back != root and low[id] >= order[back]:
                found.add(back)
    return found | {root} if branches > 1 else found


def _seen(other: str, id: str, order: dict[str, int], low: dict[str, int]) -> bool:
    if other in order:
        low[id] = min(low[id], order[other])
    return other in order
