"""What a document is written with. Each part takes the galley and puts itself on it."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from borgerplan_desktop.documents.paper.galley import (
    FREE,
    NEVER,
    TORN,
    Drawing,
    Galley,
    Said,
    Slab,
    Stroke,
    Words,
    set_text,
    side_by_side,
)
from borgerplan_desktop.documents.paper.marks import bullet, quotation_mark, tick_box
from borgerplan_desktop.documents.paper.structure import Node
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import inline
from borgerplan_desktop.documents.paper.typography import FIRM, INK, LINE, THIN, Color, Style

WHOLE = 8                                                # lines: what is no longer is not cut


def hold_together(slabs: Sequence[Slab], *, below: bool = False) -> None:
    """A few lines are not cut, but before a page stays half empty; with `below` they are never cut, and stay with what
    follows.
    """
    for slab in slabs[:-1] if len(slabs) <= WHOLE else ():
        slab.hold = max(slab.hold, NEVER if below else TORN)
    if below and slabs:
        slabs[-1].hold = NEVER


@dataclass(frozen=True)
class Tick:
    """A box to tick: whether it is ticked, and what that is called aloud ("Gjort")."""

    on: bool
    says: str

    def slab(self, g: Galley, node: Node, x: float = 0.0) -> Slab:
        side = g.sheet.size * .95

        def paint(c: TaggedCanvas) -> None:
            tick_box(c, 0, 0, side, self.on)

        return Slab(g.sheet.line, [Drawing(x, g.sheet.line * .5 - side * .53, side, side, paint, node)])


def paragraph(g: Galley, text: str, style: Style | None = None, *, x: float = 0.0, width: float | None = None,
              after: float = .5) -> None:
    """A text at `x`, no wider than is pleasant to read."""
    room = min(g.sheet.width - x, width or g.sheet.measure)
    g.add(set_text(text, style or g.sheet.body, g.tag("P", text), x, room), after=after)


def heading(g: Galley, text: str, *, level: int = 2, style: Style | None = None, before: float = 1.5,
            after: float = .5) -> None:
    """A heading; it stays with what follows."""
    slabs = set_text(text, style or g.sheet.heading, g.tag(f"H{level}", text), 0, g.sheet.width)
    hold_together(slabs, below=True)
    if slabs:
        slabs[0].outline = (level - 1, text)
    g.add(slabs, before, after)


def title(g: Galley, kicker: str, text: str, under: str, *, ruled: bool = True) -> None:
    """The head of a document, with a firm rule below where it is `ruled`."""
    with beside_letterhead(g) as room:
        paragraph(g, kicker, g.sheet.kicker, width=room, after=0)
        heading(g, text, level=1, style=g.sheet.title, before=0, after=.25)
        paragraph(g, under, g.sheet.quiet, width=g.sheet.width, after=0)
    if ruled:
        rule(g, FIRM, INK, before=.5, after=1)


@contextmanager
def beside_letterhead(g: Galley) -> Iterator[float]:
    """What is set meanwhile begins a document: beside its first line, and above it in the margin, stands the
    letterhead. Yields how wide that line may be.
    """
    start, head = len(g.slabs), g.letterhead
    node = g.node.child("Figure", alt=head.says) if head is not None else None
    yield g.sheet.measure if head is None else min(g.sheet.measure, g.sheet.width - head.width - 12)
    if head is not None:
        g.slabs[start].marks.insert(0, Drawing(g.sheet.width - head.width, g.sheet.line - 2 - head.height, head.width,
                                               head.height, head.paint, node))


def rule(g: Galley, weight: float = THIN, color: Color = LINE, *, before: float = 0.0, after: float = 0.0,
         ends: bool = False) -> None:
    """A line across the page: it begins what follows, or `ends` what is above."""
    if ends:
        g.slabs[-1].hold = NEVER
    g.add([Slab(.01, [Stroke(0, 0, g.sheet.width, weight, color)], hold=FREE if ends else NEVER)], before, after)


APART = .4                                               # lines: what stands below an entry is not the next one's
LONG_QUOTE = 700                                         # characters: more than this is set as running text


def quote(g: Galley, text: str, *, big_mark: bool = False) -> None:
    """The citizen's own words, on the second axis; `big_mark` puts a large » in the margin where there is one."""
    sheet, node = g.sheet, g.tag("BlockQuote", text)
    mark, words = node.child("Span", actual="»"), node.child("P")
    beside = sheet.axis > 0 and big_mark
    opened = text if beside else Said(f"»{text.strip()}")
    style = sheet.voice if len(text) <= LONG_QUOTE else sheet.body
    slabs = set_text(f"{opened.strip()}«", style, words, sheet.axis, sheet.width - sheet.axis)
    if beside and slabs:
        height = sheet.size * 2.5
        slabs[0].marks.insert(0, Drawing(0, sheet.voice.size * .28, height, height,
                                         lambda c: quotation_mark(c, height), mark))
    g.add(slabs)


