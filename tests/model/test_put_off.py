"""SQLAlchemy goes without asyncio until somebody asks something of it."""
from __future__ import annotations

import subprocess
import sys

import pytest

IN_A_TROUBLE = """
import sys
import sqlalchemy as sa
engine = sa.create_engine("sqlite://")
try:
    engine.connect().exec_driver_sql("no such words")
except sa.exc.OperationalError:
    pass
"""
WANTED = """
from sqlalchemy.util import compat
lock = compat.asyncio.Lock
import asyncio
assert lock is asyncio.Lock
assert asyncio.run(asyncio.sleep(0, 5)) == 5
"""
FIRST = "import asyncio\nfrom borgerplan_desktop.store.sql import sa\nassert sys.modules['asyncio'] is asyncio\n"
TELL = "print(*sorted({'asyncio', 'ssl', 'socket', 'subprocess'} & set(sys.modules)))"


def _loaded(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", f"import sys\n{program}\n{TELL}"], capture_output=True, text=True,
                          check=True)
    return done.stdout.split()


@pytest.mark.parametrize("then", ["", IN_A_TROUBLE])
def test_the_rows_and_what_the_database_refuses_need_no_asyncio(then: str) -> None:
    assert not {"asyncio", "ssl"} & set(_loaded(f"import borgerplan_desktop.store.store\n{then}"))


def test_whoever_asks_gets_the_real_one() -> None:
    assert "asyncio" in _loaded(f"import borgerplan_desktop.store.store\n{WANTED}")


def test_one_that_is_there_is_left_alone() -> None:
    assert "asyncio" in _loaded(FIRST)
