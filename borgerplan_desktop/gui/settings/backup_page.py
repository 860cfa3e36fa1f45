"""Settings: the newest backup, one now, bring one back, and whether all is as it was stored."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import Copy, Progress, Report, backup_now, backups, check
from borgerplan_desktop.casework.session.login_messages import StoreError, sentence
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.label import breakable, say
from borgerplan_desktop.i18n import _, clock, day, ngettext

OLD_DAYS = 2                                             # from here on the page says how old the newest is


class BackupPage(QWidget):
    """`restore_wanted()`: which backup is asked elsewhere. `stop()` before the archive is closed."""

    restore_wanted = Signal()

    demo_label: QLabel
    box: QWidget
    newest_label: QLabel
    folder_label: QLabel
    backup_button: QPushButton
    restore_button: QPushButton
    check_button: QPushButton
    working: QWidget
    progress_bar: QProgressBar
    cancel_button: QPushButton
    outcome: QLabel

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._job: Job | None = None
        load_form(self, "backup_page")
        lasting = archive.is_lasting
        self.demo_label.setVisible(not lasting)
        self.box.setVisible(lasting)
        self.progress_bar.setRange(0, 100)
        self.folder_label.setText(breakable(str(archive.location.backups)))
        # Signals
        self.backup_button.clicked.connect(self._on_backup)
        self.check_button.clicked.connect(self._on_check)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.cancel_button.clicked.connect(self._on_cancel)
        # Initial update
        self.outcome.hide()
        self._update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "outcome"):
            self._update()

    def stop(self) -> None:
        """Nobody waits for the work any more."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _update(self) -> None:
        free = self._job is None
        self.working.setVisible(not free)
        self.backup_button.setEnabled(free)
        self.check_button.setEnabled(free)
        if not self._archive.is_lasting:
            return
        try:
            found = backups(self._archive.location)
        except StoreError as error:
            self.newest_label.setText(sentence(error, self._archive.location))
            self.restore_button.setEnabled(False)
            return
        self.restore_button.setEnabled(free and bool(found))
        self.newest_label.setText(self._newest(found[0]) if found else _("There is no backup yet. Make one now."))

    def _newest(self, copy: Copy) -> str:
        days = (self._archive.today() - copy.at.date()).days
        if days >= OLD_DAYS:
            return ngettext("The newest good backup is {n} day old. Choose Make a backup now.",
                            "The newest good backup is {n} days old. Choose Make a backup now.", days).format(n=days)
        when = _("{day} at {time}").format(day=day(copy.at.date(), self._archive.today()), time=clock(copy.at))
        return _("The newest backup was made and tested {time}.").format(time=when)

    # ------------------------------------------------------------------ work
    def _on_backup(self) -> None:
        self._start(partial(backup_now, self._archive), self._on_backed_up)

    def _on_check(self) -> None:
        self._start(partial(check, self._archive), self._on_checked)

    def _start(self, work: Callable[[Progress], Any], done: Callable[[Any], None]) -> None:
        self.outcome.hide()
        self.progress_bar.setValue(0)
        self._job = Job(work, self)
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.start()
        self._update()
        self.cancel_button.setFocus()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_progress(self, share: float) -> None:
        self.progress_bar.setValue(round(share * 100))

    def _on_backed_up(self, copy: Copy) -> None:
        self._end(_("The backup was made and tested at {time}.").format(time=clock(copy.at)))

    def _on_checked(self, report: Report) -> None:
        if report.sound:
            lines = ngettext("Everything is as it was stored. {n} line in the list of who has done what was read.",
                             "Everything is as it was stored. {n} lines in the list of who has done what were read.",
                             report.lines)
            remade = _("The list of citizens was not right. "
                       "It was made anew from the citizens' cases; nothing is lost.")
            self._end((remade + "\n" if report.lists_remade else "") + lines.format(n=report.lines))
        else:
            self._end(_("Something is not as it was stored. Everything you see can still be read. "
                        "Restore a backup, or contact the person in charge of the program."))

    def _on_failed(self, problem: Exception) -> None:
        if isinstance(problem, StoreError):
            self._end(sentence(problem, self._archive.location))
        else:
            self._end(_("It did not work.") + " " + _("Nothing has been changed.") + f" ({type(problem).__name__})")

    def _on_cancelled(self) -> None:
        self._end(_("Stopped. Nothing has been changed."))

    def _end(self, outcome: str) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        say(self.outcome, outcome)
        self._update()
