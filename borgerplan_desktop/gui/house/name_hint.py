"""A quiet word below a field that is for everybody, when a citizen's name or number is typed in it."""
from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from borgerplan_desktop.casework.house.ideas import who_is_named
from borgerplan_desktop.casework.open_case import StoreTrouble
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.unsaved_input import text_of
from borgerplan_desktop.gui.widgets.label import PlainLabel, say
from borgerplan_desktop.i18n import _

PAUSE_MS = 400                                           # of typing, before anybody is looked up


class NameHint(PlainLabel):
    """It only says so: who writes decides."""

    def __init__(self, desk: Desk, edit: QLineEdit | QPlainTextEdit, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setProperty("role", "smallwarn")
        self.setWordWrap(True)
        self._desk, self._edit = desk, edit
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        edit.textChanged.connect(self._pause.start)
        self.hide()

    def look(self) -> None:
        """Look now."""
        found, text = "", text_of(self._edit)
        with suppress(NotForYou, StoreTrouble):          # it is a hint: the store says it when something is stored
            found = who_is_named(self._desk.opened, text) if text.strip() else ""
        say(self, _("»{name}« stands here. This is for everybody: say it without naming anybody.").format(name=found)
            if found else "")
        self._edit.setAccessibleDescription(self.text() if found else "")
