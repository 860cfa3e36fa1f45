"""A list of widgets, one per row, that keeps each widget while its row stays: typing and focus survive a refresh."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.model.row import Row

R = TypeVar("R", bound=Row)
W = TypeVar("W", bound=QWidget)


class RowList(Generic[R, W]):
    """`make(row)` builds the widget of a row the first time it is shown, `refresh(widget)` shows the row anew in it."""

    def __init__(self, box: QBoxLayout, make: Callable[[R], W], refresh: Callable[[W], None] | None = None) -> None:
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
            if self._refresh is not None:
                self._refresh(widget)

    def of(self, row: Row | None) -> W | None:
        return self._widgets.get(row.id) if row is not None else None

    def widgets(self) -> list[W]:
        """In their order on screen."""
        return sorted(self._widgets.values(), key=self._box.indexOf)


class RowColumn(QWidget, Generic[R, W]):
    """Such a list as a widget of its own, gone while it is empty; the focus of a row that goes moves to its neighbour.

    The rows show by themselves what changes in them.
    """

    def __init__(self, make: Callable[[R], W], spacing: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        self._list = RowList(column, make)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show exactly these, in this order."""
        focused = self._focused()
        self._list.show(rows)
        widgets = self.widgets()
        for widget in widgets:
            widget.show()                                # now, not at the next event: it may be given the focus
        if focused is not None and focused[1] not in widgets and widgets:
            widgets[min(max(focused[0] - 1, 0), len(widgets) - 1)].setFocus()
        self.setVisible(bool(rows))

    def widget(self, row: R | None) -> W | None:
        return self._list.of(row)

    def widgets(self) -> list[W]:
        """In the order shown."""
        return self._list.widgets()

    def _focused(self) -> tuple[int, W] | None:
        """Where the keyboard is among the rows, and the row's widget."""
        holder = QApplication.focusWidget()              # not ours: that would be whoever of us had it last
        return next(((index, widget) for index, widget in enumerate(self.widgets())
                     if holder is not None and (widget is holder or widget.isAncestorOf(holder))), None)
