"""The CPR number: an impossible date is an error, a failed control digit only a notice, none at all is fine."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.model.cpr import check_cpr, masked, written

FITS, NO_MODULUS = "0101010101", "0101010102"            # nobody's: the serial of a made-up year


def test_none_is_fine() -> None:
    for text in ("", "  ", "-"):
        found = check_cpr(text)
        assert (found.digits, found.error, found.notice, found.birth_date) == ("", "", "", None)


@pytest.mark.parametrize("text", ["010101-0102", "0101010102", " 010101 0102 ", "010101–0102"])
def test_it_becomes_ten_digits(text: str) -> None:
    assert check_cpr(text).digits == NO_MODULUS


def test_a_number_that_fails_modulus_11_is_taken_with_a_notice() -> None:
    found = check_cpr(NO_MODULUS)
    assert found.digits == NO_MODULUS
    assert not found.error
    assert found.notice
    assert found.birth_date == date(1901, 1, 1)


@pytest.mark.parametrize("text", ["310201-0101", "000101-0101", "011301-0101", "290201-0101", "920101-0101"])
def test_an_impossible_date_is_refused(text: str) -> None:
    found = check_cpr(text)
    assert found.error
    assert not found.digits


@pytest.mark.parametrize("text", ["12345", "010101-010", "010101-01011", "o10101-0101", "०१०१०१०१०१"])
def test_other_than_ten_digits_is_refused(text: str) -> None:
    assert check_cpr(text).error


def test_a_replacement_number_has_a_day_of_sixty_more() -> None:
    found = check_cpr("610101-0102")
    assert found.digits == "6101010102"
    assert found.birth_date == date(1901, 1, 1)


def test_some_number_fits_modulus_11() -> None:
    assert any(not check_cpr(f"010101{serial:04}").notice for serial in range(100, 130))


def test_how_it_is_shown() -> None:
    assert masked(NO_MODULUS) == "010101-••••"
    assert written(NO_MODULUS) == "010101-0102"
    assert masked("") == written("") == ""


@pytest.mark.parametrize("between", ["-", "\u2010", "\u2011", "\u2012", "–", "—", "\u2212", "\u00ad", "/", ".",
                                     " ", "\u00a0", "\u202f", " - ", "\u200b", "\t", "\n", "\x0b"])
def test_whatever_stands_between_the_digits(between: str) -> None:
    assert check_cpr(f"010101{between}0102").digits == NO_MODULUS
    assert check_cpr(between.join("0101010102")).digits == NO_MODULUS


@pytest.mark.parametrize("text", ["010101-1AB2", "0101017xy3", " 010101‑1ab2 ", "010101-D1E2"])
def test_a_replacement_number_with_letters_is_a_number_of_another_kind(text: str) -> None:
    found = check_cpr(text)
    assert (found.digits, found.error, found.notice, found.birth_date) == ("", "", "", None)
    assert len(found.ecpr) == 10
    assert found.ecpr == found.ecpr.upper()
    assert masked(found.ecpr) == "010101-••••"
    assert written(found.ecpr).startswith("010101-")
