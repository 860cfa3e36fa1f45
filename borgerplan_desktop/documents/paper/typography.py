"""The typographic system: colours, sizes and the grid. One number scales it all: 1 (12 pt), or 4/3 (16 pt)."""
from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from borgerplan_desktop.documents.paper import fonts
from borgerplan_desktop.documents.paper.fonts import BOLD, REGULAR
from borgerplan_desktop.documents.paper.text import break_lines
from borgerplan_desktop.documents.paper.two_languages import main_of

Color = tuple[float, float, float]


def _hex(value: str) -> Color:
    red, green, blue = bytes.fromhex(value)
    return red / 255, green / 255, blue / 255


# Every colour also works as grey; no meaning rests on colour. In brackets: contrast on white.
INK = _hex("17232B")                                     # text (16.0)
QUIET = _hex("44515B")                                   # labels, footer (8.0)
ACCENT = _hex("0B6268")                                  # quotation marks, numerals, kickers (6.9)
LINE = _hex("7C8894")                                    # thin rules, outlines of rings (3.6)
TINT = _hex("E9F0F0")
PALE = _hex("F5F8F8")
WHITE = _hex("FFFFFF")
BLACK = _hex("000000")                                   # for what a machine reads: QR codes

HAIR, THIN, FIRM, HEAVY = .5, .75, 1.25, 2.5             # the four weights of a line, in points
A4 = (595.2756, 841.8898)


@dataclass(frozen=True)
class Style:
    """How a text is set: sizes in points."""

    font: str = REGULAR
    size: float = 12
    leading: float = 17
    color: Color = INK
    language: str = "da"                                 # of the paper's own marks in what somebody wrote
    text: tuple[float, float] = (12, 17)                 # size and leading of running text

    @property
    def beside(self) -> Style:
        """How the same is set in the language beside it: quiet, under it."""
        return Style(REGULAR, *self.text, QUIET, self.language, self.text)

    def width(self, text: str) -> float:
        return fonts.width(main_of(text), self.font, self.size)

    def lines(self, text: str, width: float) -> list[str]:
        return break_lines(main_of(text), self.font, self.size, width)

    def shortened(self, text: str, width: float) -> str:
        """The text, or as much of it as fits, with an ellipsis."""
        text = main_of(text)
        if self.width(text) <= width:
            return text
        room, used, fits = width - self.width("…"), 0.0, 0
        while fits < len(text) and (used := used + self.width(text[fits])) <= room:
            fits += 1
        return text[:fits].rstrip() + "…"


FOOT = 34.0                                              # points from the edge of the page
NOTE_LINE = 1.25                                         # of the size of the text: a line at the foot
LARGEST_FOOT = 4 / 3                                     # of the usual print: nobody reads the foot from afar
PUNCHED, MARGIN = 77.0, 54.0                             # 27 mm where it is punched


class Sheet:
    """A4 with room for punching at the left, or at the top where it lies on its side (`landscape`); a second axis
    splits label and text. All in points.
    """

    right = MARGIN

    def __init__(self, scale: float = 1.0, language: str = "da", landscape: bool = False) -> None:
        self.scale, self.language, self.landscape = scale, language, landscape
        self.page_width, self.page_height = A4[::-1] if landscape else A4
        self.left, self.top = (MARGIN, PUNCHED) if landscape else (PUNCHED, MARGIN)
        self.width = self.page_width - self.left - self.right
        self.size = 12 * scale
        self.line = 17 * scale                           # one step of the baseline
        self.half = self.line / 2
        foot = 60 + 8 * (min(scale, LARGEST_FOOT) - 1)
        self.height = int((self.page_height - self.top - foot) / self.half) * self.half
        self.stacked = scale > 1.2                       # large print: the label above, not beside
        self.axis = 0.0 if self.stacked else 108.0
        self.measure = min(self.width, 410 * scale)      # about 63 characters: a readable line

        big, mid = (1.0, 1.0) if scale == 1 else (.82, .91)   # titles grow less than the text
        self.body = self._style()
        self.quiet = self._style(color=QUIET)
        self.foot = self._style(12 * min(scale, LARGEST_FOOT) / scale, color=QUIET)
        self.strong = self._style(font=BOLD)
        self.label = self._style(font=BOLD, color=QUIET)
        self.kicker = self._style(font=BOLD, color=ACCENT)
        self.title = self._style(30 * big, 2, BOLD)
        self.heading = self._style(18 * mid, 1.5, BOLD)
        self.goal = self._style(15 * mid, 1.5, BOLD)
        self.voice = self._style(18 * mid, 1.5)          # the citizen's own words
        self.numeral = self._style(28 * big, 1.5, BOLD, ACCENT)

    def leave_at_foot(self, note: str) -> None:
        """Leave room for a note above the foot, apart from the text by a short rule."""
        if lines := len(self.foot.lines(note, self.width)):
            top = FOOT + (lines * NOTE_LINE + 2) * self.foot.size
            missing = max(0.0, top - (self.page_height - self.top - self.height))
            self.height -= ceil(missing / self.half) * self.half

    def _style(self, size: float = 12, lines: float = 1, font: str = REGULAR, color: Color = INK) -> Style:
        return Style(font, size * self.scale, lines * self.line, color, self.language,
                     (self.size, self.line))
