"""The real program in a process of its own, on the folder it is told: somebody types a counted text, a word each 50 ms.

Each word is told on standard output when it has been typed, until the process is killed. The second word of the command
says where it is typed: in the plan, in the deadline of a new goal, in a dialog of the case, in the form of a citizen
who has no case yet, or at a meeting that is going on.
"""
from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from borgerplan_desktop import app
from borgerplan_desktop.gui.appearance.fonts import load_fonts
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.i18n import use_language
from tests.archive import CHEAP
from tests.journeys.hands import Hands
from tests.window import log_in, open_first

EVERY_MS = 50


def plan(program: app.Program, hands: Hands) -> QWidget:
    open_first(program, "plan")
    QApplication.processEvents()
    return hands.field("Håb og drømme")


def deadline(program: app.Program, hands: Hands) -> QWidget:
    open_first(program, "plan")
    hands.click("Tilføj mål")
    hands.write("Min egen dør")
    return hands.field("Senest")


def consent(program: app.Program, hands: Hands) -> QWidget:
    open_first(program, "papers")
    assert program.login_flow.session is not None
    program.login_flow.session.page("papers").consents.ask()  # type: ignore[union-attr]
    return hands.field("Hvad skal")


def new(program: app.Program, hands: Hands) -> QWidget:
    hands.click("Ny borger")
    return hands.field("Navn")


def meeting(program: app.Program, hands: Hands) -> QWidget:
    """Held since just now: somebody is noted as here, the second point is present, and its minutes are written."""
    open_first(program, "meetings")
    assert program.login_flow.session is not None
    tab = program.login_flow.session.page("meetings")
    assert isinstance(tab, MeetingTab)
    tab.prepare()
    tab._on_start()
    tab.during.voices.voices()[0].click()
    tab.during.next.click()
    tab.during.show_minutes.click()
    return tab.during.written


PLACES: dict[str, Callable[[app.Program, Hands], QWidget]] = {
    "plan": plan, "deadline": deadline, "consent": consent, "new": new,
                                                                   "meeting": meeting}


def main() -> None:
    use_language("da")
    qt = QApplication(["borgerplan"])
    load_fonts()
    Translator(qt).speak("da")
    window = MainWindow(None)
    program = app.Program(window, app.Location(Path(sys.argv[1]), CHEAP))
    assert program.take_folder()
    window.show()
    program.begin()
    QApplication.processEvents()
    hands = Hands(window)
    log_in(hands)
    field = PLACES[sys.argv[2]](program, hands)
    QApplication.processEvents()
    field.setFocus()
    count = [0]

    def word() -> None:
        count[0] += 1
        QTest.keyClicks(field, f"{count[0]} ")
        os.write(1, f"{count[0]} {time.monotonic()}\n".encode())

    timer = QTimer(window, interval=EVERY_MS)
    timer.timeout.connect(word)
    timer.start()
    qt.exec()


if __name__ == "__main__":
    main()
