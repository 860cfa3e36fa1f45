"""How far long work is, told to whoever may stop it."""
from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]                       # 0.0–1.0; stops the work by raising `errors.Cancelled`


def unheard(_share: float) -> None:
    """Nobody asks how far it is."""
