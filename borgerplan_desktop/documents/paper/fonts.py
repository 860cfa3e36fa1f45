"""FiraGO, Regular and Bold: embedded in every document, and measured by hand: that is the innermost loop."""
from __future__ import annotations

import io
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "FiraGO", "FiraGO-Bold"


class _Widths(dict[str, float]):
    """Character -> width in thousandths of the font size."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._of = font.face.charWidths
        self._otherwise = font.face.defaultWidth

    def __missing__(self, char: str) -> float:
        self[char] = width = self._of.get(ord(char), self._otherwise)
        return width


@cache
def font(name: str) -> TTFont:
    """One of our two fonts, read and registered with reportlab the first time it is asked for."""
    import pymupdf_fonts

    found = TTFont(name, io.BytesIO(pymupdf_fonts.fontbuffers[{REGULAR: "figo", BOLD: "figbo"}[name]]()))
    pdfmetrics.registerFont(found)
    rl_config.canvas_basefontname = REGULAR              # else an unembedded Helvetica sneaks in
    rl_config.useA85 = 0                                 # pages as plain bytes: a quarter smaller than as letters
    return found


def ready() -> None:
    """Both fonts are there for a canvas to use."""
    for name in (REGULAR, BOLD):
        font(name)


@cache
def glyphs() -> frozenset[int]:
    """The code points that both weights can draw."""
    return frozenset(font(REGULAR).face.charToGlyph) & frozenset(font(BOLD).face.charToGlyph)


@cache
def _widths(name: str) -> _Widths:
    return _Widths(font(name))


def width(text: str, name: str, size: float) -> float:
    """How wide the text runs, in points."""
    return sum(map(_widths(name).__getitem__, text)) * size / 1000
