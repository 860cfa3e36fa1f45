"""Hides everything before what may take time."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QWidget


class PrivacyCover(QWidget):
    """Plain, over all of `window`, and painted when this returns; gone when it is hidden."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.repaint()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.deleteLater()


@contextmanager
def covered(window: QWidget) -> Iterator[None]:
    """Cover every window in sight; `window` can be seen again at the end, the others are closed inside."""
    for each in QApplication.topLevelWidgets():
        if each.isVisible():
            PrivacyCover(each)
    try:
        yield
    finally:
        for cover in window.findChildren(PrivacyCover):
            cover.hide()