def row(g: Galley, label: str, *texts: tuple[str, Style] | str, after: float = .5) -> None:
    """A quiet label, and the texts it labels beside it (below it in large print)."""
    sheet = g.sheet
    given = [t if isinstance(t, tuple) else (t, sheet.body) for t in texts]
    given = [(text, style) for text, style in given if text.strip()]
    if not given:
        return
    marks = _label(g, label)
    body: list[Slab] = []
    for number, (text, style) in enumerate(given, 1):
        lines = set_text(text, style, g.tag("P", text), sheet.axis, min(sheet.width - sheet.axis, sheet.measure))
        if style is sheet.strong and number < len(given):
            hold_together(lines, below=True)             # it is what the next ones are about
        body += lines
    if sheet.stacked:
        hold_together(marks, below=True)
    slabs = [*marks, *body] if sheet.stacked else side_by_side(marks, body)
    hold_together(slabs)
    g.add(slabs, after=after)


def _label(g: Galley, label: str) -> list[Slab]:
    width = g.sheet.axis - 8 if g.sheet.axis else g.sheet.width
    return set_text(label, g.sheet.label, g.tag("P"), 0, width) if label else []


@dataclass(frozen=True)
class Item:
    """One entry of a list: with a bullet, with a box to tick, or with a sign of its own ("1."); `more` stands below its
    text, each in its own language.
    """

    text: str
    tick: Tick | None = None
    sign: str = ""
    more: Sequence[str] = ()


def items(g: Galley, entries: Sequence[Item], *, label: str = "", gap: float = 0.0, after: float = .5,
          whole: bool = False) -> None:
    """A list with bullets or boxes on the second axis, or with `whole` from edge to edge; the label stands beside the
    first.
    """
    sheet = g.sheet
    if any(entry.more for entry in entries):
        gap = max(gap, APART)
    marks = _label(g, label)
    if sheet.stacked:
        hold_together(marks, below=True)
        g.add(marks)
        marks = []
    start = len(g.slabs)
    with g.inside("L"):
        for number, entry in enumerate(entries):
            slabs = _item(g, entry, 0.0 if whole else sheet.axis)
            beside = marks if number == len(entries) - 1 else marks[:len(slabs)]
            marks = marks[len(beside):]                  # a label of several lines stands beside several entries
            slabs = side_by_side(beside, slabs) if beside else slabs
            g.add(slabs, before=gap if number else 0.0)
    g.air(after)
    lines = g.slabs[start:]
    hold_together(lines)
    for slab in (*lines[:2], *lines[-3:-1]) if len(lines) > WHOLE else ():
        slab.hold = NEVER


