"""Alembic asks this file how to run; our own code has opened the connection and the transaction."""
from __future__ import annotations

from typing import Any

from alembic import context

import borgerplan_desktop.store.store  # noqa: F401  the whole schema
from borgerplan_desktop.model.row import Row


def ours(name: str | None, kind: str, _parents: Any) -> bool:
    """SQLite's full-text index keeps tables of its own that no model names."""
    return not (kind == "table" and name is not None and name.startswith("search_text"))


context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata, include_name=ours,
                  render_as_batch=True, transactional_ddl=True, compare_type=True)
context.run_migrations()
