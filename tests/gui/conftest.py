from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.store.store import Store
from tests.archive import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def desk(qtbot: QtBot, opened: OpenCase) -> Iterator[Desk]:
    desk = Desk(opened)
    yield desk
    desk.close()