def _item(g: Galley, entry: Item, axis: float) -> list[Slab]:
    sheet, node = g.sheet, g.node.child("LI")
    sign = node.child("Lbl", actual=entry.tick.says if entry.tick else entry.sign or "•")
    if entry.tick:
        indent, first = sheet.size * 1.9, entry.tick.slab(g, sign, axis)
    elif entry.sign:
        indent = sheet.size * 1.9
        first = Slab(sheet.line, [Words(axis, sheet.size, entry.sign, sheet.strong, sign)])
    else:
        size = sheet.size
        indent = size * 1.25

        def paint(c: TaggedCanvas) -> None:
            bullet(c, size * .25, size * .17, size * .17)

        dot = Drawing(axis, sheet.line * .5 - size * .17, size * .5, size * .34, paint, sign)
        first = Slab(sheet.line, [dot])
    x = axis + indent
    body = node.child("LBody", lang="" if entry.more else g.language_of(entry.text))
    slabs: list[Slab] = []
    for text in (entry.text, *entry.more):
        part = body.child("P", lang=g.language_of(text)) if entry.more else body
        slabs += set_text(text, sheet.body, part, x, min(sheet.width - x, sheet.measure))
    hold_together(slabs)
    return side_by_side([first], slabs)


def writing_lines(g: Galley, count: int, *, whole: bool = False) -> None:
    """Empty lines for a pen, 9 mm apart; with `whole` from edge to edge."""
    sheet = g.sheet
    height, left = sheet.line * 1.5, 0.0 if whole else sheet.axis
    g.add([Slab(height, [Stroke(left, height, sheet.width - left, THIN, LINE)],
                hold=NEVER if i < count - 1 else 0.0) for i in range(count)], after=.5)


def signatures(g: Galley, names: Sequence[str]) -> None:
    """Lines that may stay empty, two beside each other; below each, who may sign."""
    sheet, gap = g.sheet, 24.0
    width = (sheet.width - gap) / 2
    for pair in (names[i:i + 2] for i in range(0, len(names), 2)):
        lefts = [n * (width + gap) for n in range(len(pair))]
        line = Slab(sheet.line * 2, [Stroke(left, sheet.line * 2 - 3, width) for left in lefts], hold=NEVER)
        below = [set_text(name, sheet.quiet, g.tag("P", name), left, width)
                 for name, left in zip(pair, lefts, strict=True)]
        g.add([line, *side_by_side(*below)])


def figure(g: Galley, width: float, height: float, paint: Callable[[TaggedCanvas], None], alt: str) -> None:
    """A drawing of its own, with the words that say the same."""
    node = g.node.child("Figure", alt=alt)
    g.add([Slab(height, [Drawing(0, 0, width, height, paint, node)])], after=.5)


def carried_line(g: Galley, text: str) -> Slab:
    """What stands in the top margin of a page that goes on with something ("Mål 3, fortsat")."""
    both = inline(text)
    return Slab(0.0, [Words(0, -g.sheet.size, both if g.sheet.quiet.width(both) <= g.sheet.width else text,
                            g.sheet.quiet, None)])


def labelled_lines(g: Galley, label: str, count: int) -> None:
    """A label with lines to write on: the form of a row that nobody has filled in."""
    sheet = g.sheet
    marks = _label(g, label)
    if sheet.stacked:
        hold_together(marks, below=True)
        g.add(marks)
        marks = []
    height = sheet.line * 1.5
    lines = [Slab(height, [Stroke(sheet.axis, sheet.line, sheet.width - sheet.axis, THIN, LINE)], hold=NEVER)
             for _ in range(count)]
    lines[-1].hold = 0.0
    _beside_the_last(marks, lines[0])                    # a label of several lines asks but once
    g.add(lines, after=0)


def _beside_the_last(label: Sequence[Slab], line: Slab) -> None:
    """The label whole in the slab of the line to write on, which stands where the label ends: what is left of it would
    read as the next label.
    """
    above = sum(slab.height for slab in label[:-1])
    for mark in line.marks:
        if isinstance(mark, Stroke):
            mark.down += above
    down = 0.0
    for slab in label:
        for mark in slab.marks:
            if isinstance(mark, Words):
                mark.down += down
        line.marks += slab.marks
        down += slab.height
    line.height += above


def phone_link(number: str) -> str:
    """What a telephone opens; "" for what is not a number."""
    compact = "".join(number.split())
    return f"tel:{compact}" if re.fullmatch(r"\+?[0-9]{3,15}", compact) else ""
