"""Large text in a low window: where not even the least of a page fits, everything on it scrolls as one."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from borgerplan_desktop.gui.appearance.sizes import fit_sizes
from borgerplan_desktop.gui.appearance.theme import px, scale

LEAST = 200                                              # design pixels of `page`, as drawn
OFF, AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


class WholePageScroll(QObject):
    """`whole` stands in `around`, and in it `page`, with scroll areas of its own. Where there is room each scrolls by
    itself, between what stands above and below; else each is as tall as its content, and only `around` scrolls."""

    def __init__(self, around: QScrollArea, whole: QWidget, page: QScrollArea) -> None:
        super().__init__(around)
        self._around, self._whole, self._page = around, whole, page
        self._inner = page.findChildren(QScrollArea)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        for watched in (around, whole, *(area.widget() for area in (*self._inner, page))):
            if watched is not None:
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        near = self._whole.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        least = px(LEAST) + sum(_tall(each, self._whole.width()) for each in near
                                if each is not self._page and not each.isHidden())
        as_one = self._around.isAncestorOf(self._whole) and self._around.viewport().height() < least
        for area in (*self._inner, self._page):
            content = area.widget()
            area.setVerticalScrollBarPolicy(OFF if as_one else AS_NEEDED)
            if as_one and content is not None and area.isVisibleTo(self._whole):
                area.setMinimumHeight(_tall(content, area.width()))
            else:
                fit_sizes(area, scale())


def _tall(widget: QWidget, width: int) -> int:
    return max(widget.heightForWidth(width), widget.minimumSizeHint().height(), widget.minimumHeight())
