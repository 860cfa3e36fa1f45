"""Tab goes as one reads, also where rows are made and moved later than the rest (Qt goes by when they were made).

Asks where each one stands, never for a layout's items: Qt deletes those without telling Python, and their memory is
soon somebody else's.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGridLayout, QLayout, QScrollArea, QSplitter, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at within a widget, in the order of its layouts."""
    return list(_stops(root))


class InReadingOrder(QWidget):
    """A page through which Tab goes as one reads."""

    def focusNextPrevChild(self, next: bool) -> bool:
        return go(self, next) or super().focusNextPrevChild(next)


def go(root: QWidget, forward: bool, stay: bool = False) -> bool:
    """Move the focus to the next stop (or the one before); False when it is not at a stop of `root`.

    After the last comes what follows `root` in its window, or with `stay` the first again.
    """
    here, order = QApplication.focusWidget(), stops(root)
    if not order or here is None or here not in order and not stay:
        return False
    at = (order.index(here) if here in order else -1 if forward else 0) + (1 if forward else -1)
    target = None if stay or 0 <= at < len(order) else _outside(root, here, forward)
    (target or order[at % len(order)]).setFocus(
        Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _outside(root: QWidget, here: QWidget, forward: bool) -> QWidget | None:
    """The stop of the window that follows `root` as one reads, round to the first.

    Not Qt's chain of focus: whoever asks a widget for the next of it makes that next one, for Python, a part of the
    widget that was asked, and when this goes both are taken for deleted; the program then falls over long after.
    """
    every = stops(here.window())
    inside = [at for at, each in enumerate(every) if each is here or root.isAncestorOf(each)]
    others = len(every) - len(inside)
    if not inside or not others:
        return None
    return every[(inside[-1] + 1) % len(every) if forward else inside[0] - 1]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.isHidden():
        return
    if _is_stop(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        if (content := widget.widget()) is not None:
            yield from _stops(content)
    elif isinstance(widget, QSplitter):
        for index in range(widget.count()):
            if (part := widget.widget(index)) is not None:
                yield from _stops(part)
    elif not isinstance(widget, QAbstractScrollArea):
        parts = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
        if (layout := widget.layout()) is not None:
            yield from _in(layout, parts)
        else:
            for part in sorted(parts, key=_spot):        # such as words that flow on to the next line
                yield from _stops(part)


def _in(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    placed = [each for each in (*widgets, *inner) if layout.indexOf(each) >= 0]    # the others are further in
    for each in sorted(placed, key=partial(_position, layout)):
        if isinstance(each, QWidget):
            yield from _stops(each)
        else:
            yield from _in(each, widgets)


def _position(layout: QLayout, each: QWidget | QLayout) -> tuple[int, ...]:
    at = layout.indexOf(each)
    if not isinstance(layout, QGridLayout):
        return (at,)
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", layout.getItemPosition(at))
    return row, column, at


def _spot(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _is_stop(widget: QWidget) -> bool:
    tabs = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
