"""Tests run offscreen, with Fusion, our theme and Danish; BORGERPLAN_TEST_SCREEN=1 shows them on a real screen, and
BORGERPLAN_TEST_SCREEN=virtual gives each process of the run a screen of its own.
"""
from __future__ import annotations

import gc
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from borgerplan_desktop.gui.system.plain_import import take_back_import

if TYPE_CHECKING:
    from borgerplan_desktop.casework.open_case import OpenCase
    from borgerplan_desktop.casework.session.archive import Archive
    from borgerplan_desktop.store.store import Store
    from tests.archive import Clock

if not os.environ.get("BORGERPLAN_TEST_SCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

take_back_import()                                       # as the program does; half a second of every worker's
_TESTS = itertools.count(1)

settings.register_profile("house", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """On a screen they shared, two processes would take the keyboard from each other."""
    if os.environ.get("BORGERPLAN_TEST_SCREEN") != "virtual" or config.getoption("numprocesses", None):
        return                                           # who only hands out the tests needs none
    told, tell = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(tell), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                              pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tell)

    def turn_off() -> None:
        screen.terminate()
        screen.wait()

    config.add_cleanup(turn_off)
    with os.fdopen(told) as words:
        os.environ["DISPLAY"] = f":{words.readline().strip()}"
    os.environ["QT_QPA_PLATFORM"] = "xcb"


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is collected between tests, on this thread: elsewhere it could delete a widget's C++ half."""
    gc.disable()
    yield
    gc.collect(2 if next(_TESTS) % 100 == 0 else 1)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """Every test speaks Danish, also after one that switched."""
    from borgerplan_desktop.i18n import use_language

    use_language("da")
    yield
    use_language("da")


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """Widgets a test has closed are gone before the next one begins."""
    yield
    qt = sys.modules.get("PySide6.QtCore")
    if qt is not None and qt.QCoreApplication.instance() is not None:
        qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """A seventh of the work of a test at the window. Not where speed is measured."""
    from tests.compiled import compiled_once

    with compiled_once():
        yield


@pytest.fixture
def counted(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """counted(words): how much an attack has tried and how it went; it is printed at the end of the run."""
    return partial(record_property, "counted")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the attacks have counted, also those that ran in another process."""
    told = [str(words) for report in terminalreporter.getreports("passed")
            for name, words in getattr(report, "user_properties", ()) if name == "counted"]
    if told:
        terminalreporter.section("what was attacked")
        for words in sorted(told):
            terminalreporter.write_line(words)


@pytest.fixture
def clock() -> Clock:
    from tests.archive import Clock

    return Clock()


@pytest.fixture
def archive(store: Store, clock: Clock) -> Archive:
    """A shelter with two of staff in the folder's own `store`."""
    from tests.archive import new_archive

    return new_archive(store, clock)


@pytest.fixture
def opened(archive: Archive) -> OpenCase:
    """Jonas, just received."""
    from borgerplan_desktop.casework.course.arrival import Arrival, receive

    return receive(archive, Arrival("Jonas Prøve", room="12"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["borgerplan", "-style", "Fusion"]


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]):  # type: ignore[no-untyped-def]
    """The one application of a test run, dressed as ours."""
    from PySide6.QtWidgets import QApplication

    from borgerplan_desktop.gui.appearance.fonts import load_fonts
    from borgerplan_desktop.gui.appearance.theme import apply_theme
    from borgerplan_desktop.gui.appearance.translator import Translator

    app = QApplication.instance() or QApplication(qapp_args)
    assert isinstance(app, QApplication)
    load_fonts()
    apply_theme(app, dark=False, size=1.0)
    Translator(app).speak("da")
    return app


@pytest.fixture
def drive_modal(qtbot):  # type: ignore[no-untyped-def]
    """drive_modal(fn): runs fn(dialog) as soon as a modal dialog is up; the test fails if none appears or fn fails."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    seen: list[QWidget] = []
    failures: list[BaseException] = []
    armed: list[QTimer] = []

    def arm(act: Callable[[QWidget], object], timeout: int = 3000) -> None:
        timer = QTimer()
        timer.setInterval(10)
        ticks = [timeout // 10]

        def tick() -> None:
            dialog = QApplication.activeModalWidget()
            ticks[0] -= 1
            if dialog is None:
                if ticks[0] <= 0:
                    timer.stop()
                return
            timer.stop()
            seen.append(dialog)
            try:
                act(dialog)
            except BaseException as problem:  # noqa: BLE001  told by the fixture
                failures.append(problem)
                dialog.close()

        timer.timeout.connect(tick)
        armed.append(timer)
        timer.start()

    yield arm
    if armed:
        qtbot.waitUntil(lambda: len(seen) + len(failures) >= len(armed) or not any(t.isActive() for t in armed))
    if failures:
        raise failures[0]
    assert len(seen) == len(armed), "no modal dialog appeared"
