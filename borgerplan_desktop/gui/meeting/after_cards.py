"""The cards after the meeting: what it means, why no plan, the minutes to each, how the citizen found it."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import (
    answer,
    ask_feedback,
    explain,
    give_minutes,
    waiting_for_minutes,
)
from borgerplan_desktop.casework.meeting.editions import with_older
from borgerplan_desktop.casework.meeting.participants import may_have_paper
from borgerplan_desktop.casework.meeting.sum_up import was_not_adopted
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
from borgerplan_desktop.gui.meeting.participant_names import consent_pill, name_of
from borgerplan_desktop.gui.showing.feedback_scale import FeedbackQuestion
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.row_list import RowList
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, Participant, Presence
from borgerplan_desktop.model.meeting_edition import Has, has
from borgerplan_desktop.model.row import Field


class MeaningCard(Card):
    """What the meeting means for the citizen, in plain words, and that it was explained."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", "speech", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.text = GrowingTextEdit(least=3, most=14, parent=self)
        self.text.setProperty("role", "quote")
        self._field = TextField(self.text, desk, Meeting.meaning, N_("What the meeting means"))
        self.done = QCheckBox(self)
        self.done.clicked.connect(self._on_done)
        self.body.addWidget(self.text)
        self.body.addWidget(self.done)
        self.body.addStretch(1)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        name = self._desk.case.the(Citizen).first_name
        self.set_title(_("Explain to {name} what it means").format(name=name))
        self.text.setAccessibleName(_("What the meeting means for {name}").format(name=name))
        self.text.setPlaceholderText(_("What will change, what is as before, and what happens now?"))
        self._field.show_row(meeting)
        self.done.setChecked(meeting.explained_on is not None)
        words = _("Explained {date}").format(date=day(meeting.explained_on, self._desk.opened.today())) if (
            meeting.explained_on) else _("Explained to {name}").format(name=name)
        self.done.setText(words.replace("&", "&&"))
        self.done.setAccessibleName(words)

    def focus_text(self) -> None:
        self.text.setFocus()

    def _on_done(self, done: bool) -> None:
        if self._meeting is not None:
            self._desk.do(explain, self._meeting, done)


