"""Every kind of row there is: importing this module makes the schema whole."""
from __future__ import annotations

from borgerplan_desktop.model import citizen, consent, course, meeting, network, notes, papers, plan, shelter
from borgerplan_desktop.model.row import Row, kinds

__all__ = ["KINDS", "SHELTER_KINDS", "by_table"]

_MODULES = (citizen, consent, course, meeting, network, notes, papers, plan, shelter)
SHELTER_KINDS: tuple[type[Row], ...] = (shelter.Shelter, shelter.StaffMember, shelter.Professional, shelter.Service)
KINDS: tuple[type[Row], ...] = tuple(sorted(kinds(), key=lambda kind: kind.__tablename__))
_BY_TABLE = {kind.__tablename__: kind for kind in KINDS}


def by_table(name: str) -> type[Row]:
    """The kind stored in a table. Raises KeyError."""
    return _BY_TABLE[name]
