"""Audit lines that have been there and are not: noticed when the archive is opened, until a person has chosen.

The anchor beside the database tells. What was noticed first is kept in `gap.json`: the lines that are written
afterwards would hide where the gap begins. While there is a gap no backup is thrown away.
"""
from __future__ import annotations

import contextlib
import json
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from borgerplan_desktop.store.audit import Did, Head, audit, head, was_just_keyed
from borgerplan_desktop.store.audit_anchor import Anchor, MissingLines
from borgerplan_desktop.store.backup import Backup, backups, opened
from borgerplan_desktop.store.check import damaged_pages
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.engine import Key, Mode
from borgerplan_desktop.store.errors import StoreError, plain_errors
from borgerplan_desktop.store.files import write_whole
from borgerplan_desktop.store.hmac_proof import Proof, Purpose
from borgerplan_desktop.store.sql import sa

RESTORED = "Restored a backup"                           # the action of a restore's line in `backup_and_restore`
_LARGEST = 4000                                          # bytes


def note_missing_lines(home: DataFolder, engine: sa.Engine, key: Key) -> MissingLines | None:
    """See whether the line that was the newest is still there. A gap stays one until `settle_missing_lines`."""
    anchor = Anchor(home.anchor, key)
    known, plain = anchor.get(), anchor.get(plain=True)  # before the database is read: it may only lag
    with plain_errors(), engine.execution_options(read_only=True).connect() as conn:
        now = head(conn)
        known = known or (plain if was_just_keyed(conn) else None)
        if known is None:
            gap = MissingLines(None, now) if now.line else None
        elif known.line == 0 or _chain_at(conn, known.line) == known.chain:
            gap = None
        else:
            gap = MissingLines(known, now)
    if gap is None:
        forget_missing_lines(home)
        return None
    noted = _read(home.gap, key)
    if noted is not None and noted.known == gap.known:
        return noted
    _note(home, gap, key)
    return gap


def stays_missing(home: DataFolder, key: bytes, copy: Path) -> Head | None:
    """The newest line known, when neither what is here has it nor `copy`, which is to take its place.

    What the copy has before its own newest line is noted then. None also when what is here cannot be read.
    """
    known = Anchor(home.anchor, key).get()
    if known is None or known.line == 0:
        return None
    try:
        with plain_errors(), opened(home.database, key, Mode.USE) as here, opened(copy, key) as there:
            if known.chain in (_chain_at(here, known.line), _chain_at(there, known.line)):
                return None
            brings = head(there, before_last=True)       # its last line is the restore's own
            if known.line <= brings.line + 1 and brings.line > _last_same(here, there):
                return None                              # a backup always lacks the line that tells of it
            noted = _read(home.gap, key)
            if noted is None or noted.known != known or _chain_at(there, noted.here.line) != noted.here.chain:
                _note(home, MissingLines(known, brings), key)
    except StoreError:
        return None
    return known


def _note(home: DataFolder, gap: MissingLines, key: Key) -> None:
    with contextlib.suppress(StoreError), plain_errors():            # then it is noticed anew each time
        write_whole(home.gap, json.dumps({**_plain(gap), "proof": _proof(gap, key)}).encode())


def forget_missing_lines(home: DataFolder) -> None:
    with contextlib.suppress(OSError):
        home.gap.unlink(missing_ok=True)


def _read(path: Path, key: Key) -> MissingLines | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        content = json.loads(path.read_bytes()[:_LARGEST])
        known = content["known"]
        gap = MissingLines(None if known is None else Head(*known), Head(*content["here"]))
        return gap if content["proof"] == _proof(gap, key) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _plain(gap: MissingLines) -> dict[str, Any]:
    return {"known": gap.known, "here": gap.here}


def _proof(gap: MissingLines, key: Key) -> str:
    return Proof(key() if callable(key) else key, Purpose.GAP).of(json.dumps(_plain(gap)).encode())


# ------------------------------------------------------------------------------------------- backups beside the archive
@dataclass(frozen=True)
class Beside:
    """How a backup stands beside the archive, counted in audit lines after the last that both have."""

    head: Head                                           # the backup's newest line
    same: int                                            # number of the last line that both have
    only_there: int
    only_here: int
    changes_here: int = 0                                # of those only here, the lines that changed a case


def beside(home: DataFolder, key: bytes, backup: Backup) -> Beside:
    """Raises StoreError when the backup (or the archive) cannot be read."""
    with plain_errors(), opened(home.database, key, Mode.USE) as here, opened(backup.database, key) as there:
        ours, theirs = head(here), head(there)
        same = _last_same(here, there)
        changed = here.scalar(sa.select(sa.func.count()).where(audit.c.seq > same, audit.c.did == Did.CHANGED.value))
        return Beside(theirs, same, theirs.line - same, ours.line - same, changed or 0)


def would_lose(home: DataFolder, key: bytes, backup: Backup) -> int:
    """How many changes the archive has that the backup lacks; none counts in an archive that is damaged anyway."""
    try:
        if not home.database.is_file() or damaged_pages(home.database, key):
            return 0
        return beside(home, key, backup).changes_here
    except (OSError, StoreError):
        return 0


def newest(home: DataFolder, key: bytes) -> Backup | None:
    """The backup with the newest content, whatever a clock has said; None when none can be opened with the key."""
    best: tuple[Backup, Any] | None = None
    with ExitStack() as open_:
        for backup in backups(home):                     # newest date first
            try:
                with plain_errors():
                    conn = open_.enter_context(opened(backup.database, key))
                    if best is None or _is_newer(conn, best[1]):
                        best = backup, conn
            except StoreError:
                continue
    return best[0] if best else None


def _is_newer(one: Any, other: Any) -> bool:
    """Of two audits that part, the one that goes on from a restore is newer; else the longer one."""
    same = _last_same(one, other)
    lines = [head(conn).line - same for conn in (one, other)]
    if all(lines):
        chosen = [_is_restore(conn, same + 1) for conn in (one, other)]
        if chosen[0] != chosen[1]:
            return chosen[0]
        if all(chosen):                                  # the same was brought back twice: by the time of the lines
            return head(one).at > head(other).at
    return lines[0] > lines[1]


def _last_same(one: Any, other: Any) -> int:
    """Each line's chain vouches for all before it, so halving the distance finds the last that both have."""
    low, high = 0, min(head(one).line, head(other).line)
    while low < high:
        middle = (low + high + 1) // 2
        if _chain_at(one, middle) == _chain_at(other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _chain_at(conn: Any, line: int) -> str | None:
    return conn.scalar(sa.select(audit.c.chain).where(audit.c.seq == line))


def _is_restore(conn: Any, line: int) -> bool:
    found = conn.execute(sa.select(audit.c.did, audit.c.action).where(audit.c.seq == line)).first()
    return found is not None and tuple(found) == (Did.UPKEEP.value, RESTORED)
