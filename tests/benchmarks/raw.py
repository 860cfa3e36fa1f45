"""The floors that the heart is measured against: the database's own driver, asked for the same without us between."""
from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

import sqlalchemy as sa

from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.store.tables import table_of

RUNS = 25


def quietest(act: Callable[[], object], before: Callable[[], object] | None = None, runs: int = RUNS,
             clock: Callable[[], float] = perf_counter) -> float:
    """Milliseconds of the quietest run: others are at work on this machine too. `before` each run is not counted;
    `clock` may be `thread_time`, where the work is all this thread's own.
    """
    times = []
    for _ in range(runs + 1):                            # the first warms
        if before is not None:
            before()
        started = clock()
        act()
        times.append(clock() - started)
    return 1000 * min(times[1:])


class Raw:
    """The driver's own connection to the store's database, with the same key and pragmas."""

    def __init__(self, engine: sa.Engine) -> None:
        self._fairy = engine.raw_connection()
        self.driver: Any = self._fairy.driver_connection
        self.driver.execute("PRAGMA query_only=OFF").fetchall()

    def select_all(self, case_id: str) -> int:
        """Every row of the case, table by table, as the driver gives them; how many."""
        return sum(len(self.driver.execute(f"SELECT * FROM {table_of(kind).name} WHERE case_id = ?",
                                           (case_id,)).fetchall()) for kind in KINDS)

    def update(self, goal_id: str, title: str) -> None:
        """One field changed and on disk."""
        self.driver.execute("BEGIN IMMEDIATE")
        self.driver.execute("UPDATE goal SET title = ? WHERE id = ?", (title, goal_id))
        self.driver.execute("COMMIT")

    def close(self) -> None:
        self._fairy.close()
