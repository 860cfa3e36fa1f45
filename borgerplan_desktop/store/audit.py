"""The audit: one hash-chained line per action, in the action's own transaction."""
from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.row import Row, table_of
from borgerplan_desktop.store.patch import Patch, patched

GENESIS = ""                                             # what the first line is chained to


class Did(enum.StrEnum):
    """What kind of thing was done; only `CHANGED` lines count for "is the case as we saw it"."""

    CHANGED = "changed"
    OPENED = "opened"
    SEARCHED = "searched"
    PRINTED = "printed"
    EXPORTED = "exported"
    LOGGED_IN = "logged_in"
    LOGIN_FAILED = "login_failed"
    KEPT = "kept"                                        # backup made, restored, migrated, checked


audit = sa.Table(
    "audit", Row.metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(40), nullable=False),      # UTC, ISO 8601
    sa.Column("who", sa.String(36), nullable=False),     # staff id
    sa.Column("did", sa.String(20), nullable=False),
    sa.Column("case_id", sa.String(36)),                 # empty: search, backup, login
    sa.Column("action", sa.Text, nullable=False),        # a msgid, untranslated
    sa.Column("purpose", sa.Text, nullable=False, default=""),
    sa.Column("changes", sa.Text),                       # emptied when the citizen is erased; the chain holds
    sa.Column("digest", sa.String(64), nullable=False),  # sha256 of `changes`
    sa.Column("chain", sa.String(64), nullable=False),   # sha256 of this line and the line before
    sa.Index("ix_audit_case", "case_id", "did", "seq"),
)
_CHAINED = ("seq", "at", "who", "did", "case_id", "action", "purpose", "digest")


@dataclass(frozen=True)
class Line:
    seq: int
    at: datetime
    who: str
    did: Did
    case_id: str | None
    action: str
    purpose: str = ""


@dataclass(frozen=True)
class Entry:
    """What a line says, before it has a number."""

    who: str
    action: str
    case_id: str | None = None
    did: Did = Did.CHANGED
    purpose: str = ""


def lock(conn: sa.Connection) -> None:
    """One writer at a time: a chain has one end. SQLite's BEGIN IMMEDIATE has seen to it already."""
    if conn.dialect.name == "postgresql":
        conn.execute(sa.text("SELECT pg_advisory_xact_lock(7021)"))


def append(conn: sa.Connection, entry: Entry, at: datetime, changes: Changes | None = None) -> int:
    """Write the next line; its number becomes the `rev` of the rows it changed."""
    last = conn.execute(sa.select(audit.c.seq, audit.c.chain).order_by(audit.c.seq.desc()).limit(1)).first()
    text = json.dumps([_plain(c) for c in changes or ()], ensure_ascii=False)
    line = {"seq": last.seq + 1 if last else 1, "at": at.isoformat(), "who": entry.who, "did": entry.did.value,
            "case_id": entry.case_id, "action": entry.action, "purpose": entry.purpose,
            "digest": hashlib.sha256(text.encode()).hexdigest()}
    conn.execute(audit.insert().values(**line, changes=text, chain=_link(last.chain if last else GENESIS, line)))
    return line["seq"]


def head(conn: sa.Connection) -> tuple[int, str]:
    """Number and chain digest of the last line: what an anchor outside the database remembers."""
    last = conn.execute(sa.select(audit.c.seq, audit.c.chain).order_by(audit.c.seq.desc()).limit(1)).first()
    return (last.seq, last.chain) if last else (0, GENESIS)


def broken(conn: sa.Connection, anchor: tuple[int, str] | None = None) -> int | None:
    """The number of the first line that was altered or is missing; None when the chain holds.

    `anchor` = an earlier `head`: a tail cut off behind it is found too.
    """
    chain, number = GENESIS, 1
    for row in conn.execute(sa.select(audit).order_by(audit.c.seq)).mappings():
        text = row["changes"]
        if row["seq"] != number or row["chain"] != _link(chain, {k: row[k] for k in _CHAINED}) or (
                text is not None and hashlib.sha256(text.encode()).hexdigest() != row["digest"]):
            return number
        chain = row["chain"]
        if anchor is not None and number == anchor[0] and chain != anchor[1]:
            return number
        number += 1
    return number if anchor is not None and anchor[0] >= number else None


