"""The galley: the long strip of slabs a document is set as, before `pages` cuts it.

A slab is a strip across the page that is never cut: a line of text, a row of a table, a picture. It knows its marks
(what is drawn), the air above it, and how much it holds on to the slab below.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.text import clean
from borgerplan_desktop.documents.paper.two_languages import (
    OPEN,
    TAGS,
    beside_of,
    inline,
    lacks,
    main_of,
    pieces,
    tag_beside,
)
from borgerplan_desktop.documents.paper.typography import INK, THIN, Color, Sheet, Style

FREE, LOATH, TORN, NEVER = 0.0, .35, 3.0, 50.0           # the cost of ending a page below a slab
SMALL = 1 / 3                                            # of a page: what is no higher leaves no page half empty
DANISH = "da-DK"
LARGE_TITLE = 1.6                                        # of running text
_BLANK = re.compile(r"\s*_{4,}")


class Said(str):
    """A text that somebody wrote: Danish, also in a document whose headings are not."""

    __slots__ = ()


class Mark(Protocol):
    """Something a slab draws, `down` from its upper edge; `x`, `top` are the slab's upper left corner on the page."""

    down: float

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None: ...


@dataclass(slots=True)
class Slab:
    height: float
    marks: list[Mark] = field(default_factory=list)
    air: float = 0.0                                     # space above; falls away at the top of a page
    hold: float = FREE                                   # reluctance to end a page below
    chapter: bool = False                                # likes to begin a page
    carry: Slab | None = None                            # is shown first when a page begins here (a table's head)
    outline: tuple[int, str] | None = None               # level and words of the bookmark


@dataclass(slots=True)
class Words:
    """One line of text; without a node it is an artifact. `uri` makes it a link (its node is then a Link)."""

    x: float
    down: float                                          # of the baseline, from the top of the slab
    text: str
    style: Style
    node: Node | None
    uri: str = ""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.node is None:
            canvas.artifact("Pagination")
        else:
            canvas.begin(self.node)
        left, base = x + self.x, top - self.down
        canvas.write(left, base, self.text, self.style)
        if self.uri and self.node is not None:
            size = self.style.size
            box = (left, base - .25 * size, left + self.style.width(self.text), base + .85 * size)
            canvas.link(self.node, box, self.uri, self.text)


@dataclass(slots=True)
class Stroke:
    """A level line."""

    x: float
    down: float
    width: float
    weight: float = THIN
    color: Color = INK

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.artifact()
        canvas.stroke(self.color, self.weight)
        canvas.line(x + self.x, top - self.down, x + self.x + self.width, top - self.down)


@dataclass(slots=True)
class Drawing:
    """A vector drawing: `paint` draws in a box of `width` × `height` with its origin in the lower left corner."""

    x: float
    down: float                                          # of the box's upper edge
    width: float
    height: float
    paint: Callable[[TaggedCanvas], None]
    node: Node | None = None                             # None: it says nothing

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        left, bottom = x + self.x, top - self.down - self.height
        if self.node is None:
            canvas.artifact()
        else:
            if self.node.role == "Figure":
                corners = (left, bottom), (left + self.width, bottom + self.height)
                (x1, y1), (x2, y2) = (canvas.absolutePosition(*corner) for corner in corners)
                box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))       # also on a panel that is turned
                self.node.attributes = f"/O/Layout/Placement/Block/BBox[{' '.join(f'{v:.2f}' for v in box)}]"
            canvas.begin(self.node)
        canvas.saveState()
        canvas.translate(left, bottom)
        self.paint(canvas)
        canvas.restoreState()


@dataclass(frozen=True)
class Letterhead:
    """What stands in the top right corner of a paper: its size in points, and what it says."""

    width: float
    height: float
    paint: Callable[[TaggedCanvas], None]
    says: str


