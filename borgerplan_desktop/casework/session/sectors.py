"""What the shelter calls the sectors of the network map, and in which order they stand."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector, SectorName


def rename_sector(shelter: OpenCase, sector: Sector, name: str) -> None:
    """The shelter's own word for it; "" or the usual one = as the program has it. Raises Refused for a word that
    another sector has, Conflict, StoreTrouble.
    """
    wanted = without_numbers(one_line(name, "name"))
    others = {danish(word) for each, word in sector_names(shelter.case).items() if each is not sector}
    if wanted and danish(wanted) in others:
        raise Refused(_("Another part of life is called »{name}« already.").format(name=wanted), "name")
    with shelter.action(N_("Renamed a part of life")):
        _write(shelter, list(sector_names(shelter.case)))[sector].name = "" if wanted == _(sector.label) else wanted
        _forget_if_usual(shelter)


def move_sector(shelter: OpenCase, sector: Sector, by: int) -> None:
    """So many places on, clockwise; at the end it stays. Raises Conflict, StoreTrouble."""
    order = list(sector_names(shelter.case))
    at = order.index(sector)
    to = min(max(0, at + by), len(order) - 1)
    if to == at:
        return
    order.insert(to, order.pop(at))
    with shelter.action(N_("Moved a part of life")):
        _write(shelter, order)
        _forget_if_usual(shelter)


def usual_sectors(shelter: OpenCase) -> None:
    """The usual names in the usual order again. Raises Conflict, StoreTrouble."""
    with shelter.action(N_("The usual parts of life again")):
        for row in list(shelter.case.all(SectorName)):
            shelter.case.remove(row)


def are_usual(shelter: OpenCase) -> bool:
    """Whether the shelter has said nothing else."""
    return not shelter.case.all(SectorName)


def _write(shelter: OpenCase, order: Sequence[Sector]) -> dict[Sector, SectorName]:
    """One row for each sector, in this order; a second one that another window wrote goes."""
    rows: dict[Sector, SectorName] = {}
    for row in list(shelter.case.all(SectorName)):
        if row.sector in rows:
            shelter.case.remove(row)
        else:
            rows[row.sector] = row
    for at, sector in enumerate(order):
        if sector not in rows:
            rows[sector] = shelter.case.add(SectorName(sector=sector))
        if rows[sector].place != float(at):
            rows[sector].place = float(at)
    return rows


def _forget_if_usual(shelter: OpenCase) -> None:
    """Nothing is kept that says no more than the program does."""
    rows = shelter.case.all(SectorName)
    if all(not row.name for row in rows) and [row.sector for row in rows] == list(Sector):
        for row in list(rows):
            shelter.case.remove(row)
