"""Alembic asks this file how to run; our own code has opened the connection and the transaction."""
from __future__ import annotations

from alembic import context

from borgerplan_desktop.model.row import Row

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True,
                  target_metadata=Row.metadata)          # for the names of keys and indexes in a step
context.run_migrations()
