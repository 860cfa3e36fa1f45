"""Large text in a low window: where not even the least of a page fits, everything on it scrolls as one."""
from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from borgerplan_desktop.gui.appearance.sizes import fit_sizes
from borgerplan_desktop.gui.appearance.theme import px, scale
from borgerplan_desktop.gui.widgets.least_scroll import LeastScroll

LEAST = 200                                              # design pixels of `page`, as drawn
BESIDE = 8                                               # above and below what has the keyboard
OFF, AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


class WholePageScroll(QObject):
    """`whole` stands in `around`, and in it `page`, with scroll areas of its own. Where there is room each scrolls by
    itself, between what stands above and below; else each is as tall as its content, and only `around` scrolls.

    What has the keyboard is seen whole.
    """

    def __init__(self, around: QScrollArea, whole: QWidget, page: QScrollArea) -> None:
        super().__init__(around)
        self._around, self._whole, self._page = around, whole, page
        self._inner = page.findChildren(LeastScroll)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._keyboard = QTimer(self, singleShot=True, interval=0)   # first everything is laid out
        self._keyboard.timeout.connect(self._show_keyboard)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._follows = True                             # until somebody scrolls elsewhere
        for area in (*self._inner, page, around):
            area.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        for watched in (around, whole, *(area.widget() for area in (*self._inner, page))):
            if watched is not None:
                watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._soon.start()
            if self._follows:
                self._keyboard.start()                   # a line more above it may push it out of sight
        return super().eventFilter(watched, event)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._whole.isAncestorOf(now):
            self._follows = True
            self._keyboard.start()

    def _on_scrolled(self) -> None:
        self._follows = False

    def _show_keyboard(self) -> None:
        """Qt scrolls as far as it thinks needed, before what has just come to sight has its height."""
        field = QApplication.focusWidget()
        if field is None or not self._whole.isAncestorOf(field):
            return
        for area in (*self._inner, self._page, self._around):
            content = area.widget()
            if content is None or not content.isAncestorOf(field):
                continue
            at = field.mapTo(content, QPoint(0, 0))      # Qt itself sees to the line one writes in, not to the field
            if field.height() <= area.viewport().height():
                for y in (at.y() + field.height(), at.y()):
                    area.ensureVisible(at.x(), y, 0, px(BESIDE))
            else:
                area.ensureWidgetVisible(field, 0, px(BESIDE))

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
        content = self._around.widget()
        if as_one and content is not None and content.height() < content.minimumSizeHint().height():
            QApplication.postEvent(self._around, QEvent(QEvent.Type.LayoutRequest))      # Qt has not heard of the last


def _tall(widget: QWidget, width: int) -> int:
    return max(widget.heightForWidth(width), widget.minimumSizeHint().height(), widget.minimumHeight())
