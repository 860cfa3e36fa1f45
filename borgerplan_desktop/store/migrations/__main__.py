"""Print the step that would bring the newest database shape in line with the model."""
from __future__ import annotations

import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import AddColumnOp

import borgerplan_desktop.store.store  # noqa: F401  the whole schema
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.store.engine import sqlcipher
from borgerplan_desktop.store.migrate import by_steps
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import whole_schema


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A choice is stored as its word: the step must not know today's words."""
    if kind == "type" and isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    return False


def missing(engine: sa.Engine) -> str:
    """Python code of the operations that the database lacks."""
    with engine.connect() as conn, warnings.catch_warnings():
        warnings.simplefilter("ignore")                  # a meeting and its items name each other
        context = MigrationContext.configure(conn, opts={
            "include_name": lambda name, kind, _: not (
                kind == "table" and str(name).startswith(("search_text", "citizen_text"))),
            "render_item": plain_type, "compare_type": True})
        upgrade = produce_migrations(context, whole_schema()).upgrade_ops
    assert upgrade is not None
    for table in upgrade.ops:
        for step in getattr(table, "ops", ()):
            if isinstance(step, AddColumnOp) and not step.column.nullable:
                step.column.server_default = sa.DefaultClause(held_before(step.table_name, step.column.name))
    code = "" if upgrade.is_empty() else render_python_code(upgrade, render_item=plain_type, render_as_batch=True)
    return str(code)


def held_before(table: str, column: str) -> str:
    """What rows from before hold in a new column: what a new row has in it, as SQL takes it."""
    default = by_table(table).columns[column].default
    return str(int(default) if isinstance(default, bool) else default)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        fresh = sqlcipher(Path(folder) / "fresh.db", bytes(32))
        by_steps(fresh)                                  # not all tables at once: those are the model's already
        sys.stdout.write(missing(fresh) + "\n")
        fresh.dispose()
