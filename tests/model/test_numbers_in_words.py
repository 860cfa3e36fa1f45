"""A CPR number in somebody's words is masked however it is written; days, times and telephone numbers are left."""
from __future__ import annotations

import pytest

from borgerplan_desktop.model.numbers_in_words import without_numbers


@pytest.mark.parametrize("number", [
    "310280-1234", "3102801234", "310280 1234", "310280–1234", "310280\u22121234", "31 02 80 12 34", "31.02.80-1234",
    "31/02/80 1234", "310280 - 1234", "310280\u200b1234", "910280-1234", "3102801AB2", "310280-7AB2", "31021980-1234",
    "\uff13\uff11\uff10\uff12\uff18\uff10-\uff11\uff12\uff13\uff14",
    "\u0663\u0661\u0660\u0662\u0668\u0660-\u0661\u0662\u0663\u0664"])
def test_it_is_masked(number: str) -> None:
    for before, behind in (("Ring om CPR ", ""), ("(", ")"), ("", ", og så hjem"), ("konto 4321 ", ".")):
        masked = without_numbers(before + number + behind)
        assert masked.startswith(before)
        assert masked.endswith("••••" + behind)
        assert not any(last in masked for last in ("1234", "12 34", "AB2", "\uff14", "\u0664"))


@pytest.mark.parametrize("words", [
    "Ring 12 34 56 78", "tlf. +45 12 10 20 30", "12.10.2026 14.00", "12.10.2026-14.10.2026", "2026-370207", "",
    "den 12.10.26 kl. 14", "12102026 og 12102027", "konto 1234 4512345678", "10-12-2026 10-12-2026", "værelse 12",
    "12102026-14102026", "12102026 1400", "\uff11\uff12 34 56 78",
    "\u0661\u0662.\u0661\u0660.\u0662\u0660\u0662\u0666"])
def test_the_rest_is_left(words: str) -> None:
    assert without_numbers(words) == words
