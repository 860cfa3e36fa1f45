"""Everything that can be done in a case can be undone and done again, three times back and forth.

The case is a whole one, and the store one in memory that is as strict as the real one: `test_undo` does the same with
the real one, in fewer steps.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.case_files import import_case
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.row import Values
from tests.archive import Clock, new_archive, new_store, picture
from tests.casework.actions import come_by, places
from tests.casework.acts import every_act
from tests.casework.in_memory import Key, StoreInMemory, as_values, but_what_stays

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"
Stands = dict[Key, Values]

ADOPT = "plan: adopt_plan"                               # nothing before it can be undone
ACTS = {name: act for name, act in every_act().items() if name != ADOPT}
THREE_TIMES = range(3)
NUMBERS, PARTS = 10, 5
number = st.integers(0, NUMBERS - 1)
sequences = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), number, number), min_size=5, max_size=60)


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, OpenCase]]:
    """The seed's citizen with an adopted plan; no test writes in it."""
    store = new_store(tmp_path_factory.mktemp("store"))
    archive = new_archive(store, Clock())
    opened = archive.open_case(import_case(archive, HERBERG.read_bytes()))
    adopt_plan(opened)
    yield archive, opened
    store.close()


def in_memory(adopted: tuple[Archive, OpenCase]) -> OpenCase:
    archive, whole = adopted
    store = StoreInMemory(archive.shelter.case, whole.case)
    shelter = OpenCase(store, archive.shelter.id, archive.who, archive.clock)
    return OpenCase(store, whole.id, archive.who, archive.clock, shelter)


def act(opened: OpenCase, name: str, a: int, b: int) -> None:
    with suppress(Refused):
        ACTS[name](opened, a, b)
    assert not opened.case.changing


def goes_back_and_forth(opened: OpenCase, start: Stands) -> None:
    """Undo everything and redo everything, three times: the start and the end, here and as they are stored."""
    store, end, names = opened._store, as_values(opened.case), [step.name for step in opened.done]
    assert isinstance(store, StoreInMemory)
    for _ in THREE_TIMES:
        while opened.done:
            opened.undo()
        assert as_values(opened.case) == store.stands(opened.id)
        assert but_what_stays(as_values(opened.case)) == but_what_stays(start)
        while opened.undone:
            opened.redo()
        assert as_values(opened.case) == end == store.stands(opened.id)
        assert [step.name for step in opened.done] == names
    assert picture(store.load(opened.id)) == picture(opened.case)        # also in their order


def mixed(chance: Random, numbers: Iterable[int]) -> list[tuple[str, int]]:
    """Each act with every number it chooses by, in an order that mixes the rooms."""
    turns = [(name, b) for name in sorted(ACTS) for b in numbers]
    chance.shuffle(turns)
    return turns


def test_every_action_is_tried(adopted: tuple[Archive, OpenCase]) -> None:
    """A place that is named here is a new action: write what a person does in an `acts_*.py`."""
    chance, missing = Random(10), set(places())
    for _ in range(6):                                   # two, as long as the acts are these
        opened = in_memory(adopted)
        with come_by() as seen:
            for name, b in mixed(chance, range(NUMBERS)):
                act(opened, name, chance.randrange(NUMBERS), b)
        missing -= seen
        if not missing:
            return
    assert missing == set()


@pytest.mark.parametrize("part", range(PARTS))
def test_every_action_goes_back_and_forth(adopted: tuple[Archive, OpenCase], part: int) -> None:
    """In parts of the numbers: each part has every action, and is soon done."""
    chance, opened = Random(10 + part), in_memory(adopted)
    start = as_values(opened.case)
    for name, b in mixed(chance, range(part, NUMBERS, PARTS)):
        act(opened, name, chance.randrange(NUMBERS), b)
    goes_back_and_forth(opened, start)


@settings(max_examples=40)
@given(steps=sequences)
def test_any_sequence_goes_back_and_forth(adopted: tuple[Archive, OpenCase], steps: list[tuple[str, int, int]]) -> None:
    opened = in_memory(adopted)
    start = as_values(opened.case)
    for each in steps:
        act(opened, *each)
    goes_back_and_forth(opened, start)


@settings(max_examples=30)
@given(steps=sequences, back=st.lists(st.integers(0, 6), min_size=1, max_size=8))
def test_a_step_that_was_undone_gives_way_to_what_is_done_then(adopted: tuple[Archive, OpenCase],
                                                               steps: list[tuple[str, int, int]],
                                                               back: list[int]) -> None:
    """Undone a little, something else is done, undone a little more: as a person changes their mind."""
    opened = in_memory(adopted)
    start = as_values(opened.case)
    for at, each in enumerate(steps):
        act(opened, *each)
        for _ in range(back[at % len(back)]):
            opened.undo()
    while opened.undone:
        opened.redo()
    goes_back_and_forth(opened, start)


def test_nothing_before_an_adoption_is_undone(adopted: tuple[Archive, OpenCase]) -> None:
    opened = in_memory(adopted)
    for name in sorted(ACTS):
        act(opened, name, 1, 1)
    every_act()[ADOPT](opened, 0, 0)
    stands = as_values(opened.case)
    assert opened.done == opened.undone == []
    opened.undo()
    assert as_values(opened.case) == stands
    act(opened, "plan: title", 0, 1)
    act(opened, "plan: add_step", 0, 1)
    goes_back_and_forth(opened, stands)
