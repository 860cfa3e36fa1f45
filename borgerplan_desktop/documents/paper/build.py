"""Galley -> bytes: cut into pages first, so that "side 1 af 5" is known, then drawn once, in memory."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.pages import pages_of
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.two_languages import main_of
from borgerplan_desktop.documents.paper.typography import FOOT, LINE, NOTE_LINE, THIN, Sheet, Style

NOTE_RULE = 60.0                                         # points: as above a footnote


@dataclass(frozen=True)
class Footer:
    """What stands at the foot of every page: `parts` (whose, what, which version, when; never a CPR number), and the
    pattern of the page number with `{page}` and `{total}`.
    """

    parts: Sequence[str]
    numbering: str
    keep: str = ""                                       # the part that is never left out: what the paper is
    note: str = ""                                       # what stands above it; the sheet has left room for it
    copy_for: str = ""                                   # whose copy it is and of which day, along the right margin


def build(galley: Galley, title: str, footer: Footer, about: About | None = None) -> bytes:
    """The document as one tagged PDF; the same galley always gives the same bytes."""
    sheet = galley.sheet
    if about is not None:
        about = About(one_line(about.author, sheet.language), one_line(about.subject, sheet.language), about.on)
    pages = pages_of(galley)
    title = one_line(title, sheet.language)
    canvas = TaggedCanvas(galley.root, title, about or About(), galley.lang, (sheet.page_width, sheet.page_height))
    level = -1
    for number, page in enumerate(pages, 1):
        y = sheet.page_height - sheet.top
        for at, slab in enumerate(page.slabs):
            if at == 0 and slab.carry is not None:
                for mark in slab.carry.marks:
                    mark.draw(canvas, sheet.left, y)
                y -= slab.carry.height
            y -= slab.air * page.air if at else 0.0
            if slab.outline is not None:
                level = bookmark(canvas, slab.outline, level, y, sheet.language)
            for mark in slab.marks:
                mark.draw(canvas, sheet.left, y)
            y -= slab.height
        _foot(canvas, sheet, footer, number, len(pages))
        canvas.showPage()
    return canvas.finished()


def bookmark(canvas: TaggedCanvas, outline: tuple[int, str], level: int, y: float, language: str,
             place: str = "") -> int:
    """A line of the table of contents in the reader's side bar; reportlab raises when a level is skipped. `place` tells
    those apart that begin at the same height.
    """
    level = min(outline[0], level + 1)
    key = f"heading.{canvas.getPageNumber()}.{place or format(y, '.1f')}"
    canvas.bookmarkHorizontalAbsolute(key, y)
    canvas.addOutlineEntry(one_line(outline[1], language), key, level, 0)
    return level


def _foot(canvas: TaggedCanvas, sheet: Sheet, footer: Footer, number: int, total: int) -> None:
    canvas.artifact("Pagination")
    style, y = sheet.foot, FOOT
    note = style.lines(footer.note, sheet.width)
    if note:                                             # a short rule: it is no line of the text above
        canvas.stroke(LINE, THIN)
        above = FOOT + (len(note) * NOTE_LINE + 1.3) * style.size
        canvas.line(sheet.left, above, sheet.left + NOTE_RULE, above)
    for up, line in zip(range(len(note), 0, -1), note, strict=True):
        canvas.write(sheet.left, FOOT + up * NOTE_LINE * style.size, line, style)
    right = main_of(footer.numbering).format(page=number, total=total)
    canvas.write(sheet.left + sheet.width, y, right, style, "end")
    for line in _lines(footer, style, sheet.width - style.width(right) - 20, sheet.width):
        canvas.write(sheet.left, y, line, style)
        y -= NOTE_LINE * style.size
    if footer.copy_for:
        _along_the_margin(canvas, sheet, footer.copy_for)
    canvas.stroke(LINE, THIN)
    if sheet.landscape:                                  # where to punch
        canvas.line(sheet.page_width / 2, sheet.page_height - 24, sheet.page_width / 2, sheet.page_height - 16)
    else:
        canvas.line(16, sheet.page_height / 2, 24, sheet.page_height / 2)


def _along_the_margin(canvas: TaggedCanvas, sheet: Sheet, text: str) -> None:
    """Upwards in the middle of the page's right edge: whoever copies the page copies it too."""
    style = sheet.quiet
    text = style.shortened(one_line(text, style.language), sheet.height)
    canvas.saveState()
    canvas.translate(sheet.page_width - sheet.right / 2 + style.size / 3, sheet.page_height / 2)
    canvas.rotate(90)
    canvas.write(0, 0, text, style, "middle")
    canvas.restoreState()


def _lines(footer: Footer, style: Style, room: float, below: float) -> list[str]:
    """The foot on one line, or the last part on a second one: without its day nobody knows which paper is the newer.
    What the paper is goes there too where it would leave no room for whose it is.
    """
    parts, keep = [one_line(part, style.language) for part in footer.parts if part], footer.keep
    line = _fitted(parts, keep, style, room)
    if len(parts) < 2 or line.endswith(parts[-1]):
        return [line]
    first, *rest = parts
    if keep and style.width(f"{first} · {one_line(keep, style.language)}") > room:
        return [style.shortened(first, room), _fitted(rest, keep, style, below)]
    return [line, parts[-1]]


def _fitted(parts: Sequence[str], keep: str, style: Style, room: float) -> str:
    """The parts with dots between. For a name of usual length parts are left out from the middle; one that would take
    most of the line is shortened first."""
    keep = one_line(keep, style.language) if keep else ""
    first, *rest = [one_line(part, style.language) for part in parts if part] or [""]
    wanted = style.width(first) if style.width(first) <= room * .6 else 10 * style.size
    while True:
        tail = "".join(f" · {part}" for part in rest)
        left = room - style.width(tail)
        if left >= wanted or not rest:
            return style.shortened(first, left) + tail
        goes = next((number for number, part in enumerate(rest) if part != keep), None)
        if goes is None:
            return style.shortened(first, left) + tail
        rest.pop(goes)
