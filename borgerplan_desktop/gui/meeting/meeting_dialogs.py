"""The two small windows of the meetings: calling one off, and sharing minutes that no consent covers."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import give_minutes
from borgerplan_desktop.casework.meeting.before_meeting import call_off
from borgerplan_desktop.casework.meeting.series_rest import asked_to, rest_of
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.person_field import FromMap
from borgerplan_desktop.gui.meeting.participant_names import name_of
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import PlainLabel, say
from borgerplan_desktop.gui.widgets.wrapped_check import WrappedCheck
from borgerplan_desktop.i18n import _, day, ngettext
from borgerplan_desktop.model.meeting import Meeting, Participant


class CallOff(CaseDialog):
    """Who calls the meeting off, and why; both may stay empty."""

    form = "call_off"

    by: QLineEdit
    why: GrowingTextEdit
    told: QLabel
    leave: QPushButton
    act: QPushButton

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting = meeting
        self.from_map = FromMap(self.by, desk)
        self._rest = rest_of(meeting)
        self.rest = WrappedCheck("", self)
        n = len(self._rest)
        if n:
            words = ngettext("Call the next one off too", "Call the next {n} off too", n).format(n=n)
            last = self._rest[-1].starts_at
            if last is not None and n > 1:
                words = _("{words}, the last {date}").format(words=words, date=day(last.date(), desk.opened.today()))
            self.rest.setText(words)
        self.rest.setVisible(bool(n))
        body = self.told.parentWidget()
        column = body.layout() if body is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.told), self.rest)
        self.rest.toggled.connect(self._show_told)
        self._show_told()
        self.save_unfinished(self.by, self.why)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)

    def _chosen(self) -> list[Meeting]:
        """The rest, where it is called off too."""
        return self._rest if self.rest.isChecked() else []

    def _show_told(self) -> None:
        n = asked_to([self._meeting, *self._chosen()])
        self.told.setText(ngettext("{n} person is invited. Remember to tell them afterwards.",
                                   "{n} people are invited. Remember to tell them afterwards.", n).format(n=n) if n else
                          _("Nobody has been invited yet, so nobody is to be told."))

    def _on_act(self) -> None:
        if self._desk.do(call_off, self._meeting, self.by.text(), self.why.toPlainText(), self._chosen()) == "stored":
            self.accept()


class ShareAnyway(CaseDialog):
    """No consent covers the person: the law and the reason are asked for and kept on record."""

    form = "share_anyway"

    words: PlainLabel
    law: QLineEdit
    reason: GrowingTextEdit
    trouble: PlainLabel
    leave: QPushButton
    act: QPushButton

    def __init__(self, desk: Desk, participant: Participant, parent: QWidget | None = None,
                 share: Callable[[str, str], bool] | None = None) -> None:
        """`share(law, reason)` does it, and says whether it is done; without it the minutes are noted as given."""
        super().__init__(desk, parent)
        self._participant, self._share = participant, share or self._give_minutes
        self.save_unfinished(self.law, self.reason)
        self.words.setText(_(
            "No consent covers {name}. You may only share if a law allows or demands it. Write the law and the reason. "
            "It is written in »Who has seen what«.").format(name=name_of(participant)))
        self.trouble.hide()
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)
        self.law.setFocus()

    def _on_act(self) -> None:
        law, reason = self.law.text(), self.reason.toPlainText()
        if not (law.strip() and reason.strip()):
            say(self.trouble, _("Write both the law and the reason."))
            (self.reason if law.strip() else self.law).setFocus()
        elif self._share(law, reason):
            self.accept()

    def _give_minutes(self, law: str, reason: str) -> bool:
        return self._desk.do(give_minutes, self._participant, law, reason) == "stored"
