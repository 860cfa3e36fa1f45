"""The words of somebody's file as they can stand here: tidy, not too long, and without any CPR number."""
from __future__ import annotations

from borgerplan_desktop.documents.reading_in.found_people import Left, Lost
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.text import shortened, shows, tidy, tidy_line

LINE, NUMBER, ADDRESS, TEXT = 300, 60, 254, 4_000        # characters
HIDDEN = "••••••-••••"


class Kept:
    """`lost` hears of what was cut or masked."""

    def __init__(self, lost: Lost) -> None:
        self._lost = lost

    def line(self, text: str) -> str:
        """A name, a role: on one line; "" where nothing of it can be seen."""
        line = " ".join(tidy_line(text).split())
        return self._cut(self._unnumbered(line), LINE) if shows(line) else ""

    def text(self, text: str) -> str:
        said = self._unnumbered(tidy(text).strip())
        if len(said) > TEXT:
            self._lost[Left.TOO_LONG] += 1
            said = said[:TEXT].rstrip() + " …"
        return said

    def number(self, text: str) -> str:
        return self._cut(" ".join(tidy_line(text).split()), NUMBER)

    def address(self, text: str) -> str:
        return self._cut("".join(tidy_line(text).split()), ADDRESS)

    def _cut(self, line: str, most: int) -> str:
        if len(line) > most:
            self._lost[Left.TOO_LONG] += 1
        return shortened(line, most) if len(line) > most else line

    def _unnumbered(self, text: str) -> str:
        said = without_numbers(text, HIDDEN)
        if said != text:
            self._lost[Left.CPR] += 1
        return said
