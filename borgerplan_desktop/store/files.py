"""Files are written whole or not at all, and only for us; locks that the operating system takes back when we die."""
from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from borgerplan_desktop.store.errors import StoreTrouble, Trouble

LITTLE = 1024 * 1024                                     # bytes: with less, the disk counts as full
BEGUN = ".borgerplan-"                                   # begins the name of a file that has no name of its own yet
_BEGUN = re.compile(re.escape(BEGUN) + "[a-z0-9_]{8}")
ABANDONED = 60.0                                         # seconds: nobody writes a file for so long
WAIT = 2.0                                               # seconds for a lock that somebody else holds


def write_whole(path: Path, content: bytes, lasting: bool = True) -> None:
    """Replace the file's content in one step; after a crash it holds the old or the new, never half.

    `lasting`: on the disk before this returns. Only the owner can read it. Raises OSError.
    """
    _sweep(path.parent)
    if not _written_without_a_name(path, content, lasting):
        _written_beside(path, content, lasting)
    if lasting:
        settle(path.parent)


def _written_without_a_name(path: Path, content: bytes, lasting: bool) -> bool:
    """Linux: who is killed on the way leaves nothing, for the file gets its name when it is whole. False where the file
    system knows no such files.
    """
    if sys.platform != "linux":
        return False
    try:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_RDWR, 0o600)
    except OSError:                                      # what else is wrong with the folder, the other way says
        return False
    with os.fdopen(handle, "wb") as file:
        _fill(file, content, lasting)
        try:
            _name(file, path)
        except FileExistsError:                          # a name that is taken can only be given anew by a second one
            beside = path.parent / f"{BEGUN}{os.urandom(4).hex()}"
            _name(file, beside)
            _replace(beside, path)
        except OSError:                                  # no /proc here, or no second names
            return False
    return True


def _name(file: IO[bytes], path: Path) -> None:
    os.link(f"/proc/self/fd/{file.fileno()}", path, src_dir_fd=file.fileno())    # with a folder, a link is followed


def _written_beside(path: Path, content: bytes, lasting: bool) -> None:
    """In a file of another name, which then gets the right one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=BEGUN)
    try:
        with os.fdopen(handle, "wb") as file:
            _fill(file, content, lasting)
    except BaseException:
        _forget(name)
        raise
    _replace(name, path)


def _fill(file: IO[bytes], content: bytes, lasting: bool) -> None:
    _locked(file.fileno())                               # for as long as it is open it is somebody's
    file.write(content)
    file.flush()
    if lasting:
        os.fsync(file.fileno())


def _replace(name: str | Path, path: Path) -> None:
    try:
        os.replace(name, path)
    except BaseException:
        _forget(name)
        raise


def _forget(name: str | Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(name)


def _sweep(folder: Path) -> None:
    """What somebody was killed over is no file of theirs: it goes, a minute later and when nobody has it open."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if _BEGUN.fullmatch(each.name):
                with contextlib.suppress(OSError):       # another's, or gone already
                    _sweep_one(each)


def _sweep_one(found: os.DirEntry[str]) -> None:
    if not found.is_file(follow_symlinks=False) or time.time() - found.stat().st_mtime < ABANDONED:
        return
    handle = os.open(found.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        free = _locked(handle)
    finally:
        os.close(handle)                                 # Windows deletes nothing that is open
    if free:
        os.unlink(found.path)


def _locked(handle: int) -> bool:
    """Whether the lock on the open file is ours now; where there are none, nobody has it."""
    if sys.platform == "win32":
        return True                                      # there an open file cannot be deleted
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:                                      # some shares
        pass
    return True


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
