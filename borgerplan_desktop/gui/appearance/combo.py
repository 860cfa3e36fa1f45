"""Fields that stay as they are while the page is scrolled; combo boxes that show their words in full when open."""
from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QTabBar, QWidget

from borgerplan_desktop.gui.appearance.theme import px

W = TypeVar("W", bound=QWidget)

AROUND = 34                                              # design pixels of an open list beside its words


class _Calm(QObject):
    """The wheel scrolls the page and never changes a choice in passing; the open list is as wide as its words."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            event.ignore()
            return True
        if isinstance(event, QInputEvent) and isinstance(watched, QComboBox) and (
                event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)):
            rows = watched.view()
            rows.setMinimumWidth(min(rows.sizeHintForColumn(0) + px(AROUND), watched.window().width()))
        return False


def turns(widget: QWidget) -> bool:
    """Whether Qt would let the wheel change the value of such a widget."""
    return isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractSlider | QTabBar) \
        and not isinstance(widget, QScrollBar)


def ignore_wheel(field: W) -> W:
    """The field, that from now on no wheel changes, whether it has the keyboard or not."""
    if field.findChild(_Calm, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
        field.installEventFilter(_Calm(field))
    return field


def calm_combo(combo: QComboBox, letters: int = 8) -> QComboBox:
    """A combo box that the wheel does not change, and that asks for the room of so many letters, whatever it offers."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(letters)
    return ignore_wheel(combo)
