"""What a person may know: the union of the forms that are valid that day, and the word for it."""
from __future__ import annotations

import ast
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import (
    Consent,
    ConsentPerson,
    ConsentState,
    ConsentTopic,
    Topic,
    TopicAnswer,
    consents_of,
    may_share,
    state_of,
)
from borgerplan_desktop.model.network import NetworkMember
from tests.model.cases import case_with

ROOT = Path(__file__).resolve().parents[2] / "borgerplan_desktop"
RULE = ROOT / "model" / "consent.py"
# copies a form's answers, draws ticks, tells what one form says; and the list asks by SQL whom somebody should ask
# again, never what may be shared: tests/casework/course/test_calls.py holds it to the rule
AS_THEY_STAND = {"casework/papers/consents.py", "documents/consent_form.py", "gui/papers/consent_words.py",
                 "store/line_facts.py"}
ANSWERS = {"Consent", "ConsentPerson", "ConsentTopic"}   # the rows that the rule is made of
DAY = date(2026, 10, 10)
NEARLY_ALL = set(Topic) - {Topic.CRIME, Topic.OTHER}


@pytest.fixture
def anna() -> NetworkMember:
    return NetworkMember(name="Anna")


@pytest.fixture
def case(anna: NetworkMember) -> Case:
    return case_with(anna)


def form(case: Case, member: NetworkMember, topics: set[Topic], **facts: Any) -> Consent:
    consent = case.add(Consent(**{"given_on": DAY, **facts}))
    case.add(ConsentPerson(consent_id=consent.id, member_id=member.id))
    for topic in topics:
        case.add(ConsentTopic(consent_id=consent.id, topic=topic))
    return consent


def shared_with(case: Case, member: NetworkMember, on: date) -> set[Topic]:
    return {topic for topic in Topic if may_share(case, member, topic, on).allowed}


def asked_about(case: Case, member: NetworkMember, on: date) -> set[Topic]:
    return {topic for topic in Topic if may_share(case, member, topic, on).asked}


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def test_nobody_asked_means_nothing_is_shared(case: Case, anna: NetworkMember) -> None:
    assert state_of(case, anna, DAY) is ConsentState.NOT_ASKED
    assert shared_with(case, anna, DAY) == set()


def test_a_form_holds_from_its_day_to_its_last_day(case: Case, anna: NetworkMember) -> None:
    consent = form(case, anna, NEARLY_ALL, expires_on=later(30))
    assert [consent.valid(day) for day in (later(-1), DAY, later(30), later(31))] == [False, True, True, False]
    assert state_of(case, anna, later(30)) is ConsentState.GIVEN
    assert state_of(case, anna, later(31)) is ConsentState.EXPIRED


def test_from_the_day_it_is_withdrawn_nothing_more_is_shared(case: Case, anna: NetworkMember) -> None:
    form(case, anna, {Topic.PLAN}, withdrawn_on=later(5))
    assert state_of(case, anna, later(4)) is ConsentState.PARTLY
    assert shared_with(case, anna, later(5)) == set()
    assert state_of(case, anna, later(5)) is ConsentState.WITHDRAWN


def test_a_no_is_kept_and_shares_nothing(case: Case, anna: NetworkMember) -> None:
    form(case, anna, NEARLY_ALL, said_no=True)
    assert shared_with(case, anna, DAY) == set()
    assert state_of(case, anna, DAY) is ConsentState.SAID_NO


def test_all_but_crime_and_other_is_a_whole_yes(case: Case, anna: NetworkMember) -> None:
    form(case, anna, NEARLY_ALL - {Topic.HEALTH})
    assert state_of(case, anna, DAY) is ConsentState.PARTLY
    form(case, anna, {Topic.HEALTH})
    assert state_of(case, anna, DAY) is ConsentState.GIVEN


def test_a_form_is_about_the_people_it_names(case: Case, anna: NetworkMember) -> None:
    bo = case.add(NetworkMember(name="Bo"))
    consent = form(case, anna, {Topic.MONEY, Topic.PLAN})
    assert consents_of(case, anna) == [consent]
    assert consents_of(case, bo) == []
    assert consent.persons == [anna]
    assert consent.topics == [Topic.PLAN, Topic.MONEY]
    assert state_of(case, bo, DAY) is ConsentState.NOT_ASKED


def test_the_newest_answer_holds(case: Case, anna: NetworkMember) -> None:
    form(case, anna, {Topic.PLAN}, given_on=later(1), said_no=True)
    form(case, anna, {Topic.PLAN}, given_on=DAY, expires_on=later(2))
    assert state_of(case, anna, DAY) is ConsentState.PARTLY
    assert state_of(case, anna, later(2)) is ConsentState.SAID_NO   # a no after a yes stops the sharing
    form(case, anna, {Topic.PLAN}, given_on=later(3))
    assert state_of(case, anna, later(3)) is ConsentState.PARTLY


