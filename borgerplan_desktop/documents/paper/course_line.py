"""The course line: from the first talk, past the target, to where it used to end; and where we are today."""
from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from borgerplan_desktop.documents.paper.tagging import TaggedCanvas
from borgerplan_desktop.documents.paper.two_languages import beside_of, main_of, tag_beside
from borgerplan_desktop.documents.paper.typography import FIRM, HEAVY, INK, LINE, THIN, TINT, WHITE, Sheet, Style
from borgerplan_desktop.model.course import PRACTICE_BEFORE_DAYS, TARGET_FIRST_DAY, TARGET_LAST_DAY

TARGET = TARGET_FIRST_DAY / 7, TARGET_LAST_DAY / 7       # weeks
BEFORE = PRACTICE_BEFORE_DAYS / 7
LINE_STEP = 1.3                                          # of the size of the text: from line to line
LONGEST = 18.0                                           # weeks the line has room for


@dataclass(frozen=True)
class CourseWords:
    """Each a pair: what it is, and when."""

    start: tuple[str, str]
    today: tuple[str, str]
    target: tuple[str, str]
    before: tuple[str, str]


@dataclass(frozen=True)
class CourseLine:
    sheet: Sheet
    week: int
    words: CourseWords

    @property
    def height(self) -> float:
        return self.sheet.size * (6.1 + (LINE_STEP * 3 if self._two else 0))

    @property
    def _two(self) -> bool:
        """Whether the words stand in two languages."""
        words = self.words
        return any(tag_beside(text) for pair in (words.start, words.today, words.target, words.before) for text in pair)

    def paint(self, c: TaggedCanvas) -> None:
        size, width = self.sheet.size, self.sheet.width
        y, last = self.height - size * (2.1 + (LINE_STEP if self._two else 0)), min(LONGEST, max(BEFORE, self.week))
        now = min(float(self.week), last)

        def x(week: float) -> float:
            return size * .42 + (width - size * .84) * week / last

        c.stroke(LINE, THIN)
        c.line(x(now), y, x(last), y)
        c.stroke(INK, HEAVY + 1.5)
        c.line(x(0), y, x(now), y)
        c.stroke(INK, FIRM, fill=TINT)
        c.rect(x(TARGET[0]), y - size * .55, x(TARGET[1]) - x(TARGET[0]), size * 1.1, stroke=1, fill=1)
        c.stroke(LINE, THIN)
        for week in range(1, ceil(last)):
            if week not in TARGET and week > now:
                c.line(x(week), y - 4, x(week), y + 4)
        c.stroke(INK, FIRM, fill=WHITE)
        c.circle(x(BEFORE), y, size * .36, stroke=1, fill=1)
        c.fill(INK)
        c.circle(x(0), y, size * .42, stroke=0, fill=1)
        c.circle(x(now), y, size * .42, stroke=0, fill=1)
        above, below = y + size * 1.15, y - size * 1.75
        self._beside(c, x(now), above, self.words.today)
        self._pair(c, 0, below, self.words.start, "start")
        self._pair(c, x(sum(TARGET) / 2), below, self.words.target, "middle")
        self._pair(c, x(BEFORE), below, self.words.before, "middle")

    def _beside(self, c: TaggedCanvas, x: float, y: float, words: tuple[str, str]) -> None:
        """Two words on one line, around `x` but inside the picture; over them the same in the other language, where
        there is one."""
        if self._two:
            self._line(c, x, y, (beside_of(words[0]), beside_of(words[1])), self.sheet.quiet)
            y += self.sheet.size * LINE_STEP
        self._line(c, x, y, words, self.sheet.strong)

    def _line(self, c: TaggedCanvas, x: float, y: float, words: tuple[str, str], strong: Style) -> None:
        quiet = self.sheet.quiet
        first = strong.width(words[0]) + self.sheet.size * .4
        wide = first + quiet.width(words[1])
        left = max(0.0, min(x - wide / 2, self.sheet.width - wide))
        c.write(left, y, words[0], strong)
        c.write(left + first, y, words[1], quiet)

    def _pair(self, c: TaggedCanvas, x: float, y: float, words: tuple[str, str], anchor: str) -> None:
        """Two lines under each other, kept inside the picture, and what they are in the language beside it."""
        strong, quiet = self.sheet.strong, self.sheet.quiet
        lines: list[tuple[Style, str]] = [(strong, main_of(words[0])), (quiet, main_of(words[1]))]
        lines += [(quiet, beside_of(each)) for each in words if beside_of(each) != main_of(each)]
        wide = max(style.width(text) for style, text in lines)
        if anchor == "middle" and x + wide / 2 > self.sheet.width:
            x, anchor = self.sheet.width, "end"
        elif anchor == "middle" and x - wide / 2 < 0:
            x, anchor = 0.0, "start"
        for line, (style, text) in enumerate(lines):
            c.write(x, y - line * self.sheet.size * LINE_STEP, text, style, anchor)
