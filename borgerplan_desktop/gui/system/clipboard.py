"""A copied CPR number does not stay on the clipboard: it is cleared after ten seconds, if it is still ours."""
from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CPR = re.compile(r"(?<!\w)\d{6}[^\w\n]{0,3}(?:\d{4}|[17][A-Za-z]{2}\d)(?!\w)")
SHORT_MS = 10_000


class ClipboardCleaner(QObject):
    """Lives as long as the program's window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied = ""
        self.timer = QTimer(self, singleShot=True, interval=SHORT_MS)
        self.timer.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._on_copied)

    def _on_copied(self) -> None:
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard.ownsClipboard() else ""
        self._copied = text if CPR.search(text) else ""
        if self._copied:
            self.timer.start()
        else:
            self.timer.stop()

    def clear(self) -> None:
        """Nothing happens when somebody has copied something else meanwhile."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.ownsClipboard() and clipboard.text() == self._copied:
            clipboard.clear()


def forget_copies() -> None:
    """Nothing of ours is left to paste: neither what was copied nor, on X11, what is merely selected."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
