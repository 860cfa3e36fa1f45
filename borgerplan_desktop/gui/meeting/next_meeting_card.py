"""The next meeting, with the topics that were put aside."""
from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import carry_over, not_taken_up
from borgerplan_desktop.casework.meeting.from_last import plan_next
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.time_words import when_words
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.dates_as_written import Toward
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.gui.widgets.time_edit import TimeEdit
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, ParkedTopic
from borgerplan_desktop.model.plan import Plan


class NextMeetingCard(QFrame):
    """Plans the next meeting, or shows it; `meeting_wanted(id)` to open it."""

    meeting_wanted = Signal(str)

    made: QWidget
    when: PlainLabel
    where: PlainLabel
    open_next: QPushButton
    ask: QWidget
    question: PlainLabel
    date: DateEdit
    starts: TimeEdit
    plan_next: QPushButton
    parked_box: QWidget
    parked_rows: QVBoxLayout
    carry: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "next_meeting_card")
        self._desk = desk
        self._meeting: Meeting | None = None
        self.date.set_clock(desk.opened.today)
        self.date.set_name(_("Date"))
        self.date.look(Toward.AHEAD)
        self.starts.set_name(_("Begins"))
        column = self.ask.layout()
        assert isinstance(column, QVBoxLayout)
        for field in (self.starts, self.date):
            column.insertWidget(2, field.message)        # a sentence needs the whole width
        self.topics = RowList(self.parked_rows, self._make, self._show)
        self.open_next.clicked.connect(self._on_open)
        self.plan_next.clicked.connect(self._on_plan)
        self.carry.clicked.connect(self._on_carry)

    def show_meeting(self, meeting: Meeting) -> None:
        other = meeting is not self._meeting
        self._meeting = meeting
        following = self._following()
        self.made.setVisible(following is not None)
        self.ask.setVisible(following is None)
        if following is not None:
            self.when.setText(when_words(following, self._desk.opened.today()))
            called_off = following.status is MeetingStatus.CALLED_OFF
            parts = [_(following.kind.label), following.place_text, _("Called off") if called_off else ""]
            self.where.setText(" · ".join(part for part in parts if part))
        else:
            self.question.setText(_(
                "When do we meet again? The same people are asked, and what was put aside is on the agenda."))
        if other:
            plans = self._desk.case.all(Plan)
            self.date.setDate(plans[-1].follow_up_on if plans else None)
            self.starts.setTime(meeting.starts_at.time() if meeting.starts_at else None)
        topics = not_taken_up(meeting)
        self.topics.show(topics)
        self.parked_box.setVisible(bool(topics))
        self.carry.setVisible(bool(topics) and following is not None and following.status.ahead)

    def _following(self) -> Meeting | None:
        return self._desk.case.get(Meeting, self._meeting.next_meeting_id) if self._meeting is not None else None

    def _make(self, topic: ParkedTopic) -> PlainLabel:
        label = plain_label(topic.text, "", self, wrap=True)
        label.setProperty("topic", topic.id)
        return label

    def _show(self, label: PlainLabel) -> None:
        topic = self._desk.case.get(ParkedTopic, str(label.property("topic")))
        label.setText(topic.text if topic is not None else "")

    def _on_open(self) -> None:
        if (following := self._following()) is not None:
            self.meeting_wanted.emit(following.id)

    def _on_plan(self) -> None:
        if self._meeting is None:
            return
        on, at = self.date.date(), self.starts.time()
        start = datetime.combine(on, at or time(10)) if on is not None else None
        if self._desk.do(plan_next, self._meeting, start) == "stored":
            self.open_next.setFocus()                    # its own button is gone: else the keyboard is in the next card

    def _on_carry(self) -> None:
        following = self._following()
        if (self._meeting is not None and following is not None
                and self._desk.do(carry_over, self._meeting, following) == "stored"):
            self.open_next.setFocus()
