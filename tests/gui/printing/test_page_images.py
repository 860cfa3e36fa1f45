"""A page as a picture: what PDFium draws is what is shown, and the file is opened once for all that is wanted of it."""
from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtGui import QColor

from borgerplan_desktop.casework.session.backup_and_restore import unheard
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.gui.printing.page_images import OpenPaper, pages
from borgerplan_desktop.gui.printing.page_view import pages_of
from tests.documents import reading, samples


@pytest.fixture(scope="module")
def paper() -> bytes:
    return plan_pdf(samples.jonas(), today=samples.TODAY)


def test_the_paper_is_opened_once(paper: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []

    class Counted(pypdfium2.PdfDocument):
        def __init__(self, data: bytes) -> None:
            opened.append(data)
            super().__init__(data)

    monkeypatch.setattr(pypdfium2, "PdfDocument", Counted)
    drawn = pages_of(lambda: paper, unheard, [0, 1])
    assert len(opened) == 1
    assert sorted(drawn.images) == sorted(drawn.texts) == [0, 1]
    assert "Jonas" in drawn.texts[0]


def test_a_picture_is_what_pdfium_draws_with_its_colours(paper: bytes) -> None:
    with OpenPaper(paper) as opened:
        image = opened.image(0, lambda _width, _height: 72.0)
    with reading.drawn(paper) as document:
        expected = document[0].render(scale=1.0, rev_byteorder=True, prefer_bgrx=True)      # type: ignore[arg-type]
        assert (image.width(), image.height()) == (expected.width, expected.height)
        assert bytes(image.constBits()) == bytes(expected.buffer)
        expected.close()
    assert image.pixelColor(2, 2) == QColor("white")


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        next(pages(b"no paper", lambda _width, _height: 72.0))
