"""A meeting and people's calendars: it is saved as a file for them, and their answers are read in from such files."""
from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from borgerplan_desktop.casework.meeting.meeting_calendar import can_be_in_calendars, save_calendar
from borgerplan_desktop.casework.meeting.replies import answer_in, take_in
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail_file import CALENDAR_NAME
from borgerplan_desktop.casework.session.location import write_whole
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.system.file_dialog import ask_where, ask_which
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant


class CalendarActions(QObject):
    """Asks over the widget's window. `answered(str)` with the id of the meeting that somebody answered."""

    answered = Signal(str)

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        super().__init__(widget)
        self._desk, self._widget = desk, widget

    def add_to(self, menu: QMenu, meeting: Meeting) -> None:
        """What can be done with this meeting: ahead, or called off."""
        if meeting.status.ahead:
            menu.addAction(_("Save for calendars …"), partial(self.ask_where, meeting))
            menu.addAction(_("Read an answer in …"), self.ask_which)
        elif meeting.status is MeetingStatus.CALLED_OFF:
            menu.addAction(_("Take it out of calendars …"), partial(self.ask_where, meeting))

    # ------------------------------------------------------------------ out
    def ask_where(self, meeting: Meeting) -> None:
        """Where to; what cannot be made is refused in words, and nobody is asked."""
        self._desk.settle.emit()                         # half typed words belong in it
        if self._desk.do(can_be_in_calendars, meeting) != "stored":
            return
        dialog = ask_where(self._widget.window(), _(
            "Save for calendars. Anyone who gets the file can read when and where."), _("Calendar files"),
            CALENDAR_NAME)
        dialog.fileSelected.connect(partial(self.save, meeting))
        dialog.open()

    def save(self, meeting: Meeting, path: str) -> None:
        """Write it there: the meeting as it is now."""
        try:
            self._desk.do(save_calendar, meeting, partial(write_whole, Path(path), lasting=False))
        except OSError:
            tell(self._widget.window(), Message(_("The file could not be written."), _("What is here is as it was."),
                                                _("Choose another folder.")))

    # ------------------------------------------------------------------ in
    def ask_which(self) -> QFileDialog:
        """Which file with an answer."""
        dialog = ask_which(self._widget.window(), _("The answer from the mail"), _("Answers"), "ics",
                           "eml")
        dialog.fileSelected.connect(self.read)
        dialog.open()
        return dialog

    def read(self, path: str) -> None:
        """Note what it says."""
        try:
            found = self._desk.made(_take_in_file, Path(path))
        except OSError:
            tell(self._widget.window(), Message(_("The file could not be read."), _("Nothing is changed."),
                                                _("Choose another file.")))
            return
        if found is not None:
            self.answered.emit(found.meeting_id)


def _take_in_file(opened: OpenCase, path: Path) -> Participant:
    return take_in(opened, answer_in(path))
