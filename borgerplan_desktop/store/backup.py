"""Backups: database and key store together, encrypted like the original, opened and checked before they count.

A backup is a folder `backups/2026-03-03T08-15-00Z/` with the two files. It gets that name when it has passed its test;
what is still being made, or being thrown away, has a name that begins with a dot and is never listed.
"""
from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from borgerplan_desktop.store import audit
from borgerplan_desktop.store.brief_engine import brief_engine
from borgerplan_desktop.store.check import damaged_pages
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.engine import PAGE, Mode, connect
from borgerplan_desktop.store.errors import (
    BackupsAway,
    Cancelled,
    DamagedBackup,
    DamagedInside,
    DamagedStore,
    StoreError,
    StoreTrouble,
    plain_errors,
)
from borgerplan_desktop.store.files import FileLock, lasting, settle
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.rotation import retained

OFTEN = timedelta(minutes=30)                            # at start a backup is made if the newest is older
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z")
FORMAT = "%Y-%m-%dT%H-%M-%S"
_PAGES = 256                                             # copied between two words of progress: 1 MiB
_DATABASE, _KEYS = "borgerplan.db", "keys.json"


@dataclass(frozen=True)
class Backup:
    """One tested backup; `at` in UTC."""

    folder: Path
    at: datetime

    @property
    def database(self) -> Path:
        return self.folder / _DATABASE

    @property
    def keys(self) -> Path:
        return self.folder / _KEYS


def backups(home: DataFolder) -> list[Backup]:
    """The backups there are, newest first; needs no key."""
    with plain_errors():
        away = home.backups_are_away
        names = sorted(os.listdir(home.backups), reverse=True) if not away and home.backups.is_dir() else []
    found = []
    for name in names:
        if match := _NAME.fullmatch(name):
            with contextlib.suppress(ValueError):        # the 31st of February is no backup of ours
                at = datetime.strptime(match[1], FORMAT).replace(tzinfo=UTC)
                found.append(Backup(home.backups / name, at))
    return found


def is_due(home: DataFolder, now: datetime) -> bool:
    """Whether the newest backup is more than half an hour old, or from a future that a wrong clock has seen."""
    newest = next(iter(backups(home)), None)
    return newest is None or not timedelta(0) <= now - newest.at <= OFTEN


def make_backup(home: DataFolder, key: bytes, now: datetime, progress: Progress = unheard,
                rotate: bool = True) -> Backup:
    """Copy what is stored now, test the copy, then let it count and let old ones go (not while something is missing).

    `progress` hears 0.0–1.0 and stops the work by raising Cancelled. Raises DamagedBackup when the copy does not pass,
    StoreTrouble when there is no room or another backup is being made; nothing is left behind then.
    """
    if home.backups_are_away:
        raise BackupsAway
    with plain_errors(), FileLock(home.backups / ".lock").held():
        _sweep(home)
        making = Backup(home.backups / ".making", _free_second(home, now))
        making.folder.mkdir(mode=0o700)
        try:
            _copy_and_prove(home, making, key, progress)
            lasting(making.database)
            settle(making.folder)
            done = Backup(home.backups / f"{making.at:{FORMAT}}Z", making.at)
            os.rename(making.folder, done.folder)
            settle(home.backups)
        except BaseException:
            shutil.rmtree(making.folder, ignore_errors=True)
            raise
        if rotate and not home.gap.exists():
            _rotate(home)
    return done


def _copy_and_prove(home: DataFolder, making: Backup, key: bytes, progress: Progress) -> None:
    """Raises DamagedInside when it is the archive that is not as it was written, not the copy."""
    try:
        _copy_database(home.database, making.database, key, lambda part: progress(part * 0.5))
        copy_file(home.keys, making.keys)
        prove(making, key, lambda part: progress(0.5 + part * 0.5))
    except (DamagedBackup, DamagedStore) as error:
        if damage := damaged_pages(home.database, key) or _broken_audit(home, key):
            raise DamagedInside(damage[0]) from error
        raise


def _broken_audit(home: DataFolder, key: bytes) -> tuple[str, ...]:
    with opened(home.database, key, Mode.USE) as conn:
        return () if audit.broken(conn) is None else ("the audit's chain is broken",)


def prove(backup: Backup, key: bytes, progress: Progress = unheard, copy: Path | None = None) -> None:
    """Open it with the key and read all of it; raises DamagedBackup, or StoreTrouble if the disk does not let us.

    `copy`: of its database, which is looked at instead.
    """
    database = copy or backup.database
    try:
        Keys.load(backup.keys, lambda: backup.at)
        if damage := damaged_pages(database, key):
            raise DamagedBackup(damage[0])
        progress(0.6)
        with opened(database, key) as conn:
            if audit.broken(conn) is not None:
                raise DamagedBackup("the audit's chain is broken")
        progress(1.0)
    except (Cancelled, DamagedBackup):
        raise
    except StoreError as error:
        if isinstance(error, StoreTrouble) and not isinstance(error, DamagedStore):
            raise                                        # the disk, not the backup
        raise DamagedBackup(type(error).__name__) from error


# --------------------------------------------------------------------------------------------------------------- parts
def _copy_database(source: Path, target: Path, key: bytes, progress: Progress) -> None:
    """SQLite's own online copy, from one snapshot: others may go on writing meanwhile."""
    def told(_status: int, remaining: int, total: int) -> None:
        progress(1 - remaining / total if total else 1.0)

    with closing(connect(source, key)) as theirs, closing(connect(target, key, Mode.BEGIN)) as ours:
        theirs.execute("BEGIN").fetchall()
        theirs.execute("SELECT count(*) FROM sqlite_master").fetchall()      # the snapshot begins with a first look
        theirs.backup(ours, pages=_PAGES, progress=told)
        ours.execute("PRAGMA journal_mode=DELETE").fetchall()                # one file, with no log beside it


@contextmanager
def opened(path: Path, key: bytes, mode: Mode = Mode.READ) -> Iterator[Any]:
    """A backup's database, read as it lies there (or another one, by its mode)."""
    with brief_engine(path, key, mode) as engine, engine.execution_options(read_only=True).connect() as conn:
        yield conn


def _free_second(home: DataFolder, now: datetime) -> datetime:
    """The time the backup will be named after: no two have the same."""
    at = now.astimezone(UTC).replace(microsecond=0)
    taken = {backup.at for backup in backups(home)}
    while at in taken:
        at += timedelta(seconds=1)
    return at


def _rotate(home: DataFolder) -> None:
    every = backups(home)
    stay = retained(backup.at for backup in every)
    for backup in every:
        if backup.at not in stay:
            gone = home.backups / f".gone-{backup.folder.name}"
            os.rename(backup.folder, gone)               # so that half of one is never listed
            shutil.rmtree(gone)


def _sweep(home: DataFolder) -> None:
    """Throw away what a crash has left half made or half gone."""
    for name in os.listdir(home.backups):
        if name == ".making" or name.startswith(".gone-"):
            path = home.backups / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()                            # nothing of ours


def copy_slowly(source: Path, target: Path, progress: Progress) -> None:
    total, done = max(1, source.stat().st_size), 0
    target.unlink(missing_ok=True)
    with source.open("rb") as theirs, target.open("wb") as ours:
        while part := theirs.read(_PAGES * PAGE):
            ours.write(part)
            done += len(part)
            progress(min(1.0, done / total))
    lasting(target)


def copy_file(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)                       # a link in its place is not written through
    shutil.copyfile(source, target)
    lasting(target)
