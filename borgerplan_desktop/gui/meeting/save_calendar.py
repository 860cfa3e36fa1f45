"""A meeting saved as a file for calendars: asked where, written there, and noted as told."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from borgerplan_desktop.casework.meeting.meeting_calendar import can_be_in_calendars, save_calendar
from borgerplan_desktop.casework.papers.mail_file import CALENDAR_NAME
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.file_dialog import ask_where
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting


class SaveCalendar(QObject):
    """Asks over a window; what cannot be made is refused in words, and nobody is asked."""

    def __init__(self, desk: Desk, meeting: Meeting, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._meeting, self._window = desk, meeting, window
        self.dialog: QFileDialog | None = None
        desk.settle.emit()                               # half typed words belong in it
        if desk.do(can_be_in_calendars, meeting) == "stored":
            self.dialog = ask_where(window, _("Save for calendars. Anyone who gets the file can read when and where."),
                                    _("Calendar files"), CALENDAR_NAME)
            self.dialog.fileSelected.connect(self.save)
            self.dialog.finished.connect(self.deleteLater)
            self.dialog.open()

    def save(self, path: str) -> None:
        """Write it there: the meeting as it is now."""
        try:
            self._desk.do(save_calendar, self._meeting, partial(write_whole, Path(path), lasting=False))
        except OSError:
            tell(self._window, Message(_("The file could not be written."), _("What is here is as it was."),
                                       _("Choose another folder.")))
