"""The present point in large: what it is, how long it has, and everybody's face; or the silence, or the pause."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.during_meeting import present_item
from borgerplan_desktop.casework.meeting.meeting_time import go_on, pause
from borgerplan_desktop.casework.meeting.participants import came_late, has_spoken, left_early, note_presence, speaker
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.faces_scroll import FacesScroll
from borgerplan_desktop.gui.meeting.participant_names import title_of
from borgerplan_desktop.gui.meeting.pause_panel import PausePanel
from borgerplan_desktop.gui.meeting.point_words import note_words, way_words
from borgerplan_desktop.gui.meeting.round_strip import RoundStrip
from borgerplan_desktop.gui.meeting.shown_rows import CALLED_SO, concern
from borgerplan_desktop.gui.meeting.silent_minutes import Silence
from borgerplan_desktop.gui.meeting.way_parts import RoomLine
from borgerplan_desktop.gui.widgets.label import PlainLabel, plain_label, say
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.meeting_way import PointKind

NEXT_PRESENCE = {Presence.UNKNOWN: Presence.PRESENT, Presence.PRESENT: Presence.DID_NOT_COME,
                 Presence.DID_NOT_COME: Presence.UNKNOWN}


class PointCard(QFrame):
    """`resumed()` when a pause is over."""

    resumed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._meeting: Meeting | None = None
        self._item: AgendaItem | None = None
        self._quiet = False
        self.setProperty("role", "card")
        self.title = plain_label("", "stage_title", self, wrap=True)
        self.note = plain_label("", "stage_small", self)
        self.told = plain_label("", "stage_small", self, wrap=True)
        self.room = RoomLine(self)
        self.voices = RoundStrip(self)
        self.faces = FacesScroll(self.voices, self)
        self.silence = Silence(self)
        self.paused = PausePanel(self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 10, 26, 6)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self.told, self.room, self.faces, self.silence, self.paused):
            column.addWidget(part)
        self.voices.chosen.connect(self._on_voice)
        self.voices.came.connect(self._on_came)
        self.voices.left.connect(self._on_left)
        self.voices.noted.connect(self._on_noted)
        self.paused.wanted.connect(self._on_go_on)

    def set_desk(self, desk: Desk) -> None:
        self._desk = desk

    def show_meeting(self, meeting: Meeting, item: AgendaItem | None, changes: Changes | None = None) -> None:
        self._meeting, self._item = meeting, item
        self.title.setText(title_of(item) if item else _("Choose a point"))
        if item is None:
            self.note.setText("")
        kind = item.kind if item is not None and self._is_going() else PointKind.TALK
        say(self.told, way_words(kind, self._desk.case.the(Citizen).first_name) if self._desk is not None else "")
        self.room.setVisible(kind is PointKind.MAKE_AGENDA)
        if self._desk is not None:
            self.room.show_meeting(self._desk, meeting)
        self.voices.show_meeting(meeting, self._is_round(), concern(changes, CALLED_SO))
        self.faces.follow()
        self._show_parts()

    def tick(self, now: datetime) -> None:
        """Once a second: what is left of the point, of the silence, and how long the pause is."""
        meeting = self._meeting
        if meeting is None:
            return
        if self._item is not None and self._item.exists:
            say_anew(self.note, note_words(meeting, self._item, now, self._is_going()))
        self.paused.tick(meeting, now)
        if self._quiet:
            self.silence.tick(now)

    def set_quiet(self, quiet: bool) -> None:
        self._quiet = quiet
        if quiet and self._desk is not None:
            self.silence.begin(self._desk.opened.now())
        self._show_parts()

    def pause(self) -> None:
        if self._desk is not None and self._meeting is not None and self._desk.do(pause, self._meeting) == "stored":
            self.paused.go_on.setFocus()

    def toggle_pause(self) -> None:
        if self.is_paused():
            self._on_go_on(False)
        else:
            self.pause()

    def is_paused(self) -> bool:
        return self._is_going() and self._meeting is not None and self._meeting.paused_at is not None

    def _show_parts(self) -> None:
        """The faces give way to the silence, and both to a pause."""
        paused = self.is_paused()
        self.paused.setVisible(paused)
        self.silence.setVisible(self._quiet and not paused)
        self.faces.setVisible(not self._quiet and not paused)

    def _is_going(self) -> bool:
        return self._meeting is not None and self._meeting.status is MeetingStatus.IN_PROGRESS

    def _is_round(self) -> bool:
        return self._is_going() and self._item is not None and self._item.round

    # ------------------------------------------------------------------ what a person does
    def heard(self) -> bool:
        """Whoever has the floor in the round has spoken; whether anybody had."""
        meeting = self._meeting
        item = present_item(meeting) if meeting is not None else None
        who = speaker(meeting) if meeting is not None and item is not None and item.round else None
        if self._desk is None or who is None:
            return False
        self._desk.do(has_spoken, who)
        return True

    def _on_voice(self, participant: Participant) -> None:
        if self._desk is None:
            return
        here = participant.presence is not Presence.DID_NOT_COME and participant.left_at is None
        if self._is_round() and here:
            self._desk.do(has_spoken, participant, not participant.has_spoken)
        else:
            self._desk.do(note_presence, participant, NEXT_PRESENCE[participant.presence])

    def _on_came(self, participant: Participant) -> None:
        if self._desk is not None:
            self._desk.do(came_late, participant)

    def _on_left(self, participant: Participant) -> None:
        if self._desk is not None:
            self._desk.do(left_early, participant)

    def _on_noted(self, participant: Participant, presence: Presence) -> None:
        if self._desk is not None:
            self._desk.do(note_presence, participant, presence)

    def _on_go_on(self, end_later: bool) -> None:
        if self._desk is not None and self._meeting is not None and self._desk.do(
                go_on, self._meeting, end_later=end_later) == "stored":
            self.resumed.emit()


def say_anew(label: PlainLabel, words: str) -> None:
    """Only what is different is drawn again: it is asked every second."""
    if label.words() != words:
        label.setText(words)
