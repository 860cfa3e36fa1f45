"""Combo boxes that stay as they are while the page is scrolled, and show their words in full when they are open."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from borgerplan_desktop.gui.theme import px

AROUND = 34                                              # design pixels of an open list beside its words


class _Calm(QObject):
    """The wheel scrolls the page and never changes a choice in passing; the open list is as wide as its words."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress) and isinstance(watched, QComboBox):
            rows = watched.view()
            rows.setMinimumWidth(min(rows.sizeHintForColumn(0) + px(AROUND), watched.window().width()))
        return super().eventFilter(watched, event)


def ignore_wheel(combo: QComboBox) -> None:
    combo.installEventFilter(_Calm(combo))


def calm_combo(combo: QComboBox, letters: int = 8) -> QComboBox:
    """A combo box that the wheel does not change, and that asks for the room of so many letters, whatever it offers."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    ignore_wheel(combo)
    return combo
