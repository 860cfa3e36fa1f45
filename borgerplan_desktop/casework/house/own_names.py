"""The shelter's own words for what the program has words for: the parts of life on the map, its rings, the life areas.

What it calls them, in which order they stand, and which life areas are offered. `shelter` is the shelter's own case.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_names, areas_offered, ring_names
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import LifeAreaName, Ring, RingName, Sector, SectorName


@dataclass(frozen=True)
class OwnNames:
    """One sort of words. `field`: the column that says which of them a row is about; every text is a msgid."""

    kind: type[Row]
    field: str
    choice: type[Labelled]
    names: Callable[[Case | None], dict[Any, str]]
    taken: str                                           # what is said of a name that another one has
    renamed: str
    moved: str                                           # "" = their order is not the shelter's to choose
    usual: str


SECTORS = OwnNames(SectorName, "sector", Sector, sector_names, N_("Another part of life is called »{name}« already."),
                   N_("Renamed a part of life"), N_("Moved a part of life"), N_("The usual parts of life again"))
AREAS = OwnNames(LifeAreaName, "area", LifeArea, area_names, N_("Another life area is called »{name}« already."),
                 N_("Renamed a life area"), N_("Moved a life area"), N_("The usual life areas again"))
RINGS = OwnNames(RingName, "ring", Ring, ring_names, N_("Another ring is called »{name}« already."),
                 N_("Renamed a ring of the map"), "", N_("The usual rings again"))


def rename(shelter: OpenCase, of: OwnNames, which: Any, name: str) -> None:
    """The shelter's own word for it; "" or the usual one = as the program has it. Raises Refused for a word that
    another of them has, Conflict, StoreTrouble.
    """
    wanted = without_numbers(one_line(name, "name"))
    others = {danish(word) for each, word in of.names(shelter.case).items() if each is not which}
    if wanted and danish(wanted) in others:
        raise Refused(_(of.taken).format(name=wanted), "name")
    with shelter.action(of.renamed):
        row: Any = _write(shelter, of, list(of.names(shelter.case)))[which]
        row.name = "" if wanted == _(which.label) else wanted
        _forget_if_usual(shelter, of)


def move(shelter: OpenCase, of: OwnNames, which: Any, by: int) -> None:
    """So many places on; at the end it stays. Raises Conflict, StoreTrouble."""
    order = list(of.names(shelter.case))
    at = order.index(which)
    to = min(max(0, at + by), len(order) - 1)
    if to == at:
        return
    order.insert(to, order.pop(at))
    with shelter.action(of.moved):
        _write(shelter, of, order)
        _forget_if_usual(shelter, of)


def offer(shelter: OpenCase, area: LifeArea, offered: bool) -> None:
    """Whether one can choose the life area; what has it already keeps it. Raises Refused for the last one, Conflict,
    StoreTrouble.
    """
    there = areas_offered(shelter.case)
    if not offered and there == [area]:
        raise Refused(_("One life area at least can be chosen."), "name")
    with shelter.action(N_("Offer a life area") if offered else N_("Offer a life area no more"),
                        still=lambda: offered or areas_offered(shelter.case) != [area]):
        row: Any = _write(shelter, AREAS, list(area_names(shelter.case)))[area]
        row.hidden = not offered
        _forget_if_usual(shelter, AREAS)


def as_usual(shelter: OpenCase, of: OwnNames) -> None:
    """The usual names in the usual order again. Raises Conflict, StoreTrouble."""
    with shelter.action(of.usual):
        for row in list(shelter.case.all(of.kind)):
            shelter.case.remove(row)


def are_usual(shelter: OpenCase, of: OwnNames) -> bool:
    """Whether the shelter has said nothing else."""
    return not shelter.case.all(of.kind)


def _write(shelter: OpenCase, of: OwnNames, order: Sequence[Any]) -> dict[Any, Row]:
    """One row for each, in this order; a second one that another window wrote goes."""
    rows: dict[Any, Any] = {}
    for row in list(shelter.case.all(of.kind)):
        which = getattr(row, of.field)
        if which in rows:
            shelter.case.remove(row)
        else:
            rows[which] = row
    for at, which in enumerate(order):
        if which not in rows:
            rows[which] = shelter.case.add(of.kind(**{of.field: which}))
        if of.moved and rows[which].place != float(at):
            rows[which].place = float(at)
    return rows


def _forget_if_usual(shelter: OpenCase, of: OwnNames) -> None:
    """Nothing is kept that says no more than the program does."""
    rows: list[Any] = list(shelter.case.all(of.kind))
    in_order = not of.moved or [getattr(row, of.field) for row in rows] == list(of.choice)
    if in_order and all(not row.name and not getattr(row, "hidden", False) for row in rows):
        for row in rows:
            shelter.case.remove(row)
