"""A table as a file of somebody else's holds it: rows of cells, each a text, and what of the file is not in them."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

MOST_ROWS, MOST_COLUMNS = 10_000, 80                     # that anybody can look through


@dataclass(frozen=True)
class FoundTable:
    """`rows` without those of which every cell is empty; `numbers` says on which line of the file each stands."""

    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    sheet: str = ""                                      # of a spreadsheet with several: which of them this is
    other_sheets: Sequence[str] = ()
    unknown: int = 0                                     # cells with a formula whose result is not in the file
    merged: int = 0                                      # cells that are one with others
    hidden: int = 0                                      # CPR numbers that were hidden
    cut: int = 0                                         # texts that were cut


def as_plain(table: FoundTable) -> dict[str, Any]:
    """As JSON can say it."""
    return asdict(table)


def from_plain(said: Mapping[str, Any]) -> FoundTable:
    return FoundTable(**said)
