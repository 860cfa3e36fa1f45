"""SQLAlchemy compiles a statement once for all stores of a process; each has its own engine, and would do it anew."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite as Dialect
from sqlalchemy.util import LRUCache


@contextmanager
def compiled_once() -> Iterator[None]:
    """Inside, every new SQLite engine shares what has been compiled; the dialect is part of the cache's key."""
    make, compiled = sa.create_engine, LRUCache(2000)

    def create_engine(url: str, **how: Any) -> sa.Engine:
        engine = make(url, **how)
        return engine.execution_options(compiled_cache=compiled) if isinstance(engine.dialect, Dialect) else engine

    with (patch.object(sa, "create_engine", create_engine),
          patch.object(Dialect, "__eq__", lambda self, other: type(self) is type(other)),
          patch.object(Dialect, "__hash__", lambda self: hash(type(self)))):
        yield
