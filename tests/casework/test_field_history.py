"""How it has stood in a field, as the audit tells it, through long typing, patches, a merge and an undo."""
from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.casework import access, field_history
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.field_history import how_it_stood, stand_again
from borgerplan_desktop.casework.intake.merge import merge
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.admission import copied_id
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    from tests.archive import new_store

    return new_store(tmp_path)


@pytest.fixture
def each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is at one go: the store's clock is the computer's own."""
    monkeypatch.setattr(field_history, "AT_ONE_GO", timedelta(0))


LONG = "Jeg vil gerne bo et sted, hvor jeg kan lukke min egen dør, og hvor min søster kan komme på besøg. " * 3


def test_newest_first_with_who_and_what_stood_there_before(each: None, opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    for words in ("egen bolig", LONG, LONG.replace("søster", "bror"), ""):
        write(opened, goal, Goal.title, words, "Edit goal")
    stood = how_it_stood(opened, goal, Goal.title)
    assert [(row.value, row.before) for row in stood] == [
        ("", LONG.replace("søster", "bror")), (LONG.replace("søster", "bror"), LONG), (LONG, "egen bolig"),
        ("egen bolig", "bolig"), ("bolig", None)]
    assert {row.by for row in stood} == {"Eva Lind"}
    opened.undo()
    assert how_it_stood(opened, goal, Goal.title)[0].value == LONG.replace("søster", "bror")


def test_what_one_writes_at_one_go_is_one(opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "")
    for end in range(1, 12):
        write(opened, goal, Goal.title, "Egen bolig"[:end], "Edit goal", typing=True)
    assert [row.value for row in how_it_stood(opened, goal, Goal.title)] == ["Egen bolig"]


def test_a_clock_that_was_set_back_hides_nothing(opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = goals.add_goal(opened, "sidst")
    at, written = datetime(2026, 10, 27, 9, tzinfo=UTC), []
    for words, hours in (("først", 0), ("siden", 3), ("efter at uret er stillet", -2), ("sidst", 1)):
        at += timedelta(hours=hours)
        written.append(access.Wrote(at, opened.who, words))
    monkeypatch.setattr(opened, "history", lambda *_: written)
    assert [row.value for row in how_it_stood(opened, goal, Goal.title)] == [
        "sidst", "efter at uret er stillet", "siden", "først"]


def test_an_earlier_text_is_taken_back_as_one_step_that_can_be_undone(each: None, opened: OpenCase) -> None:
    goal = goals.add_goal(opened, "bolig")
    write(opened, goal, Goal.title, "noget andet", "Edit goal")
    stand_again(opened, goal, Goal.title, how_it_stood(opened, goal, Goal.title)[1].value)
    assert goal.title == "bolig"
    opened.undo()
    assert goal.title == "noget andet"
    opened.redo()
    assert [row.value for row in how_it_stood(opened, goal, Goal.title)][:3] == ["bolig", "noget andet", "bolig"]


def test_words_of_a_choice_and_of_other_fields_and_rows_are_told_apart(each: None, opened: OpenCase) -> None:
    one, other = goals.add_goal(opened, "bolig", LifeArea.HOUSING), goals.add_goal(opened, "gæld", LifeArea.MONEY)
    write(opened, one, Goal.area, LifeArea.HEALTH, "Edit goal")
    assert [row.value for row in how_it_stood(opened, one, Goal.area)] == [LifeArea.HEALTH, LifeArea.HOUSING]
    assert [row.value for row in how_it_stood(opened, other, Goal.area)] == [LifeArea.MONEY]
    assert how_it_stood(opened, other, Goal.why) == []


def test_that_somebody_looked_is_on_record_once(opened: OpenCase, store: Store) -> None:
    goal = goals.add_goal(opened, "bolig")
    before = len(store.lines(opened.id))
    how_it_stood(opened, goal, Goal.title)
    new = store.lines(opened.id)[:len(store.lines(opened.id)) - before]
    assert [(line.did, line.who) for line in new] == [(Did.OPENED, opened.who)]


def test_whoever_may_not_read_the_case_learns_nothing_of_what_stood_there(
        opened: OpenCase, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = goals.add_goal(opened, "bolig")
    before = len(store.lines(opened.id))
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Den sag er ikke din.")
    with pytest.raises(NotForYou):
        how_it_stood(opened, goal, Goal.title)
    assert len(store.lines(opened.id)) == before


def test_a_row_that_came_from_another_case_brings_its_history(each: None, opened: OpenCase, archive: Archive) -> None:
    other = receive(archive, Arrival("Jonas P. Prøve"))
    theirs = goals.add_goal(other, "bolig")
    write(other, theirs, Goal.title, "egen bolig", "Edit goal")
    merge(opened, other)
    mine = opened.case.get(Goal, copied_id(opened.id, theirs.id))
    assert mine is not None
    write(opened, mine, Goal.title, "min egen bolig", "Edit goal")
    assert [row.value for row in how_it_stood(opened, mine, Goal.title)] == ["min egen bolig", "egen bolig", "bolig"]


def test_a_line_that_nobody_can_read_any_more_is_left_out(
        each: None, opened: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = goals.add_goal(opened, "bolig", LifeArea.HOUSING)
    write(opened, goal, Goal.area, LifeArea.HEALTH, "Edit goal")
    from borgerplan_desktop.store import history

    real = history.typed
    monkeypatch.setattr(history, "typed", lambda kind, field, value: real(kind, field, "x" if value == "housing"
                                                                          else value))
    assert [row.value for row in how_it_stood(opened, goal, Goal.area)] == [LifeArea.HEALTH]


def test_two_thousand_changes_are_there_at_once(each: None, opened: OpenCase) -> None:
    goal = goals.add_goal(opened, LONG)
    start = time.perf_counter()
    for number in range(2_000):
        write(opened, goal, Goal.title, f"{LONG}{number}", "Edit goal")
    written = time.perf_counter() - start
    start = time.perf_counter()
    stood = how_it_stood(opened, goal, Goal.title)
    assert len(stood) == 2_001
    assert time.perf_counter() - start < written / 5
