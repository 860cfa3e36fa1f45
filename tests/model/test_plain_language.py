"""Which words could be said plainer, and where a sentence is long; what is said plainly is let be."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.plain_language import LONG, OPINION, PERSON, PLAIN, WHO, hints, sentences

LONG_ONE = "Ord " + " ".join(["ord"] * 25) + "."


@pytest.mark.parametrize(("text", "word", "says", "plain"), [
    ("Vi skal påbegynde hjælp.", "påbegynde", PLAIN, "begynde"),
    ("Såfremt Jonas vil.", "Såfremt", PLAIN, "Hvis"),
    ("Det er i henhold til loven.", "i henhold til", PLAIN, "efter"),
    ("Der rettes henvendelse til banken.", "Der rettes henvendelse", WHO, ""),
    ("Jonas er umotiveret.", "umotiveret", OPINION, ""),
    ("Han er misbruger", "misbruger", PERSON, ""),
])
def test_official_words_are_found_with_what_to_write(text: str, word: str, says: str, plain: str) -> None:
    (hint,) = hints(text)
    assert (text[hint.start:hint.end], hint.word, hint.says, hint.plain) == (word, word, says, plain)


@pytest.mark.parametrize("text", [
    "Eva ringer til boligforeningen mandag.", "Jonas vil gerne bo tæt på sin familie.", "", "   ", "\n\n",
    "misbrugerens", "dog", "samtale", "samtykke", "uiværksætte", "Vi begynder kl. 13.00 den 3. marts.",
])
def test_plain_words_and_parts_of_words_are_let_be(text: str) -> None:
    assert hints(text) == []


@pytest.mark.parametrize(("text", "better"), [
    ("Endvidere ringer Eva.", "Og så ringer Eva."), ("Eva ringer endvidere.", "Eva ringer også."),
    ("Derudover er der en bolig.", "Og så er der en bolig."),
    ("Jonas udeblev fra mødet.", "Jonas kom ikke til mødet."),
    ("Jonas er udeblevet fra to tider.", "Jonas er ikke kommet til to tider."),
    ("I går er Jonas udeblevet.", "I går er Jonas ikke kommet."),
    ("Udslusningen begynder i maj.", "Vejen til egen bolig begynder i maj."),
    ("Eva har varetaget det.", "Eva har taget sig af det."),
])
def test_what_is_put_there_makes_a_danish_sentence(text: str, better: str) -> None:
    (hint,) = hints(text)
    assert text[:hint.start] + hint.plain + text[hint.end:] == better


@pytest.mark.parametrize(("text", "better"), [
    ("I går udeblev Jonas.", "kom ikke"), ("Derfor nægtede Jonas at komme.", "sagde nej til"),
    ("Vi skal iværksætte hjælp.", "sætte i gang"),
    ("Nu varetager Eva boligen.", "tager sig af"), ("ovenstående aftaler", "det her"),
    ("Jonas er i udslusning.", "på vej i egen bolig"), ("på baggrund af samtalen", "på grund af"),
])
def test_words_that_fit_only_some_sentences_are_said_and_never_put_there(text: str, better: str) -> None:
    (hint,) = hints(text)
    assert (hint.says, hint.plain, hint.better) == (PLAIN, "", better)


def test_what_somebody_else_takes_care_of_asks_who() -> None:
    (hint,) = hints("Det er varetaget af kommunen.")
    assert (hint.says, hint.plain) == (WHO, "")


def test_a_sentence_of_more_than_25_words_is_long() -> None:
    assert hints(" ".join(["ord"] * 25) + ".") == []
    (hint,) = hints("Kort. " + LONG_ONE + " Kort.")
    assert hint.says == LONG
    assert ("Kort. " + LONG_ONE + " Kort.")[hint.start:hint.end] == LONG_ONE


def test_abbreviations_and_dates_end_no_sentence_and_line_breaks_do() -> None:
    text = "Vi ses kl. 13.00 den 3. marts, bl.a. om bolig. Jonas kommer?\nsom ny linje"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Vi ses kl. 13.00 den 3. marts, bl.a. om bolig.", "Jonas kommer?", "som ny linje"]


@given(st.text(max_size=400))
def test_any_text_is_hinted_at_within_itself(text: str) -> None:
    for hint in hints(text):
        assert 0 <= hint.start < hint.end <= len(text)


@given(st.text(max_size=300))
def test_every_sentence_lies_in_the_text_in_order(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start
        at = max(start, end)
    assert at <= len(text)
