"""What the shelter calls life areas and rings stands on every paper that says them, in every language."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.papers.demo import ANCHOR, demo_case
from borgerplan_desktop.documents.network_map import network_map_pdf
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.documents.ratings import ratings_pdf
from borgerplan_desktop.i18n import words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import LifeAreaName, Ring, RingName
from tests.documents import reading

OWN = {area: f"Vores {number}" for number, area in enumerate(LifeArea)}
RINGS = {ring: f"Ring {number}" for number, ring in enumerate(Ring)}


def renamed() -> Case:
    case = demo_case(ANCHOR).case()
    register = case.register
    assert register is not None
    return Case(case.id, case.rows(), register=Case(register.id, [
        *register.rows(), *(LifeAreaName(area=area, place=float(-n), name=name)
                            for n, (area, name) in enumerate(OWN.items())),
        *(RingName(ring=ring, name=name) for ring, name in RINGS.items())]))


def said(pdf: bytes) -> str:
    return " ".join(reading.all_it_says(pdf).replace("\u00a0", " ").split())


@pytest.mark.parametrize("language", ["da", "en", "pl"])
def test_no_usual_word_is_left_on_the_plan_and_the_ratings(language: str) -> None:
    case = renamed()
    used = {goal.area for goal in case.all(Goal) if goal.area is not None and goal.status.open}
    plan = said(plan_pdf(case, language=language, today=ANCHOR))
    ratings = said(ratings_pdf(case, language=language, today=ANCHOR))
    for area in used:
        assert OWN[area] in plan, area
    for area in LifeArea:
        if area is LifeArea.OTHER:
            continue
        assert OWN[area] in ratings, area
        assert words("paper", language).gettext(area.label) not in ratings, area


def test_the_wheel_goes_round_in_the_shelters_order_and_leaves_out_what_is_hidden() -> None:
    from borgerplan_desktop.model.ratings import areas_asked

    register = Case("shelter", [LifeAreaName(area=LifeArea.LEISURE, place=-1.0),
                                LifeAreaName(area=LifeArea.MONEY, place=1.0, hidden=True)])
    case = Case("case", [], register=register)
    asked = areas_asked(case)
    assert asked[0] is LifeArea.LEISURE
    assert LifeArea.MONEY not in asked


def test_the_rings_are_called_so_on_the_map() -> None:
    found = said(network_map_pdf(renamed(), today=date(2026, 11, 3)))
    assert any(name.lower() in found.lower() for name in RINGS.values())
    for ring in Ring:
        assert f", {words('paper', 'da').gettext(ring.label).lower()}" not in found.lower()
