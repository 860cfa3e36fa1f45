"""Lengths and type of the meeting in large: as on the page, but held within what a screen can show."""
from __future__ import annotations

from PySide6.QtGui import QFont

from borgerplan_desktop.gui.appearance.theme import font, stage_scale


def stage_px(n: float) -> int:
    """A length of the drawings (at 100 %) in screen pixels."""
    return round(n * stage_scale())


def stage_font(n: float, bold: bool = False) -> QFont:
    """A font of `n` design pixels."""
    made = font(bold=bold)
    made.setPixelSize(max(9, stage_px(n)))
    return made
