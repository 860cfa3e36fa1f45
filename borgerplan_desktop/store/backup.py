"""Backups: database and key store together, encrypted like the original, opened and checked before they count.

A backup is a folder `backups/2026-03-03T08-15-00Z/` with the two files. It gets that name when it has passed its test;
what is still being made, or being thrown away, has a name that begins with a dot and is never listed.
"""
from __future__ import annotations

import contextlib
import os
import re
import shutil
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from borgerplan_desktop.store import audit
from borgerplan_desktop.store.check import damaged_pages
from borgerplan_desktop.store.engine import PAGE, Mode, connect, open_existing
from borgerplan_desktop.store.errors import (
    Cancelled,
    DamagedBackup,
    DamagedStore,
    StoreError,
    StoreTrouble,
    plain_errors,
)
from borgerplan_desktop.store.files import FileLock, lasting, only_ours, settle
from borgerplan_desktop.store.home import Home
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.rotation import kept

OFTEN = timedelta(minutes=30)                            # at start a backup is made if the newest is older
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z")
_FORMAT = "%Y-%m-%dT%H-%M-%S"
_PAGES = 256                                             # copied between two words of progress: 1 MiB
_DATABASE, _KEYS = "borgerplan.db", "keys.json"
_HALF = ".restore.half"


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


def backups(home: Home) -> list[Backup]:
    """The backups there are, newest first; needs no key."""
    with plain_errors():
        names = sorted(os.listdir(home.backups), reverse=True) if home.backups.is_dir() else []
    found = []
    for name in names:
        if match := _NAME.fullmatch(name):
            with contextlib.suppress(ValueError):        # the 31st of February is no backup of ours
                at = datetime.strptime(match[1], _FORMAT).replace(tzinfo=UTC)
                found.append(Backup(home.backups / name, at))
    return found


def is_due(home: Home, now: datetime) -> bool:
    """Whether the newest backup is more than half an hour old, or from a future that a wrong clock has seen."""
    newest = next(iter(backups(home)), None)
    return newest is None or not timedelta(0) <= now - newest.at <= OFTEN


def make_backup(home: Home, key: bytes, now: datetime, progress: Progress = unheard) -> Backup:
    """Copy what is stored now, test the copy, then let it count and let old ones go.

    `progress` hears 0.0–1.0 and stops the work by raising Cancelled. Raises DamagedBackup when the copy does not pass,
    StoreTrouble when there is no room or another backup is being made; nothing is left behind then.
    """
    with plain_errors(), FileLock(home.backups / ".lock").held():
        _sweep(home)
        making = Backup(home.backups / ".making", _free_second(home, now))
        making.folder.mkdir(mode=0o700)
        try:
            _copy_database(home.database, making.database, key, lambda part: progress(part * 0.5))
            _copy_file(home.keys, making.keys)
            prove(making, key, lambda part: progress(0.5 + part * 0.5))
            lasting(making.database)
            settle(making.folder)
            done = Backup(home.backups / f"{making.at:{_FORMAT}}Z", making.at)
            os.rename(making.folder, done.folder)
            settle(home.backups)
        except BaseException:
            shutil.rmtree(making.folder, ignore_errors=True)
            raise
        _rotate(home)
    return done


def prove(backup: Backup, key: bytes, progress: Progress = unheard) -> None:
    """Open it with the key and read all of it; raises DamagedBackup, or StoreTrouble if the disk does not let us."""
    try:
        Keys.load(backup.keys, lambda: backup.at)
        if damage := damaged_pages(backup.database, key):
            raise DamagedBackup(damage[0])
        progress(0.6)
        with _opened(backup.database, key) as conn:
            if audit.broken(conn) is not None:
                raise DamagedBackup("the audit's chain is broken")
        progress(1.0)
    except (Cancelled, DamagedBackup):
        raise
    except StoreError as error:
        if isinstance(error, StoreTrouble) and not isinstance(error, DamagedStore):
            raise                                        # the disk, not the backup
        raise DamagedBackup(type(error).__name__) from error


