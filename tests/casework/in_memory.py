"""A store that is quick enough for thousands of actions: it holds plain values, and takes only what builds on them."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.row import Row, Values, bare_row, stay_of
from borgerplan_desktop.store.audit import Entry
from borgerplan_desktop.store.errors import Stale
from borgerplan_desktop.store.store import Store

Key = tuple[type[Row], str]


def as_values(case: Case) -> dict[Key, Values]:
    return {(type(row), row.id): row.values() for row in case.rows()}


def but_what_stays(stands: Mapping[Key, Values]) -> dict[Key, Values]:
    """Without what undoing leaves as it is: what others were told."""
    return {(kind, id): {name: value for name, value in values.items() if name not in stay_of(kind)}
            for (kind, id), values in stands.items()}


class StoreInMemory(Store):
    """Begins with the cases it is given. What the real store refuses of one window, this one fails at."""

    def __init__(self, *cases: Case) -> None:
        self._rows = {case.id: as_values(case) for case in cases}
        self._revs = {case.id: {(type(row), row.id): row.rev for row in case.rows()} for case in cases}
        self._seen = {case.id: case.seen for case in cases}
        self._kept: dict[tuple[str, str], bytes] = {}
        self._last = max(self._seen.values(), default=0)

    def stands(self, case_id: str) -> dict[Key, Values]:
        """What is stored of a case."""
        return self._rows[case_id]

    def load(self, case_id: str, register: Case | None = None) -> Case:
        rows = [bare_row(kind, {**values, "id": id, "case_id": case_id, "rev": self._revs[case_id][kind, id]})
                for (kind, id), values in self._rows.get(case_id, {}).items()]
        return Case(case_id, rows, self.latest(case_id), register)

    def latest(self, case_id: str) -> int:
        return self._seen.get(case_id, 0)

    def commit(self, who: str, action: str, work: Sequence[tuple[Case, Changes]],
               kept: Mapping[str, bytes] | None = None, made_of: Sequence[Case] = (),
               let_go: Collection[str] = ()) -> list[int]:
        for case, changes in work:
            if self.latest(case.id) != case.seen:
                raise Stale
            self._last += 1
            self._seen[case.id] = self._last
            self._change(case.id, changes, self._last)
        first = work[0][0].id
        self._kept.update({(first, digest): content for digest, content in (kept or {}).items()})
        for digest in let_go:
            del self._kept[first, digest]
        return [self._seen[case.id] for case, _ in work]

    def _change(self, case_id: str, changes: Changes, rev: int) -> None:
        rows, revs = self._rows.setdefault(case_id, {}), self._revs.setdefault(case_id, {})
        for c in changes:
            key, there = (c.kind, c.id), rows.get((c.kind, c.id))
            if c.before is None:
                assert there is None, f"{c.kind.__name__} is there already"
            else:
                assert there is not None, f"{c.kind.__name__} is not there"
                assert revs[key] == c.rev, f"{c.kind.__name__} builds on another revision"
                assert {name: there[name] for name in c.before} == c.before
            if c.after is None:
                del rows[key], revs[key]
            else:
                rows[key], revs[key] = {**(there or {}), **c.after}, rev

    def record(self, *entries: Entry) -> None:
        pass

    def kept(self, case_id: str, digest: str) -> bytes | None:
        return self._kept.get((case_id, digest))
