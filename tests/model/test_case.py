"""The open case: its lists are what a search through all rows would find, and rows hold plain values only."""
from __future__ import annotations

import enum
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.case import Case, OutsideAction
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.order import sort_value
from borgerplan_desktop.model.plan import Goal, Plan, Step
from borgerplan_desktop.model.row import Removed, Row, fields_of
from tests.model.cases import case_with

PLAIN = (str, bool, int, float, date, datetime, enum.Enum)
Act = tuple[int, int, int]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_rows_hold_plain_values_only(kind: type[Row]) -> None:
    """Columns and nothing else: no relationships, no lists, so that a row is what its table says."""
    for column in kind.columns.values():
        assert issubclass(column.type, PLAIN), column
        assert column.words in (None, column.type), column
    assert kind.sort_key in ("id", *fields_of(kind)) or isinstance(getattr(kind, kind.sort_key), property)


def naive(case: Case, kind: type[Row], column: str = "", id: str | None = None) -> list[Row]:
    rows = [row for row in case.rows() if type(row) is kind and (not column or getattr(row, column) == id)]
    return sorted(rows, key=sort_value)


def agrees(case: Case, plan: Plan) -> None:
    goals = case.all(Goal)
    assert goals == naive(case, Goal)
    assert case.all(Step) == naive(case, Step)
    assert plan.goals == naive(case, Goal, "plan_id", plan.id)
    for goal in goals:
        assert goal.steps == naive(case, Step, "goal_id", goal.id)
    for other in [None, "nobody"]:
        assert case.of(Goal, Goal.source_id, other) == naive(case, Goal, "source_id", other)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_lists_are_what_a_search_through_all_rows_finds(acts: list[Act]) -> None:
    case = case_with()
    plan = case.the(Plan)
    removed: list[Row] = []
    for act, a, b in acts:
        do(case, plan, removed, act, a, b)
        agrees(case, plan)
    case.abandon()                                       # as before the first action: nothing
    assert case.rows() == []
    assert case.all(Goal) == [] == case.all(Step)


def do(case: Case, plan: Plan, removed: list[Row], act: int, a: int, b: int) -> None:
    goals, steps = case.all(Goal), case.all(Step)
    if act == 0 or not goals:
        case.add(Goal(plan_id=plan.id, place=float(a)))
    elif act == 1:
        case.add(Step(goal_id=goals[a % len(goals)].id, place=float(b)))
    elif act == 2:
        goals[a % len(goals)].place = float(b)
    elif act == 3 and steps:
        steps[a % len(steps)].goal_id = goals[b % len(goals)].id
    elif act == 4:
        gone = goals[a % len(goals)]
        removed.append(gone)
        case.remove(gone)
    elif act == 5 and steps:
        case.remove(steps[a % len(steps)])
    elif act == 6 and removed:
        case.add(removed.pop())


def test_a_list_is_the_callers_own() -> None:
    case = case_with()
    case.add(Goal(plan_id=case.the(Plan).id))
    case.all(Goal).clear()
    assert len(case.all(Goal)) == 1


def test_nothing_changes_outside_an_action() -> None:
    case = case_with()
    goal = case.add(Goal(plan_id=case.the(Plan).id))
    case.finish(case.changed(), 1)
    with pytest.raises(OutsideAction):
        goal.title = "anden"
    with pytest.raises(OutsideAction):
        case.remove(goal)
    with pytest.raises(OutsideAction):
        case.add(Goal(plan_id=case.the(Plan).id))
    assert goal.title == ""


def test_what_is_as_it_was_is_no_change() -> None:
    case = case_with()
    goal = case.add(Goal(plan_id=case.the(Plan).id, title="før"))
    case.finish(case.changed(), 1)
    case.begin()
    goal.title = "nu"
    goal.title = "før"
    passing = case.add(Goal(plan_id=case.the(Plan).id))
    case.remove(passing)
    assert case.changed() == ()


def test_a_removed_row_comes_back_as_the_same_object() -> None:
    case = case_with()
    goal = case.add(Goal(plan_id=case.the(Plan).id, title="før"))
    case.finish(case.changed(), 1)
    case.begin()
    case.remove(goal)
    changes = case.changed()
    case.finish(changes, 2)
    assert not goal.exists
    with pytest.raises(LookupError):
        _ = goal.case
    case.begin()
    case.apply(changes.reversed())
    assert case.get(Goal, goal.id) is goal



def test_nothing_is_written_in_a_row_that_is_gone() -> None:
    """It would be lost without a word. Back in the case, the row can be written in again."""
    goal = Goal(plan_id="", title="bolig")
    case = case_with(goal)
    case.remove(goal)
    with pytest.raises(Removed):
        goal.title = "en bolig nær Anna"
    assert goal.title == "bolig"
    case.add(goal)
    goal.title = "en bolig nær Anna"
    assert goal.title == "en bolig nær Anna"


def test_changes_know_what_they_touch() -> None:
    case = case_with()
    plan = case.the(Plan)
    goal, other = case.add(Goal(plan_id=plan.id)), case.add(Goal(plan_id=plan.id))
    case.finish(case.changed(), 1)
    case.begin()
    goal.title = "nu"
    changes = case.changed()
    assert changes.touches(Goal)
    assert changes.touches(goal)
    assert changes.touches(Goal, Goal.why, Goal.title)
    assert not changes.touches(Goal, Goal.why)
    assert not changes.touches(other)
    assert not changes.touches(Step)
