"""The encrypted file: transactions of our own, readers that cannot write, and keys that do not fit."""
from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from borgerplan_desktop.store.engine import PAGE, open_existing, sqlcipher
from borgerplan_desktop.store.errors import DamagedStore, StoreTrouble, Trouble, WrongKey, plain_errors

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "arkiv med æ & 50%.db"


@pytest.fixture
def engine(path: Path) -> Iterator[sa.Engine]:
    engine = sqlcipher(path, KEY, timeout=0.05)
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE note (text TEXT)")
        conn.exec_driver_sql("INSERT INTO note VALUES (?)", ("Bolden er hos kommunen " * 1000,))
    yield engine
    engine.dispose()


def test_nothing_legible_lies_on_the_disk(engine: sa.Engine, path: Path) -> None:
    for file in path.parent.iterdir():
        assert b"Bolden" not in file.read_bytes()
        assert b"SQLite format" not in file.read_bytes()
    engine.dispose()
    assert [p.name for p in path.parent.iterdir()] == [path.name]            # the log was taken in


def test_the_settings_hold_on_every_connection(engine: sa.Engine) -> None:
    with engine.connect() as a, engine.execution_options(read_only=True).connect() as b:
        for conn in (a, b):
            got = {name: conn.exec_driver_sql(f"PRAGMA {name}").scalar() for name in (
                "journal_mode", "synchronous", "foreign_keys", "temp_store", "secure_delete", "trusted_schema")}
            assert got == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "temp_store": 2,
                           "secure_delete": 1, "trusted_schema": 0}


def test_a_reader_cannot_write_and_a_writer_still_can(engine: sa.Engine) -> None:
    with pytest.raises(StoreTrouble) as told, plain_errors(), \
            engine.execution_options(read_only=True).begin() as conn:
        conn.exec_driver_sql("DELETE FROM note")
    assert told.value.kind is Trouble.READ_ONLY
    with engine.begin() as conn:                         # the same pooled connection
        assert conn.exec_driver_sql("DELETE FROM note").rowcount == 1


def test_a_reader_sees_one_snapshot(engine: sa.Engine) -> None:
    with engine.execution_options(read_only=True).connect() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM note").scalar() == 1
        with engine.begin() as writer:
            writer.exec_driver_sql("INSERT INTO note VALUES ('ny')")
        assert reader.exec_driver_sql("SELECT count(*) FROM note").scalar() == 1


def test_a_second_writer_is_told_soon(engine: sa.Engine, path: Path) -> None:
    other = sqlcipher(path, KEY, timeout=0.05)
    with engine.begin():
        began = time.monotonic()
        with pytest.raises(StoreTrouble) as told, plain_errors(), other.begin():
            pass
        assert told.value.kind is Trouble.LOCKED
        assert time.monotonic() - began < 1
    with other.begin() as conn:
        conn.exec_driver_sql("INSERT INTO note VALUES ('ny')")
    other.dispose()


def test_no_connection_left_is_told_soon(engine: sa.Engine) -> None:
    taken = [engine.execution_options(read_only=True).connect() for _ in range(15)]
    with pytest.raises(StoreTrouble) as told, plain_errors():
        engine.connect()
    assert told.value.kind is Trouble.LOCKED
    for conn in taken:
        conn.close()


def test_errors_name_no_citizen(engine: sa.Engine) -> None:
    with pytest.raises(OperationalError) as told, engine.begin() as conn:
        conn.execute(sa.text("INSERT INTO nowhere VALUES (:name)"), {"name": "Marie Sommer"})
    assert "Marie" not in str(told.value)


def test_a_wrong_key_a_damaged_start_and_a_missing_file_are_told_apart(engine: sa.Engine, path: Path) -> None:
    engine.dispose()
    sound = path.read_bytes()
    with pytest.raises(WrongKey):
        open_existing(path, bytes(32))
    open_existing(path, KEY).dispose()
    for damage in (sound[:500] + bytes([sound[500] ^ 1]) + sound[501:], sound[:PAGE - 100], b"", b"rub " * 5 * PAGE):
        path.write_bytes(damage)
        with pytest.raises(DamagedStore) as told:
            open_existing(path, KEY)
        assert told.type is (WrongKey if damage.startswith(b"rub") else DamagedStore)
        assert path.read_bytes() == damage               # nothing was repaired behind anybody's back
    path.unlink()
    with pytest.raises(DamagedStore):
        open_existing(path, KEY)
    assert not path.exists()                             # and never silently begun anew


def test_a_folder_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told, plain_errors():
        sqlcipher(tmp_path / "usb" / "arkiv.db", KEY).connect()
    assert told.value.kind is Trouble.GONE
