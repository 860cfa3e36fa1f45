"""A backup takes the archive's place. It is tested, has its line in the audit and is sealed before it counts.

In the data folder meanwhile: `.restore.half`, being made; `.restore-TIME.db`, which takes the place; its `.seal`, the
proof that a restore made it and of what it replaces; and its `.keys`, when ours are lost. TIME names the folder in
`set-aside` for what is replaced.
"""
from __future__ import annotations

import contextlib
import hashlib
import json
import os
import weakref
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from borgerplan_desktop.store.audit import Entry, Head, append, head
from borgerplan_desktop.store.audit_anchor import Anchor
from borgerplan_desktop.store.backup import FORMAT, Backup, copy_file, copy_slowly, prove
from borgerplan_desktop.store.brief_engine import brief_engine
from borgerplan_desktop.store.clock import Clock
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.engine import connect
from borgerplan_desktop.store.errors import DamagedBackup, StoreError, plain_errors
from borgerplan_desktop.store.files import FileLock, lasting, settle, write_whole
from borgerplan_desktop.store.hmac_proof import Proof, Purpose
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.migrate import bring_up_to_date
from borgerplan_desktop.store.missing_lines import stays_missing
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.sql import SQLAlchemyError

_HALF = ".restore.half"
_LARGEST_SEAL = 4000                                     # bytes
_MOVED = ("borgerplan.db", "borgerplan.db-wal", "borgerplan.db-shm", "anchor.json")


class Ready:
    """A tested copy of a backup beside the database, to take its place; until then nobody else restores or migrates.

    Made in a worker thread, perhaps, and taken by another. Whoever drops it has given it up.
    """

    def __init__(self, home: DataFolder, backup: Backup, key: bytes, entry: Entry, clock: Clock,
                 progress: Progress = unheard) -> None:
        """`entry` is its line in the audit. `progress` hears 0.0–1.0 and stops the work by raising Cancelled.

        Raises DamagedBackup, NewerSchema or StoreTrouble.
        """
        self._home, self._backup, self._key, self._clock = home, backup, key, clock
        self._half = home.folder / _HALF
        with contextlib.ExitStack() as undo, plain_errors():
            self.refused = _refuse(home, _strange(home), clock())
            undo.enter_context(FileLock(home.work_lock).held())
            undo.callback(_sweep_half, home)
            _sweep_half(home)
            if not _is_plain(backup.database):
                raise DamagedBackup("no database")
            copy_slowly(backup.database, self._half, lambda part: progress(part * 0.2))
            prove(backup, key, lambda part: progress(0.2 + part * 0.7), self._half)      # the copy: nobody changes it
            self._head = _with_line(self._half, key, entry, clock)
            self._digest = _digest(self._half)
            progress(1.0)
            self.give_up = weakref.finalize(self, undo.pop_all().close)

    def has_stopped(self, who: str) -> bool:
        """Whether somebody has left the shelter, by what is here now or by the copy."""
        return any(_has_stopped(path, self._key, who) for path in (self._home.database, self._half))

    def take_over(self, close: Callable[[], object] | None = None) -> Path:
        """Replace the database; the folder where what it replaced is kept. `close` closes the store when all is ready.

        The key store stays as it is when it is sound and of the same store (so nobody who was removed comes back, and
        new passwords hold), else the backup's takes its place. Raises StoreTrouble; everything is as it was then,
        unless it is closed already. A crash in the middle is finished when somebody opens the archive.
        """
        home, keys = self._home, ""
        try:
            with plain_errors():
                self.refused = _refuse(home, _waiting(home), self._clock()) or self.refused      # never came to its end
                name = _free_aside(home, self._clock())
                if not _same_store(home.keys, self._backup.keys):
                    copy_file(self._backup.keys, _waits(home, name, "keys"))
                    keys = _digest(_waits(home, name, "keys"))
                if close is not None:
                    close()
                seal = Seal(name, self._digest, keys, stays_missing(home, self._key, self._half) or self._head,
                            _head_of(home.database, self._key))
                seal.write(home, self._key)
                os.replace(self._half, seal.ready(home))         # now it will happen
                settle(home.folder)
                return _take_over(home, seal, self._key)
        finally:
            self.give_up()


