"""What a killed program has left in the folder for temporary files: demos that nobody plays, sockets nobody hears."""
from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
import time
from pathlib import Path

from borgerplan_desktop.store.files import FileLock

DEMO = "borgerplan-demo-"
_SOCKET = re.compile(r"borgerplan-[0-9a-f]{16}")
_DAY = 24 * 3600                                         # seconds


def alive(folder: Path) -> FileLock:
    """Held for as long as somebody plays the demo in the folder, however they end."""
    return FileLock(folder / ".alive")


def sweep_leftovers(temporary: Path | None = None) -> None:
    """Throw away what is ours and nobody's any more; whatever cannot be is left."""
    for path in (temporary or Path(tempfile.gettempdir())).glob("borgerplan-*"):
        with contextlib.suppress(OSError):
            kind = path.lstat()
            if os.name != "nt" and kind.st_uid != os.geteuid():
                continue
            if path.name.startswith(DEMO) and stat.S_ISDIR(kind.st_mode):
                _sweep_demo(path, kind.st_mtime)
            elif _SOCKET.fullmatch(path.name) and stat.S_ISSOCK(kind.st_mode) and _is_from_before_boot(kind.st_mtime):
                path.unlink()


def _sweep_demo(folder: Path, made: float) -> None:
    if not (folder / ".alive").exists():                 # just being made, unless it is old
        if time.time() - made > _DAY:
            shutil.rmtree(folder)
        return
    lock = alive(folder)
    if lock.take():
        lock.give_back()
        shutil.rmtree(folder)


def _is_from_before_boot(made: float) -> bool:
    """Nobody hears a socket from before the computer was started. Of a younger one nobody can tell without calling it,
    which raises the window that hears it: Qt makes a socket elsewhere and moves it, so the system's list knows no name.
    Only Linux says when that start was.
    """
    return hasattr(time, "CLOCK_BOOTTIME") and made < time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
