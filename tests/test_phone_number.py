"""Telephone numbers as people read them aloud, also those from other countries."""
from __future__ import annotations

import subprocess
import sys

import pytest

from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.phone_number import phone_number


@pytest.mark.parametrize(("typed", "shown"), [
    ("12345678", "12 34 56 78"), ("12 34 5678", "12 34 56 78"), ("+4512345678", "+45 12 34 56 78"),
    ("+48601234567", "+48 601 234 567"), ("0048 601234567", "+48 601 234 567"), ("+40 721234567", "+40 721 234 567"),
    ("+299 123456", "+299 12 34 56"), ("112", "112"), ("", ""), (" spørg Eva ", "spørg Eva"), ("+", "+"),
    ("+999 12", "+999 12"), ("00", "00"), ("+45 1", "+45 1"), ("+" + "9" * 400, "+" + "9" * 400), ("+४८६०", "+४८६०"),
])
def test_a_number_is_grouped_as_in_its_country(typed: str, shown: str) -> None:
    assert phone_number(typed) == shown.replace(" ", NBSP)


def test_nothing_is_loaded_for_a_danish_number() -> None:
    code = "import sys; from borgerplan_desktop.phone_number import phone_number; phone_number('12345678'); " \
        "assert 'phonenumbers' not in sys.modules; phone_number('+48601234567'); assert 'phonenumbers' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
