"""Rows are plain; the store makes their tables when they are asked for, and their columns stand in its queries."""
from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.plan import Goal, GoalStatus, Step
from borgerplan_desktop.model.row import Row, bare_row
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import table_of, whole_schema

IN_A_CROWD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from borgerplan_desktop.model.kinds import KINDS
assert "sqlalchemy" not in sys.modules                   # nobody needs a database to have rows
from borgerplan_desktop.store.tables import metadata, table_of
assert list(metadata.tables) == ["case_file"]            # none is made before it is asked for
sys.setswitchinterval(1e-5)
with ThreadPoolExecutor(8) as crowd:
    print(len({id(table) for table in crowd.map(table_of, KINDS * 8)}) - len(KINDS))
"""


def test_tables_are_made_when_they_are_asked_for_and_once_whoever_asks() -> None:
    said = subprocess.run([sys.executable, "-c", IN_A_CROWD], capture_output=True, text=True, timeout=60)
    assert (said.stdout.strip(), said.stderr) == ("0", "")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_column_is_in_a_query_what_its_table_has(kind: type[Row]) -> None:
    assert whole_schema().tables[kind.__tablename__] is table_of(kind)
    for name, column in kind.columns.items():
        assert getattr(kind, name) is column
        assert sa.select(getattr(kind, name)).selected_columns[name] is table_of(kind).c[name]


def test_columns_are_compared_sorted_and_joined_in_a_query() -> None:
    asked = (sa.select(Goal.title, sa.func.count(Step.id)).join(Step, Step.goal_id == Goal.id)
             .where(Goal.status.in_([GoalStatus.REACHED]), ~Goal.title.is_(None), Goal.place >= 2)
             .order_by(Goal.title.desc()).group_by(Goal.title))
    said = " ".join(str(asked.compile(compile_kwargs={"literal_binds": True})).split())
    assert said == ("SELECT goal.title, count(step.id) AS count_1 FROM goal JOIN step ON step.goal_id = goal.id "
                    "WHERE goal.status IN ('reached') AND goal.title IS NOT NULL AND goal.place >= 2 "
                    "GROUP BY goal.title ORDER BY goal.title DESC")


def test_a_row_takes_its_columns_and_nothing_else() -> None:
    with pytest.raises(TypeError, match="titel"):
        Goal(plan_id="one", place=1.0, titel="Bolig")    # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Goal"):
        Goal(title="Bolig")                              # type: ignore[call-arg]
    assert {Goal(plan_id="one", place=1.0).id for _each in range(3)} != {""}
    with pytest.raises(AttributeError, match="title"):
        _ = bare_row(Goal, {"id": "one"}).title


def test_every_row_in_a_crowd_has_an_id_of_its_own() -> None:
    def made(number: int) -> str:
        return Goal(plan_id="one", place=float(number)).id
    with ThreadPoolExecutor(4) as crowd:
        assert len(set(crowd.map(made, range(200)))) == 200
