"""What the shelter calls the sectors, and in which order."""
from __future__ import annotations

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector, SectorName


def _register(*rows: SectorName) -> Case:
    return Case("shelter", list(rows))


def test_the_usual_names_in_the_usual_order_where_the_shelter_has_said_nothing() -> None:
    for register in (None, _register()):
        names = sector_names(register)
        assert list(names) == list(Sector)
        assert names[Sector.FAMILY] == "Familie"


def test_own_names_and_own_order_and_the_usual_word_where_a_name_is_empty() -> None:
    names = sector_names(_register(SectorName(sector=Sector.WORK, place=-1.0, name="  Det jeg laver "),
                                   SectorName(sector=Sector.FAMILY, place=9.0, name=" ")))
    assert next(iter(names)) is Sector.WORK
    assert names[Sector.WORK] == "Det jeg laver"
    assert list(names)[-1] is Sector.FAMILY
    assert names[Sector.FAMILY] == "Familie"


def test_the_paper_says_the_usual_words_in_its_own_language_and_the_shelters_as_they_are() -> None:
    names = sector_names(_register(SectorName(sector=Sector.WORK, place=6.0, name="Det jeg laver")), str.upper)
    assert names[Sector.FAMILY] == "FAMILY"
    assert names[Sector.WORK] == "Det jeg laver"
