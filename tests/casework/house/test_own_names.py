"""The shelter renames and moves the parts of life; nothing is kept that says no more than the program does."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.house.own_names import SECTORS, are_usual, as_usual, move, rename
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.sectors import sector_names
from borgerplan_desktop.model.shelter import Sector, SectorName


def _order(archive: Archive) -> list[Sector]:
    return list(sector_names(archive.shelter.case))


def test_a_sector_gets_a_name_and_the_usual_one_back(archive: Archive) -> None:
    rename(archive.shelter, SECTORS, Sector.AUTHORITY, "  Kommunen ")
    assert sector_names(archive.shelter.case)[Sector.AUTHORITY] == "Kommunen"
    assert _order(archive) == list(Sector)
    rename(archive.shelter, SECTORS, Sector.AUTHORITY, "Myndighed")
    assert are_usual(archive.shelter, SECTORS)
    archive.shelter.undo()
    assert sector_names(archive.shelter.case)[Sector.AUTHORITY] == "Kommunen"


def test_a_sector_moves_and_stays_at_the_ends(archive: Archive) -> None:
    move(archive.shelter, SECTORS, Sector.FAMILY, -1)
    assert are_usual(archive.shelter, SECTORS)
    move(archive.shelter, SECTORS, Sector.FAMILY, 1)
    assert _order(archive)[:2] == [Sector.FRIENDS, Sector.FAMILY]
    move(archive.shelter, SECTORS, Sector.FAMILY, -1)
    assert are_usual(archive.shelter, SECTORS)                    # as it was: nothing is kept
    move(archive.shelter, SECTORS, Sector.WORK, 5)
    assert archive.shelter.case.all(SectorName) == []


def test_two_sectors_are_not_called_the_same(archive: Archive) -> None:
    with pytest.raises(Refused):
        rename(archive.shelter, SECTORS, Sector.AUTHORITY, "familie")
    assert are_usual(archive.shelter, SECTORS)


def test_the_usual_ones_come_back_at_once(archive: Archive) -> None:
    rename(archive.shelter, SECTORS, Sector.AUTHORITY, "Kommunen")
    move(archive.shelter, SECTORS, Sector.AUTHORITY, -3)
    as_usual(archive.shelter, SECTORS)
    assert are_usual(archive.shelter, SECTORS)
    archive.shelter.undo()
    assert _order(archive)[0] is Sector.AUTHORITY
