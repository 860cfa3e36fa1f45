"""The lines of somebody's table as they can stand here: tidy, none empty, not more than one looks through."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from borgerplan_desktop.documents.reading_in.found_people import Left
from borgerplan_desktop.documents.reading_in.found_table import MOST_COLUMNS, MOST_ROWS, FoundTable
from borgerplan_desktop.documents.reading_in.kept_words import Kept
from borgerplan_desktop.documents.reading_in.unreadable import Unreadable, Why


def kept_table(lines: Iterable[Sequence[str]], **told: object) -> FoundTable:
    """The lines as a table: tidy cells, no empty rows. Raises Unreadable for nothing, and for too much."""
    lost: Counter[Left] = Counter()
    kept = Kept(lost)
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        cells = [kept.text(cell) if cell else "" for cell in line[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if len(rows) > MOST_ROWS:                        # the headings are one more
            raise Unreadable(Why.TOO_LONG)
        rows.append(cells)
        numbers.append(number)
    if not rows:
        raise Unreadable(Why.NO_TEXT)
    return FoundTable(rows, numbers, hidden=lost[Left.CPR], cut=lost[Left.TOO_LONG], **told)  # type: ignore[arg-type]