# ------------------------------------------------------------------------------------------------------------- restore
class Ready:
    """A tested copy of a backup beside the database, to take its place; until then nobody else restores or migrates.

    Made in a worker thread, perhaps, and taken by another. Whoever drops it has given it up.
    """

    def __init__(self, home: Home, backup: Backup, key: bytes, progress: Progress = unheard) -> None:
        """`progress` hears 0.0–1.0 and stops the work by raising Cancelled. Raises DamagedBackup or StoreTrouble."""
        prove(backup, key, lambda part: progress(part * 0.8))
        self._home, self._backup, self._half = home, backup, home.folder / _HALF
        with contextlib.ExitStack() as undo, plain_errors():
            undo.enter_context(FileLock(home.work_lock).held())
            undo.callback(self._half.unlink, missing_ok=True)
            _copy_slowly(backup.database, self._half, lambda part: progress(0.8 + part * 0.2))
            self.give_up = weakref.finalize(self, undo.pop_all().close)

    def take_place(self, now: datetime, close: Callable[[], object] | None = None) -> Path:
        """Replace the database; the folder where what it replaced is kept. `close` closes the store when all is ready.

        The key store stays as it is when it is sound and of the same store (so nobody who was removed comes back, and
        new passwords hold), else the backup's takes its place. Raises StoreTrouble; everything is as it was then,
        unless it is closed already. A crash in the middle is finished at the next start.
        """
        home, keys = self._home, self._home.folder / f"{_HALF}.keys"
        try:
            with plain_errors():
                _ready_keys(home).unlink(missing_ok=True)        # of an earlier restore that never came to its end
                if not _same_store(home.keys, self._backup.keys):
                    _copy_file(self._backup.keys, keys)
                    os.replace(keys, _ready_keys(home))
                if close is not None:
                    close()
                os.replace(self._half, home.folder / f".restore-{_free_aside(home, now)}.db")    # now it will happen
                settle(home.folder)
                return _take_over(home)
        finally:
            keys.unlink(missing_ok=True)
            self.give_up()


def restore(home: Home, backup: Backup, key: bytes, now: datetime, progress: Progress = unheard,
            close: Callable[[], object] | None = None) -> Path:
    """Put a backup in the database's place at once; as `Ready`."""
    return Ready(home, backup, key, progress).take_place(now, close)


def finish_restore(home: Home) -> Path | None:
    """Complete a restore that a crash has interrupted; call before opening. None when there is none."""
    if _ready(home) is None:
        _sweep_half(home)
        return None
    with plain_errors(), FileLock(home.work_lock).held():
        return None if _ready(home) is None else _take_over(home)


def _sweep_half(home: Home) -> None:
    """A copy that a crash left unfinished; not one that somebody is making."""
    half, lock = home.folder / _HALF, FileLock(home.work_lock)
    with plain_errors():
        if half.exists() and lock.take():
            half.unlink(missing_ok=True)
            lock.give_back()


def _take_over(home: Home) -> Path:
    """May be stopped anywhere and begun again: the folder for what is replaced is named by the waiting file."""
    ready = _ready(home)
    assert ready is not None
    aside = home.set_aside / ready.stem.removeprefix(".restore-")
    aside.mkdir(parents=True, exist_ok=True)
    only_ours(home.set_aside)
    # Also the log: left beside the new file, SQLite would take its pages for the new file's.
    for name in ("borgerplan.db", "borgerplan.db-wal", "borgerplan.db-shm", "anchor.json"):
        if (home.folder / name).exists():
            os.replace(home.folder / name, aside / name)
    if home.keys.exists() and not (aside / _KEYS).exists():
        _copy_file(home.keys, aside / _KEYS)
    settle(aside)
    if _ready_keys(home).exists():
        os.replace(_ready_keys(home), home.keys)
    os.replace(ready, home.database)
    settle(home.folder)
    return aside


def _free_aside(home: Home, now: datetime) -> str:
    at = now.astimezone(UTC)
    while (home.set_aside / f"{at:{_FORMAT}}Z").exists():
        at += timedelta(seconds=1)
    return f"{at:{_FORMAT}}Z"


def _same_store(ours: Path, theirs: Path) -> bool:
    try:
        return Keys.load(ours).store_id == Keys.load(theirs).store_id
    except StoreError:
        return False


def _ready(home: Home) -> Path | None:
    return next(iter(sorted(home.folder.glob(".restore-*.db"))), None)


def _ready_keys(home: Home) -> Path:
    return home.folder / ".restore.keys"


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
def _opened(path: Path, key: bytes) -> Iterator[Any]:
    """A backup's database, read as it lies there."""
    engine = open_existing(path, key, Mode.READ)
    try:
        with engine.execution_options(read_only=True).connect() as conn:
            yield conn
    finally:
        engine.dispose()


def _free_second(home: Home, now: datetime) -> datetime:
    """The time the backup will be named after: no two have the same."""
    at = now.astimezone(UTC).replace(microsecond=0)
    taken = {backup.at for backup in backups(home)}
    while at in taken:
        at += timedelta(seconds=1)
    return at


def _rotate(home: Home) -> None:
    every = backups(home)
    keep = kept(backup.at for backup in every)
    for backup in every:
        if backup.at not in keep:
            gone = home.backups / f".gone-{backup.folder.name}"
            os.rename(backup.folder, gone)               # so that half of one is never listed
            shutil.rmtree(gone)


def _sweep(home: Home) -> None:
    """Throw away what a crash has left half made or half gone."""
    for name in os.listdir(home.backups):
        if name == ".making" or name.startswith(".gone-"):
            shutil.rmtree(home.backups / name)


def _copy_slowly(source: Path, target: Path, progress: Progress) -> None:
    total, done = max(1, source.stat().st_size), 0
    with source.open("rb") as theirs, target.open("wb") as ours:
        while part := theirs.read(_PAGES * PAGE):
            ours.write(part)
            done += len(part)
            progress(min(1.0, done / total))
    lasting(target)


def _copy_file(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    lasting(target)
