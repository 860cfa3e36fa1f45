"""One part of the form: each question with what to describe, its words, and its list."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.casework.frame.frame import is_answered, questions_of
from borgerplan_desktop.casework.frame.questions import HELP, INTRO, LISTS
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.frame.access_box import AccessBox
from borgerplan_desktop.gui.frame.answer_field import AnswerField
from borgerplan_desktop.gui.frame.coordinator_box import CoordinatorBox
from borgerplan_desktop.gui.frame.line_rows import LinesBox
from borgerplan_desktop.gui.frame.other_boxes import MunicipalityBox, ServicesBox, UpdateBox
from borgerplan_desktop.gui.widgets.card import Card
from borgerplan_desktop.gui.widgets.growing_text import GrowingTextEdit
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.framework import FrameAccess, FrameAnswer, FrameQuestion, FrameSection, Framework
from borgerplan_desktop.model.row import Row

SEEN_LINES = 8                                           # of an answer; a longer one scrolls in its field


class SectionPage(Tab):
    """`show_row` knows the rows of its lists by their id, and its questions by their names."""

    def __init__(self, desk: Desk, section: FrameSection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.section = desk, section
        self.page_scroll = PageScroll(_(section.label), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page_scroll)
        page, body = self.page_scroll.widget(), self.page_scroll.body
        body.addWidget(plain_label(_(INTRO[section]), "muted", page, wrap=True))
        if section is FrameSection.TARGET_GROUP:
            self.municipality = MunicipalityBox(desk, page)
            body.addWidget(self.municipality)
        self.cards = {question: QuestionCard(desk, question, page) for question in questions_of(section)}
        for card in self.cards.values():
            body.addWidget(card)
            if isinstance(card.beside, LinesBox):
                card.beside.added.connect(self._on_added)
        body.addStretch(1)

    def show_row(self, row_id: str) -> None:
        """The keyboard goes to the field of a question, or to the line of a list."""
        for question, card in self.cards.items():
            if (spot := card.spot(row_id)) is not None or row_id == question.value:
                field = spot or card.words
                field.setFocus()
                self.page_scroll.ensureWidgetVisible(field)
                return

    def _on_added(self, row: QWidget) -> None:
        """All its fields are in sight, when they have their places."""
        QTimer.singleShot(0, row, partial(self.page_scroll.ensureWidgetVisible, row))

    def first_open(self) -> QWidget:
        """Where one goes on: at the first question without an answer."""
        case = self._desk.case
        card = next((card for question, card in self.cards.items() if not is_answered(case, question)),
                    next(iter(self.cards.values())))
        return card.words


class QuestionCard(Card):
    """A question, what to describe, the words, and the list that belongs to it."""

    def __init__(self, desk: Desk, question: FrameQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, self.question = desk, question
        name = _(question.label)
        self.setAccessibleName(name)
        self.title = plain_label(name, "bold", self, wrap=True)
        self.body.addWidget(self.title)
        if question in HELP:
            self.body.addWidget(plain_label(_(HELP[question]), "small", self, wrap=True))
        self.beside = self._box()
        if self.beside is not None:
            self.body.addWidget(self.beside)
        self.words = GrowingTextEdit("", 1 if self.beside is not None else 2, SEEN_LINES, self)
        self.words.setAccessibleName(name)
        self.words.setPlaceholderText(_("More in words") if self.beside is not None else "")
        self.answer = AnswerField(self.words, desk, question)
        self.body.addWidget(self.words)

    def spot(self, row_id: str) -> QWidget | None:
        """Where a row stands: its line, or the words."""
        if isinstance(self.beside, LinesBox):
            row = self._desk.case.get(LISTS[self.question], row_id)
            if row is not None:
                return self.beside.row_of(row)
        if isinstance(self.beside, AccessBox) and (access := self._desk.case.get(FrameAccess, row_id)) is not None:
            plan = next((each for each in self.beside.plans.widgets() if each.plan.id == access.plan_id), None)
            return plan.rows.widget(access) if plan is not None else None
        if isinstance(self.beside, UpdateBox) and (row_id == "update" or self._has(Framework, row_id)):
            return self.beside.next_on.field if self.beside.grid.isVisibleTo(self) else self.beside.propose
        answer = self._desk.case.get(FrameAnswer, row_id)
        return self.words if answer is not None and answer.question is self.question else None

    def _has(self, kind: type[Row], row_id: str) -> bool:
        return self._desk.case.get(kind, row_id) is not None

    def _box(self) -> QWidget | None:
        match self.question:
            case FrameQuestion.COORDINATORS:
                return CoordinatorBox(self._desk, self)
            case FrameQuestion.ACCESS:
                return AccessBox(self._desk, self)
            case FrameQuestion.DIRECTORY_MUNICIPAL | FrameQuestion.DIRECTORY_OTHERS:
                return ServicesBox(self._desk, self.question, self)
            case FrameQuestion.UPDATED:
                return UpdateBox(self._desk, self)
        return LinesBox(self._desk, self.question, self) if self.question in LISTS else None
