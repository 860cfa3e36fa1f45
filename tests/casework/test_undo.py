"""Whatever a person does: memory == database at every step, undo-all == start, redo-all == end.

`test_every_action` does more of it, with a store in memory.
"""
from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.open_case import Conflict, OpenCase
from borgerplan_desktop.casework.plan import earlier_plans
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.disagreement import Between
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanKind
from borgerplan_desktop.model.plan import Goal, Plan, Step
from borgerplan_desktop.store.audit import broken
from tests.archive import picture
from tests.casework import acts_base
from tests.casework.acts import every_act

ACTS = every_act()
number = st.integers(0, 9)
NAMES = [*sorted(ACTS), "undo", "undo", "undo", "redo", "redo"]
one_window = st.lists(st.tuples(st.sampled_from(NAMES), number, number), max_size=25)
two_windows = st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from([*NAMES, "look"]), number, number),
                       max_size=30)


def act(opened: OpenCase, what: str, a: int, b: int) -> None:
    match what:
        case "undo":
            opened.undo()
        case "redo":
            opened.redo()
        case "look":
            opened.catch_up()
        case _:
            try:
                ACTS[what](opened, a, b)
            except Refused:
                assert not opened.case.changing


@pytest.fixture
def unbroken(archive: Archive) -> Iterator[Archive]:
    """What all the examples have written is one chain: it is read through once, at the end."""
    yield archive
    with archive.store.reading.connect() as conn:
        assert broken(conn) is None


def but_what_was_told(stands: dict[str, Any]) -> dict[str, Any]:
    """Without the number of what calendars were told of a meeting: undoing leaves it as it is."""
    return {kind: [(id, {**values, Meeting.told.key: 0} if kind == Meeting.__tablename__ else values)
                   for id, values in rows] for kind, rows in stands.items()}


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=one_window)
def test_random_actions(unbroken: Archive, steps: list[tuple[str, int, int]]) -> None:
    archive = unbroken
    opened = receive(archive, Arrival("Jonas Prøve"))
    start = picture(opened.case)
    for each in steps:
        act(opened, *each)
        fresh = archive.store.load(opened.id)
        assert picture(fresh) == picture(opened.case)
        for row in fresh.rows():
            ours = opened.case.get(type(row), row.id)
            assert ours is not None
            assert ours.rev == row.rev
        if not opened.done and not opened.undone:        # e.g. a plan was adopted: that is the start from now on
            start = picture(opened.case)
    end, redone = picture(opened.case), len(opened.undone)
    for _ in range(2):                                   # the second time from what the first brought back
        while opened.done:
            opened.undo()
        assert picture(opened.case) == picture(archive.store.load(opened.id))
        assert but_what_was_told(picture(opened.case)) == but_what_was_told(start)
        while len(opened.undone) > redone:
            opened.redo()
        assert picture(opened.case) == end == picture(archive.store.load(opened.id))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=two_windows)
def test_two_windows_never_overwrite_each_other_unseen(archive: Archive, steps: list[tuple[int, str, int,
                                                                                           int]]) -> None:
    first = receive(archive, Arrival("Jonas Prøve"))
    windows = [first, archive.open_case(first.id)]
    for who, what, a, b in steps:
        window = windows[who]
        with contextlib.suppress(Conflict):
            act(window, what, a, b)
        if window.case.seen == archive.store.latest(first.id):     # who claims to be up to date is
            assert picture(archive.store.load(first.id)) == picture(window.case)
    for window in windows:
        window.catch_up()
        assert picture(window.case) == picture(archive.store.load(first.id))
    # replaying the audit backwards: every line built on exactly what was there (no lost update)
    replay = archive.store.load(first.id)
    with archive.store.reading.connect() as conn:
        from borgerplan_desktop.store.audit import changed_since
        lines = [changes for _, changes in changed_since(conn, first.id, 0)]
    for changes in reversed(lines):
        assert replay.take_in(Changes(changes).reversed(), 1)
    assert replay.rows() == []


def test_typing_is_one_step_until_the_field_is_left(opened: OpenCase) -> None:
    acts_base.goal(opened, 1, 0)
    goal = opened.case.the(Goal)
    for text in ("ab", "abc", "abcd"):
        write(opened, goal, Goal.title, text, "Edit", typing=True)
    opened.end_typing()
    write(opened, goal, Goal.title, "x", "Edit", typing=True)
    assert [s.name for s in opened.done] == ["base: goal", "Edit", "Edit"]
    opened.undo()
    assert goal.title == "abcd"
    opened.undo()
    assert goal.title == "mål 1"
    opened.redo()
    assert goal.title == "abcd"


def test_undoing_a_deletion_brings_back_the_same_object_with_its_parts_and_references(opened: OpenCase) -> None:
    acts_base.goal(opened, 1, 0)
    goal = opened.case.the(Goal)
    acts_base.step(opened, 0, 0)
    step = opened.case.the(Step)
    person = opened.case.all(NetworkMember)[1]
    write(opened, goal, Goal.responsible_id, person.id, "Choose")
    with opened.action("Remove"):
        opened.case.remove(person)
    assert goal.responsible is None
    acts_base.delete(opened, 0, 0)
    assert not step.exists
    opened.undo()
    opened.undo()
    assert opened.case.all(Goal) == [goal]
    assert goal.steps == [step]
    assert goal.responsible is person


def test_what_a_row_keeps_is_there_when_undoing_brings_the_row_back(opened: OpenCase) -> None:
    """Also when the same file was taken in once more since, and that was undone."""
    for _ in range(2):
        plan = earlier_plans.take_in(opened, EarlierPlanKind.STAY, "plan", "", None, "Ord", ("plan.txt", b"Ord"))
        earlier_plans.remove(opened, plan)
    opened.undo()
    opened.undo()
    opened.undo()
    assert opened.kept(opened.case.the(EarlierPlan).file_digest) == b"Ord"


def test_two_hundred_moves_into_the_same_gap(opened: OpenCase) -> None:
    for n in range(4):
        acts_base.goal(opened, n, 9)
    order = opened.case.the(Plan).goals
    for n in range(200):
        goal = order[3 if n % 2 else 2]
        acts_base.move(opened, opened.case.all(Goal).index(goal), 1)
        order.remove(goal)
        order.insert(1, goal)
        assert opened.case.the(Plan).goals == order


def test_a_conflict_says_what_both_wrote(archive: Archive) -> None:
    first = receive(archive, Arrival("Jonas Prøve"))
    acts_base.goal(first, 1, 0)
    goal, second = first.case.the(Goal), archive.open_case(first.id)
    same = second.case.the(Goal)
    write(second, same, Goal.title, "deres", "Edit")
    with pytest.raises(Conflict) as stored:
        write(first, goal, Goal.title, "mine", "Edit")
    said, = stored.value.disagreements
    assert (said.between, said.kind, said.id, said.field) == (Between.WRITTEN, Goal, goal.id, "title")
    assert (said.base, said.mine, said.theirs) == ("mål 1", "mine", "deres")

    write(first, goal, Goal.title, "mine", "Edit")
    second.catch_up()
    write(second, same, Goal.title, "deres igen", "Edit")
    first.catch_up()
    with pytest.raises(Conflict) as undone:
        first.undo()
    said, = undone.value.disagreements
    assert (said.base, said.mine, said.theirs) == ("mine", "deres", "deres igen")
