"""Every kind of row there is: importing this module makes the schema whole."""
from __future__ import annotations

from borgerplan_desktop.model.case_kinds import CASE_KINDS
from borgerplan_desktop.model.row import Row

__all__ = ["KINDS", "by_table"]

_BY_TABLE = {kind.__tablename__: kind for each in CASE_KINDS.values() for kind in each.rows}
KINDS: tuple[type[Row], ...] = tuple(_BY_TABLE[name] for name in sorted(_BY_TABLE))


def by_table(name: str) -> type[Row]:
    """The kind stored in a table. Raises KeyError."""
    return _BY_TABLE[name]
