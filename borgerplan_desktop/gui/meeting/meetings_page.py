"""All meetings of the citizen: one is opened from here, and a new one of any kind begun."""
from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.meeting_figures import words_of_case
from borgerplan_desktop.casework.meeting.meeting_list import Group, meeting_lines
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.further_page import FurtherPage
from borgerplan_desktop.gui.meeting.new_meeting_menu import NewMeetingMenu
from borgerplan_desktop.gui.meeting.time_words import when_words
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.two_lines import ID, TwoLines, add_two_lines
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting


class MeetingsPage(FurtherPage):
    """`chosen(str)` with the id of the meeting that is wanted, `new_wanted(NewMeeting)`; `left()` back."""

    chosen = Signal(str)
    new_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back = button(_("Back"), "arrow_left", "ghost", self)
        self.new = button(_("New meeting"), "plus", "primary", self)
        menu = NewMeetingMenu(desk, _("New meeting"), self)
        menu.wanted.connect(self.new_wanted)
        self.new.setMenu(menu)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("All meetings"))
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(plain_label(_("All meetings"), "h2", self), 1)
        head.addWidget(self.new)
        self.figures = plain_label("", "small", self, wrap=True)
        column.addLayout(head)
        column.addWidget(self.figures)
        column.addWidget(self.list, 1)
        self.back.clicked.connect(self.left)
        self.list.itemActivated.connect(self._on_row)
        self.list.itemClicked.connect(self._on_row)

    def show_meetings(self, current: Meeting | None) -> None:
        """Show them all as they are now; the keyboard stands at `current`."""
        today = self._desk.opened.today()
        say(self.figures, words_of_case(self._desk.opened))
        self.list.clear()
        group: Group | None = None
        for line in meeting_lines(self._desk.case, today):
            if line.group is not group:
                group = line.group
                add_two_lines(self.list, "", _(group.label)).setFlags(Qt.ItemFlag.ItemIsEnabled)
            row = add_two_lines(self.list, when_words(line.meeting, today), line.words, line.meeting.id)
            if line.meeting is current:
                self.list.setCurrentItem(row)

    def take_keyboard(self) -> None:
        self.list.setFocus()

    def _on_row(self, row: QListWidgetItem) -> None:
        if id := row.data(ID):
            self.chosen.emit(id)
