"""A number that is typed counts a pause later, as words do, and not only when its field is left."""
from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSpinBox

PAUSE_MS = 800                                           # at most a second of typing is not yet stored


class NumberTyped(QObject):
    """`entered()`: the field has been left, or a pause has gone by since a person changed what stands in it."""

    entered = Signal()

    def __init__(self, field: QSpinBox) -> None:
        super().__init__(field)
        self._field = field
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.entered)
        field.valueChanged.connect(self._on_changed)
        field.editingFinished.connect(self._on_left)

    def _on_changed(self) -> None:
        if self._field.hasFocus():                       # else the case says what stands there
            self._pause.start()

    def _on_left(self) -> None:
        self._pause.stop()
        self.entered.emit()
