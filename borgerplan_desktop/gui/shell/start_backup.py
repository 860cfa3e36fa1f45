"""A backup behind the first minutes of work, when the newest is old. Nobody hears of it unless it fails."""
from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from borgerplan_desktop.casework.session.backup_and_restore import backup_if_due
from borgerplan_desktop.casework.session.login_messages import StoreError, sentence
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.message import Message
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    from borgerplan_desktop.gui.shell.session import Session


class StartBackup(QObject):
    """Lives as long as the session; given up when it ends."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._job: Job | None = None

    def begin(self) -> None:
        self._job = Job(partial(backup_if_due, self._session.archive), self)
        self._job.done.connect(self._on_end)
        self._job.failed.connect(self._on_failed)
        self._session.ending.connect(self._on_ending)
        self._job.start()

    def _on_end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _on_failed(self, problem: Exception) -> None:
        self._on_end()
        why = sentence(problem, self._session.archive.location) if isinstance(problem, StoreError) else ""
        self._session.bar.show_trouble(Message(_("The backup was not made."), why,
                                               _("Make one under Settings, Backup.")))

    def _on_ending(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
