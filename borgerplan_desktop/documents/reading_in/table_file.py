"""A table from a spreadsheet or a file of separated values, whatever program it is from, and in which encoding."""
from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator

from borgerplan_desktop.documents.reading_in.file_kind import OLE, ZIP
from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.documents.reading_in.kept_table import kept_table
from borgerplan_desktop.documents.reading_in.text_file import read_text
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

SEPARATORS = ";\t,|"                                     # what a Danish Excel writes first
_LOOKED_AT = 40                                          # lines by which the separator is found
_LONGEST_CELL = 10_000_000                               # characters


def table_in(content: bytes) -> FoundTable:
    """Raises Unreadable."""
    if not content or content.isspace():
        raise Unreadable(Why.NOTHING_IN_IT)
    if content.startswith(ZIP):
        from borgerplan_desktop.documents.reading_in.sheet_file import read_sheet
        return read_sheet(content)
    if content.startswith(OLE):                          # an old Excel, or a new one with a password
        raise Unreadable(Why.PASSWORD if "EncryptedPackage".encode("utf-16-le") in content else Why.SHEET)
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml", b"{\\rtf", b"%pdf-")):
        raise Unreadable(Why.UNKNOWN)
    return _separated(read_text(content))


# -------------------------------------------------------------------------------------------------- separated values
def _separated(text: str) -> FoundTable:
    csv.field_size_limit(_LONGEST_CELL)
    separator, text = _separator(text)
    try:
        return kept_table(_lines(text, separator))
    except csv.Error as error:
        raise Unreadable(Why.BROKEN) from error


def _lines(text: str, separator: str) -> Iterator[list[str]]:
    for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield [_as_meant(cell) for cell in line]


def _as_meant(cell: str) -> str:
    """Without the mark by which a table of ours keeps a cell from being worked out."""
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in tuple("=+-@|%") else cell


def _separator(text: str) -> tuple[str, str]:
    """Which it is, and the text without the line in which Excel says so ("sep=;")."""
    first, _end, rest = text.partition("\n")
    said = first.strip().strip('"')
    if said[:4].lower() == "sep=" and len(said) == len("sep=;"):
        return said[4], rest
    return max(SEPARATORS, key=lambda each: _regular(text, each)), text


def _regular(text: str, separator: str) -> tuple[int, int]:
    """How many lines have as many cells as most have, and how many those are; (0, 0) where all have but one."""
    try:
        lines = [line for line in itertools.islice(_lines(text, separator), _LOOKED_AT) if any(line)]
    except csv.Error:
        return 0, 0
    if not (counts := Counter(len(line) for line in lines if len(line) > 1)):
        return 0, 0
    columns, times = max(counts.items(), key=lambda each: (each[1], each[0]))
    return times, columns
