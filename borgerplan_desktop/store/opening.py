"""From a data key to an open store: what a crash left is settled, the shape brought up to date, the audit anchored."""
from __future__ import annotations

import contextlib
from collections.abc import Callable

import sqlalchemy as sa

from borgerplan_desktop.store.anchor import Anchor, Head
from borgerplan_desktop.store.audit import audit, head, was_just_keyed
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
    return Store(engine, clock, _watch(home, key))


def open_store(home: Home, key: Key, clock: Clock) -> Store:
    """The store in this folder.

    Raises DamagedStore, WrongKey, NewerSchema, DamagedBackup (before a migration), StoreTrouble.
    """
    finish_restore(home)
    engine = open_existing(home.database, key)
    try:
        bring_up_to_date(engine, lambda: make_backup(home, key() if callable(key) else key, clock()), clock)
        fits = anchor_fits(engine, Anchor(home.anchor, key))
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, clock, _watch(home, key) if fits else None)      # what does not fit is kept as evidence for `check`


def anchor_fits(engine: sa.Engine, anchor: Anchor) -> bool:
    """Whether the audit line that was the newest is still there; a missing anchor fits an audit without lines only."""
    with plain_errors(), engine.execution_options(read_only=True).connect() as conn:
        known = anchor.get(plain=was_just_keyed(conn))
        if known is None or known.line == 0:
            return head(conn).line == 0
        return conn.scalar(sa.select(audit.c.chain).where(audit.c.seq == known.line)) == known.chain


def anchor_anew(home: Home, store: Store, key: Key) -> None:
    """After a restore: the chain ends earlier now, and a line of its own says why."""
    with plain_errors(), store.reading.connect() as conn:
        Anchor(home.anchor, key).set(head(conn), lasting=True)
    store.watched_by(_watch(home, key))


def _watch(home: Home, key: Key) -> Callable[[Head], None]:
    anchor = Anchor(home.anchor, key)

    def note(newest: Head) -> None:
        with contextlib.suppress(StoreError):            # it may lag; what was stored is stored
            anchor.set(newest)

    return note
