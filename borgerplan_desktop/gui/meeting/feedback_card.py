"""The card that asks the citizen how the meeting was, and keeps what they answered out of sight."""
from __future__ import annotations

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from borgerplan_desktop.casework.contacts.feedback import is_answered
from borgerplan_desktop.casework.meeting.after_meeting import answer, ask_feedback
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.showing.feedback_scale import FeedbackQuestion
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting
from borgerplan_desktop.model.row import Field


class FeedbackCard(Card):
    """Four questions to the citizen; each may be skipped. What was answered is put away when the card is left, and when
    the citizen has answered alone: whoever sits there next sees only that there are answers.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", "heart", parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._is_open, self._is_alone = False, False     # the answers are in sight; the citizen sits with them alone
        self.note = plain_label("", "small", self, wrap=True)
        self.alone = button("", "user", "ghost", self)
        self.alone.clicked.connect(self._on_alone)
        self.body.addWidget(self.note)
        self.body.addWidget(self.alone)
        self.given = Pill(parent=self)
        self.see = button(_("See the answers"), "", "ghost", self)
        self.see.clicked.connect(self._on_see)
        self.body.addWidget(self.given)
        self.body.addWidget(self.see)
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
        self.put_away = button(_("Put the answers away"), "", "ghost", self)
        self.put_away.clicked.connect(self._on_put_away)
        for widget in (label, self.words, self.thanks, self.put_away):
            self.body.addWidget(widget)
        self._label = label
        self.body.addStretch(1)

    def show_meeting(self, meeting: Meeting) -> None:
        if meeting is not self._meeting:
            self._meeting, self._is_open = meeting, False
        given = meeting.feedback
        name = self._desk.case.the(Citizen).first_name
        self.set_title(_("{name}, how was the meeting?").format(name=name))
        self.note.setText(_("You may skip questions. Only we who work at the shelter see your answers."))
        words = _("Let {name} answer alone").format(name=name) if name else _("Let the citizen answer alone")
        self.alone.setText(words.replace("&", "&&"))
        self.alone.setAccessibleName(words)
        self.given.say(_("{name} has answered").format(name=name) if name else _("It has been answered"), "good",
                       "check")
        answered = is_answered(given)
        if given is not None and not answered and not self._is_alone:
            self._is_open = True                         # what is begun here is not shut at the first answer
        shown, shut = given is not None and self._is_open, answered and not self._is_open
        for field, _words in QUESTIONS:
            question = self.questions[field.key]
            question.setVisible(shown)
            question.circles.show_value(getattr(given, field.key) if shown else None)
        self._field.show_row(given if shown else None)
        self.ask.setVisible(given is None)
        self.alone.setVisible(not shut)
        for widget in (self.given, self.see):
            widget.setVisible(shut)
        for widget in (self.words, self._label):
            widget.setVisible(shown)
        for widget in (self.thanks, self.put_away):
            widget.setVisible(shown and answered)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():                      # another page, another citizen; not another window in front
            self._is_open = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._meeting is not None and self._meeting.exists:
            self.show_meeting(self._meeting)

    def focus_first(self) -> None:
        first = next(iter(self.questions.values())).circles
        (self.see if not self.see.isHidden() else self.ask if not self.ask.isHidden() else first).setFocus()

    def _on_ask(self) -> None:
        if self._meeting is not None:
            self._desk.do(ask_feedback, self._meeting)

    def _on_alone(self) -> None:
        """Nothing else of the program is in sight while the citizen sits there."""
        self._desk.settle.emit()
        self._is_alone = True
        if self._meeting is not None and (made := self._desk.made(ask_feedback, self._meeting)) is not None:
            sheet = FeedbackSheet(self._desk, made, self.window())
            sheet.finished.connect(self._on_back)
            self._show_answers(False)
            sheet.open()
        else:
            self._is_alone = False

    def _on_back(self) -> None:
        self._is_alone = False
        self._show_answers(False)
        (self.see if not self.see.isHidden() else self.alone).setFocus()

    def _on_see(self) -> None:
        self._show_answers(True)
        self.focus_first()

    def _on_put_away(self) -> None:
        self._desk.settle.emit()
        self._show_answers(False)
        self.see.setFocus()

    def _show_answers(self, shown: bool) -> None:
        self._is_open = shown
        if self._meeting is not None and self._meeting.exists:
            self.show_meeting(self._meeting)

    def _on_answered(self, field: Field, value: int | None) -> None:
        if self._meeting is not None:
            self._desk.do(answer, self._meeting, field, value)
