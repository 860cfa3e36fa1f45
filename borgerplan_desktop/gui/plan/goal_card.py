"""A goal of the plan as a card: one line when closed, everything about it when open."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from borgerplan_desktop.gui.appearance.theme import set_role
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.goal_body import GoalBody
from borgerplan_desktop.gui.plan.goal_head import ClosedHead, OpenHead
from borgerplan_desktop.gui.widgets.move_with_keys import wanted_move
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal, Step


class GoalCard(QFrame):
    """Its body is made the first time it is opened, so that forty goals come up at once."""

    open_wanted = Signal()
    close_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, desk: Desk, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.goal, self._number, self._open = desk, goal, 0, False
        self.setProperty("role", "card")
        self.closed = ClosedHead(desk, goal, self)
        self.head: OpenHead | None = None
        self.body: GoalBody | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.closed)
        self.setFocusProxy(self.closed)
        self.closed.clicked.connect(self.open_wanted)
        self._pass_on_drag(self.closed)
        desk.changed.connect(self._on_changed)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_escape)

    @property
    def is_open(self) -> bool:
        return self._open

    def tell(self, number: int) -> None:
        """Its place in the order, from 1."""
        if number == self._number:
            return
        self._number = number
        self.closed.tell(number)
        if self.head is not None:
            self.head.tell(number)

    def open(self, on: bool) -> None:
        """Show everything about the goal, or one line."""
        made = on and self.head is None
        if made:
            self._make()
        if self.head is None or self.body is None:
            return
        self._open = on
        self.closed.tell(self._number)                   # what was written while it was open
        self.closed.setVisible(not on)
        if not made or self.isVisible():                 # else they come with the card, laid out once
            self.head.setVisible(on)
            self.body.setVisible(on)
        self.setFocusProxy(self.head if on else self.closed)
        set_role(self, "open" if on else "card")

    def _make(self) -> None:
        self.head, self.body = OpenHead(self._desk, self.goal, self), GoalBody(self._desk, self.goal, self)
        self.head.tell(self._number)
        self.head.close_wanted.connect(self.close_wanted)
        self.head.delete_wanted.connect(self.delete_wanted)
        self.head.move_wanted.connect(self.move_wanted)
        self.head.status_chosen.connect(self.body.ask_about_status)
        self.head.title.entered.connect(self.body.why.setFocus)
        self._pass_on_drag(self.head)
        self._column.addWidget(self.head)
        self._column.addWidget(self.body)

    def _pass_on_drag(self, head: ClosedHead | OpenHead) -> None:
        head.grip.dragged.connect(self.dragged)
        head.grip.dropped.connect(self.dropped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := wanted_move(event):
            self.move_wanted.emit(way)
        else:
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        """Esc closes the innermost thing that is open."""
        if self.is_open and self.body is not None and not self.body.leave_innermost():
            self.close_wanted.emit()

    def _on_changed(self, changes: Changes) -> None:
        if self.goal.exists and not self.is_open and (
                changes.touches(self.goal) or changes.touches(Step) or changes.touches(NetworkMember)):
            self.closed.tell(self._number)