class NotAdoptedCard(Card):
    """A network meeting ended without a plan: why, in words that stand in the minutes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The plan was not adopted"), "flag", parent)
        self._desk = desk
        note = plain_label(_("Why not? What you write stands in the minutes."), "small", self, wrap=True)
        self.why = GrowingTextEdit(least=1, most=6, parent=self)
        self.why.setAccessibleName(_("Why the plan was not adopted"))
        self._field = TextField(self.why, desk, Meeting.not_adopted_why, N_("Why the plan was not adopted"))
        self.body.setSpacing(4)
        self.body.addWidget(note)
        self.body.addWidget(self.why)

    def show_meeting(self, meeting: Meeting) -> None:
        name = self._desk.case.the(Citizen).first_name
        self.why.setPlaceholderText(_("e.g. {name} wants to think about it until Friday").format(name=name))
        self._field.show_row(meeting)
        self.setVisible(was_not_adopted(meeting) or self.why.hasFocus())


class MinutesRow(QWidget):
    """One recipient: given, to be given, or not covered by a consent."""

    def __init__(self, desk: Desk, participant: Participant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._participant = desk, participant
        self.name = plain_label("", "", self, wrap=True)     # all of it: that somebody has left stands last
        self.pill = Pill(parent=self)
        self.given = Pill(parent=self)
        self.give = QCheckBox(_("Has got it"), self)
        self.give.clicked.connect(self._on_give)
        self.anyway = button(_("Share anyway"), "", "quiet", self)
        self.anyway.clicked.connect(self._on_anyway)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for widget in (self.pill, self.given, self.give, self.anyway):
            row.addWidget(widget)

    def refresh(self) -> None:
        participant, today = self._participant, self._desk.opened.today()
        member, name = participant.member, name_of(participant)
        covered = member is not None and may_have_paper(self._desk.opened, member)
        given = participant.minutes_given_on
        away = participant.presence is Presence.DID_NOT_COME
        left = member is not None and member.removed_on is not None
        words = ", ".join(part for part in (name, _("did not come") if away else "",
                                            _("no longer on the map") if left else "") if part)
        self.name.setText(breakable(words))
        self.name.setAccessibleName(words)
        said, kind, icon = consent_pill(member, today)
        self.pill.say(said, kind, icon)
        self.pill.setVisible(bool(said) and given is None)
        self.given.setVisible(given is not None)
        if given is not None:
            self.given.say(_("Got it {date}").format(date=day(given, today)), "good", "check")
        older = has(participant, today) is Has.OLDER_MINUTES
        if older:
            self.given.say(_(Has.OLDER_MINUTES.label), "warn", "history")
        self.give.setVisible((given is None or older) and covered)
        self.give.setChecked(given is not None and not older)
        self.give.setAccessibleName(_("{name} was given the minutes").format(name=name))
        self.anyway.setVisible(given is None and member is not None and not covered)
        self.anyway.setAccessibleName(_("Share with {name} anyway").format(name=name))

    def _on_give(self) -> None:
        self._desk.do(give_minutes, self._participant)

    def _on_anyway(self) -> None:
        ShareAnyway(self._desk, self._participant, self).open()


class MinutesCard(Card):
    """The minutes and who has them. `send_wanted()` when they are to be given again, because they have changed."""

    send_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Minutes"), "send", parent)
        self._desk = desk
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list = RowList(self._rows, self._make, MinutesRow.refresh)
        self.note = plain_label("", "small", self, wrap=True)
        self.body.setSpacing(4)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.note)
        self.send = button(_("Send the minutes"), "send", "ghost", self)
        self.send.clicked.connect(self.send_wanted)
        self.body.addWidget(self.send)

    def show_meeting(self, meeting: Meeting) -> None:
        self.list.show(meeting.participants)
        older = bool(with_older(self._desk.opened, meeting, Has.OLDER_MINUTES))
        words = _("Send the minutes again") if older else _("Send the minutes")
        self.send.setText(words)
        self.send.setAccessibleName(words)
        self.send.setVisible(older or bool(waiting_for_minutes(self._desk.opened, meeting)))
        self.note.setText(_("Each gets only what {name} has said yes to.").format(
            name=self._desk.case.the(Citizen).first_name))

    def focus_sending(self) -> None:
        """Where the minutes are given: to everybody, or to the first who has not got them."""
        open_rows = [row.give for row in self.list.widgets() if not row.give.isHidden()]
        if not self.send.isHidden():
            self.send.setFocus()
        elif open_rows:
            open_rows[0].setFocus()

    def _make(self, participant: Participant) -> MinutesRow:
        return MinutesRow(self._desk, participant, self)


class FeedbackCard(Card):
    """Four questions to the citizen; each may be skipped."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", "heart", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self.note = plain_label("", "small", self, wrap=True)
        self.alone = button("", "user", "ghost", self)
        self.alone.clicked.connect(self._on_alone)
        self.body.addWidget(self.note)
        self.body.addWidget(self.alone)
        self.body.setSpacing(7)
        self.questions: dict[str, FeedbackQuestion] = {}
        for field, words in QUESTIONS:
            question = FeedbackQuestion(field, _(words), self)
            question.answered.connect(self._on_answered)
            self.questions[field.key] = question
            self.body.addWidget(question)
        self.ask = button(_("Ask now"), "plus", "ghost", self)
        self.ask.clicked.connect(self._on_ask)
        self.body.addWidget(self.ask)
        label = plain_label(_("What should we do differently next time?"), "small", self, wrap=True)
        self.words = QLineEdit(self)
        self.words.setAccessibleName(label.words())
        label.setBuddy(self.words)
        self._field = TextField(self.words, desk, Feedback.words, N_("What the citizen says about the meeting"))
        self.thanks = plain_label(_("Thank you. We talk with you about it first. You decide if it comes up "
                                    "at the next meeting."), "small",
                                  self, wrap=True)
        for widget in (label, self.words, self.thanks):
            self.body.addWidget(widget)
        self._label = label
        self.body.addStretch(1)

    def show_meeting(self, meeting: Meeting) -> None:
        self._meeting = meeting
        given = meeting.feedback
        name = self._desk.case.the(Citizen).first_name
        self.set_title(_("{name}, how was the meeting?").format(name=name))
        self.note.setText(_("You may skip questions. Only we who work at the shelter see your answers."))
        words = _("Let {name} answer alone").format(name=name) if name else _("Let the citizen answer alone")
        self.alone.setText(words.replace("&", "&&"))
        self.alone.setAccessibleName(words)
        for field, _words in QUESTIONS:
            question = self.questions[field.key]
            question.setVisible(given is not None)
            question.circles.show_value(getattr(given, field.key) if given is not None else None)
        self._field.show_row(given)
        answered = given is not None and (given.words.strip() or any(
            getattr(given, field.key) is not None for field, _words in QUESTIONS))
        self.ask.setVisible(given is None)
        for widget in (self.words, self._label):
            widget.setVisible(given is not None)
        self.thanks.setVisible(bool(answered))

    def focus_first(self) -> None:
        first = next(iter(self.questions.values()))
        (self.ask if self._meeting is not None and self._meeting.feedback is None else first.circles).setFocus()

    def _on_ask(self) -> None:
        if self._meeting is not None:
            self._desk.do(ask_feedback, self._meeting)

    def _on_alone(self) -> None:
        """Nothing else of the program is in sight while the citizen sits there."""
        self._desk.settle.emit()
        if self._meeting is not None and (made := self._desk.made(ask_feedback, self._meeting)) is not None:
            FeedbackSheet(self._desk, made, self.window()).open()

    def _on_answered(self, field: Field, value: int | None) -> None:
        if self._meeting is not None:
            self._desk.do(answer, self._meeting, field, value)
