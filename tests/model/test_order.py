"""The Danish alphabet, and the place between two neighbours."""
from __future__ import annotations

import random
import unicodedata

import pytest

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.order import danish, place
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.shelter import StaffMember
from tests.model.cases import case_with

NAMES = ["adam", "Aksel", "André", "Bo", "Émile", "Eva", "Zenia", "Ægir", "Øjvind", "Aage", "Åse", "Ågot"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_ae_oe_aa_come_last_and_case_and_accents_do_not_count(form: str) -> None:
    names = [unicodedata.normalize(form, name) for name in NAMES]  # type: ignore[arg-type]
    shuffled = random.Random(1).sample(names, len(names))
    found = sorted(shuffled, key=danish)
    assert found[:9] == names[:9]                        # after Øjvind all begin with å
    assert {danish(name)[0] for name in found[9:]} == {danish("å")}
    assert [unicodedata.normalize("NFC", name) for name in found[9:]] == ["Aage", "Ågot", "Åse"]


def test_aa_is_another_way_to_write_å() -> None:
    assert danish("Aase") == danish("Åse")


def test_swedish_and_german_letters_stand_with_ours() -> None:
    assert danish("Ära") == danish("Æra")
    assert danish("Öst") == danish("Øst")


def test_rows_without_a_name_come_last() -> None:
    case = Case("shelter")
    case.begin()
    for name in ("", "Åse", "Bo"):
        case.add(StaffMember(name=name))
    assert [row.name for row in case.all(StaffMember)] == ["Bo", "Åse", ""]


def goals(case: Case, *titles: str) -> list[Goal]:
    plan = case.the(Plan)
    made = []
    for title in titles:
        goal = case.add(Goal(plan_id=plan.id, title=title))
        place(goal, plan.goals, len(made))
        made.append(goal)
    return made


def titles(case: Case) -> str:
    return "".join(goal.title for goal in case.the(Plan).goals)


@pytest.mark.parametrize(("index", "order"), [
    (0, "cabde"), (1, "acbde"), (2, "abcde"), (4, "abdec"), (99, "abdec"), (-1, "cabde")])
def test_a_moved_row_lands_where_it_was_put(index: int, order: str) -> None:
    case = case_with()
    c = goals(case, *"abcde")[2]
    place(c, case.the(Plan).goals, index)
    assert titles(case) == order


def test_only_the_moved_row_changes() -> None:
    case = case_with()
    a, b, c = goals(case, *"abc")
    before = b.place, c.place
    place(a, case.the(Plan).goals, 1)
    assert titles(case) == "bac"
    assert (b.place, c.place) == before


def test_the_same_gap_takes_any_number_of_moves() -> None:
    case = case_with()
    rows = goals(case, *"abcd")
    for turn in range(300):
        plan = case.the(Plan)
        place(rows[2 + turn % 2], plan.goals, 1)
        assert titles(case) == ("acbd" if turn == 0 else "acdb" if turn % 2 == 0 else "adcb")
        places = [goal.place for goal in plan.goals]
        assert len(set(places)) == 4


def test_the_first_row_of_all_is_placed_too() -> None:
    case = case_with()
    only = case.add(NetworkMember(name="Anna"))
    place(only, [only], 0)
    assert only.place > 0
