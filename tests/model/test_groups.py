"""Groups of who knows whom, and who alone holds them together: against the plain way of trying each."""
from __future__ import annotations

import random

from borgerplan_desktop.model.groups import cut_points, groups, held_together, ties_of


def test_groups_in_the_order_they_came() -> None:
    ties = ties_of("abcdef", [("a", "c"), ("e", "c"), ("b", "f"), ("x", "a"), ("d", "d")])
    assert groups(ties) == [["a", "c", "e"], ["b", "f"], ["d"]]


def test_who_alone_holds_two_groups_together() -> None:
    ties = ties_of("abcde", [("a", "b"), ("b", "c"), ("c", "d"), ("d", "b"), ("d", "e"), ("c", "e")])
    assert cut_points(ties) == ["b"]
    assert held_together(ties, "b") == [["c", "d", "e"], ["a"]]
    assert held_together(ties, "c") == []


def test_nobody_and_a_pair() -> None:
    assert cut_points({}) == []
    assert cut_points(ties_of("ab", [("a", "b"), ("b", "a")])) == []


def test_cut_points_are_those_without_whom_it_falls_apart() -> None:
    rnd = random.Random(7)
    for _ in range(300):
        ids = [str(n) for n in range(rnd.randrange(1, 14))]
        pairs = [(rnd.choice(ids), rnd.choice(ids)) for _n in range(rnd.randrange(0, 18))]
        ties = ties_of(ids, pairs)
        assert cut_points(ties) == [id for id in ids if held_together(ties, id)]
