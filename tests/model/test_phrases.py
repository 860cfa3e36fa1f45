"""When a slash means a phrase, and which ones are offered."""
from __future__ import annotations

import pytest

from borgerplan_desktop.model.phrases import EXAMPLES, MOST_OFFERED, Offered, begun, filled
from borgerplan_desktop.model.shelter import Phrase


@pytest.mark.parametrize(("before", "typed"), [
    ("/", ""), ("Vi siger /næ", "næ"), ("(/a", "a"), ("\t/æø", "æø"),
    ("og/eller", None), ("3/4", None), ("den 3/", None), ("//", None), ("/to ord", None), ("", None), ("/a_b", None),
])
def test_a_slash_at_the_start_of_a_word_begins_a_phrase(before: str, typed: str | None) -> None:
    assert begun(before) == typed


def test_those_that_begin_so_come_first_and_retired_ones_never() -> None:
    there = [Phrase(short="ringet", text="Jeg har ringet"), Phrase(short="aftalt", text="Vi ringer sammen"),
             Phrase(short="Ringe", text="x"), Phrase(short="ringen", text="y", retired=True)]
    assert [each.short for each in Offered(there).matching("ri")[0]] == ["Ringe", "ringet", "aftalt"]
    assert [each.short for each in Offered(there).matching("")[0]] == ["aftalt", "Ringe", "ringet"]
    assert Offered(there).matching("zzz") == ([], 0)
    found, rest = Offered(Phrase(short=f"a{n}", text="") for n in range(20)).matching("a")
    assert (len(found), rest) == (MOST_OFFERED, 20 - MOST_OFFERED)


def test_only_the_blank_we_know_is_filled() -> None:
    assert filled("{fornavn} og {Fornavn} og {andet}", "Jonas") == "Jonas og Jonas og {andet}"
    assert filled("{fornavn}", r"\1 {fornavn}") == r"\1 {fornavn}"
    assert filled("{fornavn} ringer", "") == "{fornavn} ringer"


def test_the_ready_ones_have_names_of_their_own() -> None:
    assert len({short for short, _text in EXAMPLES}) == len(EXAMPLES) == 10
