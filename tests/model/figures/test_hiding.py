"""No count of few is told, nor said by what is told: an attacker who knows the rule tries every count there is."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borgerplan_desktop.model.figures.hiding import LEAST, NO, YES, alike, at_once, mean, middle, told

KEYS = ("a", "b", "c", "d", "e")


def of_each(counts: Sequence[int]) -> Iterator[tuple[str, str]]:
    """So many citizens in each part, nobody twice."""
    return ((f"{key}{n}", key) for key, count in zip(KEYS, counts, strict=False) for n in range(count))


@pytest.mark.parametrize(("parts", "most"), [(2, 30), (3, 22), (4, 15), (5, 9)])
def test_whoever_knows_the_rule_cannot_work_out_a_small_count(parts: int, most: int) -> None:
    """Every way to deal citizens into the parts: no table that is shown fits only one number in a hidden place."""
    shown: dict[tuple[int | None, tuple[int | None, ...]], list[tuple[int, ...]]] = defaultdict(list)
    for counts in (each for each in product(range(most + 1), repeat=parts) if sum(each) <= most):
        found = told(of_each(counts), KEYS[:parts])
        shown[found.total, tuple(found.parts.values())].append(counts)
    hidden = 0
    for (total, table), possible in shown.items():
        for at, cell in enumerate(table):
            if cell is None:
                hidden += 1
                assert len({counts[at] for counts in possible}) > 1, (total, table, possible)
            else:
                assert cell == 0 or cell >= LEAST
        assert total is None or total == 0 or total >= LEAST
    assert hidden


units = st.lists(st.tuples(st.sampled_from("ABCDEFGHIJ"), st.sampled_from(KEYS)), max_size=40)


@given(units)
@settings(max_examples=400, deadline=None)
def test_what_is_left_of_a_whole_is_of_many(found: list[tuple[str, str]]) -> None:
    """One citizen may be behind several, in several parts: it is citizens that must be many, not what they did."""
    shown = told(found, KEYS)
    behind = {key: {whose for whose, part in found if part == key} for key in KEYS}
    open_parts = [key for key, n in shown.parts.items() if n is not None]
    assert all(shown.parts[key] == 0 or len(behind[key]) >= LEAST for key in open_parts)
    if shown.total:
        left = set().union(*(behind[key] for key in KEYS if key not in open_parts))
        assert not left or len(left) >= LEAST


def test_a_small_part_takes_another_with_it() -> None:
    assert told(of_each((30, 2, 9)), KEYS[:3]).parts == {"a": 30, "b": None, "c": None}
    assert told(of_each((30, 9, 2)), KEYS[:3]).parts == {"a": None, "b": 9, "c": None}  # the next in order, not by size
    assert told(of_each((30, 9, 0)), KEYS[:3]).parts == {"a": 30, "b": 9, "c": 0}
    assert told(of_each((30, 2)), KEYS[:2], whole_as_well=True).total is None
    assert told(of_each((4,)), KEYS[:1]).total is None
    assert told((), KEYS).total == 0


def test_many_meetings_of_few_citizens_are_few() -> None:
    assert told([(whose, "a") for whose in "ABCD" for _each in range(20)], ("a",)).total is None
    assert told([(whose, "a") for whose in "ABCDE"], ("a",)).total == 5


two = st.lists(st.tuples(st.sampled_from("ABCDEFGHIJKLMNOP"), st.sampled_from((YES, NO, "x")), st.booleans()),
               min_size=1, max_size=60)


@given(two)
@settings(max_examples=400, deadline=None)
def test_two_answers_at_once_say_nothing_of_few(found: list[tuple[str, str, bool]]) -> None:
    """Both answers are told by themselves too: every crossing that can be worked out is of many or of nobody."""
    by_one, by_other = alike(told(((whose, part) for whose, part, _yes in found), (YES, NO, "x")),
                             told(((whose, YES if yes else NO) for whose, _part, yes in found), (YES, NO)))
    both = at_once(found, YES, by_one.total)
    if both.parts[YES] is not None:
        for part, yes in product((YES, NO, "x"), (True, False)):
            crossing = {whose for whose, each, other in found if (each, other) == (part, yes)}
            assert not crossing or len(crossing) >= LEAST
    assert by_one.total == by_other.total


def test_the_middle_of_few_is_not_told() -> None:
    assert middle([(whose, 10) for whose in "ABCD"]) is None
    assert middle([("A", 10)] * 20) is None
    assert middle(zip("ABCDE", (1, 2, 3, 40, 50), strict=True)) == 3
    assert mean(zip("ABCDE", (1, 2, 3, 4, 5), strict=True)) == 3
    assert mean([]) is None
