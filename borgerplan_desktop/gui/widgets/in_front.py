"""A page of a stack that takes no room while another is in front."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.widgets.columns import SideBySide


class InFront(QWidget):
    """Qt makes a stack as tall as the tallest of its pages, also of those that nobody sees."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0) if self.isHidden() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0) if self.isHidden() else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        return -1 if self.isHidden() else super().heightForWidth(width)


class SideBySideInFront(InFront, SideBySide):
    """Parts side by side that are a page of a stack."""
