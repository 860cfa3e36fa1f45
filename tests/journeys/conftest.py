"""The real window on an empty computer."""
from __future__ import annotations

from pathlib import Path

import pytest

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.location import Location
from tests.archive import CHEAP
from tests.journeys.hands import Hands
from tests.window import first_start
from tests.window import hands as hands
from tests.window import program as program
from tests.window import start as start


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path / "data", CHEAP)


@pytest.fixture
def at_work(program: Program, hands: Hands) -> Hands:
    """The shelter is named, the code is put away, and nobody is on the desk yet."""
    first_start(hands)
    return hands
