"""Files are written whole or not at all, and only for us; locks that the operating system takes back when we die."""
from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from borgerplan_desktop.store.errors import StoreTrouble, Trouble

LITTLE = 1024 * 1024                                     # bytes: with less, the disk counts as full
WAIT = 2.0                                               # seconds for a lock that somebody else holds


def write_whole(path: Path, content: bytes, lasting: bool = True) -> None:
    """Replace the file's content in one step; after a crash it holds the old or the new, never half.

    `lasting`: on the disk before this returns. Only the owner can read it. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".borgerplan-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    if lasting:
        settle(path.parent)


def lasting(path: Path) -> None:
    """What has been written in the file is on the disk, and it is for us alone."""
    only_ours(path)
    if not path.is_dir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Make the folder's own list of names lasting; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def only_ours(path: Path) -> None:
    """Nobody else on this PC may read the file or look into the folder."""
    if os.name != "nt":
        path.chmod((0o700 if path.is_dir() else 0o600) if path.stat().st_mode & 0o700 else 0)      # never opened up


def is_full(folder: Path) -> bool:
    """Whether there is hardly any room left on the disk: SQLite then says that it failed, not why."""
    try:
        return shutil.disk_usage(folder).free < LITTLE
    except OSError:
        return False


class FileLock:
    """A lock on a file beside the data; it vanishes with the process, however that dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether we got it; never waits. Raises OSError when the folder refuses the lock file."""
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(
            os, "O_NOFOLLOW", 0), 0o600)                 # a link would make a file somewhere else
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):       # Windows says EACCES for a byte somebody else has locked
            os.close(handle)
            return False
        self._handle = handle
        return True

    def give_back(self) -> None:
        """Free at once, also while a process that is just being started still has a copy of what we had open."""
        if self._handle is not None:
            if sys.platform != "win32":
                import fcntl

                fcntl.flock(self._handle, fcntl.LOCK_UN)
            os.close(self._handle)
            self._handle = None

    @contextlib.contextmanager
    def held(self, wait: float = WAIT) -> Iterator[None]:
        """Hold it for the block; raises StoreTrouble(LOCKED) when others keep it for longer than `wait` seconds."""
        until = time.monotonic() + wait
        while not self.take():
            if time.monotonic() > until:
                raise StoreTrouble(Trouble.LOCKED)
            time.sleep(0.01)
        try:
            yield
        finally:
            self.give_back()
