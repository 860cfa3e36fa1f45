"""A locked screen goes on in a fresh process: what the window does when it leaves, and when it comes."""
from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from borgerplan_desktop.gui.shell.login_flow import LoginFlow
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.system.fresh_process import FreshProcess, Handover, Inheritance, jobs_are_done
from borgerplan_desktop.i18n import language

TRY_MS = 20
TRIES = 500                                              # ten seconds for the old process to end


class LeavesLocked(QObject):
    """Starts a fresh process each time somebody goes out, and ends this one when the fresh window is in sight.

    `release_folder` lets the fresh one have the data folder; `end` ends the process at once.
    """

    def __init__(self, window: MainWindow, login_flow: LoginFlow, command: Sequence[str],
                 release_folder: Callable[[], object], end: Callable[[], object] | None = None) -> None:
        super().__init__(window)
        self._window, self._login_flow, self._end = window, login_flow, end or _end
        self._release_folder = release_folder
        self.fresh = FreshProcess(self, command, self._handover, self._typed, self._leave)
        self._jobs = QTimer(self, interval=TRY_MS)
        self._jobs.timeout.connect(self._when_done)
        login_flow.went_out.connect(self._on_went_out)
        login_flow.logged_in.connect(self._on_logged_in)
        window.closing.connect(self.fresh.stop)

    def _on_went_out(self) -> None:
        self._window.remember_geometry()
        self.fresh.start(language())

    def _on_logged_in(self, _session: object) -> None:
        self.fresh.stop()

    def _handover(self) -> Handover:
        handover = self._login_flow.handover()
        handover.is_active, handover.is_minimized = self._window.isActiveWindow(), self._window.isMinimized()
        return handover

    def _typed(self) -> str:
        """What stands in the fields of the page in front: whoever types there is not disturbed."""
        page = self._window.pages.currentWidget()
        return "".join(edit.text() for edit in page.findChildren(QLineEdit)) if page is not None else ""

    def _leave(self) -> None:
        self._release_folder()
        self._window.hide()
        self._jobs.start()
        self._when_done()

    def _when_done(self) -> None:
        if jobs_are_done():
            self._jobs.stop()
            self._end()


def _end() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()
    os._exit(0)                                          # nothing is tidied up: it would only be touched once more


class ComesLocked(QObject):
    """The fresh window: shown when the old one says so, alone when that has ended.

    `take_folder() -> bool` makes the data folder ours; `then` runs when the screen is painted.
    """

    def __init__(self, window: MainWindow, login_flow: LoginFlow, name: str, take_folder: Callable[[], bool],
                 then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._login_flow, self._take_folder, self._then = window, login_flow, take_folder, then
        self._tries = TRIES
        self._again = QTimer(self, interval=TRY_MS)
        self._again.timeout.connect(self._on_alone)
        self._inheritance = Inheritance(name, self)
        self._inheritance.came.connect(self._on_came)
        self._inheritance.alone.connect(self._on_alone)
        self._inheritance.dismissed.connect(QCoreApplication.quit)

    def make_ready(self) -> bool:
        """Dressed, and waiting to be shown; False when nobody waits for us."""
        if self._inheritance.is_wanted:
            self._inheritance.say_ready()
        return self._inheritance.is_wanted

    def _on_came(self, handover: Handover) -> None:
        window = self._window
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not handover.is_active)
        self._login_flow.take_over(handover)
        if handover.is_minimized:
            window.showMinimized()
        else:
            window.show()
        if handover.is_active:
            window.raise_()
            window.activateWindow()
        elif not handover.is_minimized:
            window.lower()                               # somebody works in another program: not in front of it
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        QTimer.singleShot(0, self, self._on_painted)

    def _on_painted(self) -> None:
        self._window.repaint()
        self._inheritance.say_shown()
        self._then()

    def _on_alone(self) -> None:
        """The old process gives the folder free as it ends."""
        if self._take_folder():
            self._again.stop()
            return
        self._tries -= 1
        if self._tries:
            self._again.start()
        else:                                            # another window was faster
            QCoreApplication.quit()
