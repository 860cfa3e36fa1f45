"""Keeps cases: loads one, stores what an action changed. It knows rows and changes, no activities."""
from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import CASE_KINDS, CITIZEN, CaseKind, case_kind_of
from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.row import Row, bare_row, fields_of
from borgerplan_desktop.store import audit, citizen_lines, history, search
from borgerplan_desktop.store.audit import Entry, Head, Line
from borgerplan_desktop.store.clock import Clock, utc_now
from borgerplan_desktop.store.errors import Stale, StoreTrouble, Trouble, plain_errors
from borgerplan_desktop.store.files import is_full
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import case_file, metadata, table_of

if TYPE_CHECKING:
    from borgerplan_desktop.store.audit_anchor import MissingLines

kept_bytes = sa.Table(
    "kept", metadata,
    sa.Column("case_id", sa.ForeignKey("case_file.id"), primary_key=True),
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("bytes", sa.LargeBinary, nullable=False),
)


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Store:
    """One database. `clock` gives UTC, for the audit; `on_stored` hears the head of the audit after every commit."""

    def __init__(self, engine: sa.Engine, clock: Clock = utc_now,
                 on_stored: Callable[[Head], None] | None = None) -> None:
        self.engine = engine
        self._on_stored = on_stored
        self.reading = engine.execution_options(read_only=True)      # the same pool
        self._clock = clock
        self._hurried = self._in_vain = False
        self.folder: Path | None = None                  # it lies in; set, as what follows, by whoever opened it
        self.gap: MissingLines | None = None
        self.refused: Path | None = None                 # where files were set aside that no restore has made

    def watched_by(self, on_stored: Callable[[Head], None]) -> None:
        """From now on it hears the head of the audit after every commit."""
        self._on_stored = on_stored

    def hurry(self) -> None:
        """It is closed next: when another writer was waited for in vain, nobody is waited for again."""
        self._hurried = True

    @contextmanager
    def _trying(self) -> Iterator[None]:
        if self._in_vain:
            raise StoreTrouble(Trouble.LOCKED)
        try:
            with plain_errors():
                yield
        except StoreTrouble as trouble:
            if trouble.kind is Trouble.FAULT and self.folder is not None and is_full(self.folder):
                raise StoreTrouble(Trouble.DISK_FULL, str(trouble)) from trouble
            self._in_vain = self._hurried and trouble.kind is Trouble.LOCKED
            raise

    # ------------------------------------------------------------------ cases
    def load(self, case_id: str, register: Case | None = None) -> Case:
        """Every row of the case: one SELECT per table that holds any, one snapshot. A case not there is empty."""
        with self._trying(), self.reading.begin() as conn:
            kind = CASE_KINDS.get(conn.scalar(_kind_of_case(), {"of_case": case_id}) or "")
            rows: list[Row] = []
            there = set(conn.scalars(_kinds_there(kind), {"of_case": case_id})) if kind is not None else set()
            for each in kind.rows if kind is not None else ():
                if each.__tablename__ in there:
                    rows += _read(conn, each, case_id)
            seen = audit.latest(conn, case_id)
        return Case(case_id, rows, seen, register)

    def cases(self, kind: CaseKind = CITIZEN) -> list[str]:
        """The ids of all cases of a kind."""
        with self._trying(), self.reading.connect() as conn:
            return list(conn.scalars(sa.select(case_file.c.id).where(case_file.c.kind == kind.name)
                                     .order_by(case_file.c.id)))

    def is_taken(self, rows: Sequence[Row]) -> bool:
        """Whether a row with the id of one of these is stored already, in whichever case."""
        wanted: dict[type[Row], list[str]] = {}
        for row in rows:
            wanted.setdefault(type(row), []).append(row.id)
        with self._trying(), self.reading.connect() as conn:
            return any(conn.scalar(sa.select(table_of(kind).c.id).where(table_of(kind).c.id.in_(ids[at:at + 500]))
                                   .limit(1)) is not None
                       for kind, ids in wanted.items() for at in range(0, len(ids), 500))

    def latest(self, case_id: str) -> int:
        """Number of the case's newest audit line; larger than `case.seen` = somebody else was here."""
        with self._trying(), self.reading.connect() as conn:
            return audit.latest(conn, case_id)

    def since(self, case: Case) -> list[tuple[Line, Changes]]:
        """What others did to the case after what it has seen, oldest first."""
        with self._trying(), self.reading.connect() as conn:
            return list(audit.changed_since(conn, case.id, case.seen, _Texts(case)))

    # ------------------------------------------------------------------ storing
    def commit(self, who: str, action: str, work: Sequence[tuple[Case, Changes]],
               kept: Mapping[str, bytes] | None = None, made_of: Sequence[Case] = (),
               let_go: Collection[str] = ()) -> list[int]:
        """Store the changes of one or more cases and their audit lines in one transaction; the lines' numbers.

        `kept` = bytes by digest that the first case shall keep, `let_go` = digests of what it shall not keep any more;
        `made_of` = other cases they were made of. Raises Stale
        when one of the cases has lines that it has not seen, or StoreTrouble; nothing is stored then.
        """
        with self._trying(), self.engine.begin() as conn:
            audit.lock(conn)
            if any(audit.latest(conn, case.id) != case.seen for case in made_of):
                raise Stale
            revs = [self._store(conn, who, action, case, changes, *(((), ()) if at else (kept or (), let_go)))
                    for at, (case, changes) in enumerate(work)]
            for digest, content in (kept or {}).items():
                there = conn.scalar(sa.select(kept_bytes.c.digest).where(
                    kept_bytes.c.case_id == work[0][0].id, kept_bytes.c.digest == digest))
                if there is None:
                    conn.execute(kept_bytes.insert().values(case_id=work[0][0].id, digest=digest, bytes=content))
            if let_go:
                conn.execute(kept_bytes.delete().where(kept_bytes.c.case_id == work[0][0].id,
                                                       kept_bytes.c.digest.in_(let_go)))
            head = audit.head(conn)
        self._tell(head)
        return revs

    def _store(self, conn: sa.Connection, who: str, action: str, case: Case, changes: Changes,
               kept: Iterable[str], let_go: Iterable[str]) -> int:
        seen = audit.latest(conn, case.id)
        if seen != case.seen:
            raise Stale
        if seen == 0:
            conn.execute(case_file.insert().values(id=case.id, kind=case_kind_of({c.kind for c in changes}).name))
        rev = audit.append(conn, Entry(who, action, case.id), self._clock(), changes, kept, let_go)
        _write(conn, case.id, changes, rev)
        search.reindex(conn, case.id, changes)
        citizen_lines.renew(conn, case.id, changes)
        return rev

    def record(self, *entries: Entry) -> None:
        """Audit lines for what changed nothing: opened, printed, searched, logged in. Raises StoreTrouble."""
        with self._trying(), self.engine.begin() as conn:
            audit.lock(conn)
            for entry in entries:
                audit.append(conn, entry, self._clock())
            head = audit.head(conn)
        self._tell(head)

    def make_lists_anew(self, entry: Entry) -> None:
        """The lines of the citizens and what they are found by, made of the rows. Raises StoreTrouble."""
        with self._trying(), self.engine.begin() as conn:
            audit.lock(conn)
            citizen_lines.make_anew(conn)
            audit.append(conn, entry, self._clock())
            head = audit.head(conn)
        self._tell(head)

    def _tell(self, head: Head) -> None:
        if self._on_stored is not None:
            self._on_stored(head)

    # ------------------------------------------------------------------ what is kept as it was
    def kept(self, case_id: str, digest: str) -> bytes | None:
        """The bytes a case keeps under a digest."""
        with self._trying(), self.reading.connect() as conn:
            return conn.scalar(sa.select(kept_bytes.c.bytes).where(
                kept_bytes.c.case_id == case_id, kept_bytes.c.digest == digest))

    # ------------------------------------------------------------------ looking back
    def lines(self, case_id: str | None = None, limit: int = 1000) -> list[Line]:
        with self._trying(), self.reading.connect() as conn:
            return audit.lines(conn, case_id, limit)

    def history(self, case_id: str, kind: type[Row], field: str, same: history.SameRow,
                id: str = "") -> list[tuple[Line, Any]]:
        """What stood in a field of a row after each line that wrote in it, oldest first: see `history.of_field`."""
        with self._trying(), self.reading.connect() as conn:
            return list(history.of_field(conn, case_id, kind, field, same, id))

    def has_logged_in(self, who: str) -> bool:
        """Whether somebody has been in before, with a program that seals the count of wrong tries."""
        with self._trying(), self.reading.connect() as conn:
            return audit.has_logged_in(conn, who)

    def find(self, words: str, limit: int = 50) -> list[search.Hit]:
        with self._trying(), self.reading.connect() as conn:
            return search.find(conn, words, limit)

    def forget_statements(self) -> None:
        """After a great work: what was written for it only is let go of, and the rest written anew when it is asked."""
        self.engine.clear_compiled_cache()

    def close(self) -> None:
        self.engine.dispose()


