"""Where a shelter's data lies, and who may come in. Light: the login screen needs no database to list its people."""
from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from borgerplan_desktop.store.clock import Uptime, uptime
from borgerplan_desktop.store.data_folder import DataFolder, WindowLock, no_core_dumps, usual_folder
from borgerplan_desktop.store.errors import StoreTrouble
from borgerplan_desktop.store.files import is_full, write_whole
from borgerplan_desktop.store.passwords import LONGEST as LONGEST_PASSWORD
from borgerplan_desktop.store.passwords import SHORTEST as SHORTEST_PASSWORD

if TYPE_CHECKING:
    from borgerplan_desktop.store.keys import Cost, Keys

__all__ = ["LONGEST_PASSWORD", "SHORTEST_PASSWORD", "Clock", "Person", "Location", "WindowLock", "no_core_dumps",
           "usual_folder", "write_whole"]

Clock = Callable[[], datetime]                           # local time


@dataclass(frozen=True)
class Person:
    """Somebody of the staff who has a password."""

    id: str
    name: str
    title: str = ""


@dataclass(frozen=True)
class Location:
    """A data folder. `cost` is what a new password costs to guess; None = the usual. `uptime` counts waiting."""

    folder: Path
    cost: Cost | None = None
    uptime: Callable[[], Uptime] = uptime

    @property
    def home(self) -> DataFolder:
        return DataFolder(self.folder)

    @property
    def backups(self) -> Path:
        """The folder they lie in."""
        return self.home.backups

    @property
    def set_aside(self) -> Path:
        """The folder with what a restore has replaced."""
        return self.home.set_aside

    @property
    def is_begun(self) -> bool:
        """Whether somebody has started here; damage counts as begun, so nobody is asked to start over, and so does a
        folder that one may not look into: whoever tries to come in hears why.
        """
        try:
            return self.home.is_begun
        except StoreTrouble:
            return True

    def settle(self) -> None:
        """Complete or sweep what a crash in the first start left; makes nothing. Raises StoreTrouble."""
        self.home.move_in()

    @property
    def may_be_read(self) -> bool:
        """Whether this user may look at what lies there; also when nothing does."""
        home = self.home
        for path, asked in ((self.folder, os.R_OK | os.X_OK), (home.keys, os.R_OK), (home.database, os.R_OK)):
            try:
                path.stat()
            except FileNotFoundError:
                continue
            except OSError:
                return False
            if not os.access(path, asked, effective_ids=os.access in os.supports_effective_ids):
                return False
        return True

    @property
    def is_full(self) -> bool:
        """Whether there is hardly any room left on its disk."""
        return is_full(self.folder)

    def window(self) -> WindowLock:
        """`take()` it before a window opens here; raises AlreadyOpen."""
        return WindowLock(self.home)

    def keys(self, clock: Clock) -> Keys:
        """Raises DamagedKeys, TooNew, StoreTrouble."""
        from borgerplan_desktop.store.keys import Keys  # behind the first window

        return Keys.load(self.home.keys, utc(clock), self.cost, self.uptime)


def people(location: Location) -> list[Person]:
    """Who can log in, by name; raises DamagedKeys, TooNew, StoreTrouble."""
    return [Person(slot.id, slot.name, slot.title) for slot in location.keys(datetime.now).people]


def shelter_name(location: Location) -> str:
    """The shelter's name, before anything is unlocked; raises as `people` does."""
    return location.keys(datetime.now).shelter


def utc(clock: Clock) -> Clock:
    """The same clock in UTC, for what is stored."""
    return lambda: clock().astimezone(UTC)