def _has_stopped(path: Path, key: bytes, who: str) -> bool:
    """False also where nobody can tell: what cannot be read has no list of staff."""
    try:
        with brief_engine(path, key) as engine, engine.execution_options(read_only=True).connect() as conn:
            found = conn.exec_driver_sql("SELECT 1 FROM staff_member WHERE id = ? AND retired", (who,))
            return found.first() is not None
    except (StoreError, SQLAlchemyError):
        return False


@dataclass(frozen=True)
class Seal:
    """What a restore has made, and for which archive: another file, or the same at another time, is not taken."""

    name: str                                            # of the folder for what is replaced
    database: str                                        # digest of the file that takes the place
    keys: str                                            # digest of the key store that comes with it; "" = none
    head: Head                                           # of the audit that comes, or what it still lacks
    replaces: Head | None                                # of the audit that goes; None = it cannot be read

    def path(self, home: DataFolder) -> Path:
        return _waits(home, self.name, "seal")

    def ready(self, home: DataFolder) -> Path:
        return _waits(home, self.name, "db")

    def ready_keys(self, home: DataFolder) -> Path:
        return _waits(home, self.name, "keys")

    def write(self, home: DataFolder, key: bytes) -> None:
        write_whole(self.path(home), json.dumps({**asdict(self), "proof": self._proof(key)}).encode())

    def _proof(self, key: bytes) -> str:
        return Proof(key, Purpose.RESTORE).of(json.dumps(asdict(self), sort_keys=True).encode())

    @classmethod
    def read(cls, path: Path, key: bytes) -> Seal | None:
        """None when nobody with our key has sealed it."""
        if path.is_symlink() or not path.is_file():
            return None
        try:
            content = json.loads(path.read_bytes()[:_LARGEST_SEAL])
            proof, replaces = content.pop("proof"), content.pop("replaces")
            seal = cls(head=Head(*content.pop("head")), replaces=None if replaces is None else Head(*replaces),
                       **content)
            return seal if proof == seal._proof(key) and path == path.with_name(f".restore-{seal.name}.seal") else None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None


def finish_restore(home: DataFolder, key: bytes, clock: Clock) -> Path | None:
    """Complete a restore that a crash has interrupted; call before opening.

    What no restore of this archive has made is set aside: the folder, or None when there was nothing.
    """
    with plain_errors():
        strange = _refuse(home, _strange(home), clock())
        if not _waiting(home):
            if any(home.folder.glob(".restore.*")) and (lock := FileLock(home.work_lock)).take():
                _sweep_half(home)                        # not one that somebody is making
                lock.give_back()
            return strange
        with FileLock(home.work_lock).held():
            for path in _waiting(home):
                seal = Seal.read(path, key) if path.suffix == ".seal" else None
                if seal is not None:
                    _finish(home, seal, key)
            left = _waiting(home)
            if all(path.suffix == ".keys" for path in left):
                for path in left:                        # alone it takes no place: a crash came before the seal
                    path.unlink()
            refused = _refuse(home, _waiting(home), clock())
            _sweep_half(home)
            return refused or strange


def _finish(home: DataFolder, seal: Seal, key: bytes) -> None:
    """What does not fit is left lying."""
    if _is_plain(ready := seal.ready(home)):
        if _digest(ready) == seal.database and _replaces(home, seal, key):
            _take_over(home, seal, key)
    elif _is_plain(home.database) and _digest(home.database) == seal.database:
        _end(home, seal, key)                            # nobody has opened it yet
    else:
        seal.ready_keys(home).unlink(missing_ok=True)    # it never came so far
        seal.path(home).unlink()


