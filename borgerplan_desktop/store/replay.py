"""The audit read again from its first line: what it says was done must come to the rows that are stored."""
from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from borgerplan_desktop.model.case_kinds import CASE_KINDS
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.row import Row, fields_of
from borgerplan_desktop.store import audit as told
from borgerplan_desktop.store.audit import KEPT, LET_GO, PROGRAM, Did, audit
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.search import misindexed, search_entry
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.store import digest_of, kept_bytes
from borgerplan_desktop.store.tables import case_file, table_of

_MISREAD = (LookupError, ValueError, TypeError, AttributeError)      # a line or a value that the program never wrote
BEFORE_A_YES = "0001"                                    # the shape in which nobody was asked for a yes
Rows = dict[type[Row], dict[str, dict[str, Any]]]        # by kind and id; `rev` among the values


@dataclass(frozen=True)
class Difference:
    """So many rows of one kind that are not as the audit says; which, but never what they hold."""

    kind: str                                            # table name
    case: str                                            # the citizen's case number, or how the case's id begins
    rows: int


def differences(conn: sa.Connection, progress: Progress = unheard) -> Iterator[Difference]:
    """What differs, case by case, so that no more than one is in memory. The connection shows one snapshot."""
    stored = {row.id: row.kind for row in conn.execute(sa.select(case_file))}
    known = set(conn.scalars(sa.select(audit.c.case_id).distinct().where(audit.c.did == Did.CHANGED.value,
                                                                         audit.c.case_id.is_not(None))))
    indexed = set(conn.scalars(sa.select(search_entry.c.case_id).distinct()))
    every = sorted(stored.keys() | known | indexed)
    for at, case_id in enumerate(every):
        yield from _of_case(conn, case_id, stored.get(case_id), case_id in known)
        progress((at + 1) / len(every))


def _of_case(conn: sa.Connection, case_id: str, stored_as: str | None, known: bool) -> Iterator[Difference]:
    name = case_id[:8]
    try:
        rows = _replayed(conn, case_id)
        number = next(iter(rows.get(Citizen, {}).values()), {}).get("case_number")
        name = number or name
    except _MISREAD:
        yield Difference(audit.name, name, 1)
        return
    kind = CASE_KINDS.get(stored_as or "")
    if not known or kind is None or not kind.holds({each for each, of in rows.items() if of}):
        yield Difference(case_file.name, name, 1)
    for each in KINDS:
        if count := _differing(conn, each, case_id, rows.get(each, {})):
            yield Difference(each.__tablename__, name, count)
    if count := misindexed(conn, case_id):
        yield Difference(search_entry.name, name, count)
    if count := _altered_bytes(conn, case_id):
        yield Difference(kept_bytes.name, name, count)


def _replayed(conn: sa.Connection, case_id: str) -> Rows:
    """The case's rows as the lines add up to; raises one of `_MISREAD`."""
    rows: Rows = {}
    asked_since = conn.scalar(sa.select(audit.c.seq).where(
        audit.c.who == PROGRAM, audit.c.purpose.startswith(f"{BEFORE_A_YES} ")).limit(1)) or 0
    for line, changes in told.changed_since(conn, case_id, 0):
        if asked_since and line.seq > asked_since:
            _had_said_yes(rows)
            asked_since = 0
        for change in changes:
            of = rows.setdefault(change.kind, {})
            if change.before is None and change.id in of:
                raise ValueError("made twice")
            if change.after is None:
                del of[change.id]
            else:
                earlier = of[change.id] if change.before is not None else {}
                of[change.id] = {**earlier, **change.after, "rev": line.seq}
    if asked_since:
        _had_said_yes(rows)
    return rows


def _had_said_yes(rows: Rows) -> None:
    """What the step from `BEFORE_A_YES` wrote without a line: coordinators from before anybody was asked for a yes."""
    for values in rows.get(CoordinatorAssignment, {}).values():
        if not values["temporary"]:
            values["said_yes_on"] = values["since"]


def _differing(conn: sa.Connection, kind: type[Row], case_id: str, wanted: dict[str, dict[str, Any]]) -> int:
    table, absent = table_of(kind), _where_nothing_is_said(kind)
    names = ("rev", *fields_of(kind))
    count, missing = 0, set(wanted)
    try:
        for row in conn.execute(sa.select(table).where(table.c.case_id == case_id)).mappings():
            missing.discard(row["id"])
            expected = absent | wanted[row["id"]] if row["id"] in wanted else {}
            count += any(name not in expected or row[name] != expected[name] for name in names)
    except _MISREAD:                                     # a word that is none of the choices, a date that is none
        return max(1, count)
    return count + len(missing)


@cache
def _where_nothing_is_said(kind: type[Row]) -> dict[str, Any]:
    """What columns hold that came after a line was written: what the model takes, as the steps of migration do."""
    columns = [kind.columns[name] for name in fields_of(kind)]
    return {column.key: column.default for column in columns if column.nullable or not column.required}


def _altered_bytes(conn: sa.Connection, case_id: str) -> int:
    """Kept bytes that do not have their digest, that are gone, or that should be."""
    gone: set[str] = set()
    undone: set[str] = set()
    for text in conn.scalars(sa.select(audit.c.changes).where(audit.c.case_id == case_id, sa.or_(*(
            audit.c.changes.contains(f'"{word}"', autoescape=True) for word in (KEPT, LET_GO)))).order_by(audit.c.seq)):
        for each in json.loads(text):
            if digest := each.get(KEPT):
                gone.add(digest)
                undone.discard(digest)
            elif digest := each.get(LET_GO):
                gone.discard(digest)
                undone.add(digest)
    altered = 0
    for digest, content in conn.execute(sa.select(kept_bytes.c.digest, kept_bytes.c.bytes)
                                        .where(kept_bytes.c.case_id == case_id)):
        gone.discard(digest)
        altered += digest_of(content) != digest or digest in undone
    return altered + len(gone)
