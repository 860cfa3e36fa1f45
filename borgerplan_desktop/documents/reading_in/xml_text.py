"""What the readers of packed files share: lines of a paragraph, rows of a table."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

BULLET = "• "


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """A row is one line with tabs between its cells; where a cell has several lines, each cell stands by itself."""
    found: list[str] = []
    for cells in rows:
        said = [cell.strip() for cell in cells]
        if not any(said):
            continue
        if any("\n" in cell for cell in said):
            found += [cell for cell in said if cell]
        else:
            found.append("\t".join(said).rstrip("\t"))
    return found


def local(tag: object) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
