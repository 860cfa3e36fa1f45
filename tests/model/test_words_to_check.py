"""What a dictionary is asked about, and what it is not."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.words_to_check import (
    as_known,
    is_foreign,
    is_named,
    names_in,
    words_to_check,
)
from tests.model.cases import case_with


def found(text: str) -> list[str]:
    return [word.text for word in words_to_check(text)]


@pytest.mark.parametrize(("text", "words"), [
    ("bolig og/eller job", ["bolig", "og", "eller", "job"]),
    ("Jonas bor hos Karen", ["Jonas", "bor", "hos"]),    # a capital in a sentence is a name
    ("»Jeg vil bo.« Nu!", ["Jeg", "vil", "bo", "Nu"]),
    ("ring 12 34 56 78 kl. 9 til 3b", ["ring", "kl", "til"]),
    ("skriv til eva@skovly.example om NemKonto og CPR", ["skriv", "til", "om", "og"]),
    ("120580-9999 er et nummer", ["er", "et", "nummer"]),
    ("bl.a. www.herberg.example/side", ["side"]),
    ("hos {fornavn}", ["hos"]), ("en e-mail, o'er", ["en", "e-mail", "o'er"]),
    ("привет ord", ["ord"]), ("x" * 41, []),
])
def test_words_a_dictionary_can_judge(text: str, words: list[str]) -> None:
    assert found(text) == words


@given(st.text(max_size=200))
def test_every_word_stands_where_it_is_said_to_stand(text: str) -> None:
    for word in words_to_check(text):
        assert text[word.start:word.end] == word.text


def test_names_are_known_also_in_the_genitive() -> None:
    names = names_in(case_with(NetworkMember(name="Jonas Bæk-Prøve", organisation="Jonny")))
    assert all(is_named(word, names) for word in ("jonas", "Jonnys", "bæk", "Prøves"))
    assert not is_named("jona", names)


def test_mostly_unknown_words_are_another_language() -> None:
    words = list(words_to_check("ja chcę tu mieszkać i pracować teraz"))
    assert is_foreign(words, words[1:])
    assert not is_foreign(words, words[:2])
    assert not is_foreign(words[:3], words[:3])          # too few to say


def test_a_word_is_known_without_what_stands_round_it() -> None:
    assert as_known(" »Gadehjem«, ") == "gadehjem"