class Galley:
    """The strip being set, and the structure tree that grows with it."""

    def __init__(self, sheet: Sheet, lang: str = DANISH) -> None:
        self.sheet, self.lang = sheet, lang
        self.root = Node("Document", lang=lang)
        self.node = self.root                            # where the next part of the structure goes
        self.slabs: list[Slab] = []
        self.letterhead: Letterhead | None = None
        self._air = 0.0
        self._chapter = False
        self._carry: Slab | None = None

    # ------------------------------------------------------------------------------------------ setting
    def add(self, slabs: Sequence[Slab], before: float = 0.0, after: float = 0.0) -> None:
        """Put slabs on the strip. Air before and after in lines; of two airs that meet, the larger counts."""
        if not slabs:
            return
        first = slabs[0]
        first.air = max(first.air, self._air, before * self.sheet.line)
        first.chapter, self._chapter = self._chapter, False
        for slab in slabs:
            slab.carry = slab.carry or self._carry
        self.slabs += slabs
        self._air = after * self.sheet.line

    def air(self, lines: float) -> None:
        self._air = max(self._air, lines * self.sheet.line)

    def chapter(self) -> None:
        """What comes next likes to begin a page."""
        self._chapter = True

    def aside(self) -> Galley:
        """An empty strip of the same kind: what is set there is measured first and then `take`n, or not."""
        return Galley(self.sheet, self.lang)

    def take(self, aside: Galley) -> None:
        """Put what was set aside here."""
        self.node.kids += aside.root.kids
        self.add(aside.slabs)

    @property
    def height(self) -> float:
        return sum(slab.air + slab.height for slab in self.slabs)

    def tag(self, role: str, text: str = "", **what: str) -> Node:
        """A new node here; it speaks Danish if the text was written by somebody and the document is not in Danish."""
        return self.node.child(role, lang=self.language_of(text), **what)

    def language_of(self, text: str) -> str:
        return DANISH if isinstance(text, Said) and self.lang != DANISH else ""

    @contextmanager
    def inside(self, role: str, attributes: str = "") -> Iterator[Node]:
        """Parts set meanwhile belong to one node (Sect, L …)."""
        outer = self.node
        self.node = outer.child(role, attributes=attributes)
        try:
            yield self.node
        finally:
            self.node = outer

    @contextmanager
    def together(self, most: float = 1.0, otherwise: float = LOATH) -> Iterator[None]:
        """Parts set meanwhile stay on one page if they take at most that share of it, though large ones are torn before
        a page stays half empty for them; else they part unwillingly.
        """
        start = len(self.slabs)
        yield
        held = self.slabs[start:]
        height = sum(slab.air + slab.height for slab in held) / self.sheet.height
        hold = otherwise if height > most else NEVER if height <= SMALL else TORN
        for slab in held[:-1]:
            slab.hold = max(slab.hold, hold)

    @contextmanager
    def carrying(self, carry: Slab) -> Iterator[None]:
        """Parts set meanwhile, except the first, show `carry` when a page begins with them."""
        outer, start = self._carry, len(self.slabs)
        self._carry = carry
        yield
        self._carry = outer
        if len(self.slabs) > start:
            self.slabs[start].carry = outer


def set_text(text: str, style: Style, node: Node | None, x: float, width: float) -> list[Slab]:
    """A text as one slab a line, with what it is in the language beside it below. This is where every text enters: it
    is cleaned here.
    """
    if OPEN not in text or node is None:
        return _lines(main_of(text), style, node, x, width)
    if isinstance(text, Said):
        return _said_lines(text, style, node, x, width)
    if tag := lacks(text):
        node.lang = tag
        return _lines(beside_of(text), style, node, x, width)
    main, beside = main_of(text), _BLANK.sub("", beside_of(text))    # what is filled in by pen, is filled in once
    if _letters(main) == _letters(beside):               # a full stop more or less is no other language
        return _lines(main, style, node, x, width)
    above = _lines(main, style, node.child("Span"), x, width)
    below = _lines(beside, style.beside, node.child("Span", lang=tag_beside(text)), x, width)
    for slab in above[-1:]:
        slab.hold = NEVER
        for mark in slab.marks:
            assert isinstance(mark, Words)
            mark.text += " "                             # else one hears two words as one
        if style.size > LARGE_TITLE * style.beside.size:
            slab.height += .25 * style.size              # its letters reach far down
    return above + below


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _lines(text: str, style: Style, node: Node | None, x: float, width: float) -> list[Slab]:
    lines = style.lines(clean(text, style.language), width)
    slabs: list[Slab] = [Slab(style.leading, [Words(x, style.size, line, style, node)]) for line in lines]
    for number in (0, len(slabs) - 2):                   # no first or last line alone
        if 0 <= number < len(slabs) - 1:
            slabs[number].hold = NEVER
    return slabs


def _said_lines(text: str, style: Style, node: Node, x: float, width: float) -> list[Slab]:
    """What somebody wrote with some words of ours in it: it stands once, and ours are tagged as the paper's."""
    ours = [mine for words, mine in pieces(text) for letter in clean(words, style.language) if letter.isalnum()]
    slabs = _lines(inline(text), style, None, x, width)
    found = [mark for slab in slabs for mark in slab.marks if isinstance(mark, Words)]
    if sum(letter.isalnum() for mark in found for letter in mark.text) != len(ours):
        ours = []                                        # some have no letter on paper: all as it was written
    left = iter(ours)
    for slab, mark in zip(slabs, found, strict=True):
        slab.marks = []
        start, mine = 0, [next(left, False) if letter.isalnum() else None for letter in mark.text]
        for at in range(1, len(mine) + 1):
            here = next((each for each in mine[start:] if each is not None), False)
            if at == len(mine) or mine[at] not in (None, here):
                part, left_of = node.child("Span", lang=TAGS[style.language] if here else ""), mark.text[:start]
                slab.marks.append(Words(x + style.width(left_of), mark.down, mark.text[start:at], style, part))
                start = at
    return slabs


def side_by_side(*columns: Sequence[Slab]) -> list[Slab]:
    """Columns of lines as one: the first slab holds the first line of each, and so on."""
    merged: list[Slab] = []
    for number in range(max(map(len, columns), default=0)):
        row = [column[number] for column in columns if number < len(column)]
        merged.append(Slab(max(s.height for s in row), [mark for s in row for mark in s.marks],
                           air=max(s.air for s in row), hold=max(s.hold for s in row)))
    return merged
