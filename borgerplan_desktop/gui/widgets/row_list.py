"""A list of widgets, one per row, that keeps each widget while its row stays: typing and focus survive a refresh."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import show_if
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import Row

MARGIN = 2                                               # so many more are shown rather than a button
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

    The rows show by themselves what changes in them. Of more than `few` rows (0 = never) the rest waits for a button.
    Before it is seen the first time only `at_once` widgets are made (0 = all): the rest a moment later, or when
    somebody asks for one.
    """

    def __init__(self, make: Callable[[R], W], spacing: int = 2, parent: QWidget | None = None, few: int = 0,
                 at_once: int = 0) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        self._list = RowList(column, make)
        self._few, self._rows = few, list[R]()
        self._reached: set[str] = set()                  # rows beyond the few that somebody went to
        self._at_once, self._unmade = at_once, False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_all)
        self.all_button = button("", "chevron_down", "quiet", self)
        self.all_button.hide()
        self.all_button.clicked.connect(self._on_all)
        column.addWidget(self.all_button)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show exactly these, in this order."""
        focused = self._focused()
        self._rows = list(rows)
        all_of_them = not self._few or len(rows) <= self._few + MARGIN
        shown = [row for n, row in enumerate(rows) if all_of_them or n < self._few or row.id in self._reached]
        self._unmade = 0 < self._at_once < len(shown) and not self.isVisible()
        if self._unmade:
            self._soon.start()
        self._list.show([row for n, row in enumerate(shown) if not self._unmade or n < self._at_once
                         or self._list.of(row) is not None])
        if len(shown) < len(rows) or not self.all_button.isHidden():
            text = _("Show all {n}").format(n=len(rows))
            self.all_button.setText(text)
            self.all_button.setAccessibleName(text)
            self.all_button.setVisible(len(shown) < len(rows))
        widgets = self.made()
        for widget in widgets:
            if widget.isHidden():                        # else it is laid out before there is a page to lay it out on
                widget.show()                            # now, not at the next event: it may be given the focus
        if focused is not None and focused[1] not in widgets and widgets:
            widgets[min(max(focused[0] - 1, 0), len(widgets) - 1)].setFocus()
        show_if(self, bool(rows))

    def widget(self, row: R | None) -> W | None:
        if self._unmade and self._list.of(row) is None:
            self._make_all()
        return self._list.of(row)

    def made(self) -> list[W]:
        """Those that are made by now."""
        return self._list.widgets()

    def _make_all(self) -> None:
        """The rest of the widgets."""
        self._soon.stop()
        if self._unmade:
            self._at_once = 0
            self.show_rows(self._rows)

    def reach(self, row: R | None) -> W | None:
        """The widget of a row, also of one that waits behind the button."""
        if row is not None and self.widget(row) is None and row in self._rows:
            self._reached.add(row.id)
            self.show_rows(self._rows)
        return self.widget(row)

    def _on_all(self) -> None:
        before, self._few = set(self.widgets()), 0
        self.show_rows(self._rows)
        next(each for each in self.widgets() if each not in before).setFocus()

    def widgets(self) -> list[W]:
        """In the order shown."""
        self._make_all()
        return self.made()

    def _focused(self) -> tuple[int, W] | None:
        """Where the keyboard is among the rows, and the row's widget."""
        holder = QApplication.focusWidget()              # not ours: that would be whoever of us had it last
        return next(((index, widget) for index, widget in enumerate(self.made())
                     if holder is not None and (widget is holder or widget.isAncestorOf(holder))), None)
