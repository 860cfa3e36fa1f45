"""A file of somebody else's is read off the GUI thread; what cannot be read is told in plain words."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from borgerplan_desktop.casework.directory.services_files import CannotReadTable
from borgerplan_desktop.casework.papers.reading_in import ENDINGS, CannotRead, read_plan_file
from borgerplan_desktop.gui.system.file_dialog import ask_which
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import N_, _


@dataclass(frozen=True)
class WhatToRead:
    """What is asked for: `read(path, progress)` gives it, or raises CannotRead, OSError. The words are msgids."""

    read: Callable[..., Any]
    title: str
    kind: str
    endings: tuple[str, ...]
    do_now: str                                          # when the file cannot even be opened


PLAN = WhatToRead(read_plan_file, N_("Choose the file with the plan"), N_("Plans"), ENDINGS,
                  N_("Choose it once more, or paste the text."))


class FileReader(QObject):
    """`read(what the file gave)` when it has been read."""

    read = Signal(object)

    def __init__(self, window: QWidget, what: WhatToRead = PLAN) -> None:
        super().__init__(window)
        self._window, self._what = window, what
        self.waiting: JobProgress | None = None

    def ask(self) -> QFileDialog:
        """Which file; then it is read."""
        dialog = ask_which(self._window, _(self._what.title), _(self._what.kind), *self._what.endings)
        dialog.fileSelected.connect(self.start)
        dialog.open()
        return dialog

    def start(self, path: str) -> None:
        if self.waiting is not None:
            return
        waiting = JobProgress(partial(self._what.read, Path(path)), _("The file is read."), self._window, self)
        waiting.done.connect(self._on_done)
        waiting.failed.connect(self._on_failed)
        waiting.cancelled.connect(self._on_ended)
        self.waiting = waiting.start()

    def _on_done(self, file: object) -> None:
        self._on_ended()
        self.read.emit(file)

    def _on_failed(self, problem: object) -> None:
        self._on_ended()
        told = problem.told if isinstance(problem, CannotRead | CannotReadTable) else (
            _("The file could not be opened."), _("Nothing has been taken in."),
            _(self._what.do_now))
        tell(self._window, Message(*told))

    def _on_ended(self) -> None:
        self.waiting = None
