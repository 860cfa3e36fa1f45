"""The locked screen: the time, and the password of the same person. Never a citizen's name. A view."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.label import say
from borgerplan_desktop.gui.widgets.password_field import PasswordField
from borgerplan_desktop.i18n import _, clock, day, ngettext, weekday


class Locked(QWidget):
    """`unlocked(password)` → open again, or answer with `show_trouble` or `wait`; `switch_wanted()` → the login."""

    unlocked = Signal(str)
    switch_wanted = Signal()
    forgotten = Signal()                                 # the way in is the recovery code

    clock: QLabel
    day: QLabel
    shelter_label: QLabel
    saved: QLabel
    avatar: Avatar
    password_label: QLabel
    password_field: PasswordField
    forgot_button: QPushButton
    trouble: QLabel
    unlock_button: QPushButton
    switch_button: QPushButton

    def __init__(self, now: Callable[[], datetime] = datetime.now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._name, self._shelter = "", ""
        self._saved_at: datetime | None = None
        self._waits = False
        self._left = 0
        load_form(self, "locked_screen")
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)
        self.password_field.changed.connect(self._update)
        self.password_field.entered.connect(self._on_unlock)
        self.unlock_button.clicked.connect(self._on_unlock)
        self.switch_button.clicked.connect(self.switch_wanted)
        self.forgot_button.clicked.connect(self.forgotten)
        self.trouble.hide()
        self._update()

    def lock(self, name: str, shelter: str, saved_at: datetime | None = None, waits: bool = False) -> None:
        """Show that the program is locked for this member of staff, and when their work was stored last.

        `waits`: the store refused what was written last; it is kept sealed until they come back.
        """
        self._name, self._shelter, self._saved_at, self._waits = name, shelter, saved_at, waits
        self._left = 0
        self.avatar.show_person(name)
        self.password_field.clear()
        self.trouble.hide()
        self._update()
        self._tell_time()
        self._second.start()
        self.password_field.setFocus()

    def show_trouble(self, text: str) -> None:
        say(self.trouble, text)
        self.password_field.show_trouble(True)

    def wait(self, seconds: int) -> None:
        """Wrong too often: no tries for so many seconds."""
        self._left = max(0, seconds)
        self._say_wait()
        self._second.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "switch_button"):
            self._update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def _update(self) -> None:
        self.shelter_label.setText(f"{self._shelter} · Borgerplan" if self._shelter else "Borgerplan")
        self.password_label.setText(_("Password for {name}").format(name=self._name))
        self.password_field.set_name(self.password_label.text())
        self.saved.setText(
            _("What you wrote last is not stored yet. It waits here, encrypted, until you are back.") if self._waits
            else _("What you wrote is stored at {time}.").format(time=clock(self._saved_at)) if self._saved_at
            else _("What you wrote is stored.")
        )
        self.unlock_button.setEnabled(bool(self.password_field.text()) and self._left == 0)
        self._tell_time()

    def _tell_time(self) -> None:
        now = self._now()
        self.clock.setText(clock(now))
        self.day.setText(f"{weekday(now.date()).capitalize()} {day(now.date())}")

    def _on_second(self) -> None:
        self._tell_time()
        if self._left > 0:
            self._left -= 1
            self._say_wait()

    def _say_wait(self) -> None:
        self.trouble.setVisible(self._left > 0)
        if self._left > 0:
            self.trouble.setText(_("Wait a little. There were too many wrong tries.") + " " + ngettext(
                "Try again in {n} second.", "Try again in {n} seconds.", self._left).format(n=self._left))
        self._update()

    def _on_unlock(self) -> None:
        if self.unlock_button.isEnabled():
            self.trouble.hide()
            self.unlocked.emit(self.password_field.text())
