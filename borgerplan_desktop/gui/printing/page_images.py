"""The pages of a PDF as images, in memory only: for the preview beside the editor and for the printer."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtGui import QImage

from borgerplan_desktop import pdfium

POINTS = 72.0                                            # per inch, the unit of a PDF page
BEGINNING = 24                                           # letters of a text that are looked for


def place_of(pdf: bytes, words: str, progress: object = None) -> tuple[int, float] | None:
    """The page (from 0) on which the words stand, and how far down it (0-1); in the largest letters, if at several
    places. None = nowhere. A line is broken anywhere, so the beginning of a long text is looked for.
    """
    import pypdfium2

    sought = " ".join(words.split())
    if len(sought) > BEGINNING:
        sought = sought[:BEGINNING].rpartition(" ")[0] or sought[:BEGINNING]
    found: list[tuple[float, int, float]] = []
    with pdfium.alone:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in range(len(document)) if sought else ():
                page = document[number]
                text = page.get_textpage()
                search = text.search(sought, match_case=True)
                while (hit := search.get_next()) is not None:
                    _left, bottom, _right, top = text.get_charbox(hit[0], loose=True)
                    found.append((round(bottom - top), number, 1 - top / page.get_height()))
                search.close()
                text.close()
                page.close()
        finally:
            document.close()
    return min(found)[1:] if found else None


class OpenPaper:
    """A PDF that is opened once for all that is asked of it, in whichever thread; close it, or use it in a `with`.

    Raises pypdfium2's PdfiumError for bytes that are no PDF.
    """

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        with pdfium.alone:
            self._document = pypdfium2.PdfDocument(pdf)
            self.count = len(self._document)

    def __enter__(self) -> OpenPaper:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def close(self) -> None:
        with pdfium.alone:
            self._document.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page, in inches."""
        with pdfium.alone:
            sizes = [self._document.get_page_size(number) for number in range(self.count)]
        return [(width / POINTS, height / POINTS) for width, height in sizes]

    def image(self, number: int, dpi: Callable[[float, float], float]) -> QImage:
        """The page (from 0) as it looks; `dpi(width, height)` of it in inches is asked."""
        with pdfium.alone:
            page = self._document[number]
            width, height = page.get_size()
            scale: Any = dpi(width / POINTS, height / POINTS) / POINTS           # annotated int, takes floats
            onto = _OntoImage()
            page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True, bitmap_maker=onto).close()
            page.close()
        return onto.image

    def text(self, number: int) -> str:
        """What stands on the page, for whoever hears it."""
        with pdfium.alone:
            page = self._document[number]
            text = page.get_textpage()
            said = text.get_text_range()
            text.close()
            page.close()
        return " ".join(said.replace("\ufffe", "").split())


class _OntoImage:
    """Has PDFium draw into the memory of a QImage: a page of 19 MB that is copied holds up the window meanwhile."""

    def __init__(self) -> None:
        self.image = QImage()

    def __call__(self, width: int, height: int, **how: Any) -> Any:
        import ctypes

        import pypdfium2

        self.image = QImage(width, height, QImage.Format.Format_RGBX8888)
        if self.image.isNull():
            raise MemoryError
        memory = self.image.bits()
        buffer = (ctypes.c_ubyte * len(memory)).from_buffer(memory)
        return pypdfium2.PdfBitmap.new_native(width, height, buffer=buffer, stride=self.image.bytesPerLine(), **how)


def pages(pdf: bytes, dpi: Callable[[float, float], float],
          wanted: Callable[[int], Iterable[int]] = range) -> Iterator[tuple[int, int, QImage]]:
    """(number from 0, count, image) of each page; `dpi(width, height)` of a page in inches is asked for each.

    `wanted(count)` = the numbers of those that are drawn, in that order. Raises pypdfium2's PdfiumError for
    bytes that are no PDF.
    """
    with OpenPaper(pdf) as paper:
        for number in wanted(paper.count):
            yield number, paper.count, paper.image(number, dpi)
