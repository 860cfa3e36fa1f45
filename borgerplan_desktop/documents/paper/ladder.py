"""The ladder of interventions as a flight of stairs: the highest first, the way goes down."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from borgerplan_desktop.documents.paper.marks import arrow
from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import beside_of, inline, main_of
from borgerplan_desktop.documents.paper.typography import FIRM, HEAVY, INK, PALE, TINT, WHITE, Sheet

NARROWEST = .8                                           # of the width: the highest step has at least so much


@dataclass(frozen=True)
class _Step:
    number: int
    height: float
    width: float
    lines: Sequence[str]                                 # what it is called
    words: str                                           # "I am here now"; "" = neither here nor there
    words_at: str                                        # of those words: beside | inside | below


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
        return sum(step.height for step in self._steps) + .6

    @cached_property
    def _steps(self) -> list[_Step]:
        """From the top; one whose name or whose words need another line is higher."""
        size, count = self.sheet.size, len(self.names)
        row = size * (1.65 if self.sheet.stacked else 1.75)
        narrowest = min(self.sheet.width * NARROWEST, max(map(self.sheet.strong.width, self.names)) + size * 3.2)
        tread = (self.sheet.width - narrowest) / (count - 1)
        found = []
        for i in range(count):
            number, wide = count - i, narrowest + tread * i
            name, room = self.names[number - 1], wide - size * 3.0
            lines = self.sheet.strong.lines(name, room)
            if beside_of(name) != main_of(name):
                lines += self.sheet.quiet.lines(beside_of(name), room)
            marks = ((self.here, self.now), (self.there, self.goal))
            words = " · ".join(inline(said) for said, step in marks if step == number)
            words_at = self._words_at(words, lines, wide)
            more = len(lines) - 1 + (1 if words and words_at == "below" else 0)
            found.append(_Step(number, row + more * size * 1.3, wide, lines, words, words_at))
        return found

    def _words_at(self, words: str, lines: Sequence[str], wide: float) -> str:
        strong, size = self.sheet.strong, self.sheet.size
        if wide + size * 1.8 + strong.width(words) <= self.sheet.width:
            return "beside"
        if len(lines) == 1 and strong.width(lines[0]) + strong.width(words) + size * 4.8 <= wide:
            return "inside"
        return "below"

    def paint(self, c: TaggedCanvas) -> None:
        top, above = self.height, 0.0
        for step in self._steps:
            self._step(c, step, top)
            c.stroke(INK, FIRM)
            c.line(above, top, step.width, top)
            c.line(step.width, top, step.width, top - step.height)
            if step.number == self.goal:
                c.stroke(INK, HEAVY)
                c.rect(1.2, top - step.height + 1.2, step.width - 2.4, step.height - 2.4, stroke=1, fill=0)
            top, above = top - step.height, step.width
        c.stroke(INK, FIRM)
        c.line(0, .6, self.sheet.width, .6)
        c.line(0, .6, 0, self.height)

    def _step(self, c: TaggedCanvas, step: _Step, top: float) -> None:
        sheet, size = self.sheet, self.sheet.size
        now, goal = step.number == self.now, step.number == self.goal
        c.fill(INK if now else WHITE if goal else TINT if step.number % 2 == 0 else PALE)
        c.rect(0, top - step.height, step.width, step.height, stroke=0, fill=1)
        color, middle = WHITE if now else INK, top - step.height / 2
        style = replace(sheet.strong if now or goal else sheet.body, color=color)
        written = [*step.lines, step.words] if step.words_at == "below" and step.words else step.lines
        base = middle - size * .34 + size * .65 * (len(written) - 1)
        c.write(size * 1.1, base, str(step.number), replace(sheet.strong, color=color), "middle")
        for number, line in enumerate(written):
            c.write(size * 2.4, base - number * size * 1.3, line, style)
        if step.words and step.words_at == "beside":
            arrow(c, (step.width + size * 1.5, middle), (step.width + size * .35, middle), size * .5)
            c.write(step.width + size * 1.8, middle - size * .34, step.words, sheet.strong)
        elif step.words and step.words_at == "inside":
            c.write(step.width - size * .9, base, step.words, style, "end")
