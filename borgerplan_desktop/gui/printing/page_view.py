"""One page of a paper on the screen, and the pages of a PDF as pictures for it."""
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.gui.appearance.theme import colour, px
from borgerplan_desktop.gui.printing.page_images import pages
from borgerplan_desktop.i18n import _

DPI = 110.0                                              # sharp enough for any width the pane has


def pages_of(drawing: Callable[[], bytes], progress: Progress) -> tuple[bytes, list[QImage]]:
    """The paper, and a picture of each of its pages: for another thread."""
    pdf = drawing()
    progress(0.0)                                        # what is old already gets no pictures
    images = []
    for number, count, image in pages(pdf, _screen_dpi):
        images.append(image)
        progress((number + 1) / count)
    return pdf, images


def _screen_dpi(width: float, height: float) -> float:
    return DPI


class PageView(QWidget):
    """One page, as wide as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, image: QImage, number: int, count: int) -> None:
        self._image = image
        self.setAccessibleName(_("Page {page} of {total}").format(page=number, total=count))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the page is at this width."""
        self.setFixedHeight(round(max(self.width(), px(200)) * self._image.height() / max(1, self._image.width())))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.drawImage(self.rect(), self._image)
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
