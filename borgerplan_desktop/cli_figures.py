"""The shelter's figures from the terminal: of a time, beside the time before, as lines, JSON or a table."""
from __future__ import annotations

import argparse
from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from borgerplan_desktop.cli_archive import DONE, archive_of
from borgerplan_desktop.i18n import _, language
from borgerplan_desktop.terminal import Progress, WrongUse, briefly, put, put_line, say

if TYPE_CHECKING:
    from borgerplan_desktop.casework.figures.counting import Chosen
    from borgerplan_desktop.model.figures.report import Report


def figures(options: argparse.Namespace) -> int:
    """Count and tell; what is told is on record where it goes to another program."""
    from borgerplan_desktop.casework.figures.counting import counting, why_nothing
    from borgerplan_desktop.casework.figures.figures_file import figures_json, save_table

    with closing(archive_of(options)) as archive:
        count = counting(archive.shelter, _chosen(options, archive.today()))
        with Progress(_("Counting")) as progress:
            report = count(progress)
        if options.json:
            print(figures_json(archive.shelter, report))
        elif options.csv:
            save_table(archive.shelter, report, partial(put, "-"))
        else:
            _tell(report)
    if words := why_nothing(report):
        say(words)
    return DONE


def _chosen(options: argparse.Namespace, today: date) -> Chosen:
    """This year; with --from or --to the days in between. Raises WrongUse."""
    from borgerplan_desktop.casework.figures.counting import Chosen
    from borgerplan_desktop.model.figures.period import Period, Span

    first, last = (_day(each) if each else None for each in (options.first, options.last))
    if first is None and last is None:
        return Chosen(compare=not options.alone)
    last = last or today
    return Chosen(Period.OWN, Span(first or date(last.year, 1, 1), last), not options.alone)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUse(_("»{day}« is no day. Write it as 2026-10-03.").format(day=briefly(text))) from None


def _tell(report: Report) -> None:
    """A line for each figure, and for each of its parts."""
    from borgerplan_desktop.model.figures.kinds import FIGURES
    from borgerplan_desktop.model.figures.told_words import headline, lines

    decimal = "." if language() == "en" else ","
    for kind in FIGURES:
        now = report.now.found[kind.key]
        before = headline(report.before.found[kind.key], _, decimal) if report.before is not None else ""
        put_line(_(kind.title), headline(now, _, decimal), before)
        for line in lines(kind, report, _, decimal) if now.total else ():
            put_line(f"  {line.label}", line.now, line.before)
