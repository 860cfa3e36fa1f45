"""Combo boxes that stay as they are while the page is scrolled, however long their words."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class _NoWheel(QObject):
    """The wheel scrolls the page; it never changes a choice in passing."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def ignore_wheel(widget: QComboBox) -> None:
    widget.installEventFilter(_NoWheel(widget))


def calm_combo(combo: QComboBox, letters: int = 8) -> QComboBox:
    """A combo box that the wheel does not change, and that asks for the room of so many letters, whatever it offers."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    ignore_wheel(combo)
    return combo
