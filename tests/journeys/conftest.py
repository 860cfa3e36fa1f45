from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.gui.main_window import MainWindow
from borgerplan_desktop.store.keys import Cost
from tests.house import Clock
from tests.journeys.hands import Hands

PASSWORD = "korrekt hest batteri klammer"
CHEAP = Cost(time=1, memory=64, lanes=1)                 # the real cost is tested in tests/store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "data", CHEAP)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, clock: Clock) -> Iterator[Callable[[Place], Program]]:
    """start(place): the program's window on it, at its first page."""
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
def program(start: Callable[[Place], Program], place: Place) -> Program:
    return start(place)


@pytest.fixture
def hands(program: Program) -> Hands:
    return Hands(program.window)


@pytest.fixture
def at_work(program: Program, hands: Hands) -> Hands:
    """The shelter is named, the code is put away, and nobody is on the desk yet."""
    hands.type("Hvad hedder stedet?", "Herberget Havnegade")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lav gendannelseskoden")
    hands.click("Jeg har lagt den væk")
    hands.click("Tag Borgerplan i brug")
    return hands
