"""Chips side by side that go on to the next line when there is no room.

Not a QLayout of our own: one written in Python holds layout items whose C++ halves Qt deletes behind its back, and the
program then falls over long after. This one only moves widgets.
"""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

_MATTERS = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange,
                      QEvent.Type.FontChange})


class FlowLayout(QObject):
    """Lays its host's widgets out as words on lines and makes the host as tall as they need; `gap` in pixels."""

    def __init__(self, host: QWidget, gap: int = 8) -> None:
        super().__init__(host)
        self._host, self._gap = host, gap
        self._only_first = False
        self._widgets: list[QWidget] = []
        host.installEventFilter(self)

    def addWidget(self, widget: QWidget) -> None:
        if widget.parentWidget() is not self._host:
            widget.setParent(self._host)
        self._widgets.append(widget)
        widget.show()
        self._arrange()

    def show_only_first(self, only: bool) -> None:
        """Whether the first line stands for all: what is on the others is out of sight."""
        if only != self._only_first:
            self._only_first = only
            self._arrange()

    def count(self) -> int:
        return len(self._widgets)

    def spacing(self) -> int:
        return self._gap

    def clear(self) -> None:
        """Remove and delete every widget."""
        while self._widgets:
            widget = self._widgets.pop()
            widget.hide()
            widget.deleteLater()
        self._arrange()

    def heightForWidth(self, width: int) -> int:
        """How tall the lines are at this width."""
        return self._place(width, move=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MATTERS:
            self._arrange()
        return False

    def _arrange(self) -> None:
        height = self._place(self._host.width(), move=True)
        if self._host.minimumHeight() != height:
            self._host.setFixedHeight(height)

    def _place(self, room: int, move: bool) -> int:
        """Go through the widgets line by line; returns the height used."""
        x = y = tallest = first = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())
            size = size.boundedTo(widget.maximumSize())
            width = min(size.width(), room) if room > 0 else size.width()
            if x > 0 and x + width > room:
                first = first or tallest
                x, y, tallest = 0, y + tallest + self._gap, 0
            if move:
                widget.setGeometry(QRect(x, y, width, size.height()))
            x += width + self._gap
            tallest = max(tallest, size.height())
        return first if self._only_first and first else y + tallest
