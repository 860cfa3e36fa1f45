"""The way to the plan: whatever the days and the width, every word on the line can be read."""
from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from borgerplan_desktop.casework.course.overview import CourseLine, Stop
from borgerplan_desktop.gui.appearance.theme import px
from borgerplan_desktop.gui.showing.course_line_view import LineDrawing, in_words
from borgerplan_desktop.model.course import MilestoneKind

FIRST = date(2026, 9, 28)
KINDS = list(MilestoneKind)[:6]
WIDE = 1030


class _Reading(QPainter):
    """Draws, and remembers the words and where they stand."""

    said: list[tuple[QRectF, str]]

    def drawText(self, *args: Any) -> None:  # type: ignore[override]
        self.said.append((args[0], args[2]))
        super().drawText(*args)


def line(days: list[int], today: int, kinds: list[MilestoneKind] = KINDS) -> CourseLine:
    stops = tuple(Stop(kind, kind.label, FIRST + timedelta(day), day, day <= today)
                  for kind, day in zip(kinds, days, strict=False))
    return CourseLine(FIRST, FIRST + timedelta(today), today, today // 7 + 1, stops,
                      (FIRST + timedelta(42), FIRST + timedelta(49)), 91, None)


def read(course: CourseLine, width: int) -> list[tuple[QRectF, str]]:
    picture = QPixmap(width, px(96))
    reading = _Reading(picture)
    reading.said = []
    LineDrawing(reading, course, width, rows=True).draw()
    reading.end()
    return reading.said


@pytest.mark.usefixtures("qapp")
def test_stops_that_lie_close_are_named_all_the_same() -> None:
    """The days of the demo's first citizen: eight between the two first stops."""
    course = line([0, 8, 21, 31, 49], 29, [KINDS[0], *KINDS[2:]])
    said = [words.strip() for _where, words in read(course, WIDE)]
    for words in ("Første henvendelse", "28. sep.", "Ansvaret er afklaret", "6. okt.", "Indkaldt", "19. okt.",
                  "Netværksmøde", "torsdag 29. okt.", "I dag · uge 5", "Målet: uge 6–7", "Før: ca. 3 måneder"):
        assert words in said


@pytest.mark.usefixtures("qapp")
def test_the_last_day_of_a_closed_course_is_not_called_today() -> None:
    closed = replace(line([0, 8, 21], 29), closed=True)
    assert in_words(closed).startswith("Det sluttede i uge 5.")
    said = [words.strip() for _where, words in read(closed, WIDE)]
    assert "Sluttede · uge 5" in said
    assert not any(words.startswith("I dag") for words in said)


@pytest.mark.usefixtures("qapp")
@given(days=st.lists(st.integers(0, 200), max_size=6).map(sorted), today=st.integers(0, 250),
       width=st.sampled_from([420, 700, WIDE, 1600]))
def test_no_words_stand_on_others_or_outside(days: list[int], today: int, width: int) -> None:
    said = read(line(days, today), width)
    for number, (where, words) in enumerate(said):
        assert where.left() >= 0, words
        assert where.right() <= width + 1, words
        for other, others in said[number + 1:]:
            assert not where.adjusted(1, 2, -2, -2).intersects(other), f"{words} / {others}"


class _Counting(QPainter):
    """Draws, and remembers every line it drew."""

    lines: list[tuple[Any, ...]]

    def drawLine(self, *args: Any) -> None:  # type: ignore[override]
        self.lines.append(args)
        super().drawLine(*args)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("today", "marked"), [(29, True), (250, True), (365 * 73, False), (365 * 7900, False)])
def test_a_clock_or_a_year_that_is_far_off_costs_no_mark_for_every_week(today: int, marked: bool) -> None:
    picture = QPixmap(WIDE, px(96))
    counting = _Counting(picture)
    counting.lines = []
    LineDrawing(counting, line([0, 8], today), WIDE, rows=True).draw()
    counting.end()
    assert len(counting.lines) < 60
    assert (len(counting.lines) > max(98, today + 7) // 7) is marked       # else one for each week
