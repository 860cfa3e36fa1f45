"""What the shelter calls the life areas, in which order they stand, and which are offered: the one place that answers.

The rings of the map are called here too.
"""
from __future__ import annotations

from collections.abc import Callable

from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.shelter import LifeAreaName, Ring, RingName

Say = Callable[[str], str]


def area_names(register: Case | None, say: Say = _) -> dict[LifeArea, str]:
    """Every life area with its name, in the shelter's order; `say` speaks the usual names (the paper's language).

    The shelter's own words are the same in every language.
    """
    own = _own(register)
    usual = list(LifeArea)
    order = sorted(LifeArea, key=lambda each: (own[each].place if each in own else float(usual.index(each)),
                                               usual.index(each)))
    return {each: (own[each].name.strip() if each in own else "") or say(each.label) for each in order}


def area_name(register: Case | None, area: LifeArea, say: Say = _) -> str:
    """What one of them is called."""
    row = _own(register).get(area)
    return (row.name.strip() if row is not None else "") or say(area.label)


def areas_offered(register: Case | None, *there: LifeArea | None) -> list[LifeArea]:
    """Those one can choose among, in their order: none that is hidden, but for what stands `there` already."""
    hidden = {area for area, row in _own(register).items() if row.hidden}
    return [area for area in area_names(register) if area not in hidden or area in there]


def area_choices(register: Case | None, *there: LifeArea | None) -> list[tuple[LifeArea, str]]:
    """The same with their names, for a field in which one is chosen."""
    names = area_names(register)
    return [(area, names[area]) for area in areas_offered(register, *there)]


def ring_names(register: Case | None, say: Say = _) -> dict[Ring, str]:
    """Every ring of the map with its name, from the middle."""
    own = {row.ring: row.name.strip() for row in register.all(RingName)} if register is not None else {}
    return {ring: own.get(ring) or say(ring.label) for ring in Ring}


def _own(register: Case | None) -> dict[LifeArea, LifeAreaName]:
    return {row.area: row for row in register.all(LifeAreaName)} if register is not None else {}
