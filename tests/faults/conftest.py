"""The real window on a copy of a small shelter: one citizen with a goal; founding it each time would take a second."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.editing.desk import Desk
from tests.archive import CHEAP, PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.window import desk_of, log_in, open_first
from tests.window import hands as hands
from tests.window import program as program
from tests.window import start as start


@pytest.fixture(scope="session")
def shelter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with a citizen, a goal, and a backup of it."""
    folder = tmp_path_factory.mktemp("shelter") / "data"
    archive, _code = login.begin_archive(Location(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    login.put_code_away(archive)
    add_goal(receive(archive, Arrival("Marie Holm", room="12")), "bolig")
    backup_and_restore.backup_now(archive)
    archive.close()
    return folder


@pytest.fixture
def location(shelter: Path, tmp_path: Path) -> Location:
    shutil.copytree(shelter, tmp_path / "data")
    return Location(tmp_path / "data", CHEAP)


@pytest.fixture
def at_work(program: Program, hands: Hands) -> Hands:
    """Eva is logged in, and Marie's case is open."""
    log_in(hands)
    open_first(program)
    return hands


@pytest.fixture
def desk(program: Program, at_work: Hands) -> Desk:
    return desk_of(program)
