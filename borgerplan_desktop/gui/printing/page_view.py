"""One page of a paper on the screen, and the pages of a PDF as pictures for it."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from borgerplan_desktop.casework.session.backup_and_restore import Progress
from borgerplan_desktop.gui.appearance.theme import colour, font, px
from borgerplan_desktop.gui.printing.page_images import OpenPaper
from borgerplan_desktop.i18n import _

DPI = 110.0                                              # sharp enough for any width the pane has
QUIET = "#585D5D"                                        # on the white of a page, also in the dark
A4 = (210 / 25.4, 297 / 25.4)                            # inches: what a page is that is not drawn yet


@dataclass(frozen=True)
class Pages:
    """A paper, how large its pages are, and the pictures and words of some of them by their numbers from 0."""

    pdf: bytes
    images: dict[int, QImage]
    sizes: list[tuple[float, float]]                     # inches
    texts: dict[int, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.sizes)


def pages_of(drawing: Callable[[], bytes], progress: Progress, in_sight: Sequence[int] = (0, 1),
             dpi: float = DPI) -> Pages:
    """The paper, and a picture of each of its pages `in_sight`, for another thread: a long one has hundreds."""
    pdf = drawing()
    progress(0.0)                                        # what is old already gets no pictures
    with OpenPaper(pdf) as paper:
        sizes = paper.sizes()
        wanted = [n for n in in_sight if n < len(sizes)] or [len(sizes) - 1]
        return _pictures(paper, pdf, sizes, wanted, progress, dpi)


def pictures_of(pdf: bytes, sizes: list[tuple[float, float]], wanted: Sequence[int], progress: Progress,
                dpi: float = DPI) -> Pages:
    """The pictures of those pages, and what stands on them: for another thread."""
    with OpenPaper(pdf) as paper:
        return _pictures(paper, pdf, sizes, wanted, progress, dpi)


def _pictures(paper: OpenPaper, pdf: bytes, sizes: list[tuple[float, float]], wanted: Sequence[int],
              progress: Progress, dpi: float) -> Pages:
    images = dict[int, QImage]()
    for number in wanted:
        images[number] = paper.image(number, lambda _width, _height: dpi)
        progress(len(images) / len(wanted))
    return Pages(pdf, images, sizes, {number: paper.text(number) for number in wanted})


def bar_stands_beside(pages_scroll: QScrollArea) -> None:
    """Always: one that came would take width, and the page, less tall then, would fit and send it away, for ever."""
    pages_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)


class PageView(QWidget):
    """One page; whoever shows it says where it stands and how large it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()

    @property
    def image(self) -> QImage:
        """What is shown; null = nothing yet."""
        return self._image

    def wait(self) -> None:
        """No page is drawn yet."""
        self._image = QImage()
        self.setAccessibleName(_("The paper comes in a moment"))
        self.update()

    def show_page(self, image: QImage | None, number: int, count: int, text: str = "") -> None:
        """None = its picture comes later: until then it stands as it was. `text` is what stands there, to be heard."""
        if image is not None:
            self._image = image
        self.setAccessibleName(_("Page {page} of {total}").format(page=number, total=count))
        self.setAccessibleDescription(text)
        self.update()

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
