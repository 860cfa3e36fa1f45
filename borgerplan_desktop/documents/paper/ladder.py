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
    def row(self) -> float:
        return self.sheet.size * (1.65 if self.sheet.stacked else 1.9)

    @property
    def height(self) -> float:
        return self.row * len(self.names) + .6

    def paint(self, c: TaggedCanvas) -> None:
        sheet, size, count = self.sheet, self.sheet.size, len(self.names)
        narrowest = min(sheet.width * .8, max(map(sheet.strong.width, self.names)) + size * 3.2)
        tread = (sheet.width - narrowest) / (count - 1)
        for i in range(count):
            number, top, wide = count - i, self.height - i * self.row, narrowest + tread * i
            self._step(c, number, top, wide)
            c.stroke(INK, FIRM)
            c.line(wide - (tread if i else 0), top, wide, top)
            c.line(wide, top, wide, top - self.row)
            if number == self.goal:
                c.stroke(INK, HEAVY)
                c.rect(1.2, top - self.row + 1.2, wide - 2.4, self.row - 2.4, stroke=1, fill=0)
        c.stroke(INK, FIRM)
        c.line(0, self.height, narrowest, self.height)
        c.line(0, .6, sheet.width, .6)
        c.line(0, .6, 0, self.height)

    def _step(self, c: TaggedCanvas, number: int, top: float, wide: float) -> None:
        sheet, size = self.sheet, self.sheet.size
        now, goal = number == self.now, number == self.goal
        c.fill(INK if now else WHITE if goal else TINT if number % 2 == 0 else PALE)
        c.rect(0, top - self.row, wide, self.row, stroke=0, fill=1)
        color = WHITE if now else INK
        base = top - self.row / 2 - size * .34
        c.write(size * 1.1, base, str(number), replace(sheet.strong, color=color), "middle")
        style = replace(sheet.strong if now or goal else sheet.body, color=color)
        words = (self.here if now else "") + (" · " if now and goal else "") + (self.there if goal else "")
        beside = wide + size * 1.8 + sheet.strong.width(words) <= sheet.width
        room = wide - size * 3.2 - (0 if beside or not words else sheet.strong.width(words) + size)
        name = style.shortened(self.names[number - 1], room)
        c.write(size * 2.4, base, name, style)
        if not words:
            return
        if beside:
            middle = top - self.row / 2
            arrow(c, (wide + size * 1.5, middle), (wide + size * .35, middle), size * .5)
            c.write(wide + size * 1.8, base, words, sheet.strong)
        else:
            c.write(wide - size * .9, base, words, replace(sheet.strong, color=color), "end")
