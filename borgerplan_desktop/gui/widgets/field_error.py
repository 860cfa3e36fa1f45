"""Fields for something said in few words: ready to be typed over, and what is the matter with them stands below."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from borgerplan_desktop.gui.appearance.theme import restyle
from borgerplan_desktop.gui.widgets.label import say


class TypedOver(QObject):
    """Whoever goes into the field, also with the mouse, types instead of what stands there."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._soon = QTimer(self, singleShot=True, interval=0)        # after the click has placed the cursor
        self._soon.timeout.connect(field.selectAll)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:   # back in the window: as it stood
                self._soon.start()
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseMove):
            self._soon.stop()
        return super().eventFilter(watched, event)


def show_field_error(field: QLineEdit, message: QLabel, trouble: str) -> None:
    """Show the sentence in the label below the field, also to screen readers; empty = all is well."""
    say(message, trouble)
    field.setAccessibleDescription(trouble)
    if bool(field.property("trouble")) != bool(trouble):
        field.setProperty("trouble", bool(trouble))
        restyle(field)