def _replaces(home: DataFolder, seal: Seal, key: bytes) -> bool:
    """Whether what is here, or what the restore has set aside already, is what it was to replace."""
    aside = home.set_aside / seal.name
    if home.database.exists() or not (aside / home.database.name).exists():
        return _head_of(home.database, key) == seal.replaces
    _move_aside(home, aside)                             # also the log, or its last lines would be missing
    if _head_of(aside / home.database.name, key) == seal.replaces:
        return True
    for name in _MOVED:
        if (aside / name).exists():
            os.replace(aside / name, home.folder / name)
    return False


def _take_over(home: DataFolder, seal: Seal, key: bytes) -> Path:
    """May be stopped anywhere and begun again."""
    aside = home.set_aside / seal.name
    home.set_aside.mkdir(mode=0o700, exist_ok=True)
    aside.mkdir(mode=0o700, exist_ok=True)
    _move_aside(home, aside)
    if home.keys.exists() and not (aside / home.keys.name).exists():
        copy_file(home.keys, aside / home.keys.name)
    settle(aside)
    if seal.keys and _is_plain(theirs := seal.ready_keys(home)) and _digest(theirs) == seal.keys:
        os.replace(theirs, home.keys)
    os.replace(seal.ready(home), home.database)
    settle(home.folder)
    _end(home, seal, key)
    return aside


def _end(home: DataFolder, seal: Seal, key: bytes) -> None:
    """The audit ends elsewhere now; its last line says why. What is still missing is told until somebody chooses."""
    Anchor(home.anchor, key).set(seal.head, lasting=True)
    seal.path(home).unlink()
    settle(home.folder)


def _move_aside(home: DataFolder, aside: Path) -> None:
    """Also the log: left beside the new file, SQLite would take its pages for the new file's."""
    for name in _MOVED:
        if (home.folder / name).exists() and not (aside / name).exists():
            os.replace(home.folder / name, aside / name)


def _refuse(home: DataFolder, paths: list[Path], now: datetime) -> Path | None:
    if not paths:
        return None
    folder = home.set_aside / f"refused-{_free_aside(home, now, 'refused-')}"
    home.set_aside.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700)
    for path in paths:
        os.replace(path, folder / path.name.lstrip("."))
    settle(folder)
    return folder


def _strange(home: DataFolder) -> list[Path]:
    """Folders that bear the name of a file of ours: no file could be written there, and nobody would come in."""
    ours = (home.anchor, home.gap, home.work_lock, *(home.database.with_name(home.database.name + end)
                                                     for end in ("-wal", "-shm")), *home.folder.glob(".restore*"))
    return [path for path in ours if path.is_dir() and not path.is_symlink()]


def _waiting(home: DataFolder) -> list[Path]:
    return sorted(home.folder.glob(".restore-*"))


def _waits(home: DataFolder, name: str, part: str) -> Path:
    return home.folder / f".restore-{name}.{part}"


def _sweep_half(home: DataFolder) -> None:
    """A copy that was never finished."""
    for path in home.folder.glob(".restore.*"):
        path.unlink()


def _free_aside(home: DataFolder, now: datetime, kind: str = "") -> str:
    at = now.astimezone(UTC)
    while (home.set_aside / f"{kind}{at:{FORMAT}}Z").exists():
        at += timedelta(seconds=1)
    return f"{at:{FORMAT}}Z"


def _same_store(ours: Path, theirs: Path) -> bool:
    try:
        return Keys.load(ours).store_id == Keys.load(theirs).store_id
    except StoreError:
        return False


def _with_line(path: Path, key: bytes, entry: Entry, clock: Clock) -> Head:
    """The restore's own line is in the copy before it counts: it cannot be missing afterwards. The head with it."""
    with brief_engine(path, key) as engine:
        bring_up_to_date(engine, clock=clock)
        with plain_errors(), engine.begin() as conn:
            append(conn, entry, clock())
            newest = head(conn)
    with closing(connect(path, key)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()          # one file, with no log beside it
    lasting(path)
    return newest


def _head_of(path: Path, key: bytes) -> Head | None:
    """Where the audit of an archive ends; None when it cannot be read."""
    try:
        with brief_engine(path, key) as engine, engine.execution_options(read_only=True).connect() as conn:
            return head(conn)
    except (StoreError, SQLAlchemyError):
        return None


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
