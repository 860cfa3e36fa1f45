"""Where Tab goes next, in places whose widgets come, go and move."""
from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabOrder:
    """Tab goes through the widgets as they are read, also after rows have come, gone or moved."""

    def __init__(self) -> None:
        self._last: list[QWidget] = []

    def follow(self, widgets: Iterable[QWidget]) -> None:
        """In this order, and within each in the order its parts were made."""
        stops = [stop for widget in widgets for stop in _stops(widget)]
        if stops == self._last:
            return
        self._last = stops
        for one, other in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, other)


def _stops(widget: QWidget) -> list[QWidget]:
    """The places in a widget where Tab stops."""
    return [each for each in (widget, *widget.findChildren(QWidget))
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is widget.window()]   # no menus
