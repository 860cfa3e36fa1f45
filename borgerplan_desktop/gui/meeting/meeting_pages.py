"""The pages of the meetings: before, during, after, and the list of all; each is made when it is first wanted."""
from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.meeting.after_page import AfterPage
from borgerplan_desktop.gui.meeting.before_page import BeforePage
from borgerplan_desktop.gui.meeting.during_page import DuringPage
from borgerplan_desktop.gui.meeting.meetings_page import MeetingsPage

W = TypeVar("W", bound=QWidget)


class MeetingPages(Tab):
    """`connect_page(page)` is told of each when it is made."""

    pages: QStackedWidget

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def connect_page(self, page: QWidget) -> None:
        """What the page asks for, and who does it."""

    @cached_property
    def before(self) -> BeforePage:
        return self._put(BeforePage(self._desk, self))

    @cached_property
    def during(self) -> DuringPage:
        return self._put(DuringPage(self._desk, self))

    @cached_property
    def after(self) -> AfterPage:
        return self._put(AfterPage(self._desk, self))

    @cached_property
    def all(self) -> MeetingsPage:
        return self._put(MeetingsPage(self._desk, self))

    def _put(self, page: W) -> W:
        self.pages.addWidget(page)
        self.connect_page(page)
        return page
