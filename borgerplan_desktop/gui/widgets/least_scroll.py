"""A scroll area that takes the room there is, and asks for no more than its least height."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea


class LeastScroll(QScrollArea):
    """Were it to ask for nothing, as Qt can let it, those around it would forget its least height when they reckon how
    tall they are, and stand upon each other in a low window.
    """

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())
