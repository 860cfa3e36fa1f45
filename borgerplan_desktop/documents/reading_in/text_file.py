"""A text file, in whichever of the encodings a Danish office makes."""
from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF32_LE, "utf-32-le"), (BOM_UTF32_BE, "utf-32-be"),     # before utf-16: its mark
          (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))                         # begins as theirs
_LOOKED_AT = 4_000
_MOST_STRANGE = .02                                      # share of control characters above which it is no text


def read_text(content: bytes) -> str:
    """Raises Unreadable for what is no text."""
    text = _decoded(content)
    strange = sum(ord(each) < 32 and each not in "\t\n\r\x0b\x0c" for each in text[:_LOOKED_AT])
    if strange > _MOST_STRANGE * min(len(text), _LOOKED_AT):
        raise Unreadable(Why.UNKNOWN)
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark):].decode(encoding, errors="replace")
    if wide := is_wide(content):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def is_wide(content: bytes) -> str:
    """The encoding of a text of two bytes a letter without a mark, "" = no: every other byte of our letters is nothing.
    """
    head = content[:_LOOKED_AT]
    if len(head) >= 2 and head[1::2].count(0) > len(head) // 3:
        return "utf-16-le"
    return "utf-16-be" if len(head) >= 2 and head[0::2].count(0) > len(head) // 3 else ""
