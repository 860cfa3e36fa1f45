"""The ladder of interventions as a flight of stairs: the highest first, the way goes down."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from borgerplan_desktop.documents.paper.marks import arrow
from borgerplan_desktop.documents.paper.sheet import FIRM, HEAVY, INK, PALE, TINT, WHITE, Sheet
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas


@dataclass(frozen=True)
class Ladder:
    """`names` are those of step 1, 2, … 7; `here` and `there` are the words beside the two steps that are marked."""

    sheet: Sheet
    names: Sequence[str]
    now: int | None
    goal: int | None
    here: str
    there: str

    @property
    def height(self) -> float:
        return sum(high for _, high, _ in self._steps()) + .6

    def _steps(self) -> list[tuple[int, float, float]]:
        """(number, height, width) of each step, from the top; one whose words need a second line is higher."""
        size, count = self.sheet.size, len(self.names)
        row = size * (1.65 if self.sheet.stacked else 1.75)
        narrowest = min(self.sheet.width * .8, max(map(self.sheet.strong.width, self.names)) + size * 3.2)
        tread = (self.sheet.width - narrowest) / (count - 1)
        found = []
        for i in range(count):
            number, wide = count - i, narrowest + tread * i
            words = self._words(number)
            second = bool(words) and not self._beside(words, wide) and not self._inside(number, words, wide)
            found.append((number, row + (size * 1.3 if second else 0.0), wide))
        return found

    def _words(self, number: int) -> str:
        return " · ".join(words for words, step in ((self.here, self.now), (self.there, self.goal)) if step == number)

    def _beside(self, words: str, wide: float) -> bool:
        return wide + self.sheet.size * 1.8 + self.sheet.strong.width(words) <= self.sheet.width

    def _inside(self, number: int, words: str, wide: float) -> bool:
        strong = self.sheet.strong
        return strong.width(self.names[number - 1]) + strong.width(words) + self.sheet.size * 4.8 <= wide

    def paint(self, c: TaggedCanvas) -> None:
        top, above = self.height, 0.0
        for number, high, wide in self._steps():
            self._step(c, number, top, high, wide)
            c.stroke(INK, FIRM)
            c.line(above, top, wide, top)
            c.line(wide, top, wide, top - high)
            if number == self.goal:
                c.stroke(INK, HEAVY)
                c.rect(1.2, top - high + 1.2, wide - 2.4, high - 2.4, stroke=1, fill=0)
            top, above = top - high, wide
        c.stroke(INK, FIRM)
        c.line(0, .6, self.sheet.width, .6)
        c.line(0, .6, 0, self.height)

    def _step(self, c: TaggedCanvas, number: int, top: float, high: float, wide: float) -> None:
        sheet, size = self.sheet, self.sheet.size
        now, goal = number == self.now, number == self.goal
        c.fill(INK if now else WHITE if goal else TINT if number % 2 == 0 else PALE)
        c.rect(0, top - high, wide, high, stroke=0, fill=1)
        color, words = WHITE if now else INK, self._words(number)
        beside, inside = self._beside(words, wide), self._inside(number, words, wide)
        second = bool(words) and not beside and not inside
        base = top - high / 2 - size * .34 + (size * .65 if second else 0.0)
        style = replace(sheet.strong if now or goal else sheet.body, color=color)
        c.write(size * 1.1, base, str(number), replace(sheet.strong, color=color), "middle")
        c.write(size * 2.4, base, style.shortened(self.names[number - 1], wide - size * 3.0), style)
        if words and beside:
            middle = top - high / 2
            arrow(c, (wide + size * 1.5, middle), (wide + size * .35, middle), size * .5)
            c.write(wide + size * 1.8, base, words, sheet.strong)
        elif words and inside:
            c.write(wide - size * .9, base, words, style, "end")
        elif words:
            c.write(size * 2.4, base - size * 1.3, words, style)
