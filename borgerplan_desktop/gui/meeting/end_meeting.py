"""The meeting is to end while something is open: a pause, points that were not reached, nobody who is noted as come."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import left_for, next_to_take_up, not_reached
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.participant_names import title_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, clock, day, listed, ngettext
from borgerplan_desktop.model.meeting import Meeting, anybody_came

NAMED = 5                                                # points; more than these are counted


class EndMeeting(CaseDialog):
    """`ended()` when it was ended."""

    drawn = (560, 220)

    ended = Signal()

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        title = _("End the meeting?")
        super().__init__(desk, parent, title)
        self._meeting = meeting
        body = DialogScroll(self, 10)
        self.told = plain_label("", "", self, wrap=True)
        self.along = WrappedCheck("", self)
        self.trouble = plain_label("", "smallbad", self, wrap=True)
        self.leave, self.act = button(_("Keep going"), parent=self), button(_("End the meeting"), "", "primary", self)
        for each in (plain_label(title, "title", self, wrap=True), self.told, self.along, self.trouble):
            body.body.addWidget(each)
        body.body.addStretch(1)
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(32, 24, 28, 22)
        column.setSpacing(14)
        column.addWidget(body)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.act)
        column.addLayout(foot)
        self.say_refusal("", self.trouble)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        say(self.told, "\n".join(self._open()))
        self._offer()
        first = self.act if _somebody(meeting) else self.leave
        first.setDefault(True)
        first.setFocus()

    def _open(self) -> list[str]:
        """What is open, a sentence each."""
        meeting, points = self._meeting, not_reached(self._meeting)
        said = []
        if not _somebody(meeting):
            said.append(_("Nobody is noted as having come. Note first who is here, or end the meeting as it is."))
        if meeting.paused_at is not None:
            said.append(_("The meeting has had a pause since {time}.").format(time=clock(meeting.paused_at)))
        if points:
            names = listed([f"»{title_of(each)}«" for each in points]) if len(points) <= NAMED else ngettext(
                "{n} point", "{n} points", len(points)).format(n=len(points))
            said.append(_("Not reached: {points}.").format(points=names))
            if next_to_take_up(meeting) is None:
                said.append(_("They come on the agenda of the next meeting when you plan it."))
            elif not left_for(meeting):
                said.append(_("They are on the agenda of the next meeting already."))
        return said

    def _offer(self) -> None:
        following, points = next_to_take_up(self._meeting), left_for(self._meeting)
        self.along.setVisible(bool(points))
        if following is not None and points:
            on = day(following.starts_at.date(), self._desk.opened.today()) if following.starts_at else ""
            words = _("Put them on the agenda of the next meeting, {date}").format(date=on) if on else _(
                "Put them on the agenda of the next meeting")
            self.along.setText(words)
            self.along.setAccessibleName(words)
            self.along.setChecked(True)

    def _on_act(self) -> None:
        if self._desk.do(end_meeting, self._meeting, take_along=self.along.isChecked()) == "stored":
            self.accept()
            self.ended.emit()


def end_or_ask(desk: Desk, meeting: Meeting, parent: QWidget, then: Callable[[], None]) -> None:
    """End it, and `then` do what follows; where something is open, that is said first."""
    if _is_open(meeting):
        dialog = EndMeeting(desk, meeting, parent)
        dialog.ended.connect(then)
        dialog.open()
    elif desk.do(end_meeting, meeting) == "stored":
        then()


def _is_open(meeting: Meeting) -> bool:
    return meeting.paused_at is not None or not _somebody(meeting) or bool(not_reached(meeting))


def _somebody(meeting: Meeting) -> bool:
    return anybody_came(meeting) or not meeting.participants
