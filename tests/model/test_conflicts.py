"""What stands between my changes and a case that has moved on: named field by field, and nothing else."""
from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.case import Case, Key
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.disagreement import Between, Disagreement
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, Step
from borgerplan_desktop.model.row import Row, references_of

WORDS = ["", "en bolig", "et job"]                       # few, so that both often write the same
Act = tuple[int, int, int]
Told = dict[Key, dict[str, Any]]
acts = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), st.integers(0, 3)), max_size=5)


def begun() -> Case:
    """A case as both had it before they went each their way; every call gives rows of its own."""
    rows: list[Row] = [Plan(id="p"), *(NetworkMember(id=f"m{n}") for n in range(3))]
    for n in range(3):
        rows += [Goal(id=f"g{n}", plan_id="p", place=float(n), title="mål", responsible_id=f"m{n}"),
                 Step(id=f"s{n}", goal_id=f"g{n}", text="skridt"),
                 Agreement(id=f"a{n}", text="aftale", goal_id=f"g{n}")]
    case = Case("case", rows)
    case.begin()
    return case


def act(case: Case, what: int, a: int, b: int) -> None:
    goal, step, agreement = case.get(Goal, f"g{a}"), case.get(Step, f"s{a}"), case.get(Agreement, f"a{a}")
    member, other = case.get(NetworkMember, f"m{b}"), case.get(Goal, f"g{b}")
    if what == 0 and goal is not None:
        goal.title = WORDS[b % 3]
    elif what == 1 and goal is not None:
        goal.why = WORDS[b % 3]
    elif what == 2 and goal is not None:
        goal.responsible_id = member.id if member is not None else None
    elif what == 3 and goal is not None:
        case.remove(goal)
    elif what == 4 and member is not None:
        case.remove(member)
    elif what == 5 and case.get(Goal, f"n{a}") is None:
        case.add(Goal(id=f"n{a}", plan_id="p", title=WORDS[b % 3], responsible_id=member.id if member else None))
    elif what == 6 and step is not None and other is not None:
        step.goal_id = other.id
    elif what == 7 and step is not None:
        step.text = WORDS[b % 3]
    elif what == 8 and agreement is not None:
        agreement.goal_id = other.id if other is not None else None
    elif what == 9 and agreement is not None:
        case.remove(agreement)


def went(acts: list[Act]) -> tuple[Case, Changes]:
    case = begun()
    for each in acts:
        act(case, *each)
    changes = case.changed()
    case.finish(changes, 1)
    return case, changes


def told(case: Case) -> Told:
    return {(type(row), row.id): row.values() for row in case.rows()}


def dangling(rows: Told) -> bool:
    there = {(kind.__tablename__, id) for kind, id in rows}
    return any(values[column] is not None and (ref.target, values[column]) not in there
               for (kind, _id), values in rows.items() for column, ref in references_of(kind).items())


@given(acts, acts)
def test_conflicts_are_what_comparing_the_three_by_hand_finds(my_acts: list[Act], their_acts: list[Act]) -> None:
    mine, changes = went(my_acts)
    theirs, _ = went(their_acts)
    base, my, their = told(begun()), told(mine), told(theirs)
    wanted: dict[Between, set[tuple[Key, str]]] = {between: set() for between in Between}
    both: Told = {}
    for key in base.keys() | my.keys() | their.keys():
        b, m, t = base.get(key), my.get(key), their.get(key)
        if m == b or t == b:                             # only one has been there
            if (values := t if m == b else m) is not None:
                both[key] = values
        elif t is None:
            wanted[Between.GONE].add((key, ""))
        elif b is None:
            wanted[Between.MADE].add((key, ""))
        elif m is None:
            wanted[Between.REMOVED] |= {(key, name) for name in b if t[name] != b[name]}
        else:
            wanted[Between.WRITTEN] |= {(key, name) for name in b if b[name] not in (m[name], t[name])}
            both[key] = {name: m[name] if m[name] != b[name] else t[name] for name in b}

    found = theirs.conflicts(changes)
    assert told(theirs) == their                         # asking changes nothing
    assert theirs.fits(changes) == (found == ())
    for between in (Between.GONE, Between.MADE, Between.REMOVED, Between.WRITTEN):
        by_row = between in (Between.GONE, Between.MADE)
        assert {((each.kind, each.id), "" if by_row else each.field)
                for each in found if each.between is between} == wanted[between]
    for each in found:
        agrees_with(each, base, my, their)
    if not any(wanted.values()):
        assert dangling(both) == bool(found)
    if found == ():
        theirs.begin()
        theirs.apply(changes)
        assert told(theirs) == both                      # nobody's work is lost


def agrees_with(said: Disagreement, base: Told, my: Told, their: Told) -> None:
    """What it says of the field is what stands in each of the three."""
    if said.field and said.between in (Between.WRITTEN, Between.REMOVED, Between.GONE, Between.MADE):
        key = said.kind, said.id
        assert said.base == base.get(key, {}).get(said.field)
        assert said.mine == my.get(key, {}).get(said.field)
        assert said.theirs == their.get(key, {}).get(said.field)


def between(my_acts: list[Act], their_acts: list[Act]) -> list[tuple[Between, str, str, Any, Any, Any]]:
    _, changes = went(my_acts)
    theirs, _ = went(their_acts)
    return [(d.between, d.id, d.field, d.base, d.mine, d.theirs) for d in theirs.conflicts(changes)]


def test_both_wrote_in_one_field_and_each_in_another() -> None:
    assert between([(0, 0, 1), (1, 0, 1)], [(0, 0, 2)]) == [
        (Between.WRITTEN, "g0", "title", "mål", "en bolig", "et job")]


def test_the_same_words_in_two_places_are_settled() -> None:
    _, changes = went([(0, 0, 1)])
    theirs, _ = went([(0, 0, 1)])
    said, = theirs.conflicts(changes)
    assert (said.mine, said.theirs, said.is_settled) == ("en bolig", "en bolig", True)


def test_words_for_a_row_that_is_gone_are_told_word_by_word() -> None:
    assert between([(0, 0, 1), (1, 0, 2)], [(3, 0, 0)]) == [
        (Between.GONE, "g0", "title", "mål", "en bolig", None), (Between.GONE, "g0", "why", "", "et job", None)]


def test_what_both_removed_is_settled_row_by_row() -> None:
    _, changes = went([(9, 0, 0)])
    theirs, _ = went([(9, 0, 0)])
    said, = theirs.conflicts(changes)
    assert (said.between, said.id, said.field, said.is_settled) == (Between.GONE, "a0", "", True)


def test_whoever_removes_hears_what_was_written_there() -> None:
    assert between([(9, 1, 0)], [(8, 1, 2)]) == [(Between.REMOVED, "a1", "goal_id", "g1", None, "g2")]


def test_a_row_that_both_made() -> None:
    assert between([(5, 0, 1)], [(5, 0, 2)]) == [
        (Between.MADE, "n0", "title", None, "en bolig", "et job"),
        (Between.MADE, "n0", "responsible_id", None, "m1", "m2")]


def test_i_chose_somebody_whom_they_removed() -> None:
    assert between([(2, 0, 1)], [(2, 1, 0), (4, 0, 1)]) == [
        (Between.POINTS_AT_GONE, "g0", "responsible_id", "m0", "m1", None)]


def test_i_removed_somebody_whom_they_chose() -> None:
    assert between([(2, 1, 0), (4, 0, 1)], [(2, 0, 1)]) == [
        (Between.POINTED_AT, "g0", "responsible_id", None, None, "m1")]
