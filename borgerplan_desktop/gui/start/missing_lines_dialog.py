"""At the login: what is missing, since when, and what a backup has of it; a person chooses."""
from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from borgerplan_desktop.casework.session.login_notices import Notice
from borgerplan_desktop.gui.appearance.dialog import Dialog


class MissingLinesDialog(Dialog):
    """`restore_wanted(Copy)`: the backup with the newest content; `go_on_wanted()`."""

    form = "missing_lines_dialog"
    drawn = (600, 360)

    restore_wanted = Signal(object)
    go_on_wanted = Signal()

    happened_label: QLabel
    differs_label: QLabel
    later_button: QPushButton
    go_on_button: QPushButton
    restore_button: QPushButton

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = notice.missing.copy if notice.missing is not None else None
        self.happened_label.setText(notice.happened)
        self.differs_label.setText(notice.differs)
        self.restore_button.setVisible(self._copy is not None)
        # Signals
        self.later_button.clicked.connect(self.reject)
        self.go_on_button.clicked.connect(self._on_go_on)
        self.restore_button.clicked.connect(self._on_restore)
        # Initial update
        first = self.restore_button if self._copy is not None else self.later_button
        first.setDefault(True)
        first.setFocus()

    def _on_go_on(self) -> None:
        self.go_on_wanted.emit()
        self.accept()

    def _on_restore(self) -> None:
        self.restore_wanted.emit(self._copy)             # before it closes: nothing else is said then
        self.accept()
