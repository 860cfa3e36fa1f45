"""A name is found as it is typed, and a word is no name."""
from __future__ import annotations

import re

import pytest

from borgerplan_desktop.model.names_as_written import seen, ways_of


@pytest.mark.parametrize(("name", "first", "found", "left"), [
    ("Jonas", True, ("Jonas", "JONAS", "jonas"), "jOnas"), ("Hans", True, ("Hans", "HANS"), "hans"),
    ("Holm", False, ("Holm", "HOLM"), "holm"), ("Ida Holm", False, ("Ida Holm", "ida holm", "IDA HOLM"), "ida"),
    ("Søren", True, ("SØREN", "søren"), "Soren"), ("x.*", True, ("x.*",), "xyz")])
def test_a_name_is_found_in_a_hurry_and_a_word_is_left(name: str, first: bool, found: tuple[str, ...],
                                                       left: str) -> None:
    pattern = re.compile(ways_of(name, first))
    assert all(pattern.fullmatch(each) for each in found)
    assert not pattern.fullmatch(left)


def test_what_nobody_sees_hides_no_name() -> None:
    assert seen("Jo\u00adna\u200bs A\u030age") == "Jonas Åge"
