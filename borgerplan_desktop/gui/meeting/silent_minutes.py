"""Silent thoughts before a round: two minutes, or as many as are wanted."""
from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.meeting_time import seconds_between
from borgerplan_desktop.gui.widgets.buttons import icon_button
from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _, ngettext

USUAL, SHORTEST, LONGEST = 2, 1, 15                      # minutes


class Silence(QWidget):
    """Counts down from its minutes by the clock it is told; they stay as they were set for the next silence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun: datetime | None = None
        self._now: datetime | None = None
        self._minutes = USUAL
        self.left = plain_label("", "stage_clock", self)
        self.told = plain_label("", "stage_small", self, wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.shorter = icon_button("minus", _("A minute less"), self)
        self.longer = icon_button("plus", _("A minute more"), self)
        self.shorter.clicked.connect(self._on_shorter)
        self.longer.clicked.connect(self._on_longer)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for part in (self.shorter, self.left, self.longer):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.told)

    def begin(self, now: datetime) -> None:
        self._begun = now
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show how much is left; more than its minutes never, also when the clock is set back."""
        if self._begun is None:
            return
        self._now = now
        whole = self._minutes * 60
        seconds = int(min(max(0.0, whole - seconds_between(self._begun, now)), whole))
        words = f"{seconds // 60}.{seconds % 60:02}"
        if self.left.words() != words:
            self.left.setText(words)
        told = ngettext("{n} minute's silence. Think for yourself; then we take a round.",
                        "{n} minutes' silence. Think for yourself; then we take a round.",
                        self._minutes).format(n=self._minutes) if seconds else _("Thank you. Now we take a round.")
        if self.told.words() != told:
            self.told.setText(told)
            self.setAccessibleName(told)
        self.shorter.setEnabled(self._minutes > SHORTEST)
        self.longer.setEnabled(self._minutes < LONGEST)

    def _on_shorter(self) -> None:
        self._change(-1)

    def _on_longer(self) -> None:
        self._change(1)

    def _change(self, minutes: int) -> None:
        self._minutes = max(SHORTEST, min(self._minutes + minutes, LONGEST))
        if self._now is not None:
            self.tick(self._now)
