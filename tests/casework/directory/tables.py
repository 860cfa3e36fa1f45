"""Tables as somebody may bring them, as bytes of files."""
from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any


def csv_of(rows: Sequence[Sequence[str]], separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    return "\r\n".join(separator.join(row) for row in rows).encode(encoding)


def xlsx_of(rows: Sequence[Sequence[Any]], merged: Sequence[str] = (), others: Sequence[str] = ()) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tilbud"
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    for name in others:
        book.create_sheet(name).append(["noget"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
