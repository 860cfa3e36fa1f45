"""The list of citizens holds nothing of its own: whatever happens to it, a check finds it and makes it anew."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from borgerplan_desktop.casework.access import Wanted
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import backup_and_restore
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login import begin_archive, unlock
from tests.archive import CHEAP, PASSWORD, Clock

HARM = {
    "a line is gone": "DELETE FROM citizen_line WHERE name = 'Amina Yusuf'",
    "a course seems closed": "UPDATE citizen_line SET is_closed = 1",
    "a name is another": "UPDATE citizen_line SET name = 'Ole' WHERE name = 'Amina Yusuf'",
    "a day is none": "UPDATE citizen_line SET meeting_at = 'i morgen'",
    "the order is another": "UPDATE citizen_line SET place = place + 5000000000000 WHERE name = 'Amina Yusuf'",
    "nobody is found": "INSERT INTO citizen_text(citizen_text) VALUES ('delete-all')",
    "the index is gone": "DROP TABLE citizen_text",
    "the lines are gone": "DROP TABLE citizen_line",
    "who comes is not found": "DROP TRIGGER citizen_line_in",
    "the order is not kept": "DROP INDEX ix_citizen_line_sorted",
}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed archive of three citizens to copy."""
    folder = tmp_path_factory.mktemp("three") / "data"
    with closing(begin_archive(Location(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())[0]) as archive:
        for name in ("Jonas Prøve", "Amina Yusuf", "Åse Ågård"):
            receive(archive, Arrival(name))
    return folder


@pytest.fixture
def archive(three: Path, tmp_path: Path) -> Iterator[Archive]:
    shutil.copytree(three, tmp_path / "data")
    with closing(unlock(Location(tmp_path / "data", CHEAP), "Eva Lind", PASSWORD, Clock())) as archive:
        yield archive


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_list_is_found_and_made_anew(archive: Archive, harm: str) -> None:
    assert backup_and_restore.check(archive).sound
    with archive.store.engine.begin() as conn:
        conn.exec_driver_sql(HARM[harm])
    report = backup_and_restore.check(archive)
    assert report.sound
    assert report.lists_remade
    again = backup_and_restore.check(archive)
    assert again.sound
    assert not again.lists_remade
    receive(archive, Arrival("Amir Amini"))
    assert [line.name for line in archive.citizens()] == ["Amina Yusuf", "Amir Amini", "Jonas Prøve", "Åse Ågård"]
    assert [line.name for line in archive.gate.page(Wanted(words="yusu")).lines] == ["Amina Yusuf"]
    assert "Made the list of citizens anew" in [line.action for line in archive.store.lines()]
