"""How much of an earlier plan is settled: rules of the text alone."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.papers import EarlierPlan, Passage, PassageUse
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.settled import left, next_left, percent, pieces, sentences, share, text_of, trimmed

TEXT = ("Jonas bor på værelse 12. Han vil gerne have ro.\n\n"
        "Mål: højst to dage om ugen, f.eks. lørdag. Samtaler hver 14. dag.")


def plan_of(text: str, *passages: tuple[int, int, PassageUse, str]) -> EarlierPlan:
    plan = EarlierPlan(id="p", text=text)
    rows = [Passage(start=a, end=b, plan_id="p", use=use, row_id=row) for a, b, use, row in passages]
    return Case("c", [plan, Plan(id="plan"), Goal(id="goal", plan_id="plan"), *rows]).the(EarlierPlan)


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_where_one_would_breathe() -> None:
    assert said(TEXT) == ["Jonas bor på værelse 12.", "Han vil gerne have ro.",
                          "Mål: højst to dage om ugen, f.eks. lørdag.", "Samtaler hver 14. dag."]
    assert said("1. Bolig\n• to\n---\n\nKl. 10 hos Eva. Ca. 3 timer!") == [
        "1. Bolig", "• to", "Kl. 10 hos Eva.", "Ca. 3 timer!"]


def test_nothing_settled_is_nothing_and_all_of_it_is_all() -> None:
    assert share(plan_of(TEXT)) == 0.0
    assert share(plan_of(TEXT, (0, len(TEXT), PassageUse.LEFT_OUT, ""))) == 1.0
    assert share(plan_of(" \n-")) == 1.0


def test_what_overlaps_counts_once() -> None:
    plan = plan_of("abcdefghij", (0, 6, PassageUse.LEFT_OUT, ""), (4, 8, PassageUse.GOAL, "goal"))
    assert share(plan) == 0.8
    assert [(each.start, each.end, len(each.by)) for each in pieces(plan)] == [
        (0, 4, 1), (4, 6, 2), (6, 8, 1), (8, 10, 0)]


def test_what_became_something_that_is_gone_is_left_again() -> None:
    assert share(plan_of("abcd", (0, 4, PassageUse.GOAL, "another"))) == 0.0
    assert share(plan_of("abcd", (0, 4, PassageUse.GOAL, "goal"))) == 1.0


def test_only_the_whole_is_a_hundred_per_cent() -> None:
    text = "a" * 1_000
    assert percent(plan_of(text, (0, 999, PassageUse.LEFT_OUT, ""))) == 99
    assert percent(plan_of(text, (0, 1, PassageUse.LEFT_OUT, ""))) == 1


def test_the_next_sentence_that_is_left() -> None:
    plan = plan_of(TEXT, (0, 24, PassageUse.LEFT_OUT, ""))
    first = next_left(plan, 0)
    assert first is not None
    assert TEXT[slice(*first)] == "Han vil gerne have ro."
    assert next_left(plan, len(TEXT)) == first           # and so round
    last = next_left(plan, 0, -1)
    assert last is not None
    assert TEXT[slice(*last)] == "Samtaler hver 14. dag."
    assert next_left(plan_of("x", (0, 1, PassageUse.LEFT_OUT, "")), 0) is None


def test_line_breaks_of_another_program_count_as_one_character() -> None:
    plan = plan_of("a\r\nb\x0bc")
    assert text_of(plan) == "a\nb\nc"


@given(st.text(alphabet="abc .\n\U0001f600-1", max_size=60),
       st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=5))
def test_every_character_is_in_one_piece_and_what_is_left_is_found(text: str, spans: list[tuple[int, int]]) -> None:
    plan = plan_of(text, *[(a, b, PassageUse.LEFT_OUT, "") for a, b in spans])
    text = text_of(plan)
    found = pieces(plan)
    assert "".join(text[each.start:each.end] for each in found) == text
    assert 0.0 <= share(plan) <= 1.0
    assert (share(plan) == 1.0) == (next_left(plan, 0) is None) == (not left(plan))
    if (span := next_left(plan, 0)) is not None:
        assert span == trimmed(text, span)
        assert any(a <= span[0] and span[1] <= b for a, b in left(plan))
