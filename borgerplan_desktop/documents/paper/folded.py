"""A sheet that is folded to the size of a pocket: eight panels, set one by one and drawn in the order they are read.

In usual print one A4 on its side, folded to A7 with one cut in the middle. In large print two A4s, each folded twice
to A6: letters a third larger have no room on one. The upper row stands on its head, so that it is the right way up when
the paper is folded.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import bookmark
from borgerplan_desktop.documents.paper.fonts import BOLD
from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.text import one_line
from borgerplan_desktop.documents.paper.typography import A4, ACCENT, FIRM, INK, LINE, QUIET, THIN, Sheet, Style

PANELS = 8
ON_ONE = {8: (0, 0), 1: (1, 0), 2: (2, 0), 3: (3, 0), 4: (3, 1), 5: (2, 1), 6: (1, 1), 7: (0, 1)}   # (column, row)
ON_TWO = {1: (1, 0), 2: (1, 1), 3: (0, 1), 4: (0, 0)}    # of each sheet
SMALLEST = 13                                            # points: held in a hand, often in poor light
FOOT = 6.0                                               # points that it hangs into the lower margin


class PanelSheet(Sheet):
    """One panel: labels stand above, nothing is punched. All in points."""

    def __init__(self, large: bool, language: str = "da") -> None:
        super().__init__(SMALLEST / 12 * (4 / 3 if large else 1), language)
        self.page_width, self.page_height = A4 if large else A4[::-1]
        self.columns, self.places = (2, ON_TWO) if large else (4, ON_ONE)
        self.panel_width, self.panel_height = self.page_width / self.columns, self.page_height / 2
        self.left = self.top = self.right = 24.0 if large else 18.0
        self.width = self.measure = self.panel_width - 2 * self.left
        self.line = 16 * (4 / 3 if large else 1)
        self.half = self.line / 2
        self.height = self.panel_height - 2 * self.top - self.line     # its foot takes a line
        self.stacked, self.axis = True, 0.0
        self.body, self.quiet = self._panel(1), self._panel(1, color=QUIET)
        self.strong, self.label = self._panel(1, font=BOLD), self._panel(1, font=BOLD, color=QUIET)
        self.kicker = self._panel(1, font=BOLD, color=ACCENT)
        self.title = self._panel(24 / 13, 1.75, BOLD)
        self.heading = self.goal = self._panel(16 / 13, 1.25, BOLD)
        self.voice, self.numeral = self.body, self.heading

    def _panel(self, size: float, lines: float = 1, font: str = Style.font, color: tuple[float, float, float] = INK
               ) -> Style:
        return Style(font, size * self.size, lines * self.line, color, self.language, (self.size, self.line))

    @property
    def sheets(self) -> int:
        return PANELS // len(self.places)


@dataclass(frozen=True)
class PanelFoot:
    """What stands at the foot of a sheet's first panel; of more sheets, `numbering` says beside it which this is."""

    text: str
    numbering: str                                       # with {page} and {total}


def fits(panel: Galley, put: Callable[[Galley], None], *, before: float = 0.0, keep: float = 0.0) -> bool:
    """Put a block on the panel if there is room for it, with air above it and `keep` free below, in lines; a block is
    never cut.
    """
    block = panel.aside()
    put(block)
    line = panel.sheet.line
    air = max(before * line, block.slabs[0].air if block.slabs else 0.0) if panel.slabs else 0.0
    if panel.height + air + block.height > panel.sheet.height - keep * line + .1:
        return False
    panel.air(before)
    panel.take(block)
    return True


def panel_head(g: Galley, text: str) -> None:
    """What a panel is about."""
    parts.heading(g, text, before=0, after=.25)
    parts.rule(g, FIRM, INK, after=.5)


def lines_for_a_pen(g: Galley, label: str = "", keep: float = 0.0) -> None:
    """As many lines as there is room for, under what they are for; `keep` lines of text stay free below. Where there is
    no room for a line, what it would be for is not said either.
    """
    above = g.aside()
    if label:
        parts.paragraph(above, label, g.sheet.label, after=0)
    left = g.sheet.height - g.height - above.height - keep * g.sheet.line
    lines = int(left / (g.sheet.line * 1.5))
    if lines > 0:
        g.take(above)
        parts.writing_lines(g, lines)


