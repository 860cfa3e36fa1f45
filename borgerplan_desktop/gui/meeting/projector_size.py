"""Lengths and type of the meeting in large: as on the page, but held within what a screen can show."""
from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QGuiApplication

from borgerplan_desktop.gui.appearance.theme import font, stage_scale


def stage_px(n: float) -> int:
    """A length of the drawings (at 100 %) in screen pixels."""
    return round(n * stage_scale())


def stage_font(n: float, bold: bool = False) -> QFont:
    """A font of `n` design pixels."""
    return _sized(QGuiApplication.font().family(), max(9, stage_px(n)), bold)


@lru_cache(maxsize=64)
def _sized(_family: str, pixels: int, bold: bool) -> QFont:
    """Made once for each font of the program: forty faces with three lines each are painted at a time."""
    made = font(bold=bold)
    made.setPixelSize(pixels)
    return made
