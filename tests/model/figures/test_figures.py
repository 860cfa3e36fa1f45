"""All figures of a time together: whoever sees every one of them cannot work out a count of few."""
from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from borgerplan_desktop.model.figures.figure import Counting, Figure
from borgerplan_desktop.model.figures.hiding import LEAST
from borgerplan_desktop.model.figures.kinds import FIGURES
from borgerplan_desktop.model.figures.lines import Lines, MeetingLine
from borgerplan_desktop.model.figures.period import Period, Span, slices, year_span
from borgerplan_desktop.model.figures.report import Figures, figures
from tests.model.figures.sample_lines import lines_of

TODAY = date(2026, 12, 31)
Meeting = tuple[bool | None, bool]                       # there, prepared


def counted(lines: Lines, span: Span | None = None) -> Figures:
    return figures(Counting(lines, span or year_span(2026), TODAY))


@pytest.mark.parametrize("seed", range(40))
def test_no_number_of_few_is_told(seed: int) -> None:
    """Every number that is told, and what is left of a whole, is none or at least so many things of so many people."""
    dice = random.Random(seed)
    found = counted(lines_of(dice, dice.choice((0, 1, 4, 5, 7, 12, 30)), often=dice.choice((0.3, 0.7, 1.0))))
    for key, figure in found.found.items():
        told = [part.n for part in figure.parts if part.n is not None]
        assert all(n == 0 or n >= LEAST for n in (*told, figure.total or 0)), key
        hidden = [part for part in figure.parts if part.n is None]
        if figure.total and hidden and key not in ("feedback", "takes_part", "meetings"):
            assert len(hidden) > 1, key
            assert figure.total - sum(told) >= LEAST, key
        assert figure.total or all(part.middle is None for part in figure.parts), key
        assert figure.total or figure.middle is None, key


@pytest.mark.parametrize("seed", range(12))
def test_what_meetings_say_together_says_nothing_of_few(seed: int) -> None:
    """Held, there, prepared and both of them are told side by side: of every crossing that follows from the four
    numbers, found by trying all tables that have them, none is of one to four.
    """
    dice = random.Random(seed)
    cells = list(product((True, False), (True, False)))
    counts = [dice.choice((0, 0, 1, 3, 5, 6, 8)) for _cell in cells]
    lines = [_met(f"{cell}{n}", cell) for cell, count in zip(cells, counts, strict=True) for n in range(count)]
    found = counted(Lines(meetings=lines)).found
    shown = {key: found[key] for key in ("there", "prepared", "takes_part")}
    total = shown["there"].total
    if not total:
        return
    possible = [table for table in product(range(total + 1), repeat=4) if sum(table) == total
                and all(_fits(figure, table, index) for (figure, index) in (
                    (shown["there"], (0, 1)), (shown["prepared"], (0, 2)), (shown["takes_part"], (0,))))]
    for at in range(4):
        values = {table[at] for table in possible}
        assert len(values) > 1 or next(iter(values)) == 0 or next(iter(values)) >= LEAST, (counts, at, values)


def test_what_was_called_off_by_few_is_not_said_by_how_many_were_held() -> None:
    """How many were held is the whole of another figure: where the few called off are hidden, so is the sum of both."""
    held = [MeetingLine(f"a{n}", date(2026, 5, 5), False, True, True) for n in range(8)]
    off = [MeetingLine(f"b{n}", date(2026, 5, 5), True, None, False) for n in range(2)]
    found = counted(Lines(meetings=[*held, *off])).found
    assert found["there"].total == 8
    assert (found["meetings"].total, [each.n for each in found["meetings"].parts]) == (None, [None, None])
    assert counted(Lines(meetings=held)).found["meetings"].total == 8


def _met(whose: str, cell: tuple[bool, bool]) -> MeetingLine:
    return MeetingLine(whose, date(2026, 5, 5), False, *cell)


def _fits(figure: Figure, table: tuple[int, ...], cells: tuple[int, ...]) -> bool:
    n = figure.part("yes").n
    return n is None or n == sum(table[at] for at in cells)


@pytest.mark.parametrize("key", ["waits", "stays", "feedback"])
def test_figures_of_the_same_things_tell_their_whole_together_or_not_at_all(key: str) -> None:
    pairs = {"waits": ("waits_kind", "waits_length"), "stays": ("stays_length", "stays_how"),
             "feedback": ("feedback", "feedback_when")}
    seen = defaultdict(int)
    for seed in range(60):
        found = counted(lines_of(random.Random(seed), 4 + seed % 12)).found
        one, other = (found[each].total for each in pairs[key])
        assert one == other
        seen[one is None] += 1
    assert seen[True]
    assert seen[False]


def test_of_every_kind_there_is_a_figure_and_none_besides() -> None:
    found = counted(lines_of(random.Random(1), 40)).found
    assert list(found) == [kind.key for kind in FIGURES]
    for kind in FIGURES:
        if kind.parts:
            assert {part.key for part in found[kind.key].parts} <= set(kind.parts), kind.key
    assert counted(Lines()).is_empty
    assert not counted(Lines()).shows_nothing


@pytest.mark.parametrize(("period", "today", "span", "before"), [
    (Period.THIS_YEAR, date(2026, 10, 27), (date(2026, 1, 1), date(2026, 10, 27)),
     (date(2025, 1, 1), date(2025, 10, 27))),
    (Period.LAST_YEAR, date(2026, 1, 2), (date(2025, 1, 1), date(2025, 12, 31)),
     (date(2024, 1, 1), date(2024, 12, 31))),
    (Period.THIS_QUARTER, date(2026, 2, 28), (date(2026, 1, 1), date(2026, 2, 28)),
     (date(2025, 10, 1), date(2025, 11, 30))),
    (Period.LAST_QUARTER, date(2026, 2, 28), (date(2025, 10, 1), date(2025, 12, 31)),
     (date(2025, 7, 1), date(2025, 9, 30))),
    (Period.THIS_YEAR, date(2024, 2, 29), (date(2024, 1, 1), date(2024, 2, 29)),
     (date(2023, 1, 1), date(2023, 2, 28)))])
def test_periods(period: Period, today: date, span: tuple[date, date], before: tuple[date, date]) -> None:
    found = period.span(today)
    assert (found.first, found.last) == span
    then = period.before(found)
    assert (then.first, then.last) == before
    assert then.last < found.first


def test_own_days_are_compared_with_as_many_before() -> None:
    own: Callable[[Span], Span] = Period.OWN.before
    assert own(Span(date(2026, 3, 5), date(2026, 4, 4))) == Span(date(2026, 2, 2), date(2026, 3, 4))
    assert own(Span(date(2026, 3, 1), date(2026, 5, 31))) == Span(date(2025, 12, 1), date(2026, 2, 28))
    assert own(Span(date(1, 1, 5), date(2, 1, 4))).first == date(1, 1, 1)


def test_slices_cover_the_time_once() -> None:
    for span in (year_span(2026), Span(date(2026, 2, 10), date(2026, 4, 3)),
                 Span(date(2026, 1, 1), date(2026, 10, 27))):
        found = slices(span)
        assert found[0].first == span.first
        assert found[-1].last == span.last
        assert sum(each.days for each in found) == span.days
    assert len(slices(year_span(2026))) == 4
