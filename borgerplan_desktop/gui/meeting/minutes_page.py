"""Writing at the meeting: the minutes of the point, what was decided there, and the citizen's own words of the day."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.words_of_the_day import put_into_plan, stands_in_plan
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.meeting.participant_names import title_of
from borgerplan_desktop.gui.meeting.stage_edit import StageEdit
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.in_front import InFront
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting


class MinutesPage(InFront):
    """Two columns: the point at the left, the citizen's words at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._meeting: Meeting | None = None
        self.title = plain_label("", "stage_h2", self, wrap=True)
        self.written = _edit(_("Minutes of this point"), self)
        self.decided = QLineEdit(self)
        self.decided.setProperty("role", "stage")
        self.decided.setAccessibleName(_("What was decided"))
        self.decided.setPlaceholderText(_("What was decided?"))
        self.said_title = plain_label("", "stage_h2", self, wrap=True)
        self.said = citizens_own(_edit("", self))
        self.for_all = WrappedCheck(_("May stand in everybody's minutes"), self)
        self.for_all.setProperty("role", "stage")
        self.for_all.clicked.connect(self._on_for_all)
        self.into_plan = button(_("Put into the plan"), "quote", "ghost", self)
        self.into_plan.clicked.connect(self._on_into_plan)
        self.stands = plain_label(_("Stands in the plan, with its date"), "stage_small", self, wrap=True)
        note = plain_label(_("Becomes the minutes"), "stage_small", self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(note)
        columns = SideBySide(440, parent=self)
        point, said = QWidget(columns), QWidget(columns)
        for box, parts in ((point, (head, self.written, self.decided)),
                           (said, (self.said_title, self.said, self.for_all, self.into_plan, self.stands))):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            for part in parts:
                if isinstance(part, QWidget):
                    column.addWidget(part, 1 if isinstance(part, StageEdit) else 0)
                else:
                    column.addLayout(part)
        columns.add(point, 62)
        columns.add(said, 38)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def set_desk(self, desk: Desk) -> None:
        self._desk = desk
        self._of_point = [TextField(self.written, desk, AgendaItem.written, N_("Write minutes")),
                          TextField(self.decided, desk, AgendaItem.decided, N_("What was decided"))]
        self._own = TextField(self.said, desk, Meeting.own_words, N_("The citizen's words of the day"))
        self.said.textChanged.connect(self._show_plan)

    def show_meeting(self, meeting: Meeting, item: AgendaItem | None) -> None:
        if self._desk is None:
            return
        self._meeting = meeting
        for field in self._of_point:
            field.show_row(item)
        self._own.show_row(meeting)
        self.title.setText(_("Minutes: {title}").format(title=title_of(item)) if item else "")
        words = _("{name}'s own words today").format(name=self._desk.case.the(Citizen).first_name)
        self.said_title.setText(words)
        self.said.setAccessibleName(words)
        self.for_all.setChecked(meeting.own_words_for_all)
        self.for_all.setAccessibleDescription(words)
        self._show_plan()

    def _show_plan(self) -> None:
        """What can be put into the plan is offered with its first letter, so that Tab comes to it."""
        meeting = self._meeting
        if self._desk is None or meeting is None or not meeting.exists:
            return
        said = self.said.toPlainText().strip()
        stands = bool(said) and said == meeting.own_words.strip() and stands_in_plan(self._desk.opened, meeting)
        self.into_plan.setVisible(bool(said) and not stands)
        self.stands.setVisible(stands)

    def _on_for_all(self, on: bool) -> None:
        """The citizen is asked; only then do the others read it, and only those whom a consent covers."""
        if self._desk is not None and self._meeting is not None:
            self._desk.settle.emit()
            self._desk.do(write, self._meeting, Meeting.own_words_for_all, on,
                          N_("The words of the day in everybody's minutes"))
            self.for_all.setChecked(self._meeting.own_words_for_all)

    def _on_into_plan(self) -> None:
        if self._desk is not None and self._meeting is not None:
            self._desk.settle.emit()
            self._desk.do(put_into_plan, self._meeting)
            self.said.setFocus(Qt.FocusReason.OtherFocusReason)


def _edit(name: str, parent: QWidget) -> StageEdit:
    made = StageEdit(name, parent)
    made.setProperty("role", "stage")
    return made
