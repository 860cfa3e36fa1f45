"""Reading a PDF as others would: its tags in order, its text, its fonts."""
from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import pypdfium2

from borgerplan_desktop import pdfium


def run(tool: str, data: bytes, *options: str) -> str:
    """What a poppler tool says about the file; whatever it complains about fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        words = [tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])]
        ran = subprocess.run(words, capture_output=True, text=True, check=True)
    assert not ran.stderr.strip(), ran.stderr
    return ran.stdout


def text(data: bytes) -> str:
    """All text as a person would copy it, on one line, words that were broken put together again."""
    return " ".join(run("pdftotext", data, "-raw").replace("\u00ad\n", "").replace("\u00ad", "").split())


def squeezed(words: str) -> str:
    """Without any blanks: for texts that were broken into lines."""
    return re.sub(r"[\s\u00a0\u00ad]", "", words)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@contextmanager
def drawn(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """As PDFium sees it, which a window may be using in another thread."""
    with pdfium.alone:
        document = pypdfium2.PdfDocument(io.BytesIO(data))
        try:
            yield document
        finally:
            document.close()


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    """(depth, element) of the structure tree in reading order."""
    def walk(node: pikepdf.Object, depth: int) -> Iterator[tuple[int, pikepdf.Object]]:
        yield depth, node
        for kid in node.get("/K", pikepdf.Array()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid, depth + 1)

    for kid in pdf.Root.StructTreeRoot.K:
        yield from walk(kid, 0)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(node.S)[1:] for _, node in elements(pdf)]


def all_it_says(data: bytes) -> str:
    """Its pages, what is said instead of pictures, its bookmarks, and what the file says about itself."""
    with opened(data) as pdf, pdf.open_outline() as outline:
        hidden = [str(each[key]) for each in pdf.objects if isinstance(each, pikepdf.Dictionary)
                  for key in ("/Alt", "/ActualText", "/E", "/T", "/Contents", "/URI", "/Title")
                  if isinstance(each.get(key), pikepdf.String)]
        marks, left = list[str](), list(outline.root)
        while left:
            item = left.pop()
            marks.append(item.title)
            left += item.children
        return " ".join((text(data), *hidden, *marks, *map(str, pdf.docinfo.values()),
                         pdf.Root.Metadata.read_bytes().decode()))
