"""From a data key to an open store: what a crash left is settled, the shape brought up to date, the audit anchored."""
from __future__ import annotations

import contextlib
from collections.abc import Callable

import sqlalchemy as sa

from borgerplan_desktop.store.anchor import Anchor, Head
from borgerplan_desktop.store.audit import audit, head
from borgerplan_desktop.store.backup import finish_restore, make_backup
from borgerplan_desktop.store.clock import Clock
from borgerplan_desktop.store.engine import Key, open_existing, sqlcipher
from borgerplan_desktop.store.errors import AlreadyBegun, StoreError, plain_errors
from borgerplan_desktop.store.files import only_ours
from borgerplan_desktop.store.home import Home
from borgerplan_desktop.store.migrate import bring_up_to_date
from borgerplan_desktop.store.store import Store


def begin_store(home: Home, key: Key, clock: Clock) -> Store:
    """A new, empty store; raises AlreadyBegun rather than touch one that is there."""
    if home.database.exists():
        raise AlreadyBegun
    engine = sqlcipher(home.database, key)
    bring_up_to_date(engine)
    only_ours(home.database)
    return Store(engine, clock, _watch(home))


def open_store(home: Home, key: Key, clock: Clock) -> Store:
    """The store in this folder.

    Raises DamagedStore, WrongKey, NewerSchema, DamagedBackup (before a migration), StoreTrouble.
    """
    finish_restore(home)
    engine = open_existing(home.database, key)
    try:
        bring_up_to_date(engine, lambda: make_backup(home, key() if callable(key) else key, clock()), clock)
        fits = anchor_fits(engine, Anchor(home.anchor).get())
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, clock, _watch(home) if fits else None)      # what does not fit is kept as evidence for `check`


def anchor_fits(engine: sa.Engine, anchor: Head | None) -> bool:
    """Whether the audit line that was the newest is still there; no anchor fits anything."""
    if anchor is None or anchor[0] == 0:
        return True
    with plain_errors(), engine.execution_options(read_only=True).connect() as conn:
        return conn.scalar(sa.select(audit.c.chain).where(audit.c.seq == anchor[0])) == anchor[1]


def anchor_anew(home: Home, store: Store) -> None:
    """After a restore: the chain ends earlier now, and a line of its own says why."""
    with plain_errors(), store.reading.connect() as conn:
        Anchor(home.anchor).set(head(conn), lasting=True)


def _watch(home: Home) -> Callable[[Head], None]:
    anchor = Anchor(home.anchor)

    def note(newest: Head) -> None:
        with contextlib.suppress(StoreError):            # it may lag; what was stored is stored
            anchor.set(newest)

    return note
