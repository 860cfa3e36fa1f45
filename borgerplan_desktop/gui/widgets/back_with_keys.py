"""Escape, and Alt with the arrow to the left, leave a page for the one it came from."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def wants_back(event: QKeyEvent) -> bool:
    """Whether the key asks for the way back."""
    alt_left = event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
    return alt_left or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back)
