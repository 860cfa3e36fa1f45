"""Before the meeting: the checklist, when and why, who comes, and what we talk about."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.checklist_notes import notes, notes_about_people
from borgerplan_desktop.casework.meeting.checklists import Opens
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.agenda_card import AgendaCard
from borgerplan_desktop.gui.meeting.checklist_view import ChecklistCard
from borgerplan_desktop.gui.meeting.last_time_card import LastTimeCard
from borgerplan_desktop.gui.meeting.meeting_facts import MeetingFacts
from borgerplan_desktop.gui.meeting.participants_card import ParticipantsCard
from borgerplan_desktop.gui.meeting.rest_bar import RestBar
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.consent import Consent, ConsentPerson, ConsentTopic
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, ParkedTopic, Participant
from borgerplan_desktop.model.meeting_edition import MeetingEdition
from borgerplan_desktop.model.network import NetworkMember, Representation
from borgerplan_desktop.model.plan import Agreement, Goal
from borgerplan_desktop.model.row import Row

FACTS: tuple[type[Row], ...] = (Meeting, Cooperation, Citizen)
PEOPLE: tuple[type[Row], ...] = (Participant, NetworkMember, Citizen, Representation, CoordinatorAssignment, Consent,
                                 ConsentPerson, ConsentTopic)
LAST: tuple[type[Row], ...] = (Meeting, Participant, AgendaItem, ParkedTopic, Agreement, Goal, NetworkMember)
SENT: tuple[type[Row], ...] = (AgendaItem, Meeting, Goal, MeetingEdition)
AGENDA: tuple[type[Row], ...] = (AgendaItem, Meeting, Participant, NetworkMember, Goal)


class BeforePage(QWidget):
    """`invitation_wanted()` when the checklist leads to sending the invitation."""

    invitation_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.page = PageScroll(_("Before the meeting"), self, (24, 4, 24, 14))
        self.checklist = ChecklistCard(desk, self)
        self.facts = MeetingFacts(desk, self)
        self.rest = RestBar(desk, self)
        self.last = LastTimeCard(desk, self)
        self.participants = ParticipantsCard(desk, self)
        self.agenda = AgendaCard(desk, self)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.facts)
        column.addWidget(self.rest)
        column.addWidget(self.last)
        column.addWidget(self.participants, 1)
        self.columns = SideBySide(1100, parent=self)
        self.columns.add(self.checklist, 23)
        self.columns.add(middle, 66)
        self.columns.add(self.agenda, 33)
        self.page.body.addWidget(self.columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self.checklist.list.opened.connect(self._on_opened)

    def show_meeting(self, meeting: Meeting, changes: Changes | None = None) -> None:
        """Show the meeting; with `changes` only the cards they concern."""
        self._meeting = meeting
        if changes is None or any(changes.touches(kind) for kind in FACTS):
            self.facts.show_meeting(meeting)
        if changes is None or any(changes.touches(kind) for kind in LAST):
            self.last.show_meeting(meeting)
        self.rest.show_meeting(meeting)
        if changes is None or any(changes.touches(kind) for kind in PEOPLE):
            self.participants.show_meeting(meeting)
        elif any(changes.touches(kind) for kind in SENT):
            self.participants.show_who_has_what(meeting)
        if changes is None or any(changes.touches(kind) for kind in AGENDA):
            self.agenda.show_meeting(meeting)
        today = self._desk.opened.today()
        self.checklist.show_meeting(meeting, {**notes(meeting, today), **notes_about_people(meeting, today)})

    def _on_opened(self, opens: Opens) -> None:
        """Go where the line is done."""
        facts = self.facts
        match opens:
            case Opens.PURPOSE:
                facts.open_at(facts.purpose)
            case Opens.PREPARED:
                facts.open_at(facts.wants)
            case Opens.WHERE:
                facts.open_at(facts.where_field)
            case Opens.COOPERATION:
                facts.open_at(facts.interpreter)
            case Opens.PARTICIPANTS:
                (self.participants.without_reason() or self.participants.add).setFocus()
            case Opens.CONSENT:
                (self.participants.ask if self.participants.uncovered() else self.participants.add).setFocus()
            case Opens.AGENDA:
                self.agenda.add.setFocus()
            case Opens.INVITATION:
                self.invitation_wanted.emit()
        focused = keyboard_in(self)
        if focused is not None:
            self.page.ensureWidgetVisible(focused)
