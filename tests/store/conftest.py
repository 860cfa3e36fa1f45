"""A small store on disk with a few audit lines, made in the cheap way."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from borgerplan_desktop.store.audit import Did, Entry
from borgerplan_desktop.store.home import Home
from borgerplan_desktop.store.keys import Cost, Keys
from borgerplan_desktop.store.opening import begin_store
from borgerplan_desktop.store.store import Store

CHEAP = Cost(time=1, memory=64, lanes=1)
PASSWORD = "fire glade køer på tur"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **much: float) -> None:
        self.now += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Kept:
    """A begun store with its key."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.home, self.clock = Home(folder / "data"), clock
        self.home.prepare()
        self.keys, self.key, self.code = Keys.create(self.home.keys, clock, CHEAP)
        self.keys.set_person("karin", "Karin Møller", "Kontaktperson", PASSWORD, self.key)
        self.store: Store = begin_store(self.home, self.key, clock)

    def note(self, *words: str) -> None:
        self.store.record(*(Entry("karin", word, None, Did.KEPT) for word in words))

    def actions(self) -> list[str]:
        return [line.action for line in reversed(self.store.lines())]


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> Iterator[Kept]:
    made = Kept(tmp_path, clock)
    made.note(*(f"line {n}" for n in range(20)))
    yield made
    made.store.close()
