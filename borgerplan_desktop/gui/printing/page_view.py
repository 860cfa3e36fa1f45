"""One page of a paper on the screen, and the pages of a PDF as pictures for it."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.i18n import _

DPI = 110.0                                              # sharp enough for any width the pane has
QUIET = "#585D5D"                                        # on the white of a page, also in the dark
A4 = 297 / 210                                           # what a page is that has no picture yet


@dataclass(frozen=True)
class Pages:
    """A paper, and the pictures of its pages by their numbers from 0: of all of them, or of those in sight at first."""

    pdf: bytes
    images: dict[int, QImage]
    count: int

    @property
    def missing(self) -> list[int]:
        """The pages without a picture, those next to the others first."""
        middle = sum(self.images) / len(self.images) if self.images else 0
        return sorted(set(range(self.count)) - set(self.images), key=lambda number: abs(number - middle))


def pages_of(drawing: Callable[[], bytes], progress: Progress, in_sight: Sequence[int] | None = None) -> Pages:
    """The paper, and a picture of each of its pages or of those `in_sight`: for another thread."""
    pdf = drawing()
    progress(0.0)                                        # what is old already gets no pictures

    def wanted(count: int) -> Sequence[int]:
        return range(count) if in_sight is None else [n for n in in_sight if n < count] or [count - 1]
    return pictures_of(pdf, wanted, progress)


def pictures_of(pdf: bytes, wanted: Callable[[int], Sequence[int]], progress: Progress) -> Pages:
    """The pictures of those pages: for another thread."""
    images, pages_there = dict[int, QImage](), 0
    for number, count, image in pages(pdf, _screen_dpi, wanted):
        images[number], pages_there = image, count
        progress(len(images) / count)
    return Pages(pdf, images, pages_there)


def _screen_dpi(width: float, height: float) -> float:
    return DPI


def bar_stands_beside(pages_scroll: QScrollArea) -> None:
    """Always: one that came would take width, and the page, less tall then, would fit and send it away, for ever."""
    pages_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class PageView(QWidget):
    """One page, as wide as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def image(self) -> QImage:
        """What is shown; null = nothing yet."""
        return self._image

    def wait(self) -> None:
        """No page is drawn yet."""
        self.setAccessibleName(_("The paper comes in a moment"))
        self._fit()

    def show_page(self, image: QImage | None, number: int, count: int) -> None:
        """None = its picture comes later: until then it stands as it was."""
        if image is not None:
            self._image = image
        self.setAccessibleName(_("Page {page} of {total}").format(page=number, total=count))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the page is at this width."""
        tall = self._image.height() / self._image.width() if self._image.width() else A4
        self.setFixedHeight(round(max(self.width(), px(200)) * tall))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        if self._image.isNull():                         # of a long plan it takes a moment: it is said, not left blank
            painter.setFont(font("small"))
            painter.setPen(QColor(QUIET))
            top = self.rect().adjusted(px(16), px(24), -px(16), 0)
            painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.accessibleName())
        painter.drawImage(self.rect(), self._image)
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
