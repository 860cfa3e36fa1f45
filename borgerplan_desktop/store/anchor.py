"""The head of the audit's chain, kept outside the database: a cut-off tail or an older file in its place is noticed.

Written after a commit, so it may lag behind the database but never lead.
"""
from __future__ import annotations

import json
from pathlib import Path

from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.files import write_whole

_SIZE = 128                                              # bytes, always the same
Head = tuple[int, str]                                   # number and chain digest of the last audit line


class Anchor:
    def __init__(self, path: Path) -> None:
        self._path = path

    def set(self, head: Head, lasting: bool = False) -> None:
        """Remember the head; not `lasting` costs next to nothing, and what a power cut takes away is only lag."""
        content = json.dumps({"line": head[0], "chain": head[1]}).encode().ljust(_SIZE)
        with plain_errors():
            if lasting or not self._path.is_file():
                write_whole(self._path, content, lasting)
            else:                                        # in place, one sector: each commit comes by here
                with self._path.open("r+b", buffering=0) as file:
                    file.write(content)

    def get(self) -> Head | None:
        """What was remembered; None when there is nothing legible."""
        if not self._path.is_file():                     # a pipe would be waited for
            return None
        try:
            content = json.loads(self._path.read_bytes()[:1000])
            line, chain = content["line"], content["chain"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return (line, chain) if type(line) is int and line >= 0 and isinstance(chain, str) else None
