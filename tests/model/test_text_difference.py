"""Which words are new and which are gone: whatever the texts, the pieces put together are the texts again."""
from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.text_difference import A_LITTLE, MOST, Mark, Piece, cut, text_difference

WORDS = st.lists(st.sampled_from(["Jeg", "vil", "have", "egen", "bolig", ",", ".", " ", "\n", "en", "a b", "æøå"]))


def marked(before: str, after: str) -> tuple[str, str]:
    old, new = text_difference(before, after)
    return ("".join(f"[-{each.text}-]" if each.mark is Mark.GONE else each.text for each in old),
            "".join(f"[+{each.text}+]" if each.mark is Mark.NEW else each.text for each in new))


@pytest.mark.parametrize(("before", "after", "left", "right"), [
    ("en bolig", "en bolig", "en bolig", "en bolig"),
    ("en bolig", "en egen bolig", "en bolig", "en [+egen +]bolig"),
    ("Søge om bolig", "Søge om arbejde", "Søge om [-bolig-]", "Søge om [+arbejde+]"),
    ("en lille bolig i byen", "en stor lejlighed i byen", "en [-lille bolig-] i byen", "en [+stor lejlighed+] i byen"),
    ("", "noget", "", "[+noget+]"), ("noget", "", "[-noget-]", ""), ("", "", "", ""),
    ("bolig", "bolig.", "bolig", "bolig[+.+]"),
])
def test_the_changed_words_are_marked(before: str, after: str, left: str, right: str) -> None:
    assert marked(before, after) == (left, right)


@given(WORDS, WORDS)
def test_together_the_pieces_are_the_texts(one: list[str], other: list[str]) -> None:
    before, after = "".join(one), "".join(other)
    old, new = text_difference(before, after)
    assert "".join(each.text for each in old) == before
    assert "".join(each.text for each in new) == after
    assert all(each.mark is not Mark.NEW for each in old)
    assert all(each.mark is not Mark.GONE for each in new)
    if before == after:
        assert all(each.mark is Mark.SAME for each in (*old, *new))


def test_a_hundred_thousand_characters_take_no_time_to_speak_of() -> None:
    before, after = "a b c d " * 12_500, "d e f g " * 12_500
    begun = time.perf_counter()
    old, _new = text_difference(before, after)
    assert time.perf_counter() - begun < 2
    assert len(before.split()) > MOST
    assert old


# ------------------------------------------------------------------------------------------- a part of a long text
@given(st.lists(st.tuples(st.sampled_from(Mark), st.text(min_size=1, max_size=400))), st.integers(1, 600))
def test_a_part_is_of_the_text_and_short(said: list[tuple[Mark, str]], most: int) -> None:
    pieces = [Piece(*each) for each in said]
    part = cut(pieces, most)
    text, whole = "".join(each.text for each in part), "".join(each.text for each in pieces)
    if len(whole) <= most + A_LITTLE:
        assert part == pieces
    else:
        assert text.removeprefix("… ").removesuffix(" …") in whole
        assert len(text) <= most + 4


def test_a_part_has_the_first_change_in_it() -> None:
    pieces = [Piece(Mark.SAME, "ens " * 20_000), Piece(Mark.GONE, "bolig"), Piece(Mark.SAME, " ens" * 20_000)]
    part = cut(pieces, 1_000)
    assert [each.text for each in part if each.mark is Mark.GONE] == ["bolig"]
    assert (part[0].text, part[-1].text) == ("… ", " …")
