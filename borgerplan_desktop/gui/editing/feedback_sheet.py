"""The four questions for the citizen alone: large and calm, over everything else; afterwards no answer is in sight."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.after_meeting import answer
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.showing.feedback_scale import FeedbackQuestion
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting, MeetingKind
from borgerplan_desktop.model.row import Field

MARGIN = 48


class FeedbackSheet(CaseDialog):
    """As large as the window it lies over. Every answer is stored as it is given; each may be skipped."""

    drawn = (900, 640)

    def __init__(self, desk: Desk, feedback: Feedback, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._feedback = feedback
        self._meeting = desk.case.get(Meeting, feedback.meeting_id)
        self.questions: dict[str, FeedbackQuestion] = {}
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._asking())
        self.pages.addWidget(self._thanks())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        # Signals
        self.done_button.clicked.connect(self.show_thanks)
        self.close_button.clicked.connect(self.accept)
        next(iter(self.questions.values())).circles.setFocus()

    def _asking(self) -> QWidget:
        page = QWidget(self)
        scroll = PageScroll(_("Feedback"), page, (MARGIN, 28, MARGIN, 16), 18)
        name = self._desk.case.the(Citizen).first_name
        talk = self._meeting is not None and self._meeting.kind is MeetingKind.TALK
        title = _("{name}, how was the talk?") if talk else _("{name}, how was the meeting?")
        self.title = plain_label(title.format(name=name) if name else _("How was it?"), "title", page, wrap=True)
        scroll.body.addWidget(self.title)
        scroll.body.addWidget(plain_label(_("You may skip questions. Only we who work at the shelter see "
                                            "your answers."), "muted", page,
                                          wrap=True))
        for field, words in QUESTIONS:
            question = FeedbackQuestion(field, _(words), page, large=True)
            question.circles.show_value(getattr(self._feedback, field.key))
            question.answered.connect(self._on_answered)
            self.questions[field.key] = question
            scroll.body.addWidget(question)
        label = plain_label(_("What should we do differently next time?"), "h2", page, wrap=True)
        self.words = QLineEdit(page)
        self.words.setAccessibleName(label.words())
        label.setBuddy(self.words)
        self._field = TextField(self.words, self._desk, Feedback.words, N_("What the citizen says about the meeting"))
        self._field.show_row(self._feedback)
        scroll.body.addWidget(label)
        scroll.body.addWidget(self.words)
        scroll.body.addStretch(1)
        self.done_button = button(_("I am finished"), "check", "primary", page)
        self.done_button.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, MARGIN, 20)
        row.addStretch(1)
        row.addWidget(self.done_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addLayout(row)
        return page

    def _thanks(self) -> QWidget:
        page = QWidget(self)
        self.thanks = plain_label(_("Thank you. We talk with you about it first. You decide if it comes up "
                                    "at the next meeting."), "title",
                                  page, wrap=True)
        self.close_button = button(_("Back to the program"), "", "", page)
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.addStretch(1)
        self.thanks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.thanks)
        column.addWidget(plain_label("", parent=page))
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def show_thanks(self) -> None:
        """The answers are out of sight; the computer can be given back."""
        self._desk.settle.emit()
        self.pages.setCurrentIndex(1)
        self.done_button.setDefault(False)
        self.close_button.setFocus()

    def reject(self) -> None:
        """Escape leaves the questions first, so that nobody meets the answers; where there are none, the sheet."""
        if self.isVisible() and self.pages.currentIndex() == 0 and self._is_answered():
            self.show_thanks()
        else:
            super().reject()

    def _is_answered(self) -> bool:
        self._desk.settle.emit()                         # words that are half typed too
        return self._feedback.exists and any(
            value for name, value in self._feedback.values().items() if name != Feedback.meeting_id.key)

    def _on_leave(self) -> None:
        self.pages.setCurrentIndex(1)                    # the lock waits for nothing
        super()._on_leave()

    def showEvent(self, event: QShowEvent) -> None:
        parent = self.parentWidget()
        if parent is not None:                           # nothing of the program beside it
            window = parent.window()
            self.setGeometry(window.geometry())
        super().showEvent(event)

    def _on_answered(self, field: Field, value: int | None) -> None:
        if self._meeting is not None and self._meeting.exists:
            self._desk.do(answer, self._meeting, field, value)
