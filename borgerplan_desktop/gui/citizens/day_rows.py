"""The lines of Min dag: a meeting and what it needs, a deadline, a promise past its day, whom to keep an eye on."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from borgerplan_desktop.casework.course.day_words import late_by, on_day
from borgerplan_desktop.casework.course.my_day import DeadlineLine, Door, MeetingLine, OverdueLine, WatchLine
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.icon_view import IconView
from borgerplan_desktop.gui.widgets.label import ElidedLabel, breakable, plain_label
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.gui.widgets.pressable import Pressable
from borgerplan_desktop.i18n import _, clock, day, weekday_short
from borgerplan_desktop.model.attention import Side

WHEN_WIDTH, DATE_WIDTH, NOTE_WIDTH = 72, 128, 190        # design pixels


class DoorRow(Pressable):
    """A line that opens its place; `spoken` is all it says, for a screen reader, and `lead` its first column."""

    lead: QWidget | None = None

    def __init__(self, door: Door, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.door = door
        self.setAccessibleName(spoken)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(4, 4, 4, 4)
        self.row.setSpacing(10)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def two_lines(self, title: str, text: str, role: str = "") -> QVBoxLayout:
        """What it is, and below it in small what there is to know."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(breakable(title), role, self, wrap=True))
        if text:
            words.addWidget(plain_label(breakable(text), "small", self, wrap=True))
        self.row.addLayout(words, 1)
        return words

    def at_right(self, text: str, role: str = "small") -> None:
        if text:
            said = ElidedLabel(text, self, role)
            said.setAlignment(Qt.AlignmentFlag.AlignRight)
            said.setMaximumWidth(px(NOTE_WIDTH))
            self.row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)


def align(rows: Sequence[DoorRow]) -> None:
    """Make the first column of all these as wide as the widest: a long weekday moves nothing in its own line alone."""
    leads = [row.lead for row in rows if row.lead is not None]
    for lead in leads:
        lead.ensurePolished()                            # only then it knows its letters
    widest = max((max(lead.minimumWidth(), lead.sizeHint().width()) for lead in leads), default=0)
    for lead in leads:
        lead.setMinimumWidth(widest)


def meeting_row(line: MeetingLine, today: date, parent: QWidget) -> DoorRow:
    """When, with whom, and what it still needs as word-pills."""
    needs = line.needs or ((line.state, "good", "clock" if line.is_on else "check"),)
    if line.gone:
        needs = ((_("Should have begun"), "warn", "clock"), *line.needs)
    when, at = on_day(line.at.date(), today), clock(line.at)
    made = DoorRow(line.door, ", ".join((line.name, line.what, when, at, *(words for words, _kind, _icon in needs))),
                   parent)
    days = QVBoxLayout()
    days.setSpacing(0)
    days.addWidget(plain_label(at, "bold", made))
    close = plain_label(when, "small", made)
    close.setMinimumWidth(px(WHEN_WIDTH))
    made.lead = close
    days.addWidget(close)
    days.addStretch(1)
    made.row.addLayout(days)
    made.row.addWidget(Avatar(line.name, parent=made), 0, Qt.AlignmentFlag.AlignTop)
    words = made.two_lines(f"{line.name} · {line.what}", "", "bold")
    words.setSpacing(4)
    pills = QWidget(made)
    flow = FlowLayout(pills)
    for said, kind, icon in needs:
        flow.addWidget(Pill(said, kind, icon, pills))
    words.addWidget(pills)
    made.let_through()
    return made


def deadline_row(line: DeadlineLine, today: date, parent: QWidget) -> DoorRow:
    when = f"{weekday_short(line.on)} {day(line.on, today)}"
    made = DoorRow(line.door, ", ".join(part for part in (when, line.what, line.note) if part), parent)
    said = plain_label(when, "small", made)
    said.setMinimumWidth(px(DATE_WIDTH))
    made.lead = said
    made.row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
    made.two_lines(line.what, "").addStretch(1)
    made.at_right(line.note)
    made.let_through()
    return made


def overdue_row(line: OverdueLine, today: date, parent: QWidget) -> DoorRow:
    """Who has promised, and what, in their own words; what a citizen has not done is said mildly."""
    days = late_by(line.days)
    below = " · ".join(part for part in (line.what, line.kept) if part)
    made = DoorRow(line.door, ", ".join((line.who, below, _("{days} late").format(days=days))), parent)
    made.row.addWidget(Avatar(line.name, line.side is Side.PARTNER, 26, made), 0, Qt.AlignmentFlag.AlignTop)
    made.two_lines(line.who, below)
    made.at_right(days, "smallbad" if line.side in (Side.US, Side.PARTNER) else "small")
    made.let_through()
    return made


def watch_row(line: WatchLine, today: date, parent: QWidget) -> DoorRow:
    made = DoorRow(line.door, ", ".join(part for part in (line.title, line.text) if part), parent)
    made.row.addWidget(IconView(line.icon, "warn", 18, parent=made), 0, Qt.AlignmentFlag.AlignTop)
    made.two_lines(line.title, line.text)
    made.row.addWidget(IconView("chevron_right", "muted", 16, parent=made))
    made.let_through()
    return made
