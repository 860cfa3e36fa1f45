"""Where the name of somebody left out of paper still stands: as people write names, and never as a part of a word."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from borgerplan_desktop.casework.network.left_out import (
    ON_NONE,
    ON_PAPER,
    Where,
    said_of_names,
    still_named,
    still_named_in_words,
)
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, Step
from borgerplan_desktop.model.row import Row, searched_fields_of
from borgerplan_desktop.model.shelter import Professional

SEED = Path(__file__).parents[2] / "data" / "cases" / "herberg.json"


def case(*rows: Row, name: str = "Peter Bang", latin: str = "", left_out: bool = True) -> Case:
    return Case("case", [Citizen(id="c", name="Jonas Prøve"), Plan(id="plan"), NetworkMember(
        id="peter", name=name, latin_name=latin, left_out_of_paper=left_out), *rows])


def found_in(text: str, name: str = "Peter Bang", latin: str = "") -> bool:
    return bool(still_named(case(Agreement(id="a", text=text), name=name, latin=latin)))


@pytest.mark.parametrize(("text", "name"), [
    ("Peter ringer på mandag", "Peter Bang"), ("Vi ringer til PETER.", "Peter Bang"), ("ring til peter", "Peter Bang"),
    ("Peters bil", "Peter Bang"), ("Jens' nøgle", "Jens Bang"), ("Jenses nøgle", "Jens Bang"), ("Max's", "Max Bang"),
    ("(Peter)", "Peter Bang"), ("Sara/Peter", "Peter Bang"), ("peter-bang", "Peter Bang"),
    ("Soeren kommer", "Søren Bang"), ("Sørens hund", "Soren Bang"), ("Åge kommer", "Aage Bang"), ("Age", "Åge Bang"),
    ("Lukasz kommer", "Łukasz Nowak"), ("Zofię", "Zofię Nowak"), ("Anne-Marie kommer", "Anne-Marie Holm"),
    ("Anne Maries kat", "Anne-Marie Holm"), ("Holm siger god for det", "Dr. Holm"), ("doktor Holms råd", "Dr. Holm"),
    ("أحمد يأتي", "أحمد محمد"), ("我和王伟说话", "王伟"), ("Позвонить: Владимир", "Владимир Петров"),
    ("Vi taler med Hans", "Hans Bang"), ("HANS", "Hans Bang"), ("Hans Bang kommer", "Hans Bang"), ("hos Bo", "Bo By"),
    ("Peter\u00adsen", "Petersen")])
def test_a_name_is_found_as_people_write_it(text: str, name: str) -> None:
    assert found_in(text, name)


@pytest.mark.parametrize(("text", "name"), [
    ("Petersen ringer", "Peter Bang"), ("Ring til Peterborg", "Peter Bang"), ("kompeter", "Peter Bang"),
    ("hans bolig", "Hans Bang"), ("Hans bolig er lille.", "Hans Bang"), ("Det er sagt. Hans bolig", "Hans Bang"),
    ("Vi bor her, i maj, per brev", "Maj Bang"), ("hvor han vil bo", "Bo By"), ("Bos", ""), ("x", "J."),
    ("Anne kommer, og Marie går", "Anne-Marie Holm"), ("Bang", "Peter Bang"), ("", "Peter Bang")])
def test_other_words_are_not_taken_for_it(text: str, name: str) -> None:
    assert not found_in(text, name)


def test_the_spelling_for_paper_is_looked_for_too() -> None:
    assert found_in("Mohammed kommer", "محمد علي", "Mohammed Ali")


def test_where_two_have_the_same_first_name_it_is_the_whole_name_that_tells() -> None:
    rows = [NetworkMember(id="other", name="Peter Lund"), Agreement(id="a", text="Peter ringer"),
            Agreement(id="b", text="Peter Bangs bil"), Agreement(id="c", text="Peter Lund ringer")]
    assert [each.row_id for each in still_named(case(*rows))] == ["b"]
    assert still_named(case(Agreement(id="a", text="Jonas ringer"), name="Jonas Bang")) == []       # the citizen


def test_who_is_in_the_register_is_called_as_there() -> None:
    register = Case("shelter", [Professional(id="p", name="Birgit Holm")])
    made = Case("case", [Citizen(id="c", name="Jonas"), Agreement(id="a", text="Birgit ringer"), NetworkMember(
        id="m", professional_id="p", left_out_of_paper=True)], register=register)
    assert [each.member_id for each in still_named(made)] == ["m"]


def everywhere(left_out: bool = True) -> Case:
    return case(
        Goal(id="g", plan_id="plan", title="Tale med Peter", why="Peter savner mig"),
        Step(id="s", goal_id="g", text="Skrive til Peter"), Agreement(id="a1", text="Peter henter mig"),
        Agreement(id="a2", text="Peters nøgle afleveres"), Agreement(id="a3", text="Sara henter mig"),
        Note(id="n", written_at=datetime(2026, 10, 27, 9), text="x " * 90 + "Peter ringede i dag" + " x" * 90),
        NetworkMember(id="lone", name="Lone", relation="Peters kone", note="Peter kom ikke"), left_out=left_out)


def test_it_says_in_how_many_texts_of_which_kind() -> None:
    use_language("da")
    made = everywhere()
    found = still_named(made)
    assert said_of_names(made, found) == (
        "Peter Bang er udeladt på papir, men navnet står stadig i 2 aftaler, 1 mål, 1 skridt, 1 notat og det, der "
        "står om 1 anden person.")
    assert [each.row_id for each in found] == ["a1", "a2", "g", "g", "s", "n", "lone"]
    assert {each.where for each in found} == {Where.AGREEMENT, Where.GOAL, Where.STEP, Where.NOTE, Where.PERSON}
    assert next(each for each in found if each.row_id == "n").text == \
        "»…x x x x x x x x x x x x x x x Peter ringede i dag x x x x x x x x…«"


def test_who_is_not_left_out_is_only_looked_for_when_asked() -> None:
    use_language("da")
    made = everywhere(left_out=False)
    assert still_named(made) == []
    found = still_named(made, made.get(NetworkMember, "peter"))
    assert said_of_names(made, found).startswith("Navnet Peter Bang står i 2 aftaler")
    assert said_of_names(made, []) == ""


def test_a_case_is_told_of_place_by_place() -> None:
    use_language("da")
    made = read_case(SEED.read_bytes()).case()
    assert still_named_in_words(made) == ""
    made.begin()
    made.add(NetworkMember(id="peter", name="Peter Bang", left_out_of_paper=True))
    for number, text in enumerate(("Peter henter mig", "Peters nøgle")):
        made.add(Agreement(id=f"named-{number}", place=float(number), text=text))
    made.finish(made.changed(), 0)
    assert still_named_in_words(made).splitlines() == [
        "Peter Bang er udeladt på papir, men navnet står stadig i 2 aftaler.", "  Aftale: »Peter henter mig«",
        "  Aftale: »Peters nøgle«"]


def test_every_kind_of_text_is_thought_of() -> None:
    """A new kind stands on paper or on none: say which in `left_out`."""
    assert not set(ON_PAPER) & ON_NONE
    assert {kind for kind in CITIZEN.rows if searched_fields_of(kind)} <= set(ON_PAPER) | ON_NONE
