"""An engine for one look, or for one line: afterwards nothing of it can open the archive again."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from borgerplan_desktop.store.data_key import DataKey
from borgerplan_desktop.store.engine import Mode, open_existing
from borgerplan_desktop.store.sql import sa


@contextmanager
def brief_engine(path: Path, key: bytes, mode: Mode = Mode.USE) -> Iterator[sa.Engine]:
    """The engine of a database that must be there; its own copy of the key is overwritten when it is done with.

    Raises what `open_existing` raises.
    """
    held = DataKey(key)                                  # an engine that is done with lies about until Python clears up
    try:
        engine = open_existing(path, held, mode)
        try:
            yield engine
        finally:
            engine.dispose()
    finally:
        held.forget()
