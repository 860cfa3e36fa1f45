"""The real window at a location, with somebody's hands on it; tests of whole tasks and of faults begin here."""
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing import printing
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.shell.session import Session
from borgerplan_desktop.gui.system import single_instance
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands

Start = Callable[[Location], Program]


def _nobody_chooses(_printer: QPrinter, _window: QWidget) -> bool:
    raise AssertionError("the system's print dialog was opened: it waits for a person, here for ever")


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """start(location): the program's window on it, at the first page.

    A dialog that waits in a loop of its own hears no time-out: the exception it comes as is caught in that loop.
    """
    made: list[MainWindow] = []
    monkeypatch.setattr(printing, "choose_printer", _nobody_chooses)
    monkeypatch.setattr(single_instance, "raise_the_other", lambda _folder: True)

    def start(location: Location) -> Program:
        window = MainWindow(None, clock)
        qtbot.addWidget(window)
        made.append(window)
        window.resize(1366, 768)
        program = Program(window, location, clock=clock)
        assert program.take_folder()
        window.show()
        program.begin()
        return program

    yield start
    for window in made:
        window.close()


@pytest.fixture
def program(start: Start, location: Location) -> Program:
    return start(location)


@pytest.fixture
def hands(program: Program) -> Hands:
    return Hands(program.window)


def first_start(hands: Hands) -> None:
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
    session_of(program).open(archive_of(program).citizens()[0].id, tab)


def session_of(program: Program) -> Session:
    """Whoever is logged in; the test fails when nobody is."""
    assert program.login_flow.session is not None
    return program.login_flow.session


def archive_of(program: Program) -> Archive:
    return session_of(program).archive


def desk_of(program: Program) -> Desk:
    desk = session_of(program).desk
    assert desk is not None
    return desk
