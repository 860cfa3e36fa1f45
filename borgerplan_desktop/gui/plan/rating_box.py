"""Asks how it is going: the citizen and the contact person answer each for themselves, or do not."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import notes
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan import rating_words
from borgerplan_desktop.gui.plan.rating_scale import RatingScale
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.life_areas import area_name
from borgerplan_desktop.model.notes import RatedBy, Rating, RatingAnswer
from borgerplan_desktop.model.plan import Goal


class RatingBox(QFrame):
    """Every answer is stored at once; `closed` when they are done."""

    closed = Signal()

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._goal = desk, goal
        self.setProperty("role", "flat")
        area = area_name(desk.case.register, goal.area or LifeArea.OTHER)
        question = (_("How is it going with {area} these days?").format(area=area.lower()) if goal.area
                    else _("How is it going these days?"))
        self.setAccessibleName(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(plain_label(question, "bold", self, wrap=True))
        self.answers = {by: AnswerOf(says(desk, by), self) for by in RatedBy}
        for by, answer in self.answers.items():
            column.addWidget(answer)
            answer.given.connect(partial(self._on_given, by))
        self.apart = plain_label(_("You see it differently. Talk about why."), "smallwarn", self, wrap=True)
        column.addWidget(self.apart)
        self.done_button = button(_("Finished"), "check", "ghost", self)
        self.done_button.clicked.connect(self.closed)
        column.addWidget(self.done_button)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def ask(self) -> None:
        """Begin with the citizen."""
        self.answers[RatedBy.CITIZEN].scale.setFocus()

    def _on_given(self, by: RatedBy, answer: int | RatingAnswer) -> None:
        if self._goal.exists:
            self._desk.do(notes.rate, self._goal, by, answer)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Rating):
            self._refresh()

    def _refresh(self) -> None:
        if not self._goal.exists:
            return
        today = self._desk.opened.today()
        for by, answer in self.answers.items():
            rating = rating_words.latest(self._goal, by)
            answer.show_rating(rating if rating is not None and rating.rated_on == today else None)
        self.apart.setVisible(rating_words.far_apart(self._goal))


def says(desk: Desk, by: RatedBy) -> str:
    """Whose answer it is."""
    if by is RatedBy.CONTACT_PERSON:
        return _("the contact person says")
    return _("{name} says").format(name=rating_words.name_of(desk.case, by))


class AnswerOf(QWidget):
    """What one of the two says: a number, or that they do not know or will not say."""

    given = Signal(object)                               # int | RatingAnswer

    def __init__(self, name: str, parent: QWidget, about: str = "") -> None:
        super().__init__(parent)
        name = name[:1].upper() + name[1:]
        self.said = plain_label("", "small", self)
        called = f"{about}: {name}" if about else name
        self.scale = RatingScale(called, self)
        self.scale.answered.connect(self._on_number)
        self.others: dict[RatingAnswer, QPushButton] = {}
        head, tail = QHBoxLayout(), QHBoxLayout()
        head.addWidget(ElidedLabel(name, self, "smallbold"))
        head.addWidget(self.said)
        head.addStretch(1)
        for answer, text in ((RatingAnswer.DONT_KNOW, _("Don't know")),
                             (RatingAnswer.WONT_SAY, _("Would rather not say"))):
            made = button(text, "", "quiet", self)
            made.setCheckable(True)
            made.setAccessibleName(f"{called}: {text}")
            made.clicked.connect(partial(self.given.emit, answer))
            self.others[answer] = made
            tail.addWidget(made)
        tail.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.scale)
        column.addLayout(tail)

    def _on_number(self, value: int) -> None:
        self.given.emit(value)

    def show_rating(self, rating: Rating | None) -> None:
        value = rating.value if rating is not None else None
        self.scale.show_answer(value)
        self.said.setText(rating_words.in_words(value) if value is not None else "")
        for answer, made in self.others.items():
            made.setChecked(rating is not None and rating.answer is answer)
