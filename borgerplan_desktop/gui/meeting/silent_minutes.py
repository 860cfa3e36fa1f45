"""Two minutes' silent thoughts before a round."""
from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.label import plain_label
from borgerplan_desktop.i18n import _

LENGTH = timedelta(minutes=2)


class Silence(QWidget):
    """Counts down from two minutes by the clock it is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._until: datetime | None = None
        self.left = plain_label("", "stage_clock", self)
        self.told = plain_label("", "stage_small", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        for label in (self.left, self.told):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)

    def begin(self, now: datetime) -> None:
        self._until = now + LENGTH
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Show how much is left; more than two minutes never, also when the clock is set back."""
        if self._until is None:
            return
        left = min(max(timedelta(0), self._until - now), LENGTH)
        seconds = int(left.total_seconds())
        words = f"{seconds // 60}.{seconds % 60:02}"
        if self.left.words() != words:
            self.left.setText(words)
        told = _("Two minutes' silence. Think for yourself; then we take a round.") if seconds else (
            _("Thank you. Now we take a round."))
        if self.told.words() != told:
            self.told.setText(told)
            self.setAccessibleName(told)
