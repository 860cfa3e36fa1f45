"""The menu of what a new meeting can be: the same wherever one is begun."""
from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from borgerplan_desktop.casework.meeting.new_meeting import new_meetings
from borgerplan_desktop.gui.editing.desk import Desk


class NewMeetingMenu(QMenu):
    """`wanted(NewMeeting)`. What is offered is looked up when the menu opens."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setAccessibleName(title)
        self._desk = desk
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        self.clear()
        before = None
        for each in new_meetings(self._desk.opened):
            group = (each.first, each.template is not None)
            if before is not None and group != before:
                self.addSeparator()
            before = group
            self.addAction(each.words.replace("&", "&&"), partial(self.wanted.emit, each))
