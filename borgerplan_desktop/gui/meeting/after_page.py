"""After the meeting: explain it, ask how it was, give the minutes, and plan the next."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import has_been_held
from borgerplan_desktop.casework.meeting.checklists import Opens
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.after_cards import MeaningCard, MinutesCard, NotAdoptedCard
from borgerplan_desktop.gui.meeting.agreed_card import AgreedCard
from borgerplan_desktop.gui.meeting.away_card import AwayCard
from borgerplan_desktop.gui.meeting.checklist_strip import ChecklistStrip
from borgerplan_desktop.gui.meeting.feedback_card import FeedbackCard
from borgerplan_desktop.gui.meeting.next_meeting_card import NextMeetingCard
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus


class AfterPage(QWidget):
    """`meeting_wanted(id)` when another meeting is to be shown."""

    meeting_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = PageScroll(_("After the meeting"), self, (24, 2, 24, 14), 10)
        self.strip = ChecklistStrip(desk, self)
        self.agreed = AgreedCard(desk, self)
        self.not_adopted = NotAdoptedCard(desk, self)
        self.meaning = MeaningCard(desk, self)
        self.minutes = MinutesCard(desk, self)
        self.away = AwayCard(desk, self)
        self.next = NextMeetingCard(desk, self)
        self.feedback = FeedbackCard(desk, self)
        self.columns = SideBySide(1180, parent=self)
        self.columns.add(_stacked(self, self.agreed, self.not_adopted, self.meaning), 44)
        self.columns.add(_stacked(self, self.minutes, self.away, self.next), 40)
        self.columns.add(self.feedback, 34)
        self.page.body.addWidget(self.strip)
        self.page.body.addWidget(self.columns, 1)
        self.idle = EmptyState(parent=self, icon="check")
        self.idle.give_way()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page, 1)
        whole.addWidget(self.idle, 1)
        self.strip.opened.connect(self._on_opened)
        self.next.meeting_wanted.connect(self.meeting_wanted)

    def show_meeting(self, meeting: Meeting) -> None:
        held = has_been_held(meeting)
        self.page.setVisible(held)
        self.idle.setVisible(not held)
        if not held:
            off = meeting.status is MeetingStatus.CALLED_OFF
            self.idle.say(_("The meeting was called off") if off else _("The meeting has not ended yet"),
                          meeting.called_off_why if off else
                          _("When it has, this is where you give the minutes and ask how it was."))
            return
        for card in (self.strip, self.agreed, self.not_adopted, self.meaning, self.minutes, self.away, self.next,
                     self.feedback):
            card.show_meeting(meeting)

    def _on_opened(self, opens: Opens) -> None:
        match opens:
            case Opens.MEANING:
                self.meaning.focus_text()
            case Opens.FEEDBACK:
                self.feedback.focus_first()
            case Opens.MINUTES:
                self.minutes.focus_sending()
            case Opens.AGREEMENTS:
                self.agreed.focus_list()
            case Opens.PARKED:
                (self.next.carry if not self.next.carry.isHidden() else self.next.date.field).setFocus()
        focused = keyboard_in(self)
        if focused is not None:
            self.page.ensureWidgetVisible(focused)


def _stacked(parent: QWidget, *cards: QWidget) -> QWidget:
    """Cards under each other; the last one fills the column."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card, 1 if card is cards[-1] else 0)
    return made
