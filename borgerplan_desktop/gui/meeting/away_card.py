"""Those who were asked to the meeting and did not come: what we do now, and whether they have the minutes."""
from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.missed import away_from_meeting
from borgerplan_desktop.casework.meeting.participants import may_have_paper
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.reach_path import ReachPath
from borgerplan_desktop.gui.meeting.participant_names import name_of
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.i18n import _, day
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.contact_note import MissedAppointment, missed_at, stayed_away
from borgerplan_desktop.model.meeting import Meeting, Participant
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.papers import DocumentKind


class AwayRow(QFrame):
    """One of them."""

    def __init__(self, desk: Desk, participant: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._participant = desk, participant
        self.setProperty("role", "ruled")
        self.words = plain_label("", "", self, wrap=True)
        self.minutes = plain_label("", "small", self, wrap=True)
        self.begin = button("", "phone", "ghost", self)
        self.letter = button("", "note", "ghost", self)
        self.path: ReachPath | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 8)
        self._column.setSpacing(4)
        for widget in (self.words, self.minutes, self.begin, self.letter):
            self._column.addWidget(widget)
        self.begin.clicked.connect(self._on_begin)
        self.letter.clicked.connect(self._on_letter)

    def refresh(self) -> None:
        participant, name = self._participant, name_of(self._participant)
        meeting = self._desk.case.get(Meeting, participant.meeting_id)
        missed = missed_at(self._desk.case, meeting, participant.member) if meeting is not None else None
        self.words.setText(_("{name} did not come").format(name=name))
        given = participant.minutes_given_on
        self.minutes.setText(_("Has got the minutes {date}").format(date=day(given, self._desk.opened.today()))
                             if given is not None else _("Has not got the minutes yet"))
        self.begin.setVisible(missed is None and participant.member is not None)
        self.begin.setText(_("Call {name}").format(name=name).replace("&", "&&"))
        self.begin.setAccessibleName(_("Call {name}").format(name=name))
        member = participant.member
        ours = member is not None and member.staff_id is not None        # the letter is from us
        self.letter.setVisible(member is not None and not ours and may_have_paper(self._desk.opened, member))
        self.letter.setText(_("Letter to {name}").format(name=name).replace("&", "&&"))
        self.letter.setAccessibleName(_("Letter to {name}").format(name=name))
        if self.path is not None and missed is None:
            self.path.hide()
            self.path.deleteLater()
            self.path = None
        elif self.path is None and missed is not None:
            self.path = ReachPath(self._desk, missed, self)
            self._column.addWidget(self.path)
            self.path.show()

    def _on_letter(self) -> None:
        """Ready to print: that they were missed, and what it takes for them to come."""
        meeting = self._desk.case.get(Meeting, self._participant.meeting_id)
        if meeting is not None:
            show_paper(self._desk, BY_KIND[DocumentKind.AWAY_LETTER], self.window(),
                       MeetingFor.to(meeting, self._participant.member).key)

    def _on_begin(self) -> None:
        if self._desk.made(away_from_meeting, self._participant) is not None:
            self.refresh()
            if self.path is not None:
                self.path.note.setFocus()


class AwayCard(Card):
    """Gone while everybody came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Did not come"), "link", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.body.addWidget(plain_label(_("Call, give them the minutes, and ask what they need in order to come."),
                                        "small", self, wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, AwayRow.refresh)
        self.body.addLayout(self._rows)
        desk.changed.connect(self._on_changed)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        away = stayed_away(meeting)
        self.list.show(away)
        self.setVisible(bool(away))

    def _make(self, participant: Participant) -> AwayRow:
        return AwayRow(self._desk, participant, self)

    def _on_changed(self, changes: Changes) -> None:
        if self._meeting is not None and self._meeting.exists and (
                changes.touches(MissedAppointment) or changes.touches(Participant)):
            self.show_meeting(self._meeting)
