"""The meeting has a pause: since when, and the two ways to go on."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.meeting_time import end_of, paused_minutes
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, clock, ngettext
from borgerplan_desktop.model.meeting import Meeting


class PausePanel(QWidget):
    """`wanted(end_later)` when somebody goes on: the end holds, or moves by as long as the pause took."""

    wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.since = plain_label("", "stage_title", self, wrap=True)
        self.told = plain_label("", "stage_small", self, wrap=True)
        for label in (self.since, self.told):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.go_on, self.later = QPushButton(self), QPushButton(self)
        self.go_on.setProperty("kind", "primary")
        self.go_on.setProperty("large", True)
        self.later.setProperty("kind", "projector")
        self.go_on.setAutoDefault(True)
        self.go_on.clicked.connect(self._on_go_on)
        self.later.clicked.connect(self._on_later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(6)
        for part in (self.since, self.told):
            column.addWidget(part)
        for part in (self.go_on, self.later):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def tick(self, meeting: Meeting, now: datetime) -> None:
        """Show how long it has been, and when we would end."""
        if meeting.paused_at is None:
            return
        self.since.setText(_("Pause since {time}").format(time=clock(meeting.paused_at)))
        self.told.setText(_("The clock of the meeting stands."))
        end, minutes = end_of(meeting), paused_minutes(meeting, now)
        self._name(self.go_on, _("Go on and end at {time}").format(time=clock(end)) if end else _("Go on"))
        self._name(self.later, ngettext("Go on and end {n} minute later", "Go on and end {n} minutes later",
                                        minutes).format(n=minutes))
        self.later.setVisible(end is not None and minutes > 0)

    @staticmethod
    def _name(button: QPushButton, words: str) -> None:
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)

    def _on_go_on(self) -> None:
        self.wanted.emit(False)

    def _on_later(self) -> None:
        self.wanted.emit(True)
