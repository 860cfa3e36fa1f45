"""Where the keyboard is."""
from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget


def keyboard_in(widget: QWidget) -> QWidget | None:
    """What has the keyboard within a widget, or is it; None when the keyboard is elsewhere in its window. While another
    window is in front, such as a dialog that asks, it is what gets the keyboard back.

    Never `widget.focusWidget()`, `focusProxy()`, `buddy()` or the chain of focus: PySide makes what these answer with a
    part of whoever was asked, as if it had moved there. When that one goes, what was asked for is taken for deleted;
    when its true parent goes, it is taken to be there still, and the program falls over long after.
    """
    holder, window = QApplication.focusWidget(), widget.window()
    if holder is None or not (holder is window or window.isAncestorOf(holder)):
        holder = _gets_it_back(window)
    return holder if holder is not None and (holder is widget or widget.isAncestorOf(holder)) else None


def _gets_it_back(window: QWidget) -> QWidget | None:
    """Asked as a screen reader asks: that moves nothing. Of a list it hears the line, which is no widget."""
    spoken = QAccessible.queryAccessibleInterface(window)
    spoken = spoken.focusChild() if spoken is not None else None
    while spoken is not None and spoken.isValid():
        if isinstance(found := spoken.object(), QWidget):
            return found
        spoken = spoken.parent()
    return None
