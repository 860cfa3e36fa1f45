"""The 22 aims of the four tracks, word for word as the plan of the municipality has them."""
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.aims import AIMS, Track
from borgerplan_desktop.model.figures.kinds import BY_KEY
from borgerplan_desktop.model.implementation_plan import Objective

SOURCE = Path(__file__).parents[2] / "data" / "omstillingsplanen-aims.txt"      # copied from it, bullet by bullet


def test_every_aim_is_measured_or_says_why_not() -> None:
    assert Counter(aim.track for aim in AIMS) == {
        Track.MEETING: 5, Track.HOMES: 7, Track.OWN_HOME: 5, Track.COHERENCE: 5}
    for aim in AIMS:
        assert bool(aim.measures) is not bool(aim.why_not), aim.words
        for measure in aim.measures:
            kind = BY_KEY[measure.figure]
            assert not measure.part or measure.part in kind.parts, measure


def test_every_objective_is_measured() -> None:
    assert all(BY_KEY[each.value].title == each.label for each in Objective)


def test_the_aims_are_those_of_the_source() -> None:
    """The lines as they are set there, with the hyphens of their ends."""
    lines = [re.sub(r"\s+", " ", re.sub(r"(?<=[a-zæøå])-\s*\n\s*", "", each)).strip()
             for each in SOURCE.read_text("utf-8").split("• ") if each.strip()]
    assert [_(aim.words) for aim in AIMS] == lines
