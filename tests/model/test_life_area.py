"""The national codes (FFB, VUM 2.0) and the ladder, as they are published."""
from __future__ import annotations

import pytest

from borgerplan_desktop.model.life_area import FFB_SYSTEM, LadderStep, LifeArea

PUBLISHED = {
    "35c56275-0093-4901-9fd8-d06fdb5cb8f3": "Boligsituation",
    "08aa68ce-acd6-4e03-b6b5-091811324345": "Økonomisk situation",
    "c8f4475a-8de3-4920-ad0c-eea78c49a68d": "Rusmidler",
    "69dbfad7-859a-4596-8737-8054f6b4948f": "Fysisk helbred",
    "25c5c614-305f-46cd-9891-55d564fc30cf": "Mentale funktioner",
    "4c082610-b122-4019-96f2-1061e287445e": "Varetage relationer til netværk",
    "f695cec7-2b39-4c7e-8731-da8558a4fb3f": "Uddannelse og job",
    "eef71492-65f5-4297-aa95-3c3a6866ddef": "Praktiske opgaver",
    "dcc6bb77-45af-4625-9c4d-7d7878307220": "Deltage i sociale fællesskaber og fritidsaktiviteter",
}


def test_the_code_system_is_the_national_one() -> None:
    assert FFB_SYSTEM == "urn:oid:1.2.208.176.2.22"


@pytest.mark.parametrize("area", LifeArea)
def test_an_area_carries_a_term_as_it_is_published(area: LifeArea) -> None:
    if area is LifeArea.OTHER:
        assert area.ffb is None
    else:
        assert area.ffb is not None
        code, term = area.ffb
        assert PUBLISHED[code] == term


def test_no_two_areas_share_a_code() -> None:
    assert {area.ffb[0] for area in LifeArea if area.ffb} == set(PUBLISHED)


def test_the_ladder_has_seven_steps() -> None:
    assert [step.number for step in LadderStep] == [1, 2, 3, 4, 5, 6, 7]
    assert LadderStep.STAY.number == 5                   # the shelter's own
    assert all(step.label and step.in_few_words for step in LadderStep)
