"""The audit: one line per action, in the action's own transaction, chained to the line before by a keyed hash."""
from __future__ import annotations

import enum
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.store.hmac_proof import Proof
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import metadata
from borgerplan_desktop.store.text_patch import Patch, patched

GENESIS = ""                                             # what the first line is chained to
PROGRAM = "borgerplan"                                   # who did it, where no person did
KEPT = "kept"                                            # among a line's changes: the digest of bytes stored with it
LET_GO = "let_go"                                        # … of bytes that went with it, because it was undone
PLAIN = "0001"                                           # the shape whose lines were chained without a key


class Did(enum.StrEnum):
    """What kind of thing was done; only `CHANGED` lines count for "is the case as we saw it"."""

    CHANGED = "changed"
    OPENED = "opened"
    SEARCHED = "searched"
    PRINTED = "printed"
    EXPORTED = "exported"
    LOGGED_IN = "logged_in"
    LOGIN_FAILED = "login_failed"
    UPKEEP = "kept"                                      # backup made, restored, migrated, checked


audit = sa.Table(
    "audit", metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.String(40), nullable=False),      # UTC, ISO 8601
    sa.Column("who", sa.String(36), nullable=False),     # staff id
    sa.Column("did", sa.String(20), nullable=False),
    sa.Column("case_id", sa.String(36)),                 # empty: search, backup, login
    sa.Column("action", sa.Text, nullable=False),        # a msgid, untranslated
    sa.Column("purpose", sa.Text, nullable=False, default=""),
    sa.Column("changes", sa.Text),                       # JSON; of a line without changes, an empty list
    sa.Column("digest", sa.String(64), nullable=False),  # sha256 of `changes`
    sa.Column("chain", sa.String(64), nullable=False),   # proof of this line and the line before
    sa.Index("ix_audit_case", "case_id", "did", "seq"),
)
_CHAINED = ("seq", "at", "who", "did", "case_id", "action", "purpose", "digest")


class Head(NamedTuple):
    """Where the chain ends: what an anchor outside the database remembers."""

    line: int                                            # number of the last line; 0 when there is none
    chain: str
    at: str = ""                                         # when it was written: UTC, ISO 8601


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


def append(conn: sa.Connection, entry: Entry, at: datetime, changes: Changes | None = None,
           kept: Iterable[str] = (), let_go: Iterable[str] = ()) -> int:
    """Write the next line; its number becomes the `rev` of the rows it changed. `kept`, `let_go`: digests of bytes."""
    last = head(conn)
    text = json.dumps([*(_plain(c) for c in changes or ()), *({KEPT: digest} for digest in kept),
                       *({LET_GO: digest} for digest in let_go)], ensure_ascii=False)
    line = {"seq": last.line + 1, "at": at.isoformat(), "who": entry.who, "did": entry.did.value,
            "case_id": entry.case_id, "action": entry.action, "purpose": entry.purpose,
            "digest": hashlib.sha256(text.encode()).hexdigest()}
    chain = _proof(conn).of(_link(last.chain, line))
    conn.execute(audit.insert(), {**line, "changes": text, "chain": chain})
    return line["seq"]


def head(conn: sa.Connection, before_last: bool = False) -> Head:
    """Where the chain ends now, or ended before its last line."""
    last = conn.execute(_end(before_last)).first()
    return Head(last.seq, last.chain, last.at) if last else Head(0, GENESIS)


@cache
def _end(before_last: bool) -> sa.Select[*tuple[Any, ...]]:
    return (sa.select(audit.c.seq, audit.c.chain, audit.c.at).order_by(audit.c.seq.desc()).limit(1)
            .offset(int(before_last)))


