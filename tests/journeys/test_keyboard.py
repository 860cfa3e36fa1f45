"""From login to the printed plan without touching the mouse."""
from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.printing import printing
from borgerplan_desktop.model.papers import Document, MadeHow
from borgerplan_desktop.model.plan import current_plan
from tests.archive import CHEAP, PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.journeys.keys import ALT, CTRL, DOWN, ENTER, ESCAPE, LEFT, RIGHT, SPACE, TAB, here, tab_to
from tests.window import session_of

TABS = ("Overblik", "Plan", "Netværk", "Møder", "Papirer")


@pytest.fixture
def location(tmp_path: Path, clock: Clock) -> Location:
    """A shelter with two citizens."""
    location = Location(tmp_path / "data", CHEAP)
    archive, _code = login.begin_archive(location, "Herberget Havnegade", "Eva Lind", PASSWORD, clock)
    login.put_code_away(archive)
    for name in ("Amina Yusuf", "Jonas Bækgaard"):
        receive(archive, Arrival(name, room="12"))
    archive.close()
    return location


def turn_to(hands: Hands, tab: str) -> None:
    """The citizen's tabs by Shift+Tab and the arrow keys."""
    tab_to(hands, "Borgerens faner", back=True)
    bar = here()
    assert isinstance(bar, QTabBar)
    way = TABS.index(tab) - bar.currentIndex()
    for _ in range(abs(way)):
        hands.press(RIGHT if way > 0 else LEFT)
    assert bar.tabText(bar.currentIndex()) == tab


def test_from_login_to_the_printed_plan(program: Program, hands: Hands, tmp_path: Path,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    hands.write(PASSWORD)                                # the keyboard stands in the password
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F, CTRL)
    hands.write("bæk")
    hands.press(DOWN)
    hands.press(ENTER)
    desk = session_of(program).desk
    assert desk is not None
    assert hands.sees("Jonas Bækgaard")

    tab_to(hands, "Borgerens faner")                     # out of the list, into the citizen
    turn_to(hands, "Plan")
    tab_to(hands, "Håb og drømme")
    hands.write("Min egen dør")
    hands.press(Qt.Key.Key_M, CTRL)                      # a new goal
    hands.write("Jeg vil sove om natten")
    hands.press(ENTER)
    hands.write("Så jeg kan holde mine aftaler")
    tab_to(hands, "Livsområde", back=True)
    hands.press(ENTER)
    hands.walk_to("Psykisk trivsel")
    tab_to(hands, "Tilføj skridt")
    hands.press(SPACE)
    hands.write("Tale med Samir")
    hands.press(ENTER)
    hands.write("Skrive op, hvordan jeg har sovet")
    tab_to(hands, "Hvem og hvornår")
    hands.press(SPACE)
    tab_to(hands, "Senest")
    hands.write("6. november")
    hands.press(TAB)
    plan = current_plan(desk.case)
    goal, = plan.goals
    assert [step.text for step in goal.steps] == ["Tale med Samir", "Skrive op, hvordan jeg har sovet"]
    assert goal.steps[1].due_on == datetime(2026, 11, 6).date()

    turn_to(hands, "Møder")                              # undo reaches across the tabs
    hands.press(Qt.Key.Key_Z, CTRL)
    assert goal.steps[1].due_on is None
    hands.press(Qt.Key.Key_Y, CTRL)
    assert goal.steps[1].due_on is not None
    turn_to(hands, "Plan")

    hands.press(Qt.Key.Key_F9)
    assert hands.sees("Skjul papiret (F9)") or hands.sees("Skjul (F9)")
    printed = tmp_path / "printed.pdf"
    monkeypatch.setattr(printing, "choose_printer", _on_file(printed))
    hands.press(Qt.Key.Key_P, CTRL)
    assert hands.sees("Til Jonas")                       # asked for whom first: Enter is for the citizen
    hands.press(ENTER)
    hands.wait(lambda: any(d.made_how is MadeHow.PRINTED for d in desk.case.all(Document)), "the printed plan")
    assert printed.read_bytes().startswith(b"%PDF")
    hands.press(Qt.Key.Key_F9)

    tab_to(hands, "Flere handlinger", back=True)
    hands.press(SPACE)
    hands.walk_to("Gem planen som fil …")
    saved = tmp_path / "plan.pdf"
    assert hands.sees("Til Jonas")
    hands.press(ENTER)
    hands.choose_file(saved)
    hands.wait(lambda: any(d.made_how is MadeHow.SAVED for d in desk.case.all(Document)), "the saved plan")

    hands.press(Qt.Key.Key_F, ALT)                       # a menu by its letter
    hands.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    hands.press_in_menu(ESCAPE)
    hands.press_in_menu(ESCAPE)
    hands.press(Qt.Key.Key_L, CTRL)
    assert hands.sees("Borgerplan er låst")
    hands.write(PASSWORD)
    hands.press(ENTER)
    assert hands.sees("Jeg vil sove om natten")
    assert isinstance(here(), QTabBar)                   # and one goes on with the arrow keys


def _on_file(path: Path):  # type: ignore[no-untyped-def]
    """Stands in for the system's print dialog: the pages go to a file."""
    def choose(printer: QPrinter, _window: QWidget, instead: object = None) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True
    return choose


def test_each_tab_has_its_number(program: Program, hands: Hands) -> None:
    """From the depth of a page to the head of any other: Ctrl and the number, and one Tab."""
    hands.write(PASSWORD)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_F, CTRL)
    hands.write("bæk")
    hands.press(DOWN)
    hands.press(ENTER)
    for number, tab in enumerate(TABS):
        hands.press(Qt.Key(Qt.Key.Key_1 + number), CTRL)
        bar = here()
        assert isinstance(bar, QTabBar)
        assert bar.tabText(bar.currentIndex()) == tab
        tab_to(hands, "")                                # into the page
    hands.press(Qt.Key.Key_2, CTRL)
    hands.press(Qt.Key.Key_M, CTRL)
    hands.write("Min egen dør")
    hands.press(Qt.Key.Key_2, CTRL)                      # also the tab that is in front
    assert isinstance(here(), QTabBar)
    desk = session_of(program).desk
    assert desk is not None
    assert [goal.title for goal in current_plan(desk.case).goals] == ["Min egen dør"]
