"""Feedback: ask how the talk or the meeting was, how it changes, what was said, and what we changed because of it."""
from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.contacts.feedback import (
    Given,
    ask_after_talk,
    day_of,
    given,
    not_asked_yet,
    taken_up,
    what_was_said,
)
from borgerplan_desktop.casework.meeting.after_meeting import ask_feedback
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.contacts.changed_card import ChangedCard
from borgerplan_desktop.gui.contacts.feedback_trend import FeedbackTrend
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.feedback_sheet import FeedbackSheet
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.printing.paper_window import show_paper
from borgerplan_desktop.gui.showing.contact_words import when
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.columns import SideBySide
from borgerplan_desktop.gui.widgets.field_grid import FieldGrid
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import QUESTIONS, Feedback, Meeting
from borgerplan_desktop.model.what_we_changed import WhatWeChanged


class FeedbackPart(Tab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page = PageScroll(_("Feedback"), self)
        self.ask = AskCard(desk, self)
        self.trend = TrendCard(desk, self)
        self.words = WordsCard(desk, self)
        self.changed = ChangedCard(desk, self)
        self.columns = SideBySide(760, parent=self)
        self.columns.add(_stacked(self, self.ask, self.words), 46)
        self.columns.add(_stacked(self, self.changed, self.trend), 54)
        self.page.body.addWidget(self.columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        desk.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        for card in (self.ask, self.trend, self.words, self.changed):
            card.refresh()

    def show_row(self, row_id: str) -> None:
        """Bring to the front what was said, or with "ask" ask how the talk was."""
        if row_id == "ask":
            self.ask.talk.setFocus()
        else:
            self.changed.show_row(row_id)
            focused = keyboard_in(self)
            if focused is not None:
                self.page.ensureWidgetVisible(focused)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Feedback) or changes.touches(Meeting) or changes.touches(WhatWeChanged):
            self.refresh()


class AskCard(Card):
    """Ask now: on the screen, or on paper."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("How was it?"), "speech", parent)
        self._desk = desk
        self.hint = plain_label(_("Four plain questions. They may be skipped, and answered without anybody looking."),
                                "small", self, wrap=True)
        self.talk = button(_("Ask after the talk"), "speech", "", self)
        self.meetings: RowColumn[Meeting, AskRow] = RowColumn(partial(AskRow, desk), 2, self)
        self.paper = button(_("Print the questions"), "print", "ghost", self)
        self.survey = button(_("Print the yearly survey"), "print", "ghost", self)
        for widget in (self.hint, self.talk, self.meetings, self.paper, self.survey):
            self.body.addWidget(widget)
        # Signals
        self.talk.clicked.connect(self._on_talk)
        self.paper.clicked.connect(self._on_paper)
        self.survey.clicked.connect(self._on_survey)

    def refresh(self) -> None:
        self.meetings.show_rows(not_asked_yet(self._desk.case, self._desk.opened.today()))

    def _on_talk(self) -> None:
        made = self._desk.made(ask_after_talk)
        if made is not None:
            FeedbackSheet(self._desk, made, self.window()).open()

    def _on_paper(self) -> None:
        show_paper(self._desk, BY_KEY["feedback"], self)

    def _on_survey(self) -> None:
        show_paper(self._desk, BY_KEY["survey"], self)


class AskRow(QWidget):
    """A meeting of the last days about which nobody has said how it was."""

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, meeting
        on = day_of(meeting)
        words = _("Ask about: {meeting}, {date}").format(
            meeting=_(meeting.kind.label), date=when(on, desk.opened.today()) if on is not None else "")
        self.ask = button(words, "speech", "ghost", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.ask)
        row.addStretch(1)
        self.ask.clicked.connect(self._on_ask)

    def _on_ask(self) -> None:
        made = self._desk.made(ask_feedback, self._meeting)
        if made is not None:
            FeedbackSheet(self._desk, made, self.window()).open()


class TrendCard(Card):
    """How the answers change over time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Over time"), "trend", parent)
        self._desk = desk
        self.empty = plain_label("", "muted", self, wrap=True)
        self.grid = FieldGrid(210, 2, self)
        self.trends = [FeedbackTrend(question, _(words), self) for question, words in QUESTIONS]
        for trend in self.trends:
            self.grid.add(trend)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.grid)
        self.body.addStretch(1)

    def refresh(self) -> None:
        answers = given(self._desk.case)
        say(self.empty, "" if answers else _("Nothing has been answered yet."))
        self.grid.setVisible(bool(answers))
        for trend in self.trends:
            trend.show_given(answers)


class WordsCard(Card):
    """What was said in their own words, the newest first; one press takes it up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("In own words"), "quote", parent)
        self._desk = desk
        self.empty = plain_label("", "muted", self, wrap=True)
        self.rows: RowColumn[Feedback, WordsRow] = RowColumn(partial(WordsRow, desk), 2, self)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def refresh(self) -> None:
        name = self._desk.case.the(Citizen).first_name
        found = [each for each in reversed(given(self._desk.case)) if each.feedback.words.strip()]
        self.rows.show_rows([each.feedback for each in found])
        for each in found:
            if (row := self.rows.widget(each.feedback)) is not None:
                row.show_given(each)
        say(self.empty, "" if found else _("{name} has written nothing yet.").format(name=name))


class WordsRow(QFrame):
    def __init__(self, desk: Desk, feedback: Feedback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._feedback = desk, feedback
        self.setProperty("role", "ruled")
        self.head = plain_label("", "small", self, wrap=True)
        self.words = plain_label("", "quote", self, wrap=True)
        self.take_up = button("", "check_circle", "ghost", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(2)
        for widget in (self.head, self.words, self.take_up):
            column.addWidget(widget)
        self.take_up.clicked.connect(self._on_take_up)

    def show_given(self, each: Given) -> None:
        on = when(each.on, self._desk.opened.today())
        self.head.setText(f"{_(each.meeting.kind.label)}, {on}")
        self.words.setText(f"»{each.feedback.words.strip()}«")
        taken = taken_up(self._desk.case, each.feedback) is not None
        self.take_up.setText(_("See what we do") if taken else _("Take it up"))
        self.take_up.setAccessibleName(f"{self.take_up.text()}, {self.words.words()}")

    def _on_take_up(self) -> None:
        made = self._desk.made(what_was_said, self._feedback.words, self._feedback)
        if made is not None:
            self._desk.go.emit("overview", f"feedback:{made.id}")


def _stacked(parent: QWidget, *cards: QWidget) -> QWidget:
    """Cards under each other; the last one fills the column."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card, 1 if card is cards[-1] else 0)
    return made
