"""Bring a backup back: which one, who asks, and what is set aside. Two clicks; it can be stopped until it is ready."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QWidget,
)

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import (
    Copy,
    Ready,
    backups,
    make_ready,
    make_ready_here,
    people_in,
)
from borgerplan_desktop.casework.session.location import Location, Person, people
from borgerplan_desktop.casework.session.login_messages import KeyTrouble, Refused, StoreError, sentence
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.system.busy import busy
from borgerplan_desktop.gui.system.jobs import Job
from borgerplan_desktop.gui.widgets.label import breakable, say
from borgerplan_desktop.gui.widgets.message import Question, ask
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.i18n import _, clock, day, weekday


class RestoreDialog(Dialog):
    """At the login: asks who it is, restores, and emits `restored(Archive)`.

    `archive`: somebody is logged in already; emits `ready(Ready)`, and whoever has it open lets the backup take over.
    `chosen`: the backup that is picked at first; else the newest that is not from the future.
    """

    form = "restore_dialog"
    drawn = (600, 600)

    restored = Signal(object)
    ready = Signal(object)

    text_label: QLabel
    copies_label: QLabel
    copies_list: QListWidget
    none_label: QLabel
    who_box: QWidget
    who_field: QComboBox
    password_field: PasswordField
    aside_label: QLabel
    trouble: QLabel
    progress_bar: QProgressBar
    cancel_button: QPushButton
    restore_button: QPushButton

    def __init__(self, location: Location, clock: Callable[[], datetime], parent: QWidget | None = None,
                 archive: Archive | None = None, chosen: Copy | None = None) -> None:
        super().__init__(parent)
        self._location, self._clock, self._archive, self._chosen = location, clock, archive, chosen
        self._job: Job | None = None
        self._copies: list[Copy] = []
        self.trouble.hide()
        self.progress_bar.setRange(0, 100)
        self.who_box.setVisible(archive is None)
        self.aside_label.setText(_("What is replaced is kept here: {folder}").format(
            folder=breakable(str(location.set_aside))))
        # Signals
        self.copies_list.currentRowChanged.connect(self._on_copy)
        self.password_field.changed.connect(self._update)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.restore_button.clicked.connect(self._on_restore)
        # Initial update
        self.restore_button.setDefault(True)             # also Enter in the password
        self._list()
        self._update()

    def _list(self) -> None:
        try:
            self._copies = backups(self._location)
        except StoreError as error:
            say(self.trouble, sentence(error, self._location))
        for copy in self._copies:
            self.copies_list.addItem(QListWidgetItem(_when(copy.at, self._clock())))
        for widget in (self.copies_label, self.copies_list, self.aside_label):
            widget.setVisible(bool(self._copies))
        self.none_label.setVisible(not self._copies)
        self.who_box.setVisible(bool(self._copies) and self._archive is None)
        self.copies_list.setCurrentRow(self._first() if self._copies else -1)

    def _first(self) -> int:
        """A wrong clock may once have made a backup that seems to be the newest."""
        if self._chosen in self._copies:
            return self._copies.index(self._chosen)
        soon = self._clock() + timedelta(minutes=1)      # two in one second are named one after the other
        return next((at for at, copy in enumerate(self._copies) if copy.at <= soon), 0)

    def _on_copy(self, _at: int) -> None:
        """Who can bring it back: those who log in here, or those of the backup when our own keys are damaged."""
        copy = self._copy
        if copy is None or self._archive is not None:
            self._update()
            return
        before = self.who_field.currentText()
        self.who_field.clear()
        for person in self._people(copy):
            self.who_field.addItem(person.name, person.id)
        self.who_field.setCurrentIndex(max(0, self.who_field.findText(before)))
        self._update()

    def _people(self, copy: Copy) -> list[Person]:
        try:
            return people(self._location)
        except StoreError:
            pass                                         # ours are damaged: the backup knows its own
        try:
            return people_in(copy)
        except StoreError as error:
            say(self.trouble, sentence(error, self._location))
            return []

    @property
    def _copy(self) -> Copy | None:
        at = self.copies_list.currentRow()
        return self._copies[at] if 0 <= at < len(self._copies) else None

    def _update(self) -> None:
        known = self._archive is not None or (self.who_field.count() > 0 and bool(self.password_field.text()))
        free = self._job is None
        self.restore_button.setEnabled(self._copy is not None and known and free)
        self.progress_bar.setVisible(not free)
        for widget in (self.copies_list, self.who_box):
            widget.setEnabled(free)

    def _on_restore(self) -> None:
        copy = self._copy
        if copy is None or not self.restore_button.isEnabled():
            return
        ask(self, Question(
            _("Restore the backup from {time}?").format(time=_when(copy.at, self._clock())),
            _("Changes after that time are kept by themselves, not deleted."),
            _("Restore the backup"), _("Not now")), self._restore)

    # ------------------------------------------------------------------ the work
    def _restore(self) -> None:
        copy, archive, location, clock = self._copy, self._archive, self._location, self._clock
        if copy is None:
            return
        person, password = str(self.who_field.currentData()), self.password_field.text()
        work = (partial(make_ready_here, location, copy, person, password, clock) if archive is None
                else partial(make_ready, archive, copy))
        self.trouble.hide()
        self.progress_bar.setValue(0)
        self._job = Job(work, self)
        self._job.progressed.connect(self._on_progress)
        self._job.done.connect(self._on_ready)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._job.start()
        self._update()
        self.cancel_button.setFocus()

    def done(self, result: int) -> None:
        """Nobody waits for it any more: nothing has happened."""
        if self._job is not None:
            self._job.drop()
            self._job = None
        super().done(result)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def _on_progress(self, share: float) -> None:
        self.progress_bar.setValue(round(share * 100))

    def _on_ready(self, ready: Ready) -> None:
        self._end()
        if self._archive is not None:
            self.accept()
            self.ready.emit(ready)
            return
        try:
            with busy():
                archive = ready.take_over()
        except (StoreError, Refused) as error:
            self._on_failed(error)
        else:
            self.accept()
            self.restored.emit(archive)

    def _on_failed(self, problem: Exception) -> None:
        self._end()
        if isinstance(problem, StoreError | Refused):
            say(self.trouble, sentence(problem, self._location))
        else:
            say(self.trouble, " ".join((_("It did not work."), _("Nothing has been changed."),
                                        f"({type(problem).__name__})")))
        if isinstance(problem, KeyTrouble):
            self.password_field.show_trouble(True)
            self.password_field.setFocus()

    def _on_cancelled(self) -> None:
        self._end()
        say(self.trouble, _("Stopped. Nothing has been changed."))

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._update()


def _when(at: datetime, now: datetime) -> str:
    """"tirsdag 3. marts kl. 8.15"."""
    return _("{day} at {time}").format(day=f"{weekday(at.date())} {day(at.date(), now.date())}", time=clock(at))
