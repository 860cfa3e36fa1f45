"""An engine for one look forgets its key: whoever still holds the engine opens nothing with it."""
from __future__ import annotations

from pathlib import Path

import pytest

from borgerplan_desktop.store.brief_engine import brief_engine
from borgerplan_desktop.store.engine import sqlcipher
from borgerplan_desktop.store.errors import KeyTrouble, WrongKey

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "some.db"
    engine = sqlcipher(path, KEY)
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE one (n INTEGER)")
    engine.dispose()
    return path


def test_it_opens_while_it_lasts_and_never_again(database: Path) -> None:
    with brief_engine(database, KEY) as engine, engine.connect() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM one").scalar() == 0
    with pytest.raises(KeyTrouble):
        engine.connect()


def test_what_goes_wrong_meanwhile_is_told_and_the_key_is_forgotten(database: Path) -> None:
    with pytest.raises(ZeroDivisionError), brief_engine(database, KEY) as engine:
        _ = 1 // 0
    with pytest.raises(KeyTrouble):
        engine.connect()
    with pytest.raises(WrongKey), brief_engine(database, bytes(32)):
        pass
