"""A list of widgets, one per row, that keeps each widget while its row stays: typing and focus survive a refresh."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from borgerplan_desktop.model.row import Row

R = TypeVar("R", bound=Row)
W = TypeVar("W", bound=QWidget)




class RowList(Generic[R, W]):
    """`make(row)` builds the widget of a row, `refresh(widget)` shows the row anew in it."""

    def __init__(self, box: QBoxLayout, make: Callable[[R], W], refresh: Callable[[W], None]) -> None:
        self._box, self._make, self._refresh = box, make, refresh
        self._widgets: dict[str, W] = {}

    def show(self, rows: Sequence[R]) -> None:
        """These rows, in this order."""
        wanted = {row.id for row in rows}
        for id in [id for id in self._widgets if id not in wanted]:
            gone = self._widgets.pop(id)
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for index, row in enumerate(rows):
            widget = self._widgets.get(row.id)
            if widget is None:
                widget = self._widgets[row.id] = self._make(row)
            if self._box.indexOf(widget) != index:
                self._box.insertWidget(index, widget)
            self._refresh(widget)

    def of(self, row: Row | None) -> W | None:
        return self._widgets.get(row.id) if row is not None else None

    def widgets(self) -> list[W]:
        """In their order on screen."""
        return sorted(self._widgets.values(), key=self._box.indexOf)


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
