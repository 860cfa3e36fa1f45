"""Engines for the two back ends. Every transaction is one we begin ourselves, and no wait is long enough to be felt."""
from __future__ import annotations

import enum
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from borgerplan_desktop.store.errors import DamagedStore, WrongKey, plain_errors
from borgerplan_desktop.store.hmac_proof import Proof, Purpose
from borgerplan_desktop.store.sql import event, sa

WAIT = 0.4                                               # seconds a writer waits for another before it says so
PAGE = 4096                                              # bytes of one page, each with its own seal (HMAC-SHA512)
Key = bytes | Callable[[], bytes]
_PRAGMAS = ("temp_store=MEMORY", "foreign_keys=ON", "secure_delete=ON", "trusted_schema=OFF")


class Mode(enum.Enum):
    """How a file is opened (SQLite's own words for it)."""

    BEGIN = "rwc"                                        # made if it is not there
    USE = "rw"                                           # must be there
    READ = "ro"                                          # a backup: nothing is written, not even a log beside it


def connect(path: Path, key: bytes, mode: Mode = Mode.USE, timeout: float = WAIT) -> Any:
    """A driver connection that has been told the key; for backup, checks and the pool below."""
    driver: Any = importlib.import_module("sqlcipher3.dbapi2")
    address = f"file:{quote(path.absolute().as_posix())}?mode={mode.value}"
    connection = driver.connect(address, uri=True, timeout=timeout, check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()        # it would write to standard error
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def sqlcipher(path: Path, key: Key, timeout: float = WAIT, mode: Mode = Mode.BEGIN) -> sa.Engine:
    """An encrypted SQLite file; a writer waits `timeout` seconds for another writer.

    Transactions of an engine with the execution option `read_only` see one snapshot, wait for nobody and cannot write.
    `key` may be a function, asked for each new connection: one that has been told to forget it ends the engine's use.
    Each connection carries the `proof` that the audit's lines are chained with.
    """
    get = key if callable(key) else lambda: key

    def creator() -> Any:
        connection = connect(path, get(), mode, timeout)
        if mode is not Mode.READ:
            for pragma in ("journal_mode=WAL", "synchronous=FULL"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    engine = sa.create_engine("sqlite://", module=importlib.import_module("sqlcipher3.dbapi2"), creator=creator,
                              poolclass=sa.pool.QueuePool, pool_timeout=timeout, hide_parameters=True,
                              execution_options={"proof": Proof(get(), Purpose.AUDIT)})

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        reading = bool(connection.get_execution_options().get("read_only"))
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def open_existing(path: Path, key: Key, mode: Mode = Mode.USE) -> sa.Engine:
    """The engine of a database that must be there and that the key must open.

    Raises DamagedStore (missing, empty or altered at its start), WrongKey, StoreTrouble. The rest of the file is for
    `check` to judge: it takes a minute for a large one.
    """
    with plain_errors():
        if not path.is_file() or path.stat().st_size == 0:
            raise DamagedStore("no database")
        if any(path.with_name(path.name + end).is_symlink() for end in ("", "-wal", "-shm", "-journal")):
            raise DamagedStore("a link")                 # whoever laid it does not choose what is written over
    engine = sqlcipher(path, key, mode=mode)
    try:
        with plain_errors(), engine.execution_options(read_only=True).connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except DamagedStore:
        engine.dispose()
        if path.stat().st_size % PAGE == 0 and not opens_any_page(path, key() if callable(key) else key):
            raise WrongKey from None
        raise
    except BaseException:
        engine.dispose()
        raise
    return engine


def opens_any_page(path: Path, key: bytes) -> bool:
    """Whether the key fits at least one page: SQLite itself says the same of a wrong key and a damaged first page."""
    connection = connect(path, key, Mode.READ)
    try:
        with plain_errors():
            failing = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()
    return len(failing) < path.stat().st_size // PAGE


def postgresql(url: str, key: bytes, timeout: float = WAIT) -> sa.Engine:
    """The shared store of a shelter with a server; the same waits. `key` chains the audit's lines."""
    options = f"-c lock_timeout={int(timeout * 1000)}"
    engine = sa.create_engine(url, pool_pre_ping=True, pool_timeout=timeout, hide_parameters=True,
                              connect_args={"options": options},
                              execution_options={"proof": Proof(key, Purpose.AUDIT)})

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("read_only"):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine
