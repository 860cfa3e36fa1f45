"""Long work with something to look at: how far it is, and a way to stop it, when it takes more than half a second."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.i18n import _

PATIENCE_MS = 500


class JobProgress(QObject):
    """`Waiting(work, what, window, parent).start()` runs `work(progress)` off the GUI thread; one of its signals comes.

    Its parent's end stops the work. `said` says in words what is done at each share, where it is not always the same.
    """

    done = Signal(object)
    failed = Signal(object)                              # the exception
    cancelled = Signal()

    def __init__(self, work: Callable[[Progress], Any], what: str, window: QWidget, parent: QObject,
                 said: Callable[[float], str] | None = None) -> None:
        super().__init__(parent)
        self._job, self._ended, self._said = Job(work, self), False, said
        self._dialog = QProgressDialog(what, _("Cancel"), 0, 0, window)
        self._dialog.setWindowTitle("Borgerplan")
        self._dialog.setMinimumDuration(PATIENCE_MS)
        for bar in self._dialog.findChildren(QProgressBar):
            bar.setTextVisible(False)                    # it is too low for letters, and its length says it
        self._dialog.setValue(0)
        # Signals
        self._dialog.canceled.connect(self._job.cancel)
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)

    def start(self) -> JobProgress:
        self._job.start()
        return self

    def drop(self) -> None:
        """Nobody waits for it any more: stop, and say nothing."""
        self._job.drop()
        self._end()

    def _on_progress(self, share: float) -> None:
        if self._said is not None:
            self._dialog.setLabelText(self._said(share))
        self._dialog.setMaximum(100)
        self._dialog.setValue(round(share * 100))

    def _on_done(self, result: object) -> None:
        self._end()
        self.done.emit(result)

    def _on_failed(self, problem: object) -> None:
        self._end()
        self.failed.emit(problem)

    def _on_cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._dialog.canceled.disconnect()
        self._dialog.close()
        self._dialog.deleteLater()
        self.deleteLater()
