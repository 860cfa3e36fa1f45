"""The text of a file of somebody else's, whatever kind of file it is."""
from __future__ import annotations

import re

from borgerplan_desktop.documents.reading_in.file_kind import FileKind, kind_of
from borgerplan_desktop.documents.reading_in.unreadable import MOST_CHARACTERS, Unreadable, Why
from borgerplan_desktop.model.text import tidy

MOST_BYTES = 50_000_000
_HOLES = re.compile(r"\n{3,}")


def text_of(content: bytes) -> str:
    """The text, tidy; paragraphs stand as they stood. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Why.TOO_LARGE)
    match kind_of(content):
        case FileKind.WORD:
            from borgerplan_desktop.documents.reading_in.word_file import read_word
            found = read_word(content)
        case FileKind.OPEN_DOCUMENT:
            from borgerplan_desktop.documents.reading_in.open_document_file import read_open_document
            found = read_open_document(content)
        case FileKind.PDF:
            from borgerplan_desktop.documents.reading_in.pdf_file import read_pdf
            found = read_pdf(content)
        case FileKind.TEXT:
            from borgerplan_desktop.documents.reading_in.text_file import read_text
            found = read_text(content)
    lines = (line.rstrip() for line in tidy(found).split("\n"))
    text = _HOLES.sub("\n\n", "\n".join(lines)).strip("\n")
    if not text.strip():
        raise Unreadable(Why.NO_TEXT)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(Why.TOO_LONG)
    return text
