"""Speed is measured as the program has it."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.store import citizen_lines
from borgerplan_desktop.store.tables import table_of
from tests.archive import Clock, new_archive, new_store
from tests.benchmarks.many_citizens import NOW, fill

MANY, MINE = 5000, 30


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> None:
    """Here each store's engine compiles its own statements."""


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Five thousand citizens, thirty of them mine; made once, for it takes a while."""
    archive = new_archive(new_store(tmp_path_factory.mktemp("many")), Clock(NOW))
    fill(archive, MANY)
    with archive.store.engine.begin() as conn:
        mine = sa.select(Citizen.case_id).limit(MINE)
        conn.execute(table_of(Citizen).update().where(Citizen.case_id.in_(mine)).values(contact_person_id=archive.who))
        citizen_lines.fill(conn)
    yield archive
    archive.close()
