"""An archive of an earlier program is brought up to date before somebody comes in: how far it is, and what is safe."""
from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login import TakesTime, bringing_words
from borgerplan_desktop.casework.session.login_messages import StoreError, sentence
from borgerplan_desktop.gui.start.locked_screen import Locked
from borgerplan_desktop.gui.start.login import Login
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.i18n import _


class BringingUpToDate(QObject):
    """Begins at once, off the GUI thread; `entered(Archive)` when it is done and somebody is in. The page waits."""

    entered = Signal(object)

    def __init__(self, longer: TakesTime, location: Location, page: Login | Locked, window: QWidget,
                 parent: QObject) -> None:
        super().__init__(parent)
        self._longer, self._location, self._page = longer, location, page
        page.setEnabled(False)                           # nobody tries again meanwhile
        self._job = JobProgress(longer.bring, bringing_words(0.0), window, self, bringing_words)
        # Signals
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        # Initial update
        self._job.start()

    def _on_done(self) -> None:
        try:
            archive = self._longer.enter()
        except StoreError as error:
            self._on_failed(error)
        else:
            self._page.setEnabled(True)
            self.entered.emit(archive)
            self.deleteLater()

    def _on_failed(self, problem: Exception) -> None:
        self._say(sentence(problem, self._location) if isinstance(problem, StoreError) else _(
            "The archive could not be brought up to date. Nothing has been changed."))

    def _on_cancelled(self) -> None:
        self._say(_("The archive is as it was. Log in again when there is time for it."))

    def _say(self, words: str) -> None:
        self._page.setEnabled(True)
        self._page.show_trouble(words)
        self.deleteLater()
