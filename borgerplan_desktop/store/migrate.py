"""Bring a database to the shape this program knows: all steps in one transaction, after a backup that was tested."""
from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files
from typing import Any

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.store.clock import Clock, utc_now
from borgerplan_desktop.store.errors import DamagedStore, NewerSchema, plain_errors
from borgerplan_desktop.store.migrations import HEAD
from borgerplan_desktop.store.progress import BACKED_UP, RESHAPED, Progress, part, unheard
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.tables import whole_schema

_POSTGRESQL_LOCK = 7022
_CACHE = 200_000                                         # kB: else each page is deciphered many times


def revision(engine: sa.Engine) -> str | None:
    """The shape of the database; None for an empty one. Raises DamagedStore when it has tables but no shape."""
    with plain_errors(), engine.execution_options(read_only=True).connect() as conn:
        return _revision(conn)


def bring_up_to_date(engine: sa.Engine, before: Callable[[], object] | None = None,
                     clock: Clock = utc_now, progress: Progress = unheard) -> bool:
    """Migrate, or make the tables of an empty database; whether anything was done.

    `before` is called, with everybody else locked out, before a database that holds something is changed: it makes the
    backup and stops the migration by raising. `progress` hears how far it is after that, and stops it by raising
    Cancelled. Raises NewerSchema, DamagedStore, StoreTrouble; nothing is changed then.
    """
    if revision(engine) == HEAD:                         # the usual case: one query, and Alembic stays unloaded
        return False
    with plain_errors(), engine.connect() as conn:
        if conn.dialect.name == "sqlite":
            driver: Any = conn.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF").fetchall()      # must precede the transaction
            driver.execute(f"PRAGMA cache_size=-{_CACHE}").fetchall()      # every row of every case is looked at
            conn.detach()                                # so this connection is closed at the end, not used again
        with conn.begin():
            return _migrate(conn, before or _nothing, clock, progress)


def by_steps(engine: sa.Engine) -> None:
    """Make the tables of an empty database one step after the other, as an archive that has lived through all."""
    from alembic import command

    config, _ = _alembic()
    with engine.connect() as conn, conn.begin():
        config.attributes["connection"] = conn
        command.upgrade(config, HEAD)


def _migrate(conn: sa.Connection, before: Callable[[], object], clock: Clock, progress: Progress) -> bool:
    if conn.dialect.name == "postgresql":
        conn.execute(sa.text(f"SELECT pg_advisory_xact_lock({_POSTGRESQL_LOCK})"))
    now = _revision(conn)
    if now == HEAD:                                      # another window was faster
        return False
    if now is None:
        _make(conn)
        return True
    config, known = _alembic()
    if now not in known:
        raise NewerSchema(now)
    before()
    progress(BACKED_UP)
    config.attributes["connection"] = conn
    from alembic import command

    ahead = [step for step in known if step > now]
    config.attributes["done"] = lambda step: progress(
        BACKED_UP + (RESHAPED - BACKED_UP) * (ahead.index(step) + 1) / len(ahead))
    command.upgrade(config, HEAD)
    if conn.dialect.name == "sqlite" and conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise DamagedStore("rows that point at nothing")
    from borgerplan_desktop.store.audit import PROGRAM, Did, Entry, append
    from borgerplan_desktop.store.citizen_lines import fill
    from borgerplan_desktop.store.search import index_new_fields

    index_new_fields(conn)
    fill(conn, part(progress, RESHAPED, 1.0))            # they are made of the rows, in the shape they have now
    append(conn, Entry(PROGRAM, N_("Archive brought up to date"), did=Did.UPKEEP, purpose=f"{now} → {HEAD}"), clock())
    return True


def _make(conn: sa.Connection) -> None:
    """All tables at once, stamped as the newest shape: Alembic (16 MB of memory) is for archives that exist."""
    import borgerplan_desktop.store.store  # noqa: F401  with the tables of what is not rows

    whole_schema().create_all(conn)
    conn.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                         "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))")
    conn.execute(sa.text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def _revision(conn: sa.Connection) -> str | None:
    tables = sa.inspect(conn).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise DamagedStore("no shape")
    found = conn.scalars(sa.text("SELECT version_num FROM alembic_version")).all()
    if len(found) != 1:
        raise DamagedStore("no single shape")
    return found[0]


def _alembic() -> tuple[Any, list[str]]:
    """Alembic's configuration, and the steps this program knows, the first first."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    with as_file(files("borgerplan_desktop.store.migrations")) as folder:
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        return config, sorted(step.revision for step in ScriptDirectory.from_config(config).walk_revisions())


def _nothing() -> None:
    pass
