"""How far long work is, told to whoever may stop it."""
from __future__ import annotations

from collections.abc import Callable

BACKED_UP, RESHAPED = 0.35, 0.42                         # how far an archive is then that is brought up to date
Progress = Callable[[float], None]                       # 0.0–1.0; stops the work by raising `errors.Cancelled`


def unheard(_share: float) -> None:
    """Nobody asks how far it is."""


def part(progress: Progress, begins: float, ends: float) -> Progress:
    """The progress of a part of the work, told as that of the whole."""
    def told(share: float) -> None:
        progress(begins + (ends - begins) * share)
    return told
