"""Search in everything written: kept in step inside `commit`, found by words and their beginnings."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.row import searched_fields_of
from borgerplan_desktop.model.spelling import spellings, typed, words_in
from borgerplan_desktop.store.sql import event, sa
from borgerplan_desktop.store.tables import metadata, table_of

search_entry = sa.Table(
    "search_entry", metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("case_id", sa.String(36), nullable=False, index=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("row_id", sa.String(36), nullable=False, index=True),
    sa.Column("field", sa.String(40), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("spelled", sa.Text, nullable=False, server_default=""),    # the words in every way they may be typed
)

MANY = 1000                                              # rows that are taken in at once

# The full-text index follows its table by triggers, so that there is one place that writes.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_text USING fts5(spelled, content='search_entry', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_entry_in AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO search_text(rowid, spelled) VALUES (new.id, new.spelled); END",
    "CREATE TRIGGER search_entry_out AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search_text(search_text, rowid, spelled) VALUES ('delete', old.id, old.spelled); END",
)
for _statement in FULL_TEXT:
    event.listen(metadata, "after_create", sa.DDL(_statement).execute_if(dialect="sqlite"))

_OUT = search_entry.delete().where(search_entry.c.row_id == sa.bindparam("of_row"))
_OUT_OF_FIELD = _OUT.where(search_entry.c.field == sa.bindparam("of_field"))


@dataclass(frozen=True)
class Hit:
    case_id: str
    kind: str
    row_id: str
    field: str
    text: str


@dataclass(frozen=True)
class Written(Hit):
    """Something written about a citizen who is in the lists."""

    name: str
    room: str


def reindex(conn: sa.Connection, case_id: str, changes: Changes) -> None:
    """Bring the index in step with the changes, in their transaction."""
    gone: list[dict[str, str]] = []
    old: list[dict[str, str]] = []
    new: list[dict[str, str]] = []
    for c in changes:
        fields = searched_fields_of(c.kind)
        if c.after is None and fields:
            gone.append({"of_row": c.id})
            continue
        for name in fields & (c.after or {}).keys():
            if c.before is not None:
                old.append({"of_row": c.id, "of_field": name})
            if c.after is not None and c.after[name]:
                new.append({"case_id": case_id, "kind": c.kind.__tablename__, "row_id": c.id, "field": name,
                            "text": c.after[name], "spelled": spelled(c.after[name])})
    for statement, some in ((_OUT, gone), (_OUT_OF_FIELD, old), (search_entry.insert(), new)):
        if some:
            conn.execute(statement, some)


def index_new_fields(conn: sa.Connection) -> None:
    """Take in what is searched now and was not when the archive was made: fields of which no entry is known."""
    known = {(kind, field) for kind, field in conn.execute(
        sa.select(search_entry.c.kind, search_entry.c.field).distinct())}
    for kind in KINDS:
        table = table_of(kind)
        for name in sorted(searched_fields_of(kind)):
            if (kind.__tablename__, name) in known:
                continue
            column = sa.cast(table.c[name], sa.Text)
            rows = conn.execute(sa.select(table.c.case_id, table.c.id, column).where(column != "")).all()
            for at in range(0, len(rows), MANY):
                conn.execute(search_entry.insert(), [
                    {"case_id": case_id, "kind": kind.__tablename__, "row_id": id, "field": name, "text": text,
                     "spelled": spelled(text)} for case_id, id, text in rows[at:at + MANY]])


def misindexed(conn: sa.Connection, case_id: str) -> int:
    """How many entries of a case are not what its rows would make, or are missing."""
    wanted: Counter[tuple[str, ...]] = Counter()
    for kind in KINDS:
        fields, table = sorted(searched_fields_of(kind)), table_of(kind)
        if fields:
            columns = [sa.cast(table.c[name], sa.Text).label(name) for name in fields]
            for row in conn.execute(sa.select(table.c.id, *columns).where(table.c.case_id == case_id)).mappings():
                wanted.update((kind.__tablename__, row["id"], name, row[name], spelled(row[name]))
                              for name in fields if row[name])
    entry = search_entry.c
    stored = Counter(tuple(row) for row in conn.execute(
        sa.select(entry.kind, entry.row_id, entry.field, entry.text, entry.spelled).where(entry.case_id == case_id)))
    return max((wanted - stored).total(), (stored - wanted).total())


def find(conn: sa.Connection, words: str, limit: int = 50) -> list[Hit]:
    """Where all the words occur (the last may be half typed), newest first."""
    query = _query(words)
    if not query:
        return []
    found = sa.text("SELECT e.case_id, e.kind, e.row_id, e.field, e.text FROM search_text t "
                    "JOIN search_entry e ON e.id = t.rowid WHERE search_text MATCH :query "
                    "ORDER BY t.rowid DESC LIMIT :limit")
    return [Hit(*row) for row in conn.execute(found, {"query": query, "limit": limit})]


def find_of_citizens(conn: sa.Connection, words: str, limit: int) -> list[Written]:
    """The same of the citizens who are in the lists, but for their own names."""
    query = _query(words)
    if not query:
        return []
    found = sa.text("SELECT e.case_id, e.kind, e.row_id, e.field, e.text, l.name, l.room FROM search_text t "
                    "JOIN search_entry e ON e.id = t.rowid JOIN citizen_line l ON l.case_id = e.case_id "
                    "WHERE search_text MATCH :query AND e.kind <> 'citizen' AND e.text <> l.name "
                    "ORDER BY t.rowid DESC LIMIT :limit")
    return [Written(*row) for row in conn.execute(found, {"query": query, "limit": limit})]


def spelled(text: str) -> str:
    """Every word of the text in every way it may be typed."""
    return " ".join(spelling for word in _words(text) for spelling in spellings(word))


def _words(text: str) -> list[str]:
    return [text[begin:end] for begin, end in words_in(text)]


def _query(words: str) -> str:
    """Every token quoted, so that nothing a person types is an operator."""
    tokens = [token for word in _words(words) if (token := typed(word))]
    return " ".join(f'"{token}"' + ("*" if token is tokens[-1] else "") for token in tokens)