def latest(case_id: str) -> sa.Select[Any]:
    """The number of the newest line that changed the case."""
    return (sa.select(audit.c.seq).where(audit.c.case_id == case_id, audit.c.did == Did.CHANGED.value)
            .order_by(audit.c.seq.desc()).limit(1))


def changed_since(conn: sa.Connection, case_id: str, seen: int, now: Mapping[tuple[type[Row], str, str], Any] | None
                  = None) -> Iterator[tuple[Line, Changes]]:
    """What was done to a case after line `seen`, oldest first.

    `now` tells the text a field had at `seen` where later lines hold only the part that differs; without it the lines
    must be read from the first. Raises KeyError or ValueError when a line does not build on what is known.
    """
    known: dict[tuple[type[Row], str, str], Any] = {}
    query = (sa.select(audit).where(audit.c.case_id == case_id, audit.c.seq > seen,
                                    audit.c.did == Did.CHANGED.value).order_by(audit.c.seq))
    for row in conn.execute(query):
        changes = Changes(_change(c, known, now) for c in json.loads(row.changes or "[]"))
        yield _line(row), changes


def history(conn: sa.Connection, case_id: str, row_id: str, field: str) -> list[tuple[Line, Any]]:
    """Every value one field has had, oldest first."""
    return [(line, change.after[field]) for line, changes in changed_since(conn, case_id, 0) for change in changes
            if change.id == row_id and change.after is not None and field in change.after]


def lines(conn: sa.Connection, case_id: str | None = None, limit: int = 1000) -> list[Line]:
    """The newest lines of a case (or of all), newest first."""
    query = sa.select(audit).order_by(audit.c.seq.desc()).limit(limit)
    return [_line(row) for row in conn.execute(query if case_id is None else query.where(audit.c.case_id == case_id))]


def _line(row: Any) -> Line:
    return Line(row.seq, datetime.fromisoformat(row.at), row.who, Did(row.did), row.case_id, row.action, row.purpose)


def _link(before: str, line: Mapping[str, Any]) -> str:
    text = json.dumps({k: line[k] for k in _CHAINED}, sort_keys=True)
    return hashlib.sha256((before + text).encode()).hexdigest()


# ------------------------------------------------------------------------------------------------- changes as JSON
def _plain(c: Change) -> dict[str, Any]:
    before, after = _values(c.before), _values(c.after)
    if before is not None and after is not None:
        for name in before:
            patch = Patch.between(before[name], after[name])
            if patch is not None:
                before[name], after[name] = None, patch.plain()
    return {"row": c.kind.__tablename__, "id": c.id, "before": before, "after": after}


def _values(of: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if of is None:
        return None
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in of.items()}


def _change(c: dict[str, Any], known: dict[tuple[type[Row], str, str], Any],
            now: Mapping[tuple[type[Row], str, str], Any] | None) -> Change:
    kind = by_table(c["row"])
    before, after = c["before"], c["after"]
    if before is not None and after is not None:
        for name, value in after.items():
            if isinstance(value, dict):
                key = (kind, c["id"], name)
                before[name] = known[key] if key in known else (now or {})[key]
                after[name] = patched(before[name], Patch.read(value))
    typed = Change(kind, c["id"], 0, _typed(kind, before), _typed(kind, after))
    for name, value in (typed.after or {}).items():
        known[kind, c["id"], name] = value
    return typed


def _typed(kind: type[Row], of: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if of is None else {name: typed(kind, name, value) for name, value in of.items()}


def typed(kind: type[Row], field: str, value: Any) -> Any:
    """A JSON value as the column's own: JSON knows no dates and no enumerations. Raises ValueError."""
    kind_of = table_of(kind).columns[field].type
    if isinstance(value, str) and isinstance(kind_of, sa.Enum) and kind_of.enum_class is not None:
        return kind_of.enum_class(value)
    python = kind_of.python_type
    return python.fromisoformat(value) if isinstance(value, str) and issubclass(python, date) else value

