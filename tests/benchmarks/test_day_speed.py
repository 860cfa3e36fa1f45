"""Min dag over five thousand citizens, thirty of them mine: read anew, after one edit, and when nothing has changed.

Milliseconds are printed; what fails is a ratio to the driver asked for the same rows in the same run.
`python -m tests.benchmarks.list_speed` measures a hundred thousand.
"""
from __future__ import annotations

from collections.abc import Callable
from time import process_time

from borgerplan_desktop.casework.course.day_case import KINDS
from borgerplan_desktop.casework.course.my_day import DayReader
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.plan import Agreement
from tests.benchmarks.conftest import MINE
from tests.benchmarks.many_citizens import NOW

ROUNDS = 7
ANEW_MOST, AFTER_EDIT_MOST, CALM_MOST = 18, 6, 4         # ratios; measured 8.0, 3.3 and 1.6


def best(act: Callable[[], object]) -> float:
    """Milliseconds of work of the best of a few: others are at work on this machine too."""
    took = []
    for _round in range(ROUNDS):
        began = process_time()
        act()
        took.append(1000 * (process_time() - began))
    return min(took)


def test_the_day_is_read_in_few_statements(many: Archive) -> None:
    reader = DayReader(many, whole=False)
    day = reader.read()
    assert day.looked_at > MINE / 2
    ids = [*reader._known]

    def raw() -> None:
        marks = ", ".join("?" * len(ids))
        with many.store.engine.connect() as conn:
            for kind, wanted in KINDS.items():
                columns = ", ".join(f'"{name}"' for name in wanted) or "*"
                conn.exec_driver_sql(f"SELECT {columns} FROM {kind.__tablename__} WHERE case_id IN ({marks})",
                                     tuple(ids)).fetchall()

    def anew() -> None:
        reader.forget()
        reader.read()

    opened = many.open_case(ids[0])

    def after_an_edit() -> None:
        reader._known[ids[0]] = reader._known[ids[1]]    # as if another had changed it
        reader.read()

    with opened.action("x"):
        opened.case.add(Agreement(text="Ring", due_on=NOW.date()))
    floor = best(raw)
    for what, act, most in (("anew", anew, ANEW_MOST), ("after an edit", after_an_edit, AFTER_EDIT_MOST),
                            ("nothing has changed", reader.read, CALM_MOST)):
        ms = best(act)
        print(f"\nMin dag, {what}: {ms:.1f} ms, driver {floor:.1f} ms: × {ms / floor:.1f} (at most {most})")
        assert ms <= most * floor, what
