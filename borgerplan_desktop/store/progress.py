"""How far long work is, told to whoever may stop it."""
from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]                       # 0.0–1.0; stops the work by raising `errors.Cancelled`


def unheard(_share: float) -> None:
    """Nobody asks how far it is."""


def part(progress: Progress, begins: float, ends: float) -> Progress:
    """The progress of a part of the work, told as that of the whole."""
    def told(share: float) -> None:
        progress(begins + (ends - begins) * share)
    return told