def test_a_no_does_not_run_out_as_a_yes_does(case: Case, anna: NetworkMember) -> None:
    form(case, anna, {Topic.PLAN, Topic.MONEY})
    newer = form(case, anna, {Topic.HOUSING}, given_on=later(1), expires_on=later(10))
    case.add(ConsentTopic(consent_id=newer.id, topic=Topic.MONEY, answer=TopicAnswer.NO))
    assert shared_with(case, anna, later(10)) == {Topic.PLAN, Topic.HOUSING}
    assert shared_with(case, anna, later(11)) == {Topic.PLAN}


def test_of_one_day_what_was_written_last_holds(case: Case, anna: NetworkMember) -> None:
    noon = datetime.combine(DAY, time(12))
    form(case, anna, {Topic.PLAN}, said_no=True, written_at=noon)
    yes = form(case, anna, {Topic.PLAN}, written_at=noon.replace(hour=9))
    assert state_of(case, anna, DAY) is ConsentState.SAID_NO
    yes.written_at = noon.replace(hour=13)
    assert shared_with(case, anna, DAY) == {Topic.PLAN}


def test_where_nobody_knows_what_was_last_it_is_the_no(case: Case, anna: NetworkMember) -> None:
    for said_no in (True, False):
        form(case, anna, {Topic.PLAN}, said_no=said_no)
        assert (shared_with(case, anna, DAY) == set()) is (state_of(case, anna, DAY) is ConsentState.SAID_NO) is True


def test_what_was_taken_back_is_newer_than_a_yes_before_it(case: Case, anna: NetworkMember) -> None:
    form(case, anna, {Topic.PLAN}, withdrawn_on=later(4))
    form(case, anna, {Topic.PLAN}, given_on=later(2))
    assert shared_with(case, anna, later(3)) == {Topic.PLAN}
    assert shared_with(case, anna, later(4)) == set()
    assert state_of(case, anna, later(4)) is ConsentState.WITHDRAWN
    form(case, anna, {Topic.PLAN}, given_on=later(5))
    assert shared_with(case, anna, later(5)) == {Topic.PLAN}


def test_yes_no_and_not_asked_are_three_things(case: Case, anna: NetworkMember) -> None:
    consent = form(case, anna, {Topic.PLAN, Topic.MONEY})
    case.add(ConsentTopic(consent_id=consent.id, topic=Topic.HEALTH, answer=TopicAnswer.NO))
    assert asked_about(case, anna, DAY) == {Topic.PLAN, Topic.MONEY, Topic.HEALTH}
    assert shared_with(case, anna, DAY) == {Topic.PLAN, Topic.MONEY}
    form(case, anna, {Topic.CRIME}, expires_on=DAY)
    assert Topic.CRIME in asked_about(case, anna, DAY)
    assert Topic.CRIME not in asked_about(case, anna, later(1))        # expired: to be asked again


def test_a_form_outlives_the_person_it_named(case: Case, anna: NetworkMember) -> None:
    consent = form(case, anna, {Topic.PLAN})
    case.remove(anna)
    assert consent.exists
    assert consent.persons == []


def _decides(tree: ast.Module) -> list[str]:
    """Where a module looks in the rows of answers, or takes the rule apart."""
    return [f"line {node.lineno}: {ast.unparse(node)}" for node in ast.walk(tree) if (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("all", "of", "get", "the", "rows") and node.args
        and ast.unparse(node.args[0]).split(".")[-1] in ANSWERS)
        or (isinstance(node, ast.ImportFrom) and (node.module or "").endswith("model.consent")
            and any(alias.name.startswith("_") for alias in node.names))
        or (isinstance(node, ast.Attribute) and node.attr == "_answers_about")
        or (isinstance(node, ast.Compare) and any(isinstance(part, ast.Name) and part.id == "TopicAnswer"
                                                  for part in ast.walk(node)))]


def test_nobody_else_looks_in_the_answers_to_decide() -> None:
    """A screen may say that it shows them, and casework adds them; the rule is asked whether something may be shared.
    """
    found = {str(path.relative_to(ROOT)): decides for path in sorted(ROOT.rglob("*.py")) if path != RULE
             and (decides := _decides(ast.parse(path.read_text("utf-8"))))}
    assert found.keys() == AS_THEY_STAND
    assert all("TopicAnswer." in way for ways in found.values() for way in ways)


@pytest.mark.parametrize("own", [
    "case.all(ConsentTopic)", "self._desk.case.of(ConsentPerson, ConsentPerson.member_id, m.id)",
    "case.get(model.consent.Consent, id)", "from borgerplan_desktop.model.consent import _answers_about",
    "yes = answers[topic] is TopicAnswer.YES", "consent._answers_about(case, m, day)",
])
def test_the_search_for_own_rules_finds_them(own: str) -> None:
    assert _decides(ast.parse(own))
