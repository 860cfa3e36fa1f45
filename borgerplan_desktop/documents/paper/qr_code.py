"""A QR code as plain rectangles: reportlab's own drawing would bring a font along that is not embedded."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.typography import BLACK

Modules = Sequence[Sequence[bool]]                       # from the top, each row from the left; True = dark
MOST = 1_000                                             # octets: more becomes too fine to be read off paper


def modules_of(content: bytes) -> Modules:
    """The code of a text in UTF-8, of the smallest size that holds it. Raises ValueError for what is too much to be
    read off paper.
    """
    from reportlab.graphics.barcode import qrencoder

    encoder: Any = qrencoder
    if len(content) > MOST:
        raise ValueError(f"{len(content)} octets are too many for a code on paper")
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.M)
    code.addData(encoder.QR8bitByte(content.decode()))      # never read as Japanese
    code.make()
    size = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in size] for row in size]


def painter(modules: Modules, side: float) -> Callable[[TaggedCanvas], None]:
    """Draws it `side` points wide; one rectangle for each run of dark modules, so that no hairline shows between."""
    module = side / len(modules)

    def paint(canvas: TaggedCanvas) -> None:
        canvas.fill(BLACK)
        for down, row in enumerate(modules):
            start = 0
            while start < len(row):
                end = start
                while end < len(row) and row[end]:
                    end += 1
                if end > start:
                    canvas.rect(start * module, side - (down + 1) * module, (end - start) * module, module + .05,
                                stroke=0, fill=1)
                start = max(end, start + 1)

    return paint
