"""A PDF: the text of its pages and of what is filled in on them; what stands on every page comes last, once."""
from __future__ import annotations

import re
from collections import Counter

from borgerplan_desktop import pdfium
from borgerplan_desktop.documents.reading_in.unreadable import MOST_CHARACTERS, Unreadable, Why
from borgerplan_desktop.model.text import with_breaks

MOST_PAGES = 1_000
_BROKEN_WORD = re.compile("[\x02\xad\ufffe]\n?")         # PDFium's sign for a word that is divided at a line's end
_PAGE_NUMBER = re.compile(r"^\W*\d+\W*$|\b(?:side|page|s\.)\s*\d+|\b\d+\s*(?:af|of|/)\s*\d+\W*$", re.IGNORECASE)
_WRONG_PASSWORD = 4                                      # FPDF_ERR_PASSWORD
_EDGE = 2                                                # lines at the top and bottom where a header may stand


def read_pdf(content: bytes) -> str:
    """Raises Unreadable for a broken file, one with a password, and one that holds only pictures."""
    with pdfium.alone:
        pages = _read(content)
    if not pages:
        raise Unreadable(Why.BROKEN)
    if not any(line.strip() for page in pages for line in page):
        raise Unreadable(Why.NO_TEXT)
    return joined(pages)


def _read(content: bytes) -> list[list[str]]:
    """The lines of each page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Why.PASSWORD if error.err_code == _WRONG_PASSWORD else Why.BROKEN) from error
    pages: list[list[str]] = []
    try:
        if len(document) == 0:
            raise Unreadable(Why.BROKEN)
        if len(document) > MOST_PAGES:
            raise Unreadable(Why.TOO_LONG)
        document.init_forms()
        length = 0
        for number in range(len(document)):
            try:
                said = _page(document, number)
            except pypdfium2.PdfiumError:                # one page that cannot be read takes not the others along
                continue
            length += len(said)
            if length > 4 * MOST_CHARACTERS:
                raise Unreadable(Why.TOO_LONG)
            pages.append([line.rstrip() for line in said.split("\n")])
    finally:
        document.close()
    return pages


def _page(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index]
    try:
        if page.formenv is not None:                     # what is filled in belongs to the text
            page.flatten()
            page.close()
            page = document[number]  # type: ignore[index]
        words = page.get_textpage()
        return _BROKEN_WORD.sub("", with_breaks(words.get_text_range()))
    finally:
        page.close()


def joined(pages: list[list[str]]) -> str:
    """The pages as one text: lines that a paragraph was broken into are one line again."""
    edges = _on_every_page(pages)
    lines: list[str] = []
    for page in pages:
        kept = [line for at, line in enumerate(page) if not (_same(line) in edges and _at_edge(at, page))]
        if lines and lines[-1]:
            lines.append("")
        lines += _unbroken(kept)
    said: dict[str, str] = {}
    for page in pages:
        for line in page:
            if _same(line) in edges:
                said.setdefault(_same(line), line.strip())
    return "\n".join([*lines, *([""] if said else []), *said.values()])


def _on_every_page(pages: list[list[str]]) -> set[str]:
    """What stands at the top or bottom of most pages, whatever the number of the page."""
    if len(pages) < 2:
        return set()
    times = Counter(same for page in pages
                    for same in {_same(line) for at, line in enumerate(page) if line.strip() and _at_edge(at, page)})
    return {same for same, n in times.items() if n >= max(2, len(pages) * 2 // 3)}


def _at_edge(at: int, page: list[str]) -> bool:
    filled = [n for n, line in enumerate(page) if line.strip()]
    return at in filled[:_EDGE] or at in filled[-_EDGE:]


def _same(line: str) -> str:
    """The line, and the same for every page's number."""
    return re.sub(r"\d+", "0", line.strip()) if _PAGE_NUMBER.search(line) else line.strip()


def _unbroken(lines: list[str]) -> list[str]:
    longest = max((len(line) for line in lines), default=0)
    found: list[str] = []
    broken = False                                       # the line before was full and went on
    for line in lines:
        begins = line.lstrip()[:1]
        if found and broken and begins.islower():
            found[-1] += " " + line.lstrip()
        else:
            found.append(line)
        broken = len(line) > longest * 6 // 10 and not line.endswith((".", ":", ";", "?", "!"))
    return found
