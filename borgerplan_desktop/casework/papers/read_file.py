"""What is in a file that somebody holds in their hand."""
from __future__ import annotations

import os
import stat
from pathlib import Path

from borgerplan_desktop.documents.case_reading import MOST_BYTES, CaseFileError, too_large

__all__ = ["CaseFileError", "read_file"]


def read_file(path: Path) -> bytes:
    """What is in a file; raises OSError (also for a folder, a pipe, a device), CaseFileError when it is too large."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError
        if not stat.S_ISREG(found.st_mode):
            raise OSError("no ordinary file")            # a pipe or a device: it may never begin, or never end
        if found.st_size > MOST_BYTES:
            raise too_large()
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)
