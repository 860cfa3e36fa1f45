"""One question of the citizen's own words: reads as on paper, and helps to talk while somebody writes."""
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.widgets.wrapped_line import QuietText
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.plan import Plan, current_plan
from borgerplan_desktop.model.row import Field

INSIDE = 8                                               # pixels from the frame of a field to its words
READ, WRITTEN = 7, 14                                    # lines in sight while it is read, and while it is written


class OwnField(QWidget):
    """The first of the `questions` is in the field as long as nothing is written; another one comes when it is wanted,
    below the words that are there. Nothing moves on the page when the keyboard comes and goes, and Tab leads from
    answer to answer: what asks again is before the field. None of the questions is ever on paper."""

    def __init__(self, desk: Desk, field: Field, name: str, questions: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self._questions, self._at, self._wanted = field, questions, 0, False
        self.edit = citizens_own(QuietText(name, _(questions[0]), 1, READ, parent=self))
        label = ElidedLabel(name, self, "smallbold")
        label.setBuddy(self.edit)
        self.asked = plain_label("", "small", self, wrap=True)
        self.asked.setContentsMargins(INSIDE, 0, 0, 0)
        self.asked.hide()
        self.next_button = button(_("Another question"), "", "link", self)
        self.next_button.ensurePolished()
        self.next_button.hide()
        row = QHBoxLayout()
        row.setContentsMargins(INSIDE, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label, 1)
        row.addWidget(self.next_button)
        row.addStrut(self.next_button.sizeHint().height())               # as tall without it
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.edit)
        column.addWidget(self.asked)
        QWidget.setTabOrder(self.next_button, self.edit)
        TextField(self.edit, desk, field, N_("Change own words")).show_row(current_plan(desk.case))
        self._soon = QTimer(self, singleShot=True, interval=0)        # the keyboard may have gone to the button
        self._soon.timeout.connect(self._on_keyboard)
        for watched in (self.edit, self.next_button):
            watched.installEventFilter(self)
        self.next_button.clicked.connect(self._on_next)
        self.edit.textChanged.connect(self._ask)
        desk.changed.connect(self._ask)

    def tall(self, width: int) -> int:
        """How tall it is while it is read, in a column of this width."""
        words = self.edit.toPlainText() or self._questions[0]
        face, room = self.edit.fontMetrics(), max(1, width - 2 * INSIDE)
        wrapped = face.boundingRect(0, 0, room, 10 ** 6, Qt.TextFlag.TextWordWrap, words[:4000]).height()
        return min(wrapped, READ * face.lineSpacing()) + 2 * face.lineSpacing()

    @property
    def is_answered(self) -> bool:
        return bool(self.edit.toPlainText().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._soon.start()
        return False

    def _on_keyboard(self) -> None:
        here = self._is_here()
        if not here:
            self._wanted = False
        self.edit.set_lines(1, WRITTEN if here else READ)
        self.edit.hold_height(here)
        self._ask()

    def _is_here(self) -> bool:
        return self.edit.hasFocus() or self.next_button.hasFocus()

    def _on_next(self) -> None:
        self._at, self._wanted = (self._at + 1) % len(self._questions), True
        self._ask()
        self.edit.setFocus()

    def _ask(self) -> None:
        """In an empty field the question stands where the answer is to be."""
        question = _(self._questions[self._at])
        if self.edit.placeholderText() != question:
            self.edit.setPlaceholderText(question)
        wanted = self._wanted and self.is_answered and self._is_here()
        self.asked.setText(question if wanted else "")
        self.asked.setVisible(wanted)
        self.next_button.setVisible(self._is_here() and len(self._questions) > 1)


OWN_WORDS: tuple[tuple[Field, str, tuple[str, ...]], ...] = (
    (Plan.hopes, N_("Hopes and dreams"), (
        N_("What do you hope for? What do you dream of?"),
        N_("If it goes as you would like: what is different in half a year?"))),
    (Plan.strengths, N_("Strengths"), (
        N_("What are you good at? What have you managed before?"),
        N_("Who means something to you? Whom would you like to see more of?"))),
    (Plan.matters_now, N_("What matters most now"), (N_("What matters most to you right now?"),)),
    (Plan.situation, N_("Situation"), (
        N_("What does an ordinary day look like for you now?"),
        N_("What should we know about you, to be of help?"))),
    (Plan.help_wanted, N_("What I would like help with"), (
        N_("What is hard – and what makes it easier, even a little?"),
        N_("What should we leave alone? What has not helped before?"))),
    (Plan.can_do_myself, N_("What I can do myself"), (
        N_("What needs doing, and what will you take on yourself?"),)),
)
FIRST = 3                                                # of them are always in sight
