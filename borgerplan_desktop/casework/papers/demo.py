"""The invented citizens of the demo: whenever it is opened, the first one's network meeting is in two days."""
from __future__ import annotations

from datetime import date, timedelta
from importlib.resources import files

from borgerplan_desktop.casework.papers.case_files import CaseFile, import_case, read_case
from borgerplan_desktop.casework.papers.demo_frame import fill_frame
from borgerplan_desktop.casework.papers.demo_house import fill_house
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import FORMAT, specs, write_case
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.directory import InHouse, Service, ServiceKind
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.notes import Note, NoteLink, Rating
from borgerplan_desktop.model.papers import Document
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, PlanVersion, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.store.store import digest_of

__all__ = ["ANCHOR", "CITIZENS", "demo_case", "fill_demo"]

ANCHOR = date(2026, 11, 3)                               # the day that is "today" in the files
# The first is shown first; the last two have moved out: one is called in the time after, one is closed.
SERVICES = (
    ("Natcaféen", "Frivilligcentret", ServiceKind.VOLUNTARY, LifeArea.NETWORK, LadderStep.OPEN, "hver nat kl. 22-7", 0),
    ("Boligrådgivning", "Kommunen", ServiceKind.MUNICIPAL, LifeArea.HOUSING, LadderStep.LESS, "tirsdag 13-15", 0),
    ("Værkstedet", "Fonden Broen", ServiceKind.PRIVATE, LifeArea.WORK, LadderStep.EARLY, "mandag-torsdag 9-14", 35))
CITIZENS = ("demo", "demo-amina", "demo-henrik", "demo-ruth", "demo-tomasz", "demo-karsten", "demo-lise")


def demo_case(today: date, name: str = CITIZENS[0]) -> CaseFile:
    """One citizen's case with every date moved so that its "today" is this day; birthdays stay."""
    file = read_case(_content(name))
    moved = today - ANCHOR
    _move(file.rows, moved)
    for version in [row for row in file.rows if isinstance(row, PlanVersion)]:
        _freeze_anew(file, version, moved)
    return file


def _move(rows: list[Row], moved: timedelta) -> None:
    for row in rows:
        for field in specs(type(row)):
            value = getattr(row, field)
            if isinstance(value, date) and not (isinstance(row, Citizen) and field == Citizen.birth_date.key):
                setattr(row, field, value + moved)


def _freeze_anew(file: CaseFile, version: PlanVersion, moved: timedelta) -> None:
    """The adopted case with the day it was adopted in this calendar; else its paper would speak of days that are
    nowhere else in the case. The paper is drawn of it when somebody asks: drawing at the start would weigh 15 MB."""
    frozen = read_case(file.kept.pop(version.case_digest))
    _move(frozen.rows, moved)
    _take_back(frozen.rows, version.adopted_on)
    case = frozen.case()
    file.kept.pop(version.pdf_digest, None)
    for row in file.rows:
        if isinstance(row, Document) and row.digest == version.pdf_digest:
            row.digest = ""
    content = write_case(case)
    version.case_digest, version.pdf_digest, version.format = digest_of(content), "", FORMAT
    file.kept[version.case_digest] = content


def _take_back(rows: list[Row], day: date) -> None:
    """What was done after that day was not done yet when the plan was adopted."""
    for row in rows:
        if isinstance(row, Step | Agreement) and row.done_on is not None and row.done_on > day:
            row.done_on = None
            if isinstance(row, Agreement):
                row.status = AgreementStatus.OPEN
    later = {row.id for row in rows if isinstance(row, Note) and row.written_at.date() > day}
    later |= {row.id for row in rows if isinstance(row, Rating) and row.rated_on > day}
    rows[:] = [row for row in rows if row.id not in later and not (isinstance(row, NoteLink) and row.note_id in later)]


def fill_demo(archive: Archive) -> str:
    """Put the invented citizens into a demo's archive; the id of the one to show first."""
    shown, *_rest = [import_case(archive, demo_case(archive.today(), name)) for name in CITIZENS]
    _fill_directory(archive)
    fill_frame(archive.shelter)
    fill_house(archive.shelter)
    archive.store.forget_statements()                    # of every kind of row one that inserts it: 2 MB
    return shown


def _fill_directory(archive: Archive) -> None:
    """What the citizens' services do not say: who is in the house on which days, what was looked at, what closes."""
    shelter, today = archive.shelter, archive.today()
    shelter.catch_up()                                   # with what came with the citizens
    found = shelter.case.all(Service)
    with shelter.action(N_("Took services in from a file"), undoable=False):
        for number, each in enumerate(found):
            each.valid_until = today + timedelta(days=120 - 150 * (number == 0))
            shelter.case.add(InHouse(service_id=each.id, weekday=(today.weekday() + number) % 5, hours="10-12"))
        for name, organisation, kind, area, step, hours, closes in SERVICES:
            shelter.case.add(Service(
                name=name, organisation=organisation, kind=kind, area=area, ladder_step=step, opening_hours=hours,
                valid_until=today + timedelta(days=90), phone="12 34 56 40",
                closes_on=today + timedelta(days=closes) if closes else None))


def _content(name: str) -> bytes:
    return (files("borgerplan_desktop.resources") / "cases" / f"{name}.json").read_bytes()
