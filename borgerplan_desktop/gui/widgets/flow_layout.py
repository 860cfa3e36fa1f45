"""Chips side by side that go on to the next line when there is no room.

Not a QLayout of our own: one written in Python holds layout items whose C++ halves Qt deletes behind its back, and the
program then falls over long after. This one only moves widgets.
"""
from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.widgets.chip_button import ChipButton
from borgerplan_desktop.gui.widgets.label import set_tip, show_if
from borgerplan_desktop.gui.widgets.pill import Pill
from borgerplan_desktop.i18n import ngettext

Rest = Pill | ChipButton

_MATTERS = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.StyleChange,
                      QEvent.Type.FontChange})


class FlowLayout(QObject):
    """Lays its host's widgets out as words on lines and makes the host as tall as they need; `gap` in pixels."""

    def __init__(self, host: QWidget, gap: int = 8) -> None:
        super().__init__(host)
        self._host, self._gap = host, gap
        self._rest: Rest | None = None
        self._widgets: list[QWidget] = []
        host.installEventFilter(self)

    def addWidget(self, widget: QWidget) -> None:
        if widget.parentWidget() is not self._host:
            widget.setParent(self._host)
        self._widgets.append(widget)
        show_if(widget, True)
        self._arrange()

    def removeWidget(self, widget: QWidget) -> None:
        """It is laid out no more; whoever made it sends it away."""
        self._widgets.remove(widget)
        self._arrange()

    def fold_into(self, rest: Rest | None) -> None:
        """Keep to one line, where this chip counts those there is no room for; None = as many lines as it takes."""
        if rest is not self._rest:
            if self._rest is not None:
                self._rest.hide()
                for widget in self._widgets:
                    widget.show()
            self._rest = rest
            self._arrange()

    def arrange(self) -> None:
        """One that is out of sight says something else, which Qt tells nobody."""
        self._arrange()

    def folded(self) -> list[QWidget]:
        """Those there is no room for on the one line."""
        return [widget for widget in self._widgets if widget.isHidden()]

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
        return self._lay_out(width, move=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MATTERS:
            self._arrange()
        return False

    def _arrange(self) -> None:
        if self._rest is not None and self._host.width() > 0:
            self._fold(self._rest, self._host.width())
        height = self._lay_out(self._host.width(), move=True)
        if self._host.minimumHeight() != height:
            self._host.setFixedHeight(height)

    def _fold(self, rest: Rest, room: int) -> None:
        shown = every = len(self._widgets)
        used = sum(_size(widget).width() + self._gap for widget in self._widgets) - self._gap
        while shown and used > room:
            shown -= 1
            left = every - shown
            warns = any(isinstance(each, Rest) and each.kind == "warn" for each in self._widgets[shown:])
            rest.say(ngettext("+{n} more", "+{n} more", left).format(n=left), "warn" if warns else "line")
            used = sum(_size(widget).width() + self._gap for widget in self._widgets[:shown]) + _size(rest).width()
        for at, widget in enumerate(self._widgets):
            widget.setVisible(at < shown)
        rest.setVisible(shown < every)
        left = [widget.accessibleName() for widget in self._widgets[shown:]]
        rest.setAccessibleName(ngettext("{n} more", "{n} more", len(left)).format(n=len(left)) if left else "")
        set_tip(rest, " · ".join(left))

    def _lay_out(self, room: int, move: bool) -> int:
        """Go through the widgets line by line, each in the middle of its line; returns the height used."""
        x = y = tallest = 0
        line: list[QRect] = []
        placed: list[tuple[QWidget, QRect]] = []
        for widget in self._widgets if self._rest is None else (*self._widgets, self._rest):
            if widget.isHidden():
                continue
            size = _size(widget)
            width = min(size.width(), room) if room > 0 else size.width()
            if x > 0 and x + width > room:
                _to_the_middle(line, tallest)
                x, y, tallest, line = 0, y + tallest + self._gap, 0, []
            line.append(QRect(x, y, width, size.height()))
            placed.append((widget, line[-1]))
            x += width + self._gap
            tallest = max(tallest, size.height())
        _to_the_middle(line, tallest)
        for widget, place in placed if move else ():
            widget.setGeometry(place)
        return y + tallest


def _to_the_middle(line: Iterable[QRect], tallest: int) -> None:
    for place in line:
        place.translate(0, (tallest - place.height()) // 2)


def _size(widget: QWidget) -> QSize:
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())
    return size.boundedTo(widget.maximumSize())
