"""Min dag: who needs something today, when no citizen is open."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course import day_words
from borgerplan_desktop.casework.course.my_day import Day, Door, First
from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.reading_order import InReadingOrder
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.citizens.day_card import DayCard
from borgerplan_desktop.gui.citizens.day_rows import deadline_row, meeting_row, overdue_row, watch_row
from borgerplan_desktop.gui.citizens.days_to_plan import DaysToPlan
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.label import ElidedLabel
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, counted, day, ngettext, weekday
from borgerplan_desktop.model.text import first_name

SIDE_BY_SIDE, ON_ONE_LINE = 900, 640                     # design pixels: the columns, and what stands above them
FEW = {"meetings": 4, "deadlines": 4, "overdue": 3, "watch": 4}      # lines of a card before somebody asks for more


class MyDay(InReadingOrder):
    """`wanted(Door)` for every line, `new_wanted()`, `print_wanted()`, `scope_wanted(whole shelter)`."""

    wanted = Signal(object)
    new_wanted = Signal()
    print_wanted = Signal()
    scope_wanted = Signal(bool)

    page_scroll: QScrollArea
    greeting: ElidedLabel
    date_label: ElidedLabel
    mine_button: QPushButton
    whole_button: QPushButton
    print_button: QPushButton
    first_card: QFrame
    first_avatar: Avatar
    first_pill: Pill
    first_title: QLabel
    first_text: QLabel
    first_button: QPushButton
    columns_row: QBoxLayout
    head_row: QBoxLayout
    first_row: QBoxLayout
    empty: EmptyState

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._cards: list[QWidget] = []                  # as all of the page, made when it is first seen

    def _make(self) -> None:
        load_form(self, "my_day")
        self.empty.hide()
        self._left, self._right = self._column(5), self._column(3)
        self._left.addWidget(self.first_card)
        self._make_cards()
        self._turn()
        # Signals
        self.empty.wanted.connect(self.new_wanted)
        self.first_button.clicked.connect(self._on_first)
        self.print_button.clicked.connect(self.print_wanted)
        self.mine_button.clicked.connect(self._on_scope)
        self.whole_button.clicked.connect(self._on_scope)

    def show_day(self, shown: Day) -> None:
        """Show the day; before the page has been seen, as soon as it is."""
        self._day = shown
        if self._cards or self.isVisible():
            self._draw(shown)

    def _draw(self, shown: Day) -> None:
        if not self._cards:
            self._make()
        today = shown.today
        self.greeting.setText(greeting(shown.now, shown.name))
        self.date_label.setText(" · ".join(self._whose(shown)))
        self._show_scope(shown)
        self._show_first(shown)
        of = shown.first.of if shown.first is not None else ""
        self.meetings_card.show_lines(shown.meetings, today, _("No more meetings in the next 7 days.")
                                      if of == "meeting" else _("No meetings in the next 7 days."))
        room = max(0, FEW["meetings"] - len(shown.meetings))
        self.deadlines_card.show_lines(shown.deadlines, today, _("No deadlines in the next 7 days."),
                                       FEW["deadlines"] + 2 * room)          # a meeting takes as much as two
        self.overdue_card.show_lines(shown.overdue, today, _("Nothing more is past its day.")
                                     if of == "promise" else _("What was promised is done."))
        self.watch_card.show_lines(shown.watch, today, _("Nothing else to follow up.")
                                   if shown.first is not None else _("Nothing to follow up today."))
        self.plans_card.show_days(shown.plans, shown.days_to_plan)
        nobody = shown.citizens + shown.others == 0 and not shown.looked_at
        self.page_scroll.setVisible(not nobody)
        self.empty.setVisible(nobody)
        self.empty.say(self.greeting.text(), _("No citizens yet. Who will you make a plan with?"), _("New citizen"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_cards", []) and self._day is not None:
            self._make_cards()
            self._draw(self._day)

    def showEvent(self, event: QShowEvent) -> None:
        if not self._cards and self._day is not None:
            self._draw(self._day)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cards:
            self._turn()

    # ------------------------------------------------------------------ its parts
    def _turn(self) -> None:
        """Side by side where there is room."""
        direction = QBoxLayout.Direction
        wide, roomy = self.width() >= px(SIDE_BY_SIDE), self.width() >= px(ON_ONE_LINE)
        for row, fits in ((self.columns_row, wide), (self.head_row, roomy), (self.first_row, roomy)):
            row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)
        self.head_row.setStretch(0, 1 if roomy else 0)
        self.first_row.setStretch(1, 1 if roomy else 0)

    def _column(self, stretch: int) -> QVBoxLayout:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.columns_row.addWidget(holder, stretch)
        return column

    def _make_cards(self) -> None:
        """The cards in the screen's language; the last of a column fills it."""
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self.meetings_card = DayCard(_("Meetings in the next 7 days"), "calendar", FEW["meetings"], meeting_row, self,
                                     ruled=True)
        self.deadlines_card = DayCard(_("Deadlines in the next 7 days"), "clock", FEW["deadlines"], deadline_row, self,
                                      ruled=True)
        self.overdue_card = DayCard(_("Agreements past their day"), "hourglass", FEW["overdue"], overdue_row, self)
        self.watch_card = DayCard(_("Keep an eye on"), "alert", FEW["watch"], watch_row, self)
        self.plans_card = DaysToPlan(self)
        for column, cards in ((self._left, (self.meetings_card, self.deadlines_card)),
                              (self._right, (self.plans_card, self.overdue_card, self.watch_card))):
            for card in cards:
                column.addWidget(card, 1 if card is cards[-1] else 0)
                card.show()                              # a layout shows only when it is laid out next
                if isinstance(card, DayCard):
                    card.opened.connect(self.wanted)
        self._cards = [self.meetings_card, self.deadlines_card, self.overdue_card, self.watch_card, self.plans_card]

    def _whose(self, shown: Day) -> list[str]:
        """The day, the week, and whose day it is."""
        today = shown.today
        if shown.is_whole:
            whose = ngettext("{n} citizen in the shelter", "{n} citizens in the shelter", shown.there_are)
        else:
            whose = ngettext("{n} citizen with you", "{n} citizens with you", shown.there_are)
        said = [f"{weekday(today).capitalize()} {day(today)}", _("week {week}").format(week=today.isocalendar().week),
                whose.format(n=counted(shown.there_are))]
        if shown.looked_at < shown.there_are and not shown.is_partly:
            said.append(_("shown: the {n} whose days are nearest").format(n=counted(shown.looked_at)))
        return said

    def _show_scope(self, shown: Day) -> None:
        """Whose day: there is a choice only where some are mine and some are not."""
        choice = shown.others > 0
        for button, checked in ((self.mine_button, not shown.is_whole), (self.whole_button, shown.is_whole)):
            with QSignalBlocker(button):
                button.setChecked(checked)
            button.setVisible(choice)

    def _show_first(self, shown: Day) -> None:
        first = shown.first or self._done_for_today(shown)
        self.first_avatar.setVisible(shown.first is not None)
        self.first_button.setVisible(bool(first.verb))
        self.first_avatar.show_person(first.name)
        self.first_title.setText(first.title)
        self.first_text.setText(first.text)
        self.first_text.setVisible(bool(first.text))
        self.first_button.setText(first.verb.replace("&", "&&"))
        self.first_button.setAccessibleName(first.verb)
        self.first_pill.say(first.due, "warn", "clock")
        self.first_pill.setVisible(bool(first.due))

    def _done_for_today(self, shown: Day) -> First:
        """Nothing is left for today: that is said, with the next day there is something."""
        ahead = next(iter(shown.deadlines), None)
        text = _("Next deadline: {date}, {what}.").format(
            date=day_words.when(ahead.on, shown.today), what=ahead.what) if ahead is not None else ""
        return First(Door(""), "", _("Everything is done for today."), text, "")

    # ------------------------------------------------------------------ what happens
    def _on_first(self) -> None:
        if self._day is not None and self._day.first is not None:
            self.wanted.emit(self._day.first.door)

    def _on_scope(self) -> None:
        self.scope_wanted.emit(self.whole_button.isChecked())


def greeting(now: datetime, name: str) -> str:
    """Good morning, good day or good evening, with the first name."""
    words = _("Good morning") if now.hour < 10 else _("Hello") if now.hour < 18 else _("Good evening")
    return f"{words}, {first_name(name)}" if name.strip() else words
