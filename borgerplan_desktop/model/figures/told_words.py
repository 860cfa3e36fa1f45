"""A figure in words and numbers, as it is told on screen, on paper and in a table; `say` speaks the language wanted."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.figures.aims import Aim, Measure
from borgerplan_desktop.model.figures.figure import Figure, Part
from borgerplan_desktop.model.figures.kinds import BY_KEY, FigureKind, Middle
from borgerplan_desktop.model.figures.report import Figures, Report

Say = Callable[[str], str]
TOO_FEW, NONE_YET = N_("too few to show"), N_("none in the time")
OF = N_("{n} of {all}")
IN_ALL = N_("{n} in all")
PERCENT = N_("{n} %")
ONE_DAY = N_("{n} day in the middle")
TOGETHER = N_("Those of too few, together")
SEVERAL, FEW = 4, "few"                                  # of more parts than that, those that say nothing are left out
MONTHS = (N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
          N_("September"), N_("October"), N_("November"), N_("December"))


class Line(NamedTuple):
    """A part: what it is called, its count and share now, and before; "" = not counted, or not compared."""

    key: str
    label: str
    now: str
    before: str
    share: float | None                                  # of the whole, 0-1, as the bar shows it; None = not told
    share_before: float | None


def title(kind: FigureKind, say: Say) -> str:
    return say(kind.title)


def headline(figure: Figure, say: Say, decimal: str = ",") -> str:
    """What is said first: "38 dage i midten", "23 af 30 (77 %)", or why there is none."""
    if figure.total is None:
        return say(TOO_FEW)
    if not figure.total:
        return say(NONE_YET)
    kind = BY_KEY[figure.key]
    said = [_middle(kind.middle, figure.middle, say, decimal)] if kind.middle is not Middle.NONE else []
    if kind.main:
        said.append(_share(figure, figure.part(kind.main), say))
    elif not said:
        said.append(say(IN_ALL).format(n=figure.total))
    return " · ".join(each for each in said if each) or say(TOO_FEW)


def lines(kind: FigureKind, report: Report, say: Say, decimal: str = ",") -> list[Line]:
    """Its parts; of many, those that say nothing stand together in one line."""
    now = report.now.found[kind.key]
    then = report.before.found[kind.key] if report.before is not None and kind.parts else None
    many, found = len(now.parts) > SEVERAL, []
    for part in now.parts:
        earlier = next((each for each in then.parts if each.key == part.key), None) if then is not None else None
        if many and not part.n and (earlier is None or not earlier.n):
            continue                                     # nothing, or one of the few: they stand together below
        found.append(Line(
            part.key, label_of(kind, part.key, say), part_words(kind, now, part, say, decimal),
            part_words(kind, then, earlier, say, decimal) if then is not None and earlier is not None else "",
            _length(kind, now, part), _length(kind, then, earlier) if then is not None and earlier else None))
    if many and (_of_few(now) or (then is not None and _of_few(then))):
        found.append(_together(kind, now, then, say, decimal))
    return found


def _together(kind: FigureKind, now: Figure, then: Figure | None, say: Say, decimal: str) -> Line:
    """Those that are not told one by one, as one line; of several together nothing lies in the middle."""
    plain, few = replace(kind, of_parts=Middle.NONE), Part(FEW, _of_few(now))
    earlier = Part(FEW, _of_few(then)) if then is not None else None
    return Line(FEW, say(TOGETHER), part_words(plain, now, few, say, decimal),
                part_words(plain, then, earlier, say, decimal) if then is not None and earlier is not None else "",
                _length(plain, now, few), _length(plain, then, earlier) if then and earlier else None)


def _of_few(figure: Figure) -> int:
    """How many are in those parts together that are not told one by one: what is left of the whole, which is many."""
    if not figure.total or not any(each.n is None for each in figure.parts):
        return 0
    return figure.total - sum(each.n or 0 for each in figure.parts)


def label_of(kind: FigureKind, key: str, say: Say) -> str:
    """What a part is called: as the list has it, or the quarter or month that begins that day."""
    if kind.parts:
        return say(kind.parts[key])
    begins = date.fromisoformat(key)
    return f"{say(MONTHS[begins.month - 1])} {begins.year}"


def part_words(kind: FigureKind, figure: Figure, part: Part, say: Say, decimal: str = ",") -> str:
    """"12 (40 %)", "12 · 35 dage i midten", "4,2 af 5"."""
    if figure.total == 0:
        return say(NONE_YET)
    middle = _middle(kind.of_parts, part.middle, say, decimal)
    if not kind.counts:
        return middle or say(TOO_FEW)
    if part.n is None:
        return say(TOO_FEW)
    said = [str(part.n)]
    if figure.total and kind.of_parts is Middle.NONE:
        said = [f"{part.n} ({say(PERCENT).format(n=percent(part.n, figure.total))})"]
    return " · ".join(each for each in (*said, middle) if each)


def without_stop(title: str) -> str:
    """A title that is a sentence, as it stands before its number; also one that knows its language."""
    return re.sub("[.](?=$|[\ufdd1\ufdd2])", "", title)


def percent(n: int, of: int) -> int:
    """Half up, as one would say it."""
    return (200 * n + of) // (2 * of)


def _share(figure: Figure, part: Part, say: Say) -> str:
    if part.n is None or not figure.total:
        return say(TOO_FEW)
    said = say(OF).format(n=part.n, all=figure.total)
    return f"{said} ({say(PERCENT).format(n=percent(part.n, figure.total))})"


def _middle(kind: Middle, value: float | None, say: Say, decimal: str) -> str:
    if kind is Middle.NONE or value is None:
        return ""
    number = str(round(value)) if kind is Middle.DAYS else f"{value:.1f}".replace(".", decimal)
    return say(ONE_DAY if kind is Middle.DAYS and number == "1" else kind.label).format(n=number)


def _length(kind: FigureKind, figure: Figure, part: Part) -> float | None:
    if kind.of_parts is Middle.SCORE:
        return part.middle / 5 if part.middle is not None else None
    return part.n / figure.total if part.n is not None and figure.total else None


def aim_words(aim: Aim, say: Say) -> str:
    """The aim as a line of its own; in the source some go on with a sentence and begin small."""
    words = say(aim.words)
    return words[:1].upper() + words[1:]


def measured(aim: Aim, figures: Figures, say: Say, decimal: str = ",") -> Iterator[tuple[str, str]]:
    """What an aim is measured by: (what it is called, the number)."""
    for measure in aim.measures:
        yield measure_words(measure, figures, say, decimal)


def measure_words(measure: Measure, figures: Figures, say: Say, decimal: str = ",") -> tuple[str, str]:
    kind, figure = BY_KEY[measure.figure], figures.found[measure.figure]
    if not measure.part:
        if kind.counts:
            return without_stop(say(kind.title)), headline(figure, say, decimal)
        told = [f"{label_of(kind, each.key, say)} {part_words(kind, figure, each, say, decimal)}"
                for each in figure.parts]
        return say(kind.title), " · ".join(told) or headline(figure, say, decimal)
    called = f"{without_stop(say(kind.title))}: {label_of(kind, measure.part, say)}"
    if not figure.total:
        return called, headline(figure, say, decimal)
    part = figure.part(measure.part)
    return called, _share(figure, part, say) if kind.counts else part_words(kind, figure, part, say, decimal)
