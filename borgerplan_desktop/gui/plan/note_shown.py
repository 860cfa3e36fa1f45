"""A note as it is read: when, who, of what kind, its words and what was added; its goals as chips where asked."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from borgerplan_desktop.casework.plan import notes
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.flow_layout import FlowLayout
from borgerplan_desktop.gui.widgets.label import plain_label, set_tip
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import _, day, day_short
from borgerplan_desktop.model.contact import Contact
from borgerplan_desktop.model.notes import Note, NoteKind
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.shelter import StaffMember

WIDEST = 400                                             # design pixels of a goal's name below a note


class NoteShown(QWidget):
    """`most` = the characters of it that are shown; `goals` = those it is about, None = they are known here."""

    add_wanted = Signal(object)                          # Note: write an addition to it
    goal_wanted = Signal(str)                            # the id of one it is about

    def __init__(self, desk: Desk, note: Note, most: int, goals: Sequence[Goal] | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.note, self._most = desk, note, most
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate((note, *note.additions)):
            words = [self._when(each), self._by(each)]
            head = plain_label(", ".join(part for part in words if part), "smallbold", self, wrap=True)
            text = plain_label(self._cut(each.text), "", self, wrap=True)
            if each.kind is not None:
                grid.addWidget(Pill(_(each.kind.label), "soft", parent=self), 2 * row, 0)
                grid.addWidget(head, 2 * row, 1)
            else:
                grid.addWidget(head, 2 * row, 0, 1, 2)
            grid.addWidget(text, 2 * row + 1, 0, 1, 3)
        add = button("", "plus", "meta", self)
        add.setAccessibleName(_("Add to the note of {date}").format(date=said_day(note.day, desk.opened.today())))
        set_tip(add, add.accessibleName())
        add.clicked.connect(partial(self.add_wanted.emit, note))
        grid.addWidget(add, 0, 2, Qt.AlignmentFlag.AlignTop)
        below = grid.rowCount()
        if note.was_about.strip() and not goals:
            was = _("Was about: {goals}").format(goals=" · ".join(note.was_about.splitlines()))
            grid.addWidget(plain_label(was, "small", self, wrap=True), below, 0, 1, 3)
        if goals:
            grid.addWidget(self._chips(goals), below + 1, 0, 1, 3)
        if note.kind is NoteKind.AGREEMENT:
            grid.addLayout(self._agreement(), below + 2, 0, 1, 3)

    def _chips(self, goals: Sequence[Goal]) -> QWidget:
        host = QWidget(self)
        flow = FlowLayout(host, 6)
        for goal in goals:
            title = goal.title.strip() or _("A goal without words yet")
            chip = ChipButton(title, "line", "flag", host)
            chip.longest = WIDEST
            chip.setAccessibleName(_("Go to the goal: {goal}").format(goal=title))
            set_tip(chip, title)
            chip.clicked.connect(partial(self.goal_wanted.emit, goal.id))
            flow.addWidget(chip)
        return host

    def _agreement(self) -> QHBoxLayout:
        """The offer to make it an agreement, or that it is one."""
        row = QHBoxLayout()
        if notes.agreement_of(self._desk.case, self.note) is None:
            made = button(_("Make it an agreement"), "check", "quiet", self)
            made.clicked.connect(self._on_agreement)
        else:
            made = button(_("See the agreement"), "arrow_right", "quiet", self)
            made.clicked.connect(self._on_see)
        row.addWidget(made)
        row.addStretch(1)
        return row

    def _on_agreement(self) -> None:
        if self.note.exists:
            self._desk.do(notes.make_agreement, self.note)

    def _on_see(self) -> None:
        self._desk.go.emit("plan", self.note.agreement_id)

    def _cut(self, text: str) -> str:
        return text if len(text) <= self._most else text[:self._most].rstrip() + " …"

    def _when(self, note: Note) -> str:
        """The day it is about, and when it was written where that is another."""
        today, written = self._desk.opened.today(), note.written_at.date()
        if note.day == written:
            return said_day(note.day, today)
        return _("{date} (written {written})").format(date=said_day(note.day, today), written=said_day(written, today))

    def _by(self, note: Note) -> str:
        """Who said it, else who wrote it."""
        if note.said_by:
            return _("told by {name}").format(name=note.said_by)
        register = self._desk.case.register
        staff = register.get(StaffMember, note.author_id) if register else None
        return Contact(staff.name).first_name if staff is not None else ""


def said_day(on: date, today: date) -> str:
    """"20. okt.", with its year where that is not this one."""
    return day_short(on) if on.year == today.year else day(on)
