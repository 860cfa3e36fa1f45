"""A small store on disk with a few audit lines, made in the cheap way."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.store.audit import Did, Entry, Head, head
from borgerplan_desktop.store.clock import Uptime
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.opening import begin_store, open_store
from borgerplan_desktop.store.store import Store
from tests.archive import CHEAP, PASSWORD


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **much: float) -> None:
        self.now += timedelta(**much)

    def uptime(self) -> Uptime:
        """How long the computer has been on, were it turned on at the beginning of time."""
        return Uptime("boot", self.now.timestamp())


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Kept:
    """A begun store with its key."""

    def __init__(self, home: DataFolder, key: bytes, clock: Clock) -> None:
        self.home, self.key, self.clock = home, key, clock
        self.keys = Keys.load(home.keys, clock, CHEAP)
        self.store: Store = open_store(home, key, clock)

    def note(self, *words: str) -> None:
        self.store.record(*(Entry("karin", word, None, Did.UPKEEP) for word in words))

    def head(self) -> Head:
        with self.store.reading.connect() as conn:
            return head(conn)

    def actions(self) -> list[str]:
        return [line.action for line in reversed(self.store.lines())]


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A closed store of twenty audit lines to copy, and its key: making the tables each time would take long."""
    home, clock = DataFolder(tmp_path_factory.mktemp("begun") / "data"), Clock()
    home.prepare()
    keys, key, _ = Keys.create(home.keys, clock, CHEAP)
    keys.set_person("karin", "Karin Møller", "Kontaktperson", PASSWORD, key)
    store = begin_store(home, key, clock)
    store.record(*(Entry("karin", f"line {n}", None, Did.UPKEEP) for n in range(20)))
    store.close()
    return home.folder, key


@pytest.fixture
def made(begun: tuple[Path, bytes], tmp_path: Path, clock: Clock) -> Iterator[Kept]:
    shutil.copytree(begun[0], tmp_path / "data")
    made = Kept(DataFolder(tmp_path / "data"), begun[1], clock)
    yield made
    made.store.close()
