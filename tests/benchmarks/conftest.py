"""Speed is measured as the program has it."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from borgerplan_desktop.casework.session.archive import Archive
from tests.archive import Clock, new_archive, new_store
from tests.benchmarks.many_citizens import NOW, fill

MANY = 5000


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> None:
    """Here each store's engine compiles its own statements."""


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five thousand citizens, hardly one of them mine: making them takes long, so everybody measures with the same."""
    archive = new_archive(new_store(tmp_path_factory.mktemp("many")), Clock(NOW))
    fill(archive, MANY)
    yield archive
    archive.close()
