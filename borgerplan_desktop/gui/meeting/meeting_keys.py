"""The keys of a meeting that is going on; `help_topics` tells them."""
from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(page: QWidget, keys: Sequence[tuple[str, Callable[[], object]]]) -> list[QShortcut]:
    """The keys work wherever in the window the keyboard is, also on the stage, as long as the page is seen."""
    made = []
    for key, act in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made
