"""The real window at a place, with somebody's hands on it; tests of whole tasks and of faults begin here."""
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.house import House
from borgerplan_desktop.casework.place import Place
from borgerplan_desktop.gui.desk import Desk
from borgerplan_desktop.gui.main_window import MainWindow
from borgerplan_desktop.gui.sitting import Sitting
from tests.house import PASSWORD, Clock
from tests.journeys.hands import Hands

Start = Callable[[Place], Program]


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


def found(hands: Hands) -> None:
    """The first start: the shelter is named, the code is put away, and nobody is on the desk yet."""
    hands.type("Hvad hedder stedet?", "Herberget Havnegade")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lav gendannelseskoden")
    hands.click("Jeg har lagt den væk")
    hands.click("Tag Borgerplan i brug")


def log_in(hands: Hands, password: str = PASSWORD) -> None:
    hands.type("Adgangskode", password)
    hands.click("Log ind")


def take_in(hands: Hands, name: str) -> None:
    hands.click("Ny borger")
    hands.type("Navn", name)
    hands.click("Modtag")


def open_first(program: Program, tab: str = "overview") -> None:
    sitting_of(program).open(house_of(program).citizens()[0].id, tab)


def sitting_of(program: Program) -> Sitting:
    """Whoever is logged in; the test fails when nobody is."""
    assert program.entrance.sitting is not None
    return program.entrance.sitting


def house_of(program: Program) -> House:
    return sitting_of(program).house


def desk_of(program: Program) -> Desk:
    desk = sitting_of(program).desk
    assert desk is not None
    return desk
