"""The demo: somebody is in at once, and nothing of it is left behind."""
from __future__ import annotations

from pathlib import Path

from borgerplan_desktop import i18n
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.login import (
    Location,
    begin_archive,
)
from borgerplan_desktop.model.shelter import Shelter
from tests.archive import CHEAP, PASSWORD, Clock


def test_the_demo_leaves_nothing_behind() -> None:
    archive = login.demo(Clock())
    folder = archive.location.home.folder
    assert archive.name
    assert archive.me is not None
    assert login.code_is_away(archive)
    assert backup_and_restore.backup_if_due(archive) is None
    receive(archive, Arrival("Marie Sommer"))
    assert all(b"Marie" not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    archive.close()
    assert not folder.parent.exists()


def test_the_demo_says_whom_to_call() -> None:
    archive = login.demo(Clock())
    shelter = archive.shelter.case.the(Shelter)
    assert archive.me is not None
    assert (archive.me.phone, shelter.phone) == ("12345620", "12345600")
    assert "12 34 56 21" in shelter.call_when_off
    archive.close()


def test_the_title_is_in_the_language_of_the_papers(tmp_path: Path) -> None:
    spoken = i18n.language()
    i18n.use_language("en")
    try:
        archive, _ = begin_archive(Location(tmp_path / "data", CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
        demo = login.demo(Clock())
    finally:
        i18n.use_language(spoken)
    for each in (archive, demo):
        assert each.me is not None
        assert each.me.title == "kontaktperson"
        each.close()
