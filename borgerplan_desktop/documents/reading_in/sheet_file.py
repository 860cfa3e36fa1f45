"""An Excel workbook (.xlsx): the values of its first sheet with anything in it. Nothing in it is ever worked out."""
from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from borgerplan_desktop.documents.reading_in.file_kind import MOST_PARTS, MOST_UNPACKED
from borgerplan_desktop.documents.reading_in.found_table import MOST_COLUMNS, MOST_ROWS, FoundTable
from borgerplan_desktop.documents.reading_in.kept_table import kept_table
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")
_UNKNOWN = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"            # a formula without a result
                      rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_MOST_LINES = 20 * MOST_ROWS                             # with the empty ones, which a format may have reached


def read_sheet(content: bytes) -> FoundTable:
    """Raises Unreadable."""
    _look_at(content)
    try:
        return _first_sheet(content)
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(Why.BROKEN) from error


def _look_at(content: bytes) -> None:
    """What kind of packed file it is, before anything in it is unpacked. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise Unreadable(Why.BROKEN) from error
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(Why.BROKEN)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(Why.PASSWORD)
    if "xl/workbook.xml" not in names:                   # .xlsb, .ods, Numbers, or no table at all
        is_sheet = "mimetype" in names or any(name.startswith(("xl/", "Index/")) for name in names)
        raise Unreadable(Why.SHEET if is_sheet else Why.UNKNOWN)


def _first_sheet(content: bytes) -> FoundTable:
    import os

    os.environ["OPENPYXL_LXML"] = "False"                # defusedxml then reads every part
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")                  # of what openpyxl leaves out: pictures, rules, colours
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = list(book.worksheets)
        chosen = next((sheet for sheet in sheets if _has_anything(sheet)), None)
        if chosen is None:
            raise Unreadable(Why.NO_TEXT)
        others = [str(sheet.title) for sheet in sheets if sheet is not chosen and _has_anything(sheet)]
        raw = _part(content, str(getattr(chosen, "_worksheet_path", "")))
        return kept_table(_lines(chosen), sheet=str(chosen.title) if others else "", other_sheets=others,
                          unknown=len(_UNKNOWN.findall(raw)), merged=len(_MERGED.findall(raw)))


def _has_anything(sheet: Any) -> bool:
    return any(value not in (None, "") for row in sheet.iter_rows(max_row=50, max_col=MOST_COLUMNS, values_only=True)
               for value in row)


def _lines(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()                             # what the file says of its size may be wrong
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)):
        if number > _MOST_LINES:
            raise Unreadable(Why.TOO_LONG)
        yield [_said(value) for value in row]


def _said(value: object) -> str:
    """As somebody would type it: a day as 2026-10-29, no ".0" behind a telephone number, no error of a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "x" if value else ""
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
    text = str(value)
    return "" if text.startswith("#") and text.rstrip("!?").isupper() and text.endswith(("!", "?", "/A")) else text


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name.lstrip("/")) if name.lstrip("/") in packed.namelist() else b""