def broken(conn: sa.Connection, anchor: Head | None = None) -> int | None:
    """The number of the first line that was altered or is missing; None when the chain holds.

    `anchor` = an earlier `head`: a tail cut off behind it is found too. Lines of the first shape are chained without a
    key; the line that says the archive was brought up to date is the first with one, and vouches for them.
    """
    proof, chain, number, keyed = _proof(conn), GENESIS, 1, False
    for row in conn.execute(sa.select(audit).order_by(audit.c.seq)).mappings():
        link = _link(chain, {k: row[k] for k in _CHAINED})
        if row["seq"] != number or row["changes"] is None or (
                hashlib.sha256(row["changes"].encode()).hexdigest() != row["digest"]):
            return number
        if proof.fits(link, row["chain"]):
            if not keyed and number > 1 and not _vouches(row):
                return 1                                 # all before it was written by somebody without the key
            keyed = True
        elif keyed or row["chain"] != hashlib.sha256(link).hexdigest():
            return number
        chain = row["chain"]
        if anchor is not None and number == anchor.line and chain != anchor.chain:
            return number
        number += 1
    if number > 1 and not keyed and not _is_of_first_shape(conn):
        return 1
    return number if anchor is not None and anchor.line >= number else None


def was_just_keyed(conn: sa.Connection) -> bool:
    """Whether the newest line is the first with a key: the anchor may still be one without."""
    last = conn.execute(sa.select(audit).order_by(audit.c.seq.desc()).limit(1)).mappings().first()
    return last is not None and _vouches(last)


def _vouches(row: Mapping[Any, Any]) -> bool:
    return (row["who"], row["did"]) == (PROGRAM, Did.UPKEEP.value) and row["purpose"].startswith(f"{PLAIN} → ")


def _is_of_first_shape(conn: sa.Connection) -> bool:
    return (sa.inspect(conn).has_table("alembic_version")
            and conn.scalar(sa.text("SELECT version_num FROM alembic_version")) == PLAIN)


def latest(conn: sa.Connection, case_id: str) -> int:
    """The number of the newest line that changed the case; 0 when there is none."""
    return conn.scalar(_newest(of_case=True), {"of_case": case_id}) or 0


def newest_change(conn: sa.Connection) -> int:
    """The number of the newest line that changed a case; 0 when there is none."""
    return conn.scalar(_newest(of_case=False)) or 0


@cache
def _newest(of_case: bool) -> sa.Select[Any]:
    """One statement for all cases: it is asked at every change."""
    of = (audit.c.case_id == sa.bindparam("of_case"),) if of_case else ()
    return sa.select(audit.c.seq).where(*of, audit.c.did == Did.CHANGED.value).order_by(audit.c.seq.desc()).limit(1)


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
        changes = Changes(_change(c, known, now) for c in json.loads(row.changes or "[]")
                          if not {KEPT, LET_GO} & c.keys())
        yield line_of(row), changes


def lines(conn: sa.Connection, case_id: str | None = None, limit: int = 1000) -> list[Line]:
    """The newest lines of a case (or of all), newest first."""
    query = sa.select(audit).order_by(audit.c.seq.desc()).limit(limit)
    return [line_of(row) for row in conn.execute(query if case_id is None else query.where(audit.c.case_id == case_id))]


def has_logged_in(conn: sa.Connection, who: str) -> bool:
    """Whether somebody has been in since lines are chained with a key."""
    keyed = (sa.select(sa.func.max(audit.c.seq)).where(audit.c.who == PROGRAM, audit.c.did == Did.UPKEEP.value,
                                                       audit.c.purpose.startswith(f"{PLAIN} → ")).scalar_subquery())
    return conn.scalar(sa.select(audit.c.seq).where(
        audit.c.who == who, audit.c.did == Did.LOGGED_IN.value, audit.c.seq > sa.func.coalesce(keyed, 0))
        .limit(1)) is not None


def line_of(row: Any) -> Line:
    """A stored line without its changes."""
    return Line(row.seq, datetime.fromisoformat(row.at), row.who, Did(row.did), row.case_id, row.action, row.purpose)


def _link(before: str, line: Mapping[str, Any]) -> bytes:
    """What a line's proof is of."""
    return (before + json.dumps({k: line[k] for k in _CHAINED}, sort_keys=True)).encode()


def _proof(conn: sa.Connection) -> Proof:
    return conn.get_execution_options()["proof"]


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
    column = kind.columns[field]
    if isinstance(value, str) and column.words is not None:
        return column.words(value)
    return column.type.fromisoformat(value) if isinstance(value, str) and issubclass(column.type, date) else value

