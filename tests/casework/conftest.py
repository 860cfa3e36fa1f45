from __future__ import annotations

from collections.abc import Iterator

import pytest

from borgerplan_desktop.store.store import Store
from tests.archive import new_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("store"))
    yield store
    store.close()
