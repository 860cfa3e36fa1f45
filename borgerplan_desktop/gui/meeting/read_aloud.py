"""Who does what by when, in large type, person by person in the order in which it is read aloud."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.sum_up import Tasks, sum_up
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.agreement_line import due_words
from borgerplan_desktop.gui.meeting.time_words import when_words
from borgerplan_desktop.gui.showing.who_and_when import name_of
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import breakable, plain_label
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting

MARGIN = 48                                              # design pixels


class ReadAloud(CaseDialog):
    """As large as the window it lies over, also over the projector's; arrows and the page keys turn the page."""

    drawn = (900, 640)

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, _("Who does what, when?"))
        self.page = PageScroll(_("Who does what, when?"), self, (MARGIN, 28, MARGIN, 16), 18)
        self.lines: list[str] = []                       # as they stand, from above
        self.page.body.addWidget(self._said(_("Who does what, when?"), "stage_title"))
        found = sum_up(meeting)
        for tasks in found:
            self._person(tasks, meeting)
        if not found:
            self.page.body.addWidget(self._said(_("Nothing is open. Everything is done, or nothing was agreed."),
                                                "stage"))
        self.page.body.addWidget(self._said(self._again(meeting), "stage_bold"))
        self.page.body.addStretch(1)
        self.close_button = button(_("Close"), "check", "projector", self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, 20)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page, 1)
        column.addLayout(foot)
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.page.verticalScrollBar()
        steps = {Qt.Key.Key_Down: px(60), Qt.Key.Key_Up: -px(60), Qt.Key.Key_PageDown: bar.pageStep(),
                 Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_Space: bar.pageStep()}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        parent = self.parentWidget()
        if parent is not None:                           # nothing of the program beside it
            self.setGeometry(parent.window().geometry())
        super().showEvent(event)

    def _person(self, tasks: Tasks, meeting: Meeting) -> None:
        member, today = tasks.member, self._desk.opened.today()
        name = name_of(member) if member is not None else _("Nobody has taken this on yet. Who would like to?")
        self.page.body.addWidget(self._said(name, "stage_bold"))
        grid = QGridLayout()
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        for number, agreement in enumerate(tasks.agreements):
            grid.addWidget(self._said(agreement.text.strip(), "stage"), number, 0)
            if when := due_words(agreement, today):
                grid.addWidget(self._said(when, "stage_when"), number, 1, Qt.AlignmentFlag.AlignTop)
        self.page.body.addLayout(grid)

    def _again(self, meeting: Meeting) -> str:
        following = self._desk.case.get(Meeting, meeting.next_meeting_id)
        if following is None or not following.status.ahead or following.starts_at is None:
            return _("When do we meet again?")
        return _("We meet again: {when}").format(when=when_words(following, self._desk.opened.today()))

    def _said(self, words: str, role: str) -> QWidget:
        self.lines.append(words)
        return plain_label(breakable(words), role, self, wrap=True)
