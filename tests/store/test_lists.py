"""No page of a list is sorted afresh from all citizens: however many there are, an index has them in their order."""
from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from borgerplan_desktop.store import lists
from borgerplan_desktop.store.lists import Order, Wanted
from tests.archive import new_store


def plan(folder: Path, wanted: Wanted) -> list[str]:
    """How the database goes about the first page."""
    store, asked = new_store(folder), list[tuple[str, Any]]()

    def hear(_conn: object, _cursor: object, statement: str, values: Any, *_rest: object) -> None:
        if "FROM citizen_line" in statement:
            asked.append((statement, values))
    event.listen(store.engine, "before_cursor_execute", hear)
    lists.page(store, wanted, limit=60)
    event.remove(store.engine, "before_cursor_execute", hear)
    [(statement, values)] = asked
    with store.reading.connect() as conn:
        told = [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    store.close()
    return told


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("closed", [False, True])
def test_the_open_and_the_closed_come_in_their_order(tmp_path: Path, order: Order, closed: bool) -> None:
    assert not [step for step in plan(tmp_path, Wanted(closed=closed, order=order)) if "TEMP B-TREE" in step]


@pytest.mark.parametrize("order", [Order.ROOM, Order.WEEK, Order.ATTENTION])
def test_whoever_calls_is_sorted_without_reading_the_lines(tmp_path: Path, order: Order) -> None:
    steps = plan(tmp_path, Wanted(closed=None, attention_on=date(2026, 11, 28), order=order))
    assert any("COVERING INDEX ix_citizen_line_calls" in step for step in steps), steps
