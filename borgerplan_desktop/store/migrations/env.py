"""Alembic asks this file how to run; our own code has opened the connection and the transaction."""
from __future__ import annotations

from typing import Any

from alembic import context

from borgerplan_desktop.store.tables import metadata

done = context.config.attributes.get("done")             # hears each step that was made


def _on_step(ctx: Any, step: Any, heads: Any, run_args: Any) -> None:
    if done is not None:
        done(step.up_revision_id)


context.configure(connection=context.config.attributes["connection"], transactional_ddl=True,
                  target_metadata=metadata,              # for the names of keys and indexes in a step
                  on_version_apply=_on_step)
context.run_migrations()
