"""An archive to test in: an encrypted store in a folder, a shelter with two of staff, and a clock that stands still."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import Copy, make_ready
from borgerplan_desktop.casework.session.location import Location, utc
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.row import new_id
from borgerplan_desktop.model.shelter import Shelter, StaffMember
from borgerplan_desktop.store.clock import Uptime
from borgerplan_desktop.store.data_key import DataKey, Vault
from borgerplan_desktop.store.engine import sqlcipher
from borgerplan_desktop.store.keys import Cost, Keys
from borgerplan_desktop.store.store import Store
from borgerplan_desktop.store.tables import whole_schema

NOW = datetime(2026, 10, 27, 9, 21)                      # a Tuesday, week 4 after 5 October
PASSWORD = "fire glade køer på tur"
KEY = bytes(32)                                          # of an empty test.db
CHEAP = Cost(time=1, memory=64, lanes=1)                 # of a password; the real cost is tried in tests/store


class Clock:
    """Local time that moves when told to."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)

    def uptime(self) -> Uptime:
        """How long the computer has been on, were it turned on at the beginning of time."""
        return Uptime("boot", self.now.timestamp())


def new_store(folder: Path, timeout: float = 0.2) -> Store:
    database = folder / "test.db"
    database.write_bytes(_empty_store())
    return Store(sqlcipher(database, KEY, timeout))


@cache
def _empty_store() -> bytes:
    """The file of an empty store: making its tables takes ten times as long as a copy."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "test.db"
        engine = sqlcipher(database, KEY)
        whole_schema().create_all(engine)
        engine.dispose()
        return database.read_bytes()


def new_archive(store: Store, clock: Clock | None = None) -> Archive:
    clock = clock or Clock()
    shelter = OpenCase(store, new_id(), "nobody", clock)
    with shelter.action("Founded", undoable=False):
        shelter.case.add(Shelter(name="Skovly Herberg", phone="12 34 56 00"))
        eva = shelter.case.add(StaffMember(name="Eva Lind", title="kontaktperson", phone="12 34 56 20"))
        shelter.case.add(StaffMember(name="Mads Ravn", title="nattevagt"))
    shelter = OpenCase(store, shelter.id, eva.id, clock)
    with store.reading.connect() as connection:
        folder = Path(connection.exec_driver_sql("PRAGMA database_list").one()[2]).parent
    keys = Keys(folder / "keys.json", "test", utc(clock))
    return Archive(store, shelter, eva.id, clock, Location(folder, CHEAP), Vault(keys, DataKey(KEY), utc(clock)))


def undecided(opened: OpenCase) -> OpenCase:
    """Nobody has decided an admission: nothing calls but what a test adds."""
    with opened.action("x", undoable=False):
        for stay in opened.case.all(Stay):
            stay.decided_on = None
    return opened


def brought_back(archive: Archive, copy: Copy) -> Archive:
    """The house with what a backup holds; the one that was open is closed."""
    return make_ready(archive, copy).take_over(archive.close)


def picture(case: Case) -> dict[str, Any]:
    """Everything in the case, in its order, as plain values."""
    return {kind.__tablename__: [(row.id, row.values()) for row in case.all(kind)] for kind in KINDS if case.all(kind)}


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """No page more than there are."""
    event.listen(store.engine, "checkout", _no_room)
    yield
    event.remove(store.engine, "checkout", _no_room)
    store.engine.dispose()


def _no_room(connection: Any, *_: Any) -> None:
    connection.cursor().execute("PRAGMA max_page_count=1")
