"""The heart with the largest case we plan for: 80 goals, 800 steps and 2,000 notes, beside the bare driver.

Milliseconds are printed with the aims we have for an ordinary PC; what fails is a ratio to a floor in the same run.
The floor of a change is one bare UPDATE and COMMIT; ours also finds out whether others were here, and writes the audit
line and the search index. Measured: load × 7, lists × 1, edit × 11, catch up × 4, delete × 30 to 50.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import delete_goal
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Goal, Step
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, new_store
from tests.benchmarks.great_case import GOALS, NOTES, STEPS, great_case
from tests.benchmarks.raw import Raw, quietest


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("heart")
    store = new_store(folder)
    yield store
    store.close()


@pytest.fixture(scope="module")
def archive(store: Store) -> Archive:
    return new_archive(store)


@pytest.fixture(scope="module")
def opened(archive: Archive) -> OpenCase:
    return great_case(archive)


@pytest.fixture(scope="module")
def raw(store: Store) -> Iterator[Raw]:
    raw = Raw(store.engine)
    yield raw
    raw.close()


def told(what: str, ms: float, aim: float, floor: float, most: float) -> None:
    print(f"\n{what}: {ms:.2f} ms (aim {aim:g}), floor {floor:.2f} ms: × {ms / floor:.1f} (at most {most:g})")
    assert ms <= most * floor, what


def test_there_is_as_much_as_we_plan_for(opened: OpenCase) -> None:
    assert len(KINDS) >= 30
    assert len(opened.case.all(Goal)) == GOALS
    assert len(opened.case.all(Step)) == GOALS * STEPS
    assert len(opened.case.all(Note)) == NOTES


def test_loading_a_case(store: Store, opened: OpenCase, raw: Raw) -> None:
    assert raw.select_all(opened.id) == len(opened.case.rows())
    floor = quietest(lambda: raw.select_all(opened.id))
    told("load", quietest(lambda: store.load(opened.id)), 60, floor, 14)


def test_properties(opened: OpenCase) -> None:
    """The lists and references that every view asks for: no dearer than walking lists that lie ready."""
    goals = opened.case.all(Goal)
    ready = [list(goal.steps) for goal in goals]
    floor = quietest(lambda: [[step.done_on for step in steps] for steps in ready])
    told("steps of 80 goals", quietest(lambda: [[step.done_on for step in goal.steps] for goal in goals]),
         80 * .1, floor, 5)
    for name in ("steps", "interventions", "notes", "responsible", "agreements", "progress"):
        ms = quietest(lambda name=name: [getattr(goal, name) for goal in goals]) / GOALS
        print(f"goal.{name}: {ms:.4f} ms (aim 0.1)")


def test_an_edit(opened: OpenCase, raw: Raw) -> None:
    goal, turns = opened.case.all(Goal)[3], count()
    floor = quietest(lambda: raw.update(goal.id, f"Titel {next(turns)}"))

    def edit() -> None:
        with opened.action("Change goal", undoable=False):
            goal.title = f"Titel {next(turns)}"
    told("edit", quietest(edit), 3, floor, 30)


def test_catching_up_with_another_window(archive: Archive, opened: OpenCase, raw: Raw) -> None:
    other, turns = archive.open_case(opened.id), count()
    goal = opened.case.all(Goal)[5]
    floor = quietest(lambda: raw.update(goal.id, f"Titel {next(turns)}"))

    def edit_here() -> None:
        with opened.action("Change goal", undoable=False):
            goal.title = f"Titel {next(turns)}"
    told("catch up", quietest(other.catch_up, edit_here), 5, floor, 15)
    there = other.case.get(Goal, goal.id)
    assert there is not None
    assert there.title == goal.title


def test_deleting_a_goal_with_its_parts(opened: OpenCase, raw: Raw) -> None:
    goal, turns = opened.case.all(Goal)[7], count()
    floor = quietest(lambda: raw.update(goal.id, f"Titel {next(turns)}"))

    def bring_back() -> None:
        if not goal.exists:
            opened.undo()
    told("delete a goal and 35 rows", quietest(lambda: delete_goal(opened, goal), bring_back), 10, floor, 80)
    assert not goal.exists
