"""The goals in their order, the closed ones below: opened one at a time, moved by dragging or by Alt and the arrows."""
from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.plan import goals
from borgerplan_desktop.gui.appearance.form import set_button_icon
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.goal_card import GoalCard
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import show_if
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.goal_order import as_read, last_worked_at
from borgerplan_desktop.model.plan import Goal, current_plan

EDGE, PACE_MS = 40, 30                                   # near the edge of the page it scrolls on by itself
FEW, MANY = 4, 24                                        # so many closed goals, and goals, are in sight at first
AT_ONCE = 8                                              # cards that a page has room for when it opens


class GoalList(QWidget):
    opened = Signal(object)                              # Goal | None
    emptied = Signal(bool)                               # whether there are no goals

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.open_goal: Goal | None = None
        self._arriving = last_worked_at(desk.case, self._goals())
        self.cards: RowColumn[Goal, GoalCard] = RowColumn(self._make, 8, self, MANY, self._at_once())
        self.closed_cards: RowColumn[Goal, GoalCard] = RowColumn(self._make, 6, self, MANY, AT_ONCE)
        self.fold = button("", "chevron_down", "quiet", self)
        self._numbers: dict[str, int] = {}               # goal id → its place in the order, from 1
        self._folded: bool | None = None                 # None = nobody has chosen: few are seen, many are not
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.cards)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.closed_cards)
        self._mark = QFrame(self)                        # where a dragged card would land
        self._mark.setProperty("role", "drop")
        self._mark.hide()
        self._scrolling = QTimer(self, interval=PACE_MS)
        self._scrolling.timeout.connect(self._on_scrolling)
        self._at = QPoint()
        self.fold.clicked.connect(self._on_fold)
        desk.changed.connect(self._on_changed)
        self._refresh()

    def _at_once(self) -> int:
        """What comes below an open goal is out of sight when the page opens."""
        above = [goal for goal in self._goals() if goal.status.open][:AT_ONCE]
        return above.index(self._arriving) + 2 if self._arriving in above else AT_ONCE

    def card(self, goal: Goal | None) -> GoalCard | None:
        """Where the goal is shown, open or closed."""
        return self.cards.widget(goal) or self.closed_cards.widget(goal)

    def reach(self, goal: Goal | None) -> GoalCard | None:
        """As `card`, also for one of the many that wait behind a button."""
        return self.cards.reach(goal) or self.closed_cards.reach(goal)

    def arrive(self) -> None:
        """The goal that was last worked at stands open; the page stays where it is, and so does the keyboard."""
        goal = self._arriving
        if self.open_goal is None and (card := self.cards.reach(goal)) is not None:
            self.open_goal = goal
            card.open(True)
            self.opened.emit(goal)

    def make_whole(self) -> None:
        """Every card that stands in the list, also those far down."""
        self.cards.widgets()
        self.closed_cards.widgets()

    # ------------------------------------------------------------------------------------------- what can be done
    def add(self) -> Goal | None:
        """A new goal at the end, open, ready to be written."""
        goal = self._desk.made(goals.add_goal)
        if goal is not None:
            self.open(goal)
        return goal

    def open(self, goal: Goal | None) -> None:
        """Open one goal (None = none); the others close."""
        self.make_whole()                                # the page scrolls to it
        before = self.card(self.open_goal)
        if before is not None and self.open_goal is not goal:
            before.open(False)
        self.open_goal = goal
        self._refresh()                                  # one that was closed while it stood open goes down now
        if (card := self.reach(goal)) is not None:
            if goal is not None and self.closed_cards.widget(goal) is card and self.closed_cards.isHidden():
                self._on_fold()
            card.open(True)
            card.setFocus()
            QTimer.singleShot(0, self, self._show_open)
        self.opened.emit(goal)

    def _make(self, goal: Goal) -> GoalCard:
        card = GoalCard(self._desk, goal, self.cards)
        card.tell(self._numbers.get(goal.id, 0))
        card.open_wanted.connect(self._on_open)
        card.close_wanted.connect(self._on_close)
        card.delete_wanted.connect(self._on_delete)
        card.move_wanted.connect(self._on_move)
        card.dragged.connect(self._on_dragged)
        card.dropped.connect(self._on_dropped)
        return card

    def _card(self) -> GoalCard | None:
        card = self.sender()
        return card if isinstance(card, GoalCard) and card.goal.exists else None

    def _on_open(self) -> None:
        if (card := self._card()) is not None:
            self.open(card.goal)

    def _on_close(self) -> None:
        goal = card.goal if (card := self._card()) is not None else None
        self.open(None)
        if (card := self.card(goal)) is not None:
            (self.fold if card.isHidden() or not card.isVisible() else card).setFocus()

    def _on_delete(self) -> None:
        if (card := self._card()) is not None:
            self._delete(card)

    def _delete(self, card: GoalCard) -> None:
        """Goes at once: undo brings it back, its notes stay."""
        self._desk.settle.emit()
        self._desk.do(goals.delete_goal, card.goal)

    def _on_move(self, way: int) -> None:
        if (card := self._card()) is not None:
            beside = [each.goal for each in self._column_of(card).widgets()]
            at = beside.index(card.goal) + way
            if 0 <= at < len(beside):
                self._move(card, beside[at])

    def _move(self, card: GoalCard, target: Goal) -> None:
        """Into the place of another goal."""
        focus = keyboard_in(self)
        self._desk.do(goals.move_goal, card.goal, self._goals().index(target))
        if focus is not None:
            focus.setFocus()
        QTimer.singleShot(0, card, self._show_open if card.is_open else card.update)

    def _on_fold(self) -> None:
        """Show the closed goals, or only how many they are."""
        self._folded = not self.closed_cards.isHidden()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cards = self.cards.widgets() + ([] if self.closed_cards.isHidden() else self.closed_cards.widgets())
        focused = next((n for n, card in enumerate(cards) if card.closed.hasFocus()), None)
        if focused is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            cards[max(0, min(focused + step, len(cards) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        elif focused is not None and event.key() == Qt.Key.Key_Delete:
            self._delete(cards[focused])
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------- dragging
    def _on_dragged(self, at: QPoint) -> None:
        self._at = at
        self._show_mark()
        self._scrolling.start()

    def _on_dropped(self, at: QPoint) -> None:
        self._scrolling.stop()
        self._mark.hide()
        card, beside = self._card(), [each.goal for each in self.cards.widgets()]
        if card is not None and card.goal in beside:
            gap, here = self._gap(at), beside.index(card.goal)
            self._move(card, beside[min(gap - 1 if gap > here else gap, len(beside) - 1)])

    def _gap(self, at: QPoint) -> int:
        """Before which card the point is (their number = after all)."""
        y = self.cards.mapFromGlobal(at).y()
        return sum(card.geometry().center().y() < y for card in self.cards.widgets())

    def _show_mark(self) -> None:
        cards, gap = self.cards.widgets(), self._gap(self._at)
        y = cards[gap].y() - 5 if gap < len(cards) else cards[-1].geometry().bottom() + 3
        self._mark.setGeometry(0, max(0, y), self.width(), px(3))
        self._mark.raise_()
        self._mark.show()

    def _on_scrolling(self) -> None:
        page = self._page()
        if page is None:
            return
        y, bar = page.viewport().mapFromGlobal(self._at).y(), page.verticalScrollBar()
        if y < EDGE or y > page.viewport().height() - EDGE:
            bar.setValue(bar.value() + (-12 if y < EDGE else 12))
            self._show_mark()

    def _page(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def _show_open(self) -> None:
        """Scroll so that the open card is in sight, its head first."""
        page, card = self._page(), self.card(self.open_goal)
        content = page.widget() if page is not None else None
        if page is None or card is None or content is None:
            return
        top, view = card.mapTo(content, QPoint(0, 0)).y(), page.viewport().height()
        bar = page.verticalScrollBar()
        if top < bar.value() or top + card.height() > bar.value() + view:
            bar.setValue(max(0, min(top - 8, top + card.height() - view + 8) if card.height() < view else top - 8))

    # ------------------------------------------------------------------------------------------- refresh
    def _goals(self) -> list[Goal]:
        return current_plan(self._desk.case).goals

    def _column_of(self, card: GoalCard) -> RowColumn[Goal, GoalCard]:
        return self.cards if self.cards.widget(card.goal) is card else self.closed_cards

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Goal, Goal.place, Goal.plan_id, Goal.status):
            self._refresh()

    def _stands_above(self, goal: Goal) -> bool:
        """Whether it is among the goals that are worked on; the open card stays where it is until it is closed."""
        if goal is self.open_goal and self.card(goal) is not None:
            return self.cards.widget(goal) is not None
        return goal.status.open

    def _refresh(self) -> None:
        found = self._goals()
        if self.open_goal is not None and self.open_goal not in found:
            self.open_goal = None
            self.opened.emit(None)
        order = as_read(found)
        self._numbers = {goal.id: number for number, goal in enumerate(order, 1)}
        above, below = [g for g in found if self._stands_above(g)], [g for g in order if not self._stands_above(g)]
        self.cards.show_rows(above)
        self.closed_cards.show_rows(below)
        folded = len(below) > FEW if self._folded is None else self._folded
        show_if(self.closed_cards, bool(below) and not folded)
        show_if(self.fold, bool(below))
        text = ngettext("{n} closed goal", "{n} closed goals", len(below)).format(n=len(below))
        self.fold.setText(text)
        self.fold.setAccessibleName(text)
        set_button_icon(self.fold, "chevron_down" if folded else "chevron_up")
        for column in (self.cards, self.closed_cards):
            for card in column.made():
                card.tell(self._numbers[card.goal.id])
        self.emptied.emit(not found)
