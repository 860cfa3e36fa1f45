"""A file with an earlier plan is read off the GUI thread; what cannot be read is told in plain words."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from borgerplan_desktop.casework.papers.reading_in import ENDINGS, CannotRead, read_plan_file
from borgerplan_desktop.gui.system.file_dialog import ask_which
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _


class FileReader(QObject):
    """`read(ReadFile)` when a file has given its text."""

    read = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.waiting: JobProgress | None = None

    def ask(self) -> QFileDialog:
        """Which file; then it is read."""
        dialog = ask_which(self._window, _("Choose the file with the plan"), _("Plans"), *ENDINGS)
        dialog.fileSelected.connect(self.start)
        dialog.open()
        return dialog

    def start(self, path: str) -> None:
        if self.waiting is not None:
            return
        waiting = JobProgress(partial(read_plan_file, Path(path)), _("The file is read."), self._window, self)
        waiting.done.connect(self._on_done)
        waiting.failed.connect(self._on_failed)
        waiting.cancelled.connect(self._on_ended)
        self.waiting = waiting.start()

    def _on_done(self, file: object) -> None:
        self._on_ended()
        self.read.emit(file)

    def _on_failed(self, problem: object) -> None:
        self._on_ended()
        told = problem.told if isinstance(problem, CannotRead) else (
            _("The file could not be opened."), _("Nothing has been taken in."),
            _("Choose it once more, or paste the text."))
        tell(self._window, Message(*told))

    def _on_ended(self) -> None:
        self.waiting = None
