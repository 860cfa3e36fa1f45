"""Is everything as it was written? Every page, every reference, every audit line, every row it tells of, the keys."""
from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from borgerplan_desktop.store import audit, citizen_lines
from borgerplan_desktop.store.audit_anchor import Anchor
from borgerplan_desktop.store.brief_engine import brief_engine
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.engine import Mode, connect
from borgerplan_desktop.store.errors import DamagedStore, KeyTrouble, StoreError, plain_errors
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.replay import Difference, differences


@dataclass(frozen=True)
class Report:
    """What a check found; `sound` when there is nothing to tell."""

    damaged_pages: tuple[str, ...] = ()                  # what SQLCipher and SQLite say, without content
    dangling_rows: int = 0                               # rows that point at a row that is not there
    broken_line: int | None = None                       # the first audit line that was altered or is missing
    lines: int = 0                                       # audit lines read
    keys: str = ""                                       # what is wrong with the key store
    differing: tuple[Difference, ...] = ()               # rows that are not as the audit says
    anchor_missing: bool = False                         # nothing outside tells where the audit ended
    lists_damaged: bool = False                          # what is made of the rows, and can be made anew of them
    lists_remade: bool = False                           # which has been done

    @property
    def sound(self) -> bool:
        return not (self.damaged_pages or self.dangling_rows or self.broken_line is not None or self.keys
                    or self.differing or self.anchor_missing or self.lists_damaged)


def check(home: DataFolder, key: bytes, progress: Progress = unheard) -> Report:
    """Look through the whole store on connections of our own; raises StoreTrouble, changes nothing that is stored."""
    anchor = Anchor(home.anchor, key).get()              # before the database is read: it may only lag
    keys = _keys(home.keys)
    progress(0.05)
    damaged = damaged_pages(home.database, key)
    progress(0.6)
    if damaged:
        return Report(damaged_pages=damaged, keys=keys)
    try:
        with (brief_engine(home.database, key) as engine, plain_errors(),
              engine.execution_options(read_only=True).connect() as conn):
            dangling = len(conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
            progress(0.7)
            broken, lines = audit.broken(conn, anchor), audit.head(conn).line
            progress(0.8)
            differing = tuple(differences(conn, lambda part: progress(0.8 + part * 0.15)))
            lists_damaged = citizen_lines.are_damaged(conn)
    except DamagedStore as error:
        return Report(damaged_pages=(str(error) or type(error).__name__,), keys=keys)
    progress(1.0)
    return Report((), dangling, broken, lines, keys, differing, anchor is None, lists_damaged)


def damaged_pages(path: Path, key: bytes) -> tuple[str, ...]:
    """What is wrong with the file: every page's seal, then the structure. A fresh connection each time.

    Another program may be writing a page at the moment we read it, and the log may hold a better one: only what fails
    with the log taken in, while nobody may write, counts.
    """
    if not path.is_file() or path.stat().st_size == 0:
        return ("no database",)
    return _look(path, key, alone=False) and _look(path, key, alone=True)


def _look(path: Path, key: bytes, alone: bool) -> tuple[str, ...]:
    mode = Mode.USE if alone else Mode.READ
    try:
        with plain_errors(), closing(connect(path, key, mode, timeout=2.0)) as connection:
            if alone:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()     # a full disk may have torn a page
                connection.execute("BEGIN IMMEDIATE").fetchall()
            said = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check").fetchall()]
            return tuple(said or [row[0] for row in connection.execute("PRAGMA quick_check").fetchall()
                                  if row[0] != "ok"])
    except DamagedStore as error:
        return (str(error),)


def _keys(path: Path) -> str:
    try:
        Keys.load(path)
    except KeyTrouble as error:
        return str(error) or type(error).__name__
    except StoreError as error:
        return str(error)
    return ""
