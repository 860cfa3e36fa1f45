"""The open case: one citizen's rows in memory, and what an action changed in them.

A list ("the goals of the plan") or a reference ("who is responsible") is a property that looks in the case, so nothing
can be out of step, nothing is lazy, and every edit comes down to one thing: a `Change` of one row.
"""
from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from borgerplan_desktop.model.changes import Change, Changes
from borgerplan_desktop.model.disagreement import Between, Disagreement
from borgerplan_desktop.model.order import sort_value
from borgerplan_desktop.model.row import (
    Field,
    R,
    Row,
    Values,
    counted_of,
    fields_of,
    lines_of,
    names_of,
    references_of,
    referrers_of,
)
from borgerplan_desktop.model.text import tidy, tidy_line

Key = tuple[type[Row], str]


class OutsideAction(RuntimeError):
    """A row was changed outside `with opened.action(...)`."""


def _nothing(_digest: str) -> bytes | None:
    return None


class Case:
    """All rows of one case. Reading is free; changing happens between `begin` and `finish`/`abandon`.

    `register` is the shelter's own case, where `names` references of a citizen's rows are looked up.
    """

    def __init__(self, id: str, rows: Iterable[Row] = (), seen: int = 0, register: Case | None = None) -> None:
        self.id = id
        self.seen = seen                                 # the newest audit line this memory contains
        self.register = register
        self.kept: Callable[[str], bytes | None] = _nothing      # the bytes under a digest, where somebody finds them
        self._rows: dict[type[Row], dict[str, Row]] = {}
        self._by: dict[Key, dict[str | None, dict[str, Row]]] = {}   # (kind, reference column) -> value -> rows
        self._ordered: dict[type[Row], dict[tuple[str, str | None], list[Row]]] = {}
        self._gone: dict[Key, Row] = {}                  # removed rows: undo brings the same object back
        self._before: dict[Key, Values | None] | None = None
        for row in rows:
            self._put(row)

    # ------------------------------------------------------------------ reading
    def all(self, kind: type[R]) -> list[R]:
        """The rows of a kind in their order."""
        return self._in_order(kind, "", None)

    def of(self, kind: type[R], column: Field, id: str | None) -> list[R]:
        """The rows of a kind whose reference `column` points at `id`, in their order."""
        return self._in_order(kind, column.key, id)

    def get(self, kind: type[R], id: str | None) -> R | None:
        found: Any = self._rows.get(kind, {}).get(id or "")
        return found

    @property
    def row_kinds(self) -> frozenset[type[Row]]:
        """The kinds of which there is a row; they say which kind of case it is (`model.case_kinds`)."""
        return frozenset(kind for kind, rows in self._rows.items() if rows)

    def the(self, kind: type[R]) -> R:
        """The first row of a kind that a case always has. Raises LookupError when it has none."""
        rows = self.all(kind)
        if not rows:
            raise LookupError(f"case without {kind.__name__}")
        return rows[0]

    def rows(self) -> list[Row]:
        return [row for rows in self._rows.values() for row in rows.values()]

    def _in_order(self, kind: type[R], column: str, id: str | None) -> list[R]:
        cached: Any = self._ordered.setdefault(kind, {}).get((column, id))
        if cached is None:
            found = self._bucket(kind, column).get(id, {}) if column else self._rows.get(kind, {})
            cached = sorted(found.values(), key=sort_value)
            self._ordered[kind][column, id] = cached
        return list(cached)

    def _bucket(self, kind: type[Row], column: str) -> dict[str | None, dict[str, Row]]:
        index = self._by.get((kind, column))
        if index is None:
            index = self._by[kind, column] = {}
            for row in self._rows.get(kind, {}).values():
                index.setdefault(getattr(row, column), {})[row.id] = row
        return index

    # ------------------------------------------------------------------ changing (inside an action)
    def add(self, row: R) -> R:
        self.touch(row)
        object.__setattr__(row, "_removed", False)
        row.case_id = self.id
        for name in fields_of(type(row)):
            if type(value := getattr(row, name)) is str:
                setattr(row, name, _tidied(type(row), name, value))
        self._put(row)
        return row

    def remove(self, row: Row) -> None:
        """Remove the row and all its parts; references to it are emptied."""
        for kind, column, part in referrers_of(type(row)):
            for other in list(self._bucket(kind, column).get(row.id, {}).values()):
                if not other.exists:                     # went with another of its owners
                    continue
                if part:
                    self.remove(other)
                else:
                    setattr(other, column, None)
        self.touch(row)
        self._take(row)

    def assign(self, row: Row, name: str, value: Any) -> None:
        """What `row.name = value` does: remember how the row was, keep lists and order right."""
        self.touch(row)
        if type(value) is str:
            value = _tidied(type(row), name, value)
        kind = type(row)
        index = self._by.get((kind, name))
        if index is not None:
            index.get(getattr(row, name), {}).pop(row.id, None)
            index.setdefault(value, {})[row.id] = row
        if name == kind.sort_key or name in references_of(kind):
            self._ordered.pop(kind, None)
        object.__setattr__(row, name, value)

    # ------------------------------------------------------------------ actions
    @property
    def changing(self) -> bool:
        return self._before is not None

    def begin(self) -> None:
        self._before = {}

    def touch(self, row: Row) -> None:
        """Remember the row as it was, the first time an action reaches for it."""
        if self._before is None:
            raise OutsideAction(f"{type(row).__name__} was changed outside an action")
        key = (type(row), row.id)
        if key not in self._before:
            self._before[key] = row.values() if row.exists else None

    def changed(self) -> Changes:
        """The net difference since `begin`: nothing for a row that is as it was."""
        found = []
        for (kind, id), was in (self._before or {}).items():
            row = self._rows.get(kind, {}).get(id)
            before, after = was, row.values() if row else None
            if before is not None and after is not None:
                differ = [f for f in before if before[f] != after[f]]
                before, after = {f: before[f] for f in differ}, {f: after[f] for f in differ}
            if before != after:
                rev = (row or self._gone[kind, id]).rev
                found.append(Change(kind, id, 0 if before is None else rev, before, after))
        return Changes(found)

    def finish(self, changes: Changes, rev: int) -> None:
        """The changes are stored as audit line `rev`."""
        self._stamp(changes, rev)
        self._before, self.seen = None, rev

    def abandon(self) -> None:
        """Put every touched row back as it was at `begin`."""
        self.apply(self.changed().reversed())
        self._before = None

    def apply(self, changes: Changes) -> None:
        """Do recorded changes (undo, redo, another PC's, a visit's) to the rows."""
        for c in changes:
            row = self.get(c.kind, c.id)
            if c.after is None:
                if row is not None:
                    self.touch(row)
                    self._take(row)
            elif row is None:
                row = self._gone.get((c.kind, c.id)) or c.kind(id=c.id, **c.after)
                for name, value in c.after.items():
                    object.__setattr__(row, name, value)         # no assignment: it is not in the case yet
                self.add(row)
            else:
                for name, value in c.after.items():
                    setattr(row, name, value)

    def fits(self, changes: Changes) -> bool:
        """Whether applying overwrites nobody's work and leaves no reference to a row that is gone."""
        return next(self._disagreements(changes), None) is None

    def conflicts(self, changes: Changes) -> tuple[Disagreement, ...]:
        """Everything that stands between these changes and the case as it is now, field by field; none = it `fits`, and
        of what there is only one of somebody else has not made another.
        """
        return (*self._disagreements(changes), *self._twins(changes))

    def _twins(self, changes: Changes) -> Iterator[Disagreement]:
        """Two windows looked, found none, and each made one: what I would add is there already, as another row."""
        mine = {(c.kind, c.id) for c in changes}
        for c in changes:
            if c.before is None and c.after is not None and (only := c.kind.only(c.after)) is not None:
                for row in self._rows.get(c.kind, {}).values():
                    if (c.kind, row.id) not in mine and c.kind.only(row.values()) == only:
                        yield from _of_row(replace(c, id=row.id), row)

    def _disagreements(self, changes: Changes) -> Iterator[Disagreement]:
        after: dict[Key, Values | None] = {(c.kind, c.id): c.after for c in changes}
        made = {c.id for c in changes if c.before is None}
        gone = {c.id for c in changes if c.after is None}
        for c in changes:
            row = self.get(c.kind, c.id)
            if row is None or c.before is None:
                if row is not None or c.before is not None:
                    yield from _of_row(c, row)
                    continue
            else:
                between = Between.REMOVED if c.after is None else Between.WRITTEN
                for name, base in c.before.items():
                    if (theirs := getattr(row, name)) != base:
                        yield Disagreement(between, c.kind, c.id, name, base, (c.after or {}).get(name), theirs)
                if self.counted(c, gone):
                    for name in sorted(counted_of(c.kind) & c.before.keys()):
                        yield Disagreement(Between.WRITTEN, c.kind, c.id, name, c.before[name],
                                           (c.after or {}).get(name), getattr(row, name))
            for column, ref in references_of(c.kind).items():
                target = (c.after or {}).get(column)
                if target is not None and target not in made and (target in gone or not self._has(ref.target, target)):
                    yield Disagreement(Between.POINTS_AT_GONE, c.kind, c.id, column, (c.before or {}).get(column),
                                       target, None)
            if c.after is None:
                for kind, column, _ in referrers_of(c.kind):
                    for other in self._bucket(kind, column).get(c.id, {}).values():
                        if not self._lets_go(other, column, after):
                            yield Disagreement(Between.POINTED_AT, kind, other.id, column, None, None, c.id)

    def counted(self, change: Change, gone: Container[str] = ()) -> bool:
        """Whether the change writes in a text whose characters parts of the row count: they would mean other words.
        `gone`: the ids of what goes with it.
        """
        if not change.before or not change.after or counted_of(change.kind).isdisjoint(change.after):
            return False
        return any(id not in gone for kind, column, part in referrers_of(change.kind) if part
                   for id in self._bucket(kind, column).get(change.id, {}))

    def take_in(self, changes: Changes, rev: int) -> bool:
        """Do what another window stored as audit line `rev`; False, with nothing done, when it does not fit."""
        if not self.fits(changes):
            return False
        self.begin()
        self.apply(changes)
        self.finish(changes, rev)
        return True

    def become(self, fresh: Case) -> Changes:
        """Become like `fresh` (just loaded), keeping our row objects; says what that changed."""
        self.begin()
        for kind in self._rows.keys() | fresh._rows.keys():
            ours, theirs = self._rows.get(kind, {}), fresh._rows.get(kind, {})
            self.apply(Changes(Change(kind, id, 0, {}, None) for id in ours.keys() - theirs.keys()))
            self.apply(Changes(Change(kind, id, 0, {}, row.values()) for id, row in theirs.items()))
        changes = self.changed()
        for row in fresh.rows():
            object.__setattr__(self._rows[type(row)][row.id], "rev", row.rev)
        self._before, self.seen = None, fresh.seen
        return changes

    def named_by(self, changes: Changes) -> Changes:
        """The rows of this case that name what changed in the register, as changes that touch the naming field."""
        changed = {(c.kind.__tablename__, c.id) for c in changes}
        found = []
        for kind, rows in self._rows.items():
            for column, table in names_of(kind).items():
                found += [Change(kind, row.id, row.rev, {column: id}, {column: id}) for row in rows.values()
                          if (table, id := getattr(row, column)) in changed]
        return Changes(found)

    # ------------------------------------------------------------------ inside
    def _has(self, table: str, id: str) -> bool:
        return any(kind.__tablename__ == table and id in rows for kind, rows in self._rows.items())

    @staticmethod
    def _lets_go(row: Row, column: str, after: dict[Key, Values | None]) -> bool:
        """Whether the changes make `row` go too, or point elsewhere."""
        key = (type(row), row.id)
        if key not in after:
            return False
        values = after[key]
        return values is None or (column in values and values[column] != getattr(row, column))

    def _stamp(self, changes: Changes, rev: int) -> None:
        for change in changes:
            row = self._rows.get(change.kind, {}).get(change.id) or self._gone[change.kind, change.id]
            object.__setattr__(row, "rev", rev)

    def _put(self, row: Row) -> None:
        kind = type(row)
        self._gone.pop((kind, row.id), None)
        self._rows.setdefault(kind, {})[row.id] = row
        self._ordered.pop(kind, None)
        for column in references_of(kind):
            index = self._by.get((kind, column))
            if index is not None:
                index.setdefault(getattr(row, column), {})[row.id] = row
        object.__setattr__(row, "_case", self)

    def _take(self, row: Row) -> None:
        kind = type(row)
        del self._rows[kind][row.id]
        self._ordered.pop(kind, None)
        for column in references_of(kind):
            index = self._by.get((kind, column))
            if index is not None:
                index.get(getattr(row, column), {}).pop(row.id, None)
        self._gone[kind, row.id] = row
        object.__setattr__(row, "_case", None)
        object.__setattr__(row, "_removed", True)


def _of_row(c: Change, row: Row | None) -> Iterator[Disagreement]:
    """A row that one has removed, or that both have made: each field that would be lost, else the row as a whole."""
    between = Between.GONE if row is None else Between.MADE
    found = [Disagreement(between, c.kind, c.id, name, (c.before or {}).get(name), mine, theirs)
             for name, mine in (c.after or {}).items()
             if (theirs := None if row is None else getattr(row, name)) != mine]
    yield from found or [Disagreement(between, c.kind, c.id, "", None, None, None)]


def _tidied(kind: type[Row], name: str, text: str) -> str:
    return tidy_line(text) if name in lines_of(kind) else tidy(text)
