"""Tab goes as one reads, also where rows are made and moved later than the rest (Qt goes by when they were made)."""
from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLayout, QScrollArea, QSplitter, QWidget


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at within a widget, in the order of its layouts."""
    return list(_stops(root))


def go(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop (or the one before); False when that lies outside `root`."""
    here, order = QApplication.focusWidget(), stops(root)
    if here not in order:
        return False
    at = order.index(here) + (1 if forward else -1)
    target = order[at] if 0 <= at < len(order) else _outside(root, here, forward)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _outside(root: QWidget, here: QWidget, forward: bool) -> QWidget | None:
    """The nearest stop of the window that is not in `root`."""
    each: QWidget | None = here.nextInFocusChain() if forward else here.previousInFocusChain()
    while each is not None and each is not here:
        if not root.isAncestorOf(each) and each is not root and _is_stop(each):
            return each
        each = each.nextInFocusChain() if forward else each.previousInFocusChain()
    return None


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
    elif not isinstance(widget, QAbstractScrollArea) and (layout := widget.layout()) is not None:
        yield from _in(layout, [child for child in widget.children() if isinstance(child, QWidget)])


def _in(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Asks where each one stands, never for a layout's items: Qt deletes those without telling Python, and their
    memory is soon somebody else's."""
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in widgets]
    places += [(layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)]
    for at, each in sorted(places, key=_place):
        if at < 0:
            continue                                     # in one of the inner layouts, or in none
        if isinstance(each, QWidget):
            yield from _stops(each)
        else:
            yield from _in(each, widgets)


def _place(each: tuple[int, QWidget | QLayout]) -> int:
    return each[0]


def _is_stop(widget: QWidget) -> bool:
    tabs = (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
