"""The pages of a PDF as images, in memory only: for the preview beside the editor and for the printer."""
from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtGui import QImage

POINTS = 72.0                                            # per inch, the unit of a PDF page
_one_at_a_time = threading.Lock()                        # PDFium may run in any thread, but only in one


def pages(pdf: bytes, dpi: Callable[[float, float], float]) -> Iterator[tuple[int, int, QImage]]:
    """(number from 0, count, image) of each page; `dpi(width, height)` of a page in inches is asked for each.

    Raises pypdfium2's PdfiumError for bytes that are no PDF.
    """
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
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
