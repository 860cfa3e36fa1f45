"""Widgets for rows of the case in their order; a row keeps its widget, so that focus and half typed words stay."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from borgerplan_desktop.model.row import Row

R = TypeVar("R", bound=Row)
W = TypeVar("W", bound=QWidget)


class RowList(QWidget, Generic[R, W]):
    """`make(row)` builds the widget of a row the first time it is shown."""

    def __init__(self, make: Callable[[R], W], spacing: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._widgets: dict[str, W] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show exactly these, in this order."""
        wanted = {row.id for row in rows}
        for id in [id for id in self._widgets if id not in wanted]:
            self._take(id)
        for index, row in enumerate(rows):
            widget = self._widgets.get(row.id)
            if widget is None:
                widget = self._widgets[row.id] = self._make(row)
            item = self._column.itemAt(index)
            if item is None or item.widget() is not widget:
                self._column.insertWidget(index, widget)
                widget.show()                            # now, not at the next event: it may be given the focus
        for before, after in zip(self.widgets(), self.widgets()[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self.setVisible(bool(rows))

    def widget(self, row: R | None) -> W | None:
        return self._widgets.get(row.id) if row is not None else None

    def widgets(self) -> list[W]:
        """In the order shown."""
        items = [self._column.itemAt(index) for index in range(self._column.count())]
        shown = [item.widget() for item in items if item is not None]
        return [widget for widget in self._widgets.values() if widget in shown] if len(shown) < 2 else sorted(
            self._widgets.values(), key=shown.index)

    def _take(self, id: str) -> None:
        widget = self._widgets.pop(id)
        had_focus = widget.isAncestorOf(self.focusWidget() or self) and widget is not self
        order = self.widgets()
        index = self._column.indexOf(widget)
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
        if had_focus and order:
            order[min(max(index - 1, 0), len(order) - 1)].setFocus()
