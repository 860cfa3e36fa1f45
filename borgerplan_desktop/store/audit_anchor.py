"""The head of the audit's chain, kept outside the database: a cut-off tail or an older file in its place is noticed.

Written after a commit, so it may lag behind the database but never lead. It proves that the program wrote it.
"""
from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from borgerplan_desktop.store.audit import Head
from borgerplan_desktop.store.engine import Key
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.files import write_whole
from borgerplan_desktop.store.hmac_proof import Proof, Purpose

__all__ = ["Anchor", "Head", "MissingLines"]

_SIZE = 256                                              # bytes, always the same


@dataclass(frozen=True)
class MissingLines:
    """`known`: the newest line that the anchor tells of; None = the anchor is gone or is not ours."""

    known: Head | None
    here: Head                                           # the newest line there was when it was noticed

    @property
    def missing(self) -> range:
        """The numbers of the lines that are not here; empty when nobody can tell, or others stand in their place."""
        return range(self.here.line + 1, (self.known.line if self.known else 0) + 1)


class Anchor:
    """`key` is the data key, or a function that gives it."""

    def __init__(self, path: Path, key: Key) -> None:
        self._path, self._proof = path, Proof(key() if callable(key) else key, Purpose.ANCHOR)

    def set(self, head: Head, lasting: bool = False) -> None:
        """Remember the head; not `lasting` costs next to nothing, and what a power cut takes away is only lag."""
        plain = {"line": head.line, "chain": head.chain, "at": head.at, "proof": self._proof.of(_proven(head))}
        content = json.dumps(plain).encode().ljust(_SIZE)
        with plain_errors():
            if lasting or self._path.is_symlink() or not self._path.is_file():
                write_whole(self._path, content, lasting)
            else:                                        # in place, one sector: each commit comes by here
                with open(self._path, "r+b", buffering=0, opener=_no_link) as file:
                    file.write(content)

    def get(self, plain: bool = False) -> Head | None:
        """What was remembered; None when there is nothing legible that the program has written.

        `plain`: also one of the first shape, which nobody vouches for.
        """
        if not self._path.is_file():                     # a pipe would be waited for
            return None
        try:
            content = json.loads(self._path.read_bytes()[:1000])
            head = Head(content["line"], content["chain"], content.get("at", ""))
            if type(head.line) is not int or head.line < 0 or not isinstance(head.chain, str) or not (
                    isinstance(head.at, str)):
                return None
            proven = "proof" in content and self._proof.fits(_proven(head), content["proof"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None
        return head if proven or (plain and "proof" not in content) else None


def _proven(head: Head) -> bytes:
    return json.dumps(head).encode()


def _no_link(path: str, flags: int) -> int:
    """Whoever puts a link in the anchor's place does not choose what is written over."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
