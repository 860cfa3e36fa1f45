"""Danish spelling, judged on this computer by a process of its own."""
from __future__ import annotations

SPELL_APART = "--spell-apart"                            # the program's own word: it is the process that knows it
