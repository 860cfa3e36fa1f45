"""The private pad beside the reminders: whoever leads the meeting writes there what nobody else sees."""
from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.private_pad import begin_pad, my_pad
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.meeting.stage_edit import StageEdit
from borgerplan_desktop.gui.widgets.in_front import SideBySideInFront
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.meeting import LeaderPad, Meeting


class PadBox(QWidget):
    """Never on the stage: the page takes it out of sight there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        title = plain_label(_("My private notes"), "stage_h2", self)
        told = plain_label(_("Only you see them. They are never printed or sent, and not shown in the full window."),
                           "small", self, wrap=True)
        self.edit = StageEdit(title.words(), self)
        self.edit.setAccessibleDescription(told.words())
        self._field = TextField(self.edit, desk, LeaderPad.text, N_("Private notes for the meeting"))
        self.edit.textChanged.connect(self._on_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self.edit, 1)
        column.addWidget(told)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._field.show_row(my_pad(self._desk.opened, meeting))
        self.edit.setEnabled(True)                       # without a pad the first word makes one

    def _on_text(self) -> None:
        """The first word makes the pad; from then on it is a field like any other."""
        text, meeting = self.edit.toPlainText(), self._meeting
        if self._field.row is None and text.strip() and meeting is not None and meeting.exists:
            self._field.show_row(self._desk.made(begin_pad, meeting, text))
            self.edit.moveCursor(QTextCursor.MoveOperation.End)


class PadBeside(SideBySideInFront):
    """The reminders, and the pad beside them: a page of the stack where agreements and minutes are written."""

    def __init__(self, desk: Desk, reminders: QWidget, parent: QWidget) -> None:
        super().__init__(640, parent=parent)
        self.pad = PadBox(desk, self)
        self.add(reminders, 55)
        self.add(self.pad, 45)
        reminders.show()                                 # the stack had it out of sight
