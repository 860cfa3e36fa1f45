"""Min dag: what there is to do today and this week, when no citizen is open."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.gui.appearance.form import load_form
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.card import Card, line
from borgerplan_desktop.gui.widgets.chip_button import Chip
from borgerplan_desktop.gui.widgets.empty_state import EmptyState
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, clock, day, day_short, near_word, ngettext, weekday, weekday_short
from borgerplan_desktop.model.text import first_name

SIDE_BY_SIDE = 900  # design pixels


@dataclass(frozen=True)
class FirstThing:
    """The one thing to begin with."""

    case_id: str
    name: str
    title: str
    text: str
    verb: str
    tab: str = "overview"


@dataclass(frozen=True)
class MeetingLine:
    """A meeting of the week, and what it still needs."""

    case_id: str
    name: str
    on: date
    at: time | None = None
    what: str = ""
    needs: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class DeadlineLine:
    case_id: str
    citizen: str
    on: date
    what: str
    note: str = ""


@dataclass(frozen=True)
class FollowUpLine:
    """Something of ours to follow up: what, and what we wait for."""

    case_id: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class MyDayFacts:
    """Everything the page shows, as of one moment."""

    now: datetime
    name: str
    citizens: int = 0                                    # mine: those whose contact person I am
    others: int = 0                                      # of the shelter, whose contact person is somebody else
    first: FirstThing | None = None
    meetings: tuple[MeetingLine, ...] = ()
    deadlines: tuple[DeadlineLine, ...] = ()
    follow_ups: tuple[FollowUpLine, ...] = field(default=())


class MyDay(QWidget):
    """`opened(case_id)` for every line, `first_wanted(case_id, tab)` for the first thing, `new_wanted()`."""

    opened = Signal(str)
    first_wanted = Signal(str, str)
    new_wanted = Signal()

    page_scroll: QScrollArea
    greeting: ElidedLabel
    date_label: ElidedLabel
    first_card: QFrame
    first_avatar: Avatar
    first_title: QLabel
    first_text: QLabel
    first_button: QPushButton
    columns_row: QBoxLayout
    head_row: QBoxLayout
    first_row: QBoxLayout
    empty: EmptyState

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: MyDayFacts | None = None
        load_form(self, "my_day")
        self.empty.hide()
        self.empty.wanted.connect(self.new_wanted)
        self.first_button.clicked.connect(self._on_first)

    def show_facts(self, facts: MyDayFacts) -> None:
        """Show the day."""
        self._facts = facts
        today = facts.now.date()
        self.greeting.setText(greeting(facts.now, facts.name))
        week = _("week {week}").format(week=today.isocalendar().week)
        with_you = ngettext("{n} citizen with you", "{n} citizens with you", facts.citizens).format(n=facts.citizens)
        self.date_label.setText(f"{weekday(today).capitalize()} {day(today)} · {week} · {with_you}")
        self._show_first(facts.first)
        self._fill_columns(facts)
        nobody = facts.citizens + facts.others == 0
        self.page_scroll.setVisible(not nobody)
        self.empty.setVisible(nobody)
        self.empty.say(self.greeting.text(), _("No citizens yet. Who will you make a plan with?"), _("New citizen"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and getattr(self, "_facts", None) is not None:
            assert self._facts is not None
            self.show_facts(self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= px(SIDE_BY_SIDE)
        for row in (self.columns_row, self.head_row, self.first_row):
            row.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.head_row.setStretch(0, 1 if wide else 0)
        self.first_row.setStretch(1, 1 if wide else 0)

    def _show_first(self, first: FirstThing | None) -> None:
        self.first_card.setVisible(first is not None)
        if first is not None:
            self.first_avatar.show_person(first.name)
            self.first_title.setText(first.title)
            self.first_text.setText(first.text)
            self.first_button.setText(first.verb)

    def _fill_columns(self, facts: MyDayFacts) -> None:
        while (item := self.columns_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        left, right = self._column(5), self._column(3)
        today = facts.now.date()
        left.addWidget(self._meetings(facts.meetings, today))
        if facts.deadlines:
            left.addWidget(self._deadlines(facts.deadlines, today))
        right.addWidget(self._follow_ups(facts.follow_ups))
        left.addStretch(1)
        right.addStretch(1)

    def _column(self, stretch: int) -> QVBoxLayout:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.columns_row.addWidget(holder, stretch)
        return column

    def _meetings(self, meetings: tuple[MeetingLine, ...], today: date) -> Card:
        card = Card(_("Meetings in the next 7 days"), "calendar", self)
        if not meetings:
            card.body.addWidget(plain_label(_("No meetings in the next 7 days."), "muted", card, wrap=True))
        for number, meeting in enumerate(meetings):
            if number:
                card.body.addWidget(line(card))
            card.body.addWidget(self._meeting(meeting, today, card))
        return card

    def _meeting(self, meeting: MeetingLine, today: date, card: QWidget) -> QWidget:
        holder = QWidget(card)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        when = QVBoxLayout()
        when.setSpacing(0)
        when.addWidget(plain_label(clock(meeting.at) if meeting.at else "", "bold", holder))
        close = plain_label(near_word(meeting.on, today) or weekday(meeting.on), "small", holder)
        close.setMinimumWidth(px(72))
        when.addWidget(close)
        when.addStretch(1)
        row.addLayout(when)
        row.addWidget(Avatar(meeting.name, parent=holder), 0, Qt.AlignmentFlag.AlignTop)
        what = QVBoxLayout()
        what.setSpacing(4)
        title = f"{meeting.name} · {meeting.what}" if meeting.what else meeting.name
        what.addWidget(self._opener(title, meeting.case_id, holder))
        if meeting.needs:
            pills = QWidget(holder)
            flow = FlowLayout(pills)
            for need in meeting.needs:
                flow.addWidget(Pill(need.text, need.kind, need.icon, pills))
            what.addWidget(pills)
        row.addLayout(what, 1)
        return holder

    def _deadlines(self, deadlines: tuple[DeadlineLine, ...], today: date) -> Card:
        late = any(deadline.on < today for deadline in deadlines)
        card = Card(_("What should have happened, and the next 7 days") if late else _("Deadlines in the next 7 days"),
                    "clock", self)
        for number, deadline in enumerate(deadlines):
            if number:
                card.body.addWidget(line(card))
            holder = QWidget(card)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            when = plain_label(day(deadline.on) if deadline.on < today else
                               f"{weekday_short(deadline.on)} {day_short(deadline.on)}", "small", holder)
            when.setMinimumWidth(px(92))
            row.addWidget(when)
            row.addWidget(self._opener(deadline.what, deadline.case_id, holder), 1)
            row.addWidget(plain_label(deadline.note, "small", holder))
            card.body.addWidget(holder)
        return card

    def _follow_ups(self, follow_ups: tuple[FollowUpLine, ...]) -> Card:
        card = Card(_("Needs attention"), "alert", self)
        if not follow_ups:
            card.body.addWidget(plain_label(_("Nothing to follow up today."), "muted", card, wrap=True))
        for follow_up in follow_ups:
            holder = QWidget(card)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 2, 0, 2)
            row.setSpacing(10)
            row.addWidget(IconView("alert", "warn", 18, parent=holder), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(self._opener(follow_up.title, follow_up.case_id, holder))
            if follow_up.text:
                words.addWidget(plain_label(follow_up.text, "small", holder, wrap=True))
            row.addLayout(words, 1)
            card.body.addWidget(holder)
        return card

    def _opener(self, text: str, case_id: str, parent: QWidget) -> QPushButton:
        """A line that opens its citizen."""
        made = button(text, "", "link", parent)
        made.setProperty("case_id", case_id)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(self._on_opener)
        return made

    def _on_opener(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(str(sender.property("case_id")))

    def _on_first(self) -> None:
        if self._facts is not None and self._facts.first is not None:
            self.first_wanted.emit(self._facts.first.case_id, self._facts.first.tab)


def greeting(now: datetime, name: str) -> str:
    """Good morning, good day or good evening, with the first name."""
    words = _("Good morning") if now.hour < 10 else _("Hello") if now.hour < 18 else _("Good evening")
    return f"{words}, {first_name(name)}" if name.strip() else words
