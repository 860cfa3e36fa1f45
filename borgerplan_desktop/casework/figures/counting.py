"""The shelter's figures of a time, beside those of the time before; counted in any thread, and stopped at will."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_schema import FIRST_YEAR, LAST_YEAR
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.figure import Counting
from borgerplan_desktop.model.figures.hiding import LEAST
from borgerplan_desktop.model.figures.lines import Lines
from borgerplan_desktop.model.figures.period import SHORTEST, Period, Span, year_span
from borgerplan_desktop.model.figures.report import Figures, Report, figures
from borgerplan_desktop.store.progress import Progress, part

READ = 0.7                                               # of the time is spent on reading


@dataclass(frozen=True)
class Chosen:
    """Which time, and whether it is compared; `own` = the days somebody wrote."""

    period: Period = Period.THIS_YEAR
    own: Span | None = None
    compare: bool = True

    def span(self, today: date) -> Span:
        """Raises Refused for days that are no time, too short a one, or one that no case has."""
        if self.period is not Period.OWN:
            return self.period.span(today)
        if self.own is None:
            raise Refused(_("Write both days."), "first")
        if self.own.last < self.own.first:
            raise Refused(_("The first day comes after the last. Check the days."), "last")
        if self.own.first.year < FIRST_YEAR or self.own.last.year > LAST_YEAR:
            raise Refused(_("The year is not between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR),
                          "last")
        if not self.own.is_long_enough:
            raise Refused(_("Choose at least {n} days: a shorter time could point at somebody.").format(n=SHORTEST),
                          "last")
        return self.own


def counting(shelter: OpenCase, chosen: Chosen) -> Callable[[Progress], Report]:
    """Counts the figures in any thread. Raises Refused for days that are no time; what it gives raises NotForYou,
    StoreTrouble when it is called, and Cancelled.
    """
    today = shelter.today()
    span = chosen.span(today)
    return partial(_count, shelter.figure_lines(), span,
                   chosen.period.before(span) if chosen.compare else None, today)


def counting_year(shelter: OpenCase, year: int) -> Callable[[Progress], Report]:
    """The same of a year of the calendar and the year before."""
    span = year_span(year)
    return partial(_count, shelter.figure_lines(), span, Period.LAST_YEAR.before(span), shelter.today())


def _count(read: Callable[[Span, Progress], Lines], span: Span, before: Span | None, today: date,
           progress: Progress) -> Report:
    """Both times are read at once, as one snapshot."""
    lines = read(Span(before.first if before is not None else span.first, span.last), part(progress, 0.0, READ))
    progress(READ)
    now = figures(Counting(lines, span, today))
    progress((1 + READ) / 2)
    return Report(now, figures(Counting(lines, before, today)) if before is not None else None)


def why_nothing(report: Report) -> str:
    """Why no number is shown; "" = there are some."""
    if report.now.is_empty:
        return _("Nothing is written in that time.")
    if report.now.shows_nothing:
        return _("In that time everything is about fewer than {n} citizens. So small numbers are not shown: they could "
                 "point at somebody.").format(n=LEAST)
    return ""


def compared(report: Report) -> Figures | None:
    """The time before, where there is something in it."""
    return report.before if report.before is not None and not report.before.is_empty else None
