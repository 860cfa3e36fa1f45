"""Where one writes at the meeting: it takes the room there is, and is never lower than what can be read."""
from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from borgerplan_desktop.gui.appearance.sizes import fit_sizes, remember_sizes
from borgerplan_desktop.gui.appearance.theme import scale

LEAST = 64                                               # two lines in large type, at 100 %


class StageEdit(QPlainTextEdit):
    """Asks for no more than the least: were it to ask for nothing, as Qt can let it, those around it would forget it
    when they reckon how tall they are, and stand upon each other in a low window.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        remember_sizes(self, QSize(0, LEAST), None)
        fit_sizes(self, scale())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())
