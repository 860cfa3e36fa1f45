"""One difference between two versions: what it is, what happened to it, and what was beside what is now."""
from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import in_a_row, plain_label
from borgerplan_desktop.gui.widgets.marked_text import MarkedText
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.difference_words import Difference, Told
from borgerplan_desktop.model.plan_difference import How
from borgerplan_desktop.model.text_difference import Mark, Piece, text_difference

LOOKS = {How.ADDED: ("good", "plus"), How.CHANGED: ("info", "edit"), How.MOVED: ("warn", "history"),
         How.REMOVED: ("bad", "close")}


class DifferenceRow(QFrame):
    """A stop for the keyboard; what it says is read aloud whole."""

    def __init__(self, difference: Difference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.difference = difference
        self.setProperty("role", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        happened = _(difference.how.label)
        if difference.moved and difference.how is not How.MOVED:
            happened = f"{happened}, {difference.moved}"
        elif difference.moved:
            happened = f"{difference.moved[:1].upper()}{difference.moved[1:]}"
        kind, icon = LOOKS[difference.how]
        self.pill = Pill(happened, kind, icon, self)
        self.head_label = plain_label(in_a_row(difference.head or _(difference.section.label)), "bold", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        if difference.within:
            column.addWidget(plain_label(in_a_row(difference.within), "small", self, wrap=True))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.head_label, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.before: list[MarkedText] = []
        self.after: list[MarkedText] = []
        if difference.told:
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(6)
            for column_number, stretch in ((0, 2), (1, 5), (2, 5)):
                grid.setColumnStretch(column_number, stretch)
            grid.setColumnMinimumWidth(0, px(110))
            for number, told in enumerate(difference.told):
                self._add(grid, number, told)
            column.addLayout(grid)
        self.whole_button: QPushButton | None = None
        if any(each.is_cut for each in (*self.before, *self.after)):
            self.whole_button = button(_("Show the whole text"), "chevron_down", "quiet", self)
            self.whole_button.clicked.connect(self._on_whole)
            column.addWidget(self.whole_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._happened = happened
        self._name()

    def _name(self) -> None:
        difference = self.difference
        aloud = [difference.within, difference.head or _(difference.section.label), self._happened,
                 *(self._aloud(*each) for each in zip(difference.told, self.before, self.after, strict=True))]
        self.setAccessibleName(". ".join(part for part in aloud if part))

    def _on_whole(self) -> None:
        for each in (*self.before, *self.after):
            each.show_whole()
        if self.whole_button is not None:
            self.whole_button.hide()
        self._name()
        self.setFocus()                                  # the button that had the keyboard is gone

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(9), px(9))

    def _add(self, grid: QGridLayout, row: int, told: Told) -> None:
        old, new = _pieces(told)
        before, after = MarkedText(old, self), MarkedText(new, self)
        for each, text in ((before, told.before), (after, told.after)):
            if not text:
                each.show_pieces([Piece(Mark.SAME, "–")])
        grid.addWidget(plain_label(told.label, "small", self, wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(before, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(after, row, 2, Qt.AlignmentFlag.AlignTop)
        self.before.append(before)
        self.after.append(after)

    def _aloud(self, told: Told, before: MarkedText, after: MarkedText) -> str:
        nothing = _("nothing")
        return _("{label}. Before: {before}. Now: {after}").format(
            label=told.label, before=before.accessibleName() if told.before else nothing,
            after=after.accessibleName() if told.after else nothing)


def _pieces(told: Told) -> tuple[list[Piece], list[Piece]]:
    """A person, a day or a state is another one as a whole; in words the changed words are marked."""
    if told.own:
        return text_difference(told.before, told.after)
    return ([Piece(Mark.GONE, told.before)] if told.before else [],
            [Piece(Mark.NEW, told.after)] if told.after else [])