def folded(panels: Sequence[Galley], sheet: PanelSheet, whole: Galley, title: str, foot: PanelFoot,
           about: About) -> bytes:
    """The panels as one tagged PDF; `whole` holds the document that they are parts of."""
    assert len(panels) == PANELS
    about = About(one_line(about.author, sheet.language), one_line(about.subject, sheet.language), about.on)
    canvas = TaggedCanvas(whole.root, one_line(title, sheet.language), about, whole.lang,
                          (sheet.page_width, sheet.page_height))
    level, each = -1, len(sheet.places)
    for number in range(sheet.sheets):
        _marks(canvas, sheet)
        for place, panel in enumerate(panels[number * each:(number + 1) * each], 1):
            level = _panel(canvas, sheet, sheet.places[place], panel, level)
        _foot(canvas, sheet, foot, number + 1)
        canvas.showPage()
    return canvas.finished()


def _panel(canvas: TaggedCanvas, sheet: PanelSheet, place: tuple[int, int], panel: Galley, level: int) -> int:
    with _Turned(canvas, sheet, place):
        y = sheet.panel_height - sheet.top
        for number, slab in enumerate(panel.slabs):
            y -= slab.air if number else 0.0
            if slab.outline is not None:
                above = sheet.page_height if place[1] else sheet.panel_height
                level = bookmark(canvas, slab.outline, level, above, sheet.language, f"{place[0]}.{place[1]}.{y:.1f}")
            for mark in slab.marks:
                mark.draw(canvas, sheet.left, y)
            y -= slab.height
    return level


class _Turned:
    """While it lasts, the origin is the panel's lower left corner as it is read."""

    def __init__(self, canvas: TaggedCanvas, sheet: PanelSheet, place: tuple[int, int]) -> None:
        self._canvas, self._sheet, self._place = canvas, sheet, place

    def __enter__(self) -> None:
        column, row = self._place
        canvas, width, height = self._canvas, self._sheet.panel_width, self._sheet.panel_height
        canvas.end()
        canvas.saveState()
        canvas.translate(column * width, row * height)
        if row:
            canvas.translate(width, height)
            canvas.rotate(180)

    def __exit__(self, *_what: object) -> None:
        self._canvas.end()
        self._canvas.restoreState()


def _foot(canvas: TaggedCanvas, sheet: PanelSheet, foot: PanelFoot, number: int) -> None:
    texts = [foot.text]
    if sheet.sheets > 1:
        texts.append(foot.numbering.format(page=number, total=sheet.sheets))
    for place, text in enumerate(texts, 1):
        with _Turned(canvas, sheet, sheet.places[place]):
            canvas.artifact("Pagination")
            canvas.write(sheet.left, sheet.top - FOOT, sheet.quiet.shortened(text, sheet.width), sheet.quiet)


def _marks(canvas: TaggedCanvas, sheet: PanelSheet) -> None:
    """Dotted where it folds; where it is cut a line, with a pair of scissors."""
    canvas.artifact()
    canvas.saveState()
    width, height, cut = sheet.panel_width, sheet.panel_height, sheet.sheets == 1
    canvas.stroke(LINE, THIN, [1, 4])
    for column in range(1, sheet.columns):
        canvas.line(column * width, 0, column * width, sheet.page_height)
    for left, right in ((0, 1), (3, 4)) if cut else ((0, sheet.columns),):
        canvas.line(left * width, height, right * width, height)
    if cut:
        canvas.stroke(INK, FIRM, [])
        canvas.line(width, height, 3 * width, height)
        for side in (1, -1):
            canvas.circle(width - 18, height + side * 4, 2.8)
            canvas.line(width - 15.6, height + side * 2.6, width - 3, height - side * 3.6)
    canvas.restoreState()
