"""How one field of one row has stood, as the audit tells it: every value, by whom and when."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from borgerplan_desktop.model.row import Row
from borgerplan_desktop.store.audit import Did, Line, audit, line_of, typed
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.text_patch import Patch, patched

SameRow = Callable[[str], bool]                          # whether a row of this id is the one that is asked about


def of_field(conn: sa.Connection, case_id: str, kind: type[Row], field: str, same: SameRow,
             id: str = "") -> Iterator[tuple[Line, Any]]:
    """What stood in the field after each line of the case that wrote in it, oldest first.

    `id`: of the row where it is known, so that only its lines are read. A line that does not build on the one before
    (nobody but the program writes them, and a field may have been renamed) is left out.
    """
    query = sa.select(audit).where(audit.c.case_id == case_id, audit.c.did == Did.CHANGED.value)
    query = query.where(audit.c.changes.contains(id or kind.__tablename__, autoescape=True)).order_by(audit.c.seq)
    known: str | None = None
    for row in conn.execute(query):
        for change in json.loads(row.changes or "[]"):
            after = change.get("after")
            if change.get("row") != kind.__tablename__ or not after or field not in after or not same(change["id"]):
                continue
            value = after[field]
            try:
                if isinstance(value, dict):
                    value = patched(known or "", Patch.read(value))
                known = value if isinstance(value, str) else None
                yield line_of(row), typed(kind, field, value)
            except (LookupError, ValueError, TypeError):
                known = None
