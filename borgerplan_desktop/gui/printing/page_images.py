"""The pages of a PDF as images, in memory only: for the preview beside the editor and for the printer."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtGui import QImage

POINTS = 72.0                                            # per inch, the unit of a PDF page
BEGINNING = 24                                           # letters of a text that are looked for
_one_at_a_time = threading.Lock()                        # PDFium may run in any thread, but only in one


def place_of(pdf: bytes, words: str, progress: object = None) -> tuple[int, float] | None:
    """The page (from 0) on which the words stand, and how far down it (0-1); in the largest letters, if at several
    places. None = nowhere. A line is broken anywhere, so the beginning of a long text is looked for.
    """
    import pypdfium2

    sought = " ".join(words.split())
    if len(sought) > BEGINNING:
        sought = sought[:BEGINNING].rpartition(" ")[0] or sought[:BEGINNING]
    found: list[tuple[float, int, float]] = []
    with _one_at_a_time:
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


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page, in inches. Raises pypdfium2's PdfiumError for bytes that are no PDF."""
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sizes = [document.get_page_size(number) for number in range(len(document))]
        finally:
            document.close()
    return [(width / POINTS, height / POINTS) for width, height in sizes]


def texts_of(pdf: bytes, numbers: Iterable[int]) -> dict[int, str]:
    """What stands on those pages, for whoever hears them."""
    import pypdfium2

    said = {}
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in numbers:
                page = document[number]
                text = page.get_textpage()
                said[number] = " ".join(text.get_text_range().replace("\ufffe", "").split())
                text.close()
                page.close()
        finally:
            document.close()
    return said


def pages(pdf: bytes, dpi: Callable[[float, float], float],
          wanted: Callable[[int], Iterable[int]] = range) -> Iterator[tuple[int, int, QImage]]:
    """(number from 0, count, image) of each page; `dpi(width, height)` of a page in inches is asked for each.

    `wanted(count)` = the numbers of those that are drawn, in that order. Raises pypdfium2's PdfiumError for
    bytes that are no PDF.
    """
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in wanted(count):
            with _one_at_a_time:
                page = document[number]
                width, height = page.get_size()
                scale: Any = dpi(width / POINTS, height / POINTS) / POINTS       # annotated int, takes floats
                bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
                image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride,
                               QImage.Format.Format_RGBX8888).copy()
                bitmap.close()
                page.close()
            yield number, count, image
    finally:
        with _one_at_a_time:
            document.close()
