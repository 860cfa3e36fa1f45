"""Save an archive of the present shape for the tests, before a step changes it: `python -m tests.store.save_shape`."""
from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.store.migrations import HEAD
from tests.store.test_earlier_shapes import DATA, EARLIER, PASSWORD, PERSON

FILES = ("anchor.json", "borgerplan.db", "keys.json")


def save_shape(stores: Path, name: str) -> Path:
    """The newest archive there is, brought up to date. Raises FileExistsError when that shape is there already."""
    (stores / name).mkdir()
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder) / "archive"
        shutil.copytree(stores / EARLIER[-1], at)
        login.unlock(Location(at), PERSON, PASSWORD).close()
        for each in FILES:
            shutil.copy(at / each, stores / name / each)
    return stores / name


if __name__ == "__main__":
    print(save_shape(DATA / "stores", HEAD))  # noqa: T201
