"""The archive that is saved of a shape opens, and is of that shape."""
from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from tests.store.save_shape import save_shape
from tests.store.test_earlier_shapes import DATA, EARLIER, PASSWORD, PERSON


def test_it_opens_and_needs_no_step(tmp_path: Path) -> None:
    shutil.copytree(DATA / "stores" / EARLIER[-1], tmp_path / EARLIER[-1])
    saved = Location(save_shape(tmp_path, "next"))
    with closing(login.unlock(saved, PERSON, PASSWORD)) as archive:
        assert len(archive.citizens(closed=True)) == 2
        newest = [line.action for line in archive.store.lines(limit=3)]
        assert newest == ["Logged in", "Logged in", "Archive brought up to date"]          # not by this login again
    with pytest.raises(FileExistsError):
        save_shape(tmp_path, "next")
