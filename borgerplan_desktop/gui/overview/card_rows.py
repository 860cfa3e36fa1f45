"""The lines of the overview's cards: a goal with its steps, an agreement to tick, a line that opens its place."""
from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import colour, px
from borgerplan_desktop.gui.showing.goal_summary import STATUS_KIND, title_of
from borgerplan_desktop.gui.showing.who_and_when import by_when
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, breakable, plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day_short, due
from borgerplan_desktop.model.plan import Agreement, Goal
from borgerplan_desktop.model.text import shortened

LONGEST = 80                                             # letters of a goal or an agreement: two lines
NEAR_DAYS = 300                                          # a day and a month that far ahead say which year it is
WIDEST = 150                                             # design pixels of who and when, at the right of an agreement


class Door(QWidget):
    """A line that opens its place by click, Enter or Space."""

    opened = Signal(str)

    def __init__(self, target: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._target = target
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._target)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


class Bar(QWidget):
    """How many of a goal's steps are done: the only honest bar."""

    def __init__(self, done: int, of: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = done / of if of else 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{done} of {n} steps done").format(done=done, n=of))

    def sizeHint(self) -> QSize:
        return QSize(px(60), px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(colour("border"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self._share > 0:
            box.setWidth(max(box.height(), box.width() * self._share))
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class GoalRow(Door):
    def __init__(self, number: int, goal: Goal, today: date, parent: QWidget) -> None:
        status = _(goal.status.label)
        late = by_when(goal.deadline, today)[0] if goal.overdue(today) else ""
        super().__init__(goal.id, ", ".join(p for p in (f"{number} {title_of(goal)}", status, late) if p), parent)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(plain_label(str(number), "muted", self))
        top.addWidget(plain_label(breakable(shortened(title_of(goal), LONGEST)), "", self, wrap=True), 1)
        if goal.deadline is not None:
            top.addWidget(plain_label(_short(goal.deadline, today), "smallbad" if late else "small", self))
        top.addWidget(Pill(status, STATUS_KIND[goal.status], parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        column.addLayout(top)
        done, steps = goal.progress
        if steps:
            column.addWidget(Bar(done, steps, self))


def _short(deadline: date, today: date) -> str:
    """Without the year as long as nobody can take it for another."""
    return day_short(deadline) if 1 < (deadline - today).days < NEAR_DAYS else due(deadline, today)


class AgreementRow(QWidget):
    """Tick it, or open it in the plan."""

    ticked = Signal(str, bool)

    def __init__(self, agreement: Agreement, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = agreement.id
        who = agreement.responsible
        first = who.contact.first_name if who is not None else ""
        late = agreement.overdue(today)
        if agreement.done:
            when = _("done")
        elif agreement.due_on is not None:
            when = due(agreement.due_on, today)
        else:
            when = agreement.when
        self.box = QCheckBox(self)
        self.box.setChecked(agreement.done)
        aloud = by_when(agreement.due_on, today)[0] if late else when
        self.box.setAccessibleName(f"{agreement.text}, {first} {aloud}".strip(", "))
        self.box.toggled.connect(self._on_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)                                # the box has its own room for words
        row.addWidget(self.box)
        row.addWidget(plain_label(breakable(shortened(agreement.text, LONGEST)), "", self, wrap=True), 1)
        row.addSpacing(px(10))
        told = ElidedLabel(" · ".join(p for p in (first, when) if p), self, "smallbad" if late else "small")
        told.setMaximumWidth(px(WIDEST))
        row.addWidget(told)

    def _on_toggled(self, done: bool) -> None:
        self.ticked.emit(self._id, done)


def fact_row(text: str, icon: str, role: str, parent: QWidget) -> QWidget:
    """An icon and a sentence."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconView(icon, role, 17, parent=made), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(text, "", made, wrap=True), 1)
    return made
