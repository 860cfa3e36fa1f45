"""Where the keyboard is."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def keyboard_in(widget: QWidget) -> QWidget | None:
    """What has the keyboard within a widget, or is it; None when the keyboard is elsewhere.

    Never `widget.focusWidget()`, `focusProxy()`, `buddy()` or the chain of focus: PySide makes what these answer with a
    part of whoever was asked, as if it had moved there. When that one goes, what was asked for is taken for deleted;
    when its true parent goes, it is taken to be there still, and the program falls over long after.
    """
    holder = QApplication.focusWidget()
    return holder if holder is not None and (holder is widget or widget.isAncestorOf(holder)) else None
