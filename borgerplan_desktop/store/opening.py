"""From a data key to an open store: what a crash left is settled, the shape brought up to date, the audit anchored."""
from __future__ import annotations

import contextlib
from collections.abc import Callable

from borgerplan_desktop.store.audit import head
from borgerplan_desktop.store.audit_anchor import Anchor, Head
from borgerplan_desktop.store.backup import make_backup
from borgerplan_desktop.store.clock import Clock
from borgerplan_desktop.store.data_folder import DataFolder
from borgerplan_desktop.store.engine import Key, open_existing, sqlcipher
from borgerplan_desktop.store.errors import AlreadyBegun, OlderShape, StoreError, plain_errors
from borgerplan_desktop.store.files import only_ours
from borgerplan_desktop.store.migrate import HEAD, bring_up_to_date, revision
from borgerplan_desktop.store.missing_lines import forget_missing_lines, note_missing_lines
from borgerplan_desktop.store.progress import BACKED_UP, Progress, part, unheard
from borgerplan_desktop.store.restore import finish_restore
from borgerplan_desktop.store.store import Store


def begin_store(home: DataFolder, key: Key, clock: Clock) -> Store:
    """A new, empty store; raises AlreadyBegun rather than touch one that is there."""
    if home.database.exists():
        raise AlreadyBegun
    engine = sqlcipher(home.database, key)
    bring_up_to_date(engine)
    only_ours(home.database)
    return Store(engine, clock, _watch(home, key))


def open_store(home: DataFolder, key: Key, clock: Clock, progress: Progress | None = unheard) -> Store:
    """The store in this folder; its `gap` and `refused` are what a person must hear of.

    It is brought up to date first, which may take minutes: `progress` hears 0.0–1.0 and may stop it; without one
    OlderShape is raised instead. Raises DamagedStore, WrongKey, NewerSchema, DamagedBackup (before a migration),
    Cancelled, StoreTrouble.
    """
    now = key() if callable(key) else key
    refused = finish_restore(home, now, clock)
    for path in (home.database, home.anchor):            # of an archive that an earlier program has made
        if path.is_file() and not path.is_symlink():
            with contextlib.suppress(OSError):
                only_ours(path)
    engine = open_existing(home.database, key)
    try:
        if progress is None and (revision(engine) or HEAD) < HEAD:
            raise OlderShape
        heard = progress or unheard
        bring_up_to_date(engine, lambda: make_backup(home, now, clock(), part(heard, 0.0, BACKED_UP), rotate=False),
                         clock, heard)
        gap = note_missing_lines(home, engine, key)
    except BaseException:
        engine.dispose()
        raise
    store = Store(engine, clock, None if gap else _watch(home, key))     # what does not fit is kept as evidence
    store.folder, store.gap, store.refused = home.folder, gap, refused
    return store


def settle_missing_lines(home: DataFolder, store: Store, key: Key) -> None:
    """A person has chosen to go on with what is here: the chain ends earlier now, and a line of its own says why."""
    with plain_errors(), store.reading.connect() as conn:
        Anchor(home.anchor, key).set(head(conn), lasting=True)
    forget_missing_lines(home)
    store.gap = None
    store.watched_by(_watch(home, key))


def _watch(home: DataFolder, key: Key) -> Callable[[Head], None]:
    anchor = Anchor(home.anchor, key)

    def note(newest: Head) -> None:
        with contextlib.suppress(StoreError):            # it may lag; what was stored is stored
            anchor.set(newest)

    return note
