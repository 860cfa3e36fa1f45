"""Order: Danish alphabet for names, and a place between two neighbours for what people sort by hand."""
from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

_LAST = str.maketrans({
    "æ": "{", "ä": "{", "ø": "|", "ö": "|", "ő": "|", "å": "}", "ü": "y", "ű": "y",
    "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "ng", "ŧ": "t", "œ": "oe", "ĸ": "q"})


@lru_cache(maxsize=20_000)
def danish(text: str) -> str:
    """A key that sorts names as a Danish reader expects: case and accents aside, æ ø å (and aa) last.

    Letters of others stand where their sound does: đ with d, ł with l, þ as th, ü as y.
    """
    low = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_LAST)
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


def sort_value(row: Any) -> tuple[bool, Any, str]:
    """Rows by their sort key, empty ones last, then by id so that the order is one and the same everywhere."""
    value = getattr(row, row.sort_key)
    if isinstance(value, str):
        return name_order(value, row.id)
    return (True, "", row.id) if value is None else (False, value, row.id)


def name_order(name: str, id: str) -> tuple[bool, str, str]:
    """The key of a name in every list: in Danish order, those without a name last, then by id."""
    return (not name, danish(name), id)


def place(row: Any, siblings: list[Any], index: int) -> None:
    """Put `row` at `index` among its siblings: its `place` becomes the mean of its neighbours'.

    Only one row changes; when there is no number left between two neighbours (after some fifty moves into the same
    gap) all are numbered afresh in the same action.
    """
    others = [s for s in siblings if s is not row]
    index = max(0, min(index, len(others)))
    low = others[index - 1].place if index else (others[0].place - 2 if others else 0.0)
    high = others[index].place if index < len(others) else low + 2
    row.place = (low + high) / 2
    if not low < row.place < high:
        for number, each in enumerate([*others[:index], row, *others[index:]], 1):
            each.place = float(number)
