"""The real window on a copy of a small shelter: one citizen with a goal; founding it each time would take a second."""
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework import entry, keeping
from borgerplan_desktop.casework.goals import add_goal
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.casework.reception import Arrival, receive
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.main_window import MainWindow
from borgerplan_desktop.store.keys import Cost
from tests.house import Clock
from tests.journeys.hands import Hands

CHEAP = Cost(time=1, memory=64, lanes=1)
PASSWORD = "fire glade køer på tur"
Start = Callable[[Place], Program]


@pytest.fixture(scope="session")
def shelter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with a citizen, a goal, and a backup of it."""
    folder = tmp_path_factory.mktemp("shelter") / "data"
    house, _code = entry.found(Place(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    entry.put_code_away(house)
    add_goal(receive(house, Arrival("Marie Holm", room="12")), "bolig")
    keeping.backup_now(house)
    house.close()
    return folder


@pytest.fixture
def place(shelter: Path, tmp_path: Path) -> Place:
    shutil.copytree(shelter, tmp_path / "data")
    return Place(tmp_path / "data", CHEAP)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[Start]:
    """start(place): the program's window on it, at the first page."""
    made: list[MainWindow] = []

    def start(place: Place) -> Program:
        window = MainWindow(None, clock)
        qtbot.addWidget(window)
        made.append(window)
        window.resize(1366, 768)
        program = Program(window, place, clock=clock)
        assert program.take_place()
        window.show()
        program.begin()
        return program

    yield start
    for window in made:
        window.close()


@pytest.fixture
def program(start: Start, place: Place) -> Program:
    return start(place)


@pytest.fixture
def hands(program: Program) -> Hands:
    return Hands(program.window)


@pytest.fixture
def at_work(program: Program, hands: Hands) -> Hands:
    """Eva is logged in, and Marie's case is open."""
    log_in(hands)
    open_first(program)
    return hands


@pytest.fixture
def desk(program: Program, at_work: Hands) -> Desk:
    return desk_of(program)


def log_in(hands: Hands, password: str = PASSWORD) -> None:
    hands.type("Adgangskode for Eva", password)
    hands.click("Log ind")


def open_first(program: Program, tab: str = "overview") -> None:
    sitting = program.entrance.sitting
    assert sitting is not None
    sitting.open(sitting.house.citizens()[0].id, tab)


def desk_of(program: Program) -> Desk:
    assert program.entrance.sitting is not None
    assert program.entrance.sitting.desk is not None
    return program.entrance.sitting.desk
