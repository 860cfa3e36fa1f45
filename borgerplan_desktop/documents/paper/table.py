"""Tables: ruled, never boxed. Firm under the head, thin between rows, no verticals, flush with the text."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper.galley import (
    FREE,
    LOATH,
    NEVER,
    TORN,
    Galley,
    Said,
    Slab,
    Stroke,
    Words,
    set_text,
    side_by_side,
)
from borgerplan_desktop.documents.paper.marked_words import mark_words
from borgerplan_desktop.documents.paper.parts import Tick, hold_together
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.text import bind, clean
from borgerplan_desktop.documents.paper.two_languages import beside_of, inline, main_of
from borgerplan_desktop.documents.paper.typography import FIRM, INK, LINE, THIN, Style
from borgerplan_desktop.model.text_difference import Piece

UNEVEN = .15                                             # the cost of cutting a table far from its middle
GENEROUS = .15                                           # of the room of the others: a column may have it to stay whole
SHORT, WHOLE = 6, 1.5 * TORN                             # a row of so few lines is rather torn from the next
EVEN = 20                                                # rows: a longer table is cut where the page ends
GAP = 14.0                                               # between columns, in points at 12 pt


@dataclass(frozen=True)
class Cell:
    """Several paragraphs in one cell, the first of them bold; `uri` makes the text a link. `marked` are the pieces of a
    text alone in its cell of which some are new or gone.
    """

    text: str
    below: Sequence[str] = ()
    bold: bool = False
    uri: str = ""
    marked: Sequence[Piece] = ()


Content = str | Cell | Tick


def table(g: Galley, head: Sequence[str], rows: Sequence[Sequence[Content]], shares: Sequence[float], *,
          names: int = 0, pad: float = .22, room_for_pen: float = 0.0) -> None:
    """A table whose columns take the room their words need. Column `names` names its row (bold, a row header).

    `shares` are the widths to begin with; `room_for_pen` makes rows at least so many lines high (an empty form, whose
    columns are as wide as their shares).
    """
    sheet = g.sheet
    rows = [[_bold(cell) if column == names else cell for column, cell in enumerate(row)] for row in rows]
    widths = _for_a_pen(g, head, shares) if room_for_pen else _fitted(g, head, rows, shares)
    lefts = [sum(widths[:i]) + i * GAP * sheet.scale for i in range(len(widths))]
    pad_height = pad * sheet.line
    whole = g.node.child("Table")
    top = _head(g, whole, head, lefts, widths)
    carry = Slab(top.height, [_silent(mark) for mark in top.marks])
    g.add([top], after=0)
    with g.carrying(carry):
        for number, row in enumerate(rows):
            slabs = _row(g, whole, row, lefts, widths, names)
            for mark in slabs[0].marks:
                mark.down += pad_height
            slabs[0].height += pad_height
            missing = room_for_pen * sheet.line - sum(slab.height for slab in slabs)
            slabs[-1].height += pad_height + max(0.0, missing)
            slabs[-1].marks.append(Stroke(0, slabs[-1].height, sheet.width, THIN, LINE))
            slabs[-1].hold = _hold(number, len(rows))
            g.add(slabs)


def _hold(number: int, count: int) -> float:
    """How much a row holds on to the next: no row stands alone, and a table is rather cut near its middle."""
    if number in (0, count - 2) and count > 2:
        return TORN
    return UNEVEN * abs(2 * (number + 1) / count - 1) if number < count - 1 < EVEN else FREE


def _bold(content: Content) -> Content:
    if isinstance(content, str):
        return Cell(content, bold=True)
    if isinstance(content, Cell):
        return Cell(content.text, content.below, True, content.uri)
    return content


def _head(g: Galley, whole: Node, head: Sequence[str], lefts: Sequence[float], widths: Sequence[float]) -> Slab:
    row = whole.child("TR")
    columns = [set_text(text, g.sheet.label, row.child("TH", attributes="/O/Table/Scope/Column"), left, width)
               for text, left, width in zip(head, lefts, widths, strict=True)]
    slab = Slab(0.0, hold=NEVER)
    for line in side_by_side(*columns):
        for mark in line.marks:
            if isinstance(mark, Words):
                mark.down += slab.height
        slab.marks += line.marks
        slab.height += line.height
    slab.height += .25 * g.sheet.line
    slab.marks.append(Stroke(0, slab.height, g.sheet.width, FIRM, INK))
    return slab


def _silent(mark: object) -> Words | Stroke:
    """The mark as it stands on top of the next page: seen, but not read aloud again."""
    if isinstance(mark, Words):
        return Words(mark.x, mark.down, mark.text, mark.style, None)
    assert isinstance(mark, Stroke)
    return mark


def _row(g: Galley, whole: Node, row: Sequence[Content], lefts: Sequence[float], widths: Sequence[float],
         names: int) -> list[Slab]:
    node = whole.child("TR")
    columns: list[list[Slab]] = []
    for column, (content, left, width) in enumerate(zip(row, lefts, widths, strict=True)):
        cell = node.child("TH", attributes="/O/Table/Scope/Row") if column == names else node.child("TD")
        columns.append(_cell(g, cell, content, left, width))
    slabs = side_by_side(*columns) or [Slab(g.sheet.line)]
    hold_together(slabs)
    for slab in slabs[:-1]:
        slab.hold = max(slab.hold, WHOLE if len(slabs) <= SHORT else LOATH)
    return slabs


def _cell(g: Galley, cell: Node, content: Content, left: float, width: float) -> list[Slab]:
    if isinstance(content, Tick):
        return [content.slab(g, cell.child("Figure", alt=content.says), left)]
    found = content if isinstance(content, Cell) else Cell(content)
    slabs: list[Slab] = []
    for number, text in enumerate((found.text, *found.below)):
        style = g.sheet.strong if found.bold and number == 0 else g.sheet.body
        if not text.strip():
            continue
        role = "Link" if found.uri and number == 0 else "P"
        if role == "P" and not found.below:              # one text alone needs no paragraph of its own
            cell.lang = g.language_of(text)
            return mark_words(set_text(text, style, cell, left, width), found.marked)
        lines = set_text(text, style, cell.child(role, lang=g.language_of(text)), left, width)
        if role == "Link":
            for slab in lines:
                for mark in slab.marks:
                    if isinstance(mark, Words):
                        mark.uri = found.uri
        slabs += lines
    return slabs


def _fitted(g: Galley, head: Sequence[str], rows: Sequence[Sequence[Content]], shares: Sequence[float]) -> list[float]:
    """Column widths from the words themselves: what fits on one line gets just that, the others share the rest; and no
    column is narrower than its longest word while another has room to spare.
    """
    style, room = g.sheet.strong, g.sheet.width - GAP * g.sheet.scale * (len(shares) - 1)
    needs = [[_needs(line[i], style) for line in (head, *rows)] for i in range(len(shares))]
    whole = [max(line for line, _ in column) + 1 for column in needs]
    least = [max(word for _, word in column) + 1 for column in needs]
    spare = room - sum(whole)
    if spare >= 0:                                       # nobody needs to wrap
        return [width + spare * share / sum(shares) for width, share in zip(whole, shares, strict=True)]
    widths, shared = [0.0] * len(shares), sum(shares)
    for i in sorted(range(len(shares)), key=lambda i: whole[i] / shares[i]):     # the modest ones first
        fair = room * shares[i] / shared
        widths[i] = whole[i] if whole[i] <= fair + GENEROUS * (room - fair) else fair
        room -= widths[i]
        shared -= shares[i]
    return _with_room_for_words(widths, least, [_needs(line, style)[1] + 1 for line in head])


def _for_a_pen(g: Galley, head: Sequence[str], shares: Sequence[float]) -> list[float]:
    """What will be written needs the room, not the words of the head."""
    room = g.sheet.width - GAP * g.sheet.scale * (len(shares) - 1)
    words = [_needs(line, g.sheet.strong)[1] + 1 for line in head]
    return _with_room_for_words([room * share / sum(shares) for share in shares], words, words)


def _with_room_for_words(widths: Sequence[float], least: Sequence[float], heads: Sequence[float]) -> list[float]:
    """The widths, with room moved from those that have some to spare to those whose longest word does not fit. A word
    may ask for an equal share; a longer one is broken, wherever it stands, but in a head: its words are our own.
    """
    most = sum(widths) / len(widths)
    floors = [need if need <= has else max(min(need, most), head)
              for has, need, head in zip(widths, least, heads, strict=True)]
    missing = sum(max(0.0, floor - has) for has, floor in zip(widths, floors, strict=True))
    spare = sum(max(0.0, has - floor) for has, floor in zip(widths, floors, strict=True))
    if not missing or not spare:
        return list(widths)
    moved = min(missing, spare)
    return [has + moved * (floor - has) / (missing if floor > has else spare)
            for has, floor in zip(widths, floors, strict=True)]


def _as_set(text: str) -> tuple[str, ...]:
    """The text in each language it is set in."""
    if isinstance(text, Said):
        return (inline(text),)
    main, beside = main_of(text), beside_of(text)
    return (main,) if main == beside else (main, beside)


def _needs(content: Content, style: Style) -> tuple[float, float]:
    """The widest line of a cell when nothing is broken, and its widest word."""
    if isinstance(content, Tick):
        return style.size, style.size
    texts = (content,) if isinstance(content, str) else (content.text, *content.below)
    spoken = [each for text in texts for each in _as_set(text)]
    lines = [line for text in spoken for line in bind(clean(text, style.language)).split("\n")]
    longest = [max(re.split("[ /-]", line), key=len) for line in lines]
    return max(map(style.width, lines), default=0.0), max(map(style.width, longest), default=0.0)
