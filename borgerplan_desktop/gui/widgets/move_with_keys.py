"""Alt+Up and Alt+Down move what has the focus one place."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def wanted_move(event: QKeyEvent) -> int:
    """-1 for Alt+Up, 1 for Alt+Down, 0 for any other key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _WAYS.get(Qt.Key(event.key()), 0) if modifiers == Qt.KeyboardModifier.AltModifier else 0
