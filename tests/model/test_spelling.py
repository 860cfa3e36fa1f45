"""Names are found however they are typed, and stand where a Danish reader looks for them."""
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.model.order import danish, name_order
from borgerplan_desktop.model.spelling import is_found, spellings, typed

NAMES = {
    "Søren Østergård": "soren ostergard søren soeren østergård østergaard oestergaard ostergaard østergard",
    "Åge Holm": "aage åge age", "Aase Lund": "åse aase ase a", "Isaac Mensah": "isa isaac",
    "Ærø Bech": "aero ærø aeroe",
    "Łukasz Wójcik": "lukasz wojcik łukasz wójcik", "Đorđe Petrović": "dorde djordje petrovic đorđe",
    "Þór Jónsson": "thor þór jonsson", "Anežka Nováková": "anezka novakova", "Petr Šilhavý": "silhavy",
    "Hans Müller": "muller mueller müller", "Yaël Balb": "yael yaël", "İpek Işık": "ipek isik", "Fuß": "fuss fuß",
    "Ängström": "aengstroem angstrom ängström"}


@pytest.mark.parametrize(("name", "words"), NAMES.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_however_it_is_typed(name: str, words: str, form: str) -> None:
    name = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    for word in words.split():
        assert is_found(word, name), word
        assert is_found(word.upper(), name), word
        assert is_found(unicodedata.normalize(form, word), name), word  # type: ignore[arg-type]


@pytest.mark.parametrize(("word", "name"), [("åge", "Hage"), ("søren", "Soren"), ("joe", "Jonas"), ("aa", "Anna"),
                                            ("müller", "Muller")])
def test_a_letter_that_is_typed_is_meant(word: str, name: str) -> None:
    assert not is_found(word, name)


@given(st.text(max_size=12))
def test_every_word_finds_itself(word: str) -> None:
    assert is_found(word, word)
    assert all(typed(part) in spellings(part) for part in word.split())


def test_letters_of_others_stand_among_ours() -> None:
    names = ["Dan", "Đorđe", "Dragan", "Lena", "Łukasz", "Lykke", "Tage", "Þór", "Tina", "Ymer", "Yrsa", "Ægir",
             "Østen", "Aage", "Åse"]
    assert sorted(names, key=lambda name: name_order(name, "")) == names
    assert danish("Þór") == danish("Thor")
    assert sorted(["", "Å", "A"], key=lambda name: name_order(name, "")) == ["A", "Å", ""]
