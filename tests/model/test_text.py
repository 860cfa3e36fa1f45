"""Texts keep every character a person means, and none that hides or breaks."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.documents.paper.text import clean
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal, Plan
from borgerplan_desktop.model.text import first_name, initials, shortened, tidy, tidy_line
from tests.model.cases import case_with


@pytest.mark.parametrize("text", [
    "", "Få ro på økonomien", "<b>&amp;</b>", "Két szó\n\tés több", "😀 👩\u200d👩\u200d👧", "اَلْعَرَبِيَّةُ",
    "e\u0301", "a\u00a0b", "\u200d", "Inuuneq pitsaasoq"])
def test_what_a_person_means_stays(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize("hidden", [
    "\x00", "\x07", "\x1b", "\x7f", "\x80", "\u202e", "\u2066", "\u2069", "\ud800", "\ufffe", "\uffff"])
def test_what_nobody_can_see_goes(hidden: str) -> None:
    assert tidy(f"a{hidden}b") == "ab"


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb", "a\x0bb", "a\x0cb", "a\x85b", "a\u2028b", "a\u2029b"])
def test_a_line_break_is_one_character(text: str) -> None:
    assert tidy(text) == "a\nb"
    assert clean(text) == "a\nb"
    assert tidy_line(text) == "a b"


def test_a_tab_of_a_list_in_word_makes_no_hole_in_a_line() -> None:
    assert tidy("•\tRo\tom natten") == "•\tRo\tom natten"
    assert tidy_line("•\tRo\r\n•\tEn dør") == "• Ro • En dør"


def test_a_name_is_one_line_however_it_gets_there() -> None:
    case = case_with()
    member = case.add(NetworkMember(name="Bo\nLinjeskift", phone="12 34\x0b56 78", note="to\x0blinjer"))
    assert (member.name, member.phone, member.note) == ("Bo Linjeskift", "12 34 56 78", "to\nlinjer")
    member.name = " Bo \u2028 \r\n Bro"
    assert member.name == "Bo Bro"


@pytest.mark.parametrize(("text", "said"), [
    ("", ""), ("Egen dør", "Egen dør"), ("Egen \n dør", "Egen dør"), ("Jeg vil have min egen dør", "Jeg vil have …"),
    ("Speciallægepraksis", "Speciallægepr…")])
def test_a_long_text_is_cut_between_words_where_it_can(text: str, said: str) -> None:
    assert shortened(text, 14) == said


@given(st.text())
def test_a_tidy_text_is_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    tidy(text).encode()


def test_rows_are_tidy_however_the_text_gets_there() -> None:
    case = case_with()
    goal = case.add(Goal(plan_id=case.the(Plan).id, title="a\x00b"))
    assert goal.title == "ab"
    goal.why = "\u202ec\r\n"
    assert goal.why == "c\n"


@pytest.mark.parametrize(("name", "called", "letters"), [
    ("Jonas Bækgaard", "Jonas", "JB"), ("åse", "åse", "Å"), ("", "", ""), (" Ib  af Mols ", "Ib", "IM"),
    ("Dr. Holm", "Dr. Holm", "H"), ("Dr. med. Åse Holm", "Dr. med. Åse", "ÅH"), ("A. B.", "A.", "AB")])
def test_what_a_name_is_short_for(name: str, called: str, letters: str) -> None:
    assert first_name(name) == called
    assert initials(name) == letters
