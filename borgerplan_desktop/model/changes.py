"""What an action changed: a tuple of `Change`, the one thing that storing, audit, undo and views work on."""
from __future__ import annotations

from dataclasses import dataclass

from borgerplan_desktop.model.row import Field, Row, Values, stay_of


@dataclass(frozen=True)
class Change:
    """One row went from `before` to `after`: None where it did not exist, else the fields that differ."""

    kind: type[Row]
    id: str
    rev: int                                             # the revision of the row that this builds on
    before: Values | None
    after: Values | None

    def reversed(self) -> Change:
        return Change(self.kind, self.id, self.rev, self.after, self.before)

    def without_what_stays(self) -> Change:
        """The same, but for what undoing and redoing leave as it is."""
        stay = stay_of(self.kind)
        return Change(self.kind, self.id, self.rev, _without(self.before, stay), _without(self.after, stay)) if (
            stay) else self

    def then(self, later: Change) -> Change:
        """This change and a later one of the same row as one step."""
        before = self.before if self.before is None or later.before is None else {**later.before, **self.before}
        after = later.after if self.after is None or later.after is None else {**self.after, **later.after}
        return Change(self.kind, self.id, self.rev, before, after)


class Changes(tuple[Change, ...]):
    """What an action changed; views ask it whether it concerns them."""

    __slots__ = ()

    def touches(self, what: Row | type[Row], *fields: Field) -> bool:
        """Whether the row (or any row of the kind) came, went, or changed in one of `fields` (none = any)."""
        return any(
            (c.kind is what if isinstance(what, type) else (c.kind is type(what) and c.id == what.id))
            and (not fields or c.before is None or c.after is None or any(f.key in c.after for f in fields))
            for c in self)

    def reversed(self) -> Changes:
        return Changes(c.reversed() for c in reversed(self))

    def without_what_stays(self) -> Changes:
        return Changes(c.without_what_stays() for c in self)


def _without(values: Values | None, names: frozenset[str]) -> Values | None:
    return {name: value for name, value in values.items() if name not in names} if values is not None else None
