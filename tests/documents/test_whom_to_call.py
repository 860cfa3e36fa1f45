"""The network in the plan: who cannot be called stands below the list, and the shelter's own words are said."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.papers.demo import ANCHOR, demo_case
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.shelter import Sector, SectorName
from tests.documents import reading


def _text(case: Case, today: date = ANCHOR) -> str:
    return " ".join(reading.text(plan_pdf(case, today=today)).replace("\u00a0", " ").split())


def test_who_is_dead_and_the_dog_stand_apart_with_their_word() -> None:
    said = _text(demo_case(ANCHOR).case())
    assert "Også på mit kort: Inge Bækgaard (min mor, død) og Bella (min hund, hos Kurt for tiden)." in said
    assert "Hun lærte mig at lave mad." not in said       # she helps no more
    assert " dyr " in said                               # the legend


def test_the_shelters_own_name_of_a_part_of_life_is_on_the_paper() -> None:
    file = demo_case(ANCHOR)
    case = file.case()
    assert "Myndighed" in _text(case)
    register = case.register
    assert register is not None
    case = Case(case.id, case.rows(), register=Case(register.id, [
        *register.rows(), SectorName(sector=Sector.AUTHORITY, place=3.0, name="Kommunen")]))
    said = _text(case)
    assert "Kommunen" in said
    assert "Myndighed" not in said