Where = tuple[type[Row], str, str]                       # kind, id, field


class _Texts(Mapping[Where, object]):
    """The text each field of an open case has: what later audit lines' differences build on."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def __getitem__(self, key: Where) -> object:
        row = self._case.get(key[0], key[1])
        if row is None:
            raise KeyError(key)
        return getattr(row, key[2])

    def __iter__(self) -> Iterator[Where]:
        return ((type(row), row.id, name) for row in self._case.rows() for name in fields_of(type(row)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def _kind_of_case() -> sa.Select[Any]:
    return sa.select(case_file.c.kind).where(case_file.c.id == sa.bindparam("of_case"))


@cache
def _kinds_there(kind: CaseKind) -> sa.TextClause:
    """The tables that hold rows of a case: one statement for all, since most cases have rows of half of them.

    In words: as expressions it is a tree of hundreds of objects, which weighs 0.7 MB and is kept.
    """
    return sa.text(" UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {table} WHERE case_id = :of_case)"
        for table in (each.__tablename__ for each in kind.rows)))


@cache
def _rows_of(kind: type[Row]) -> sa.Select[Any]:
    """One statement for all cases: what SQLAlchemy knows it by is worked out once."""
    return sa.select(table_of(kind)).where(table_of(kind).c.case_id == sa.bindparam("of_case"))


def _read(conn: sa.Connection, kind: type[Row], case_id: str) -> list[Row]:
    return [bare_row(kind, zip(kind.columns, values, strict=True))
            for values in conn.execute(_rows_of(kind), {"of_case": case_id})]


def _write(conn: sa.Connection, case_id: str, changes: Changes, rev: int) -> None:
    """Rows of a kind that have changed alike go in one statement: a goal takes dozens with it."""
    alike: dict[tuple[type[Row], bool, tuple[str, ...] | None], list[Change]] = {}
    for c in changes:
        alike.setdefault((c.kind, c.before is None, None if c.after is None else tuple(c.after)), []).append(c)
    for (kind, is_new, fields), some in alike.items():
        if is_new:
            conn.execute(table_of(kind).insert(), [
                {**(c.after or {}), "id": c.id, "case_id": case_id, "rev": rev} for c in some])
            continue
        new = {"rev": rev} if fields is not None else {}
        done = conn.execute(_known_row(kind, fields), [
            {**(c.after or {}), **new, "known_id": c.id, "known_rev": c.rev} for c in some])
        if done.rowcount != len(some):                   # only a writer that goes round the audit can cause this
            raise Stale


@cache
def _known_row(kind: type[Row], fields: tuple[str, ...] | None) -> sa.Update | sa.Delete:
    """Changes these fields of a row that is as we know it; None = takes it out."""
    c = table_of(kind).c
    mine = (c.id == sa.bindparam("known_id"), c.rev == sa.bindparam("known_rev"))
    if fields is None:
        return table_of(kind).delete().where(*mine)
    return table_of(kind).update().where(*mine).values({name: sa.bindparam(name) for name in (*fields, "rev")})
