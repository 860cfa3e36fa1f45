"""The invented citizens of the demo: whenever it is opened, the first one's network meeting is in two days."""
from __future__ import annotations

from datetime import date
from importlib.resources import files

from borgerplan_desktop.casework.case_files import CaseFile, import_case, read_case
from borgerplan_desktop.casework.house import House
from borgerplan_desktop.documents.case_file import specs
from borgerplan_desktop.model.citizen import Citizen

__all__ = ["ANCHOR", "CITIZENS", "demo_case", "fill_demo"]

ANCHOR = date(2026, 11, 3)                               # the day that is "today" in the files
CITIZENS = ("demo", "demo-amina", "demo-henrik", "demo-ruth", "demo-tomasz")     # the first is shown first


def demo_case(today: date, name: str = CITIZENS[0]) -> CaseFile:
    """One citizen's case with every date moved so that its "today" is this day; birthdays stay."""
    file = read_case(_content(name))
    moved = today - ANCHOR
    for row in file.rows:
        for field in specs(type(row)):
            value = getattr(row, field)
            if isinstance(value, date) and not (isinstance(row, Citizen) and field == Citizen.birth_date.key):
                setattr(row, field, value + moved)
    return file


def fill_demo(house: House) -> str:
    """Put the invented citizens into a demo house; the id of the one to show first."""
    return [import_case(house, demo_case(house.today(), name)) for name in CITIZENS][0]


def _content(name: str) -> bytes:
    return (files("borgerplan_desktop.resources") / "cases" / f"{name}.json").read_bytes()
