"""The time the figures are of, and the one they are compared with.

Two times that lie over each other, asked for one after the other, tell what lies in one of them and not in the other;
no rule can close that altogether. So no time is shorter than four weeks, and those that are offered are whole parts of
a year.
"""
from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.labelled import Labelled

SHORTEST = 28                                            # days
MONTHS, QUARTER = 12, 3


@dataclass(frozen=True)
class Span:
    """From a day until another, both counted."""

    first: date
    last: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_long_enough(self) -> bool:
        return self.days >= SHORTEST

    def back(self, months: int) -> Span:
        """So many months earlier; whole months stay whole."""
        last = _months_back(self.last, months)
        return Span(_months_back(self.first, months), month_end(last) if self.is_whole_months else last)

    @property
    def is_whole_months(self) -> bool:
        return self.first.day == 1 and self.last == month_end(self.last)


class Period(Labelled):
    """Which time the figures are of."""

    THIS_YEAR = "this_year", N_("This year")
    LAST_YEAR = "last_year", N_("Last year")
    THIS_QUARTER = "this_quarter", N_("This quarter")
    LAST_QUARTER = "last_quarter", N_("Last quarter")
    OWN = "own", N_("From one day to another")

    def span(self, today: date) -> Span:
        """Its days; of one's own days, which are not known here, those of the year."""
        match self:
            case Period.LAST_YEAR:
                return year_span(today.year - 1)
            case Period.THIS_QUARTER:
                return Span(_quarter_of(today), today)
            case Period.LAST_QUARTER:
                last = _quarter_of(today) - timedelta(1)
                return Span(_quarter_of(last), last)
        return Span(date(today.year, 1, 1), today)

    def before(self, span: Span) -> Span:
        """The time it is compared with: the same days of the year or the quarter before; of one's own days as many
        before them, or as many months.
        """
        if self is not Period.OWN:
            return span.back(QUARTER if self in (Period.THIS_QUARTER, Period.LAST_QUARTER) else MONTHS)
        if span.is_whole_months:
            return span.back((span.last.year - span.first.year) * MONTHS + span.last.month - span.first.month + 1)
        earlier = span.first.toordinal() - span.days
        return Span(date.fromordinal(max(1, earlier)), date.fromordinal(max(1, earlier + span.days - 1)))


def year_span(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, MONTHS, 31))


def slices(span: Span) -> list[Span]:
    """The quarters of a long time, the months of a short one; the last as far as it goes."""
    step, found, first = (QUARTER if span.days > 200 else 1), [], span.first
    while first <= span.last:
        begun = _quarter_of(first) if step == QUARTER else first.replace(day=1)
        last = min(_months_back(begun, -step) - timedelta(1), span.last)
        found.append(Span(first, last))
        first = last + timedelta(1)
    return found


def month_end(day: date) -> date:
    return _months_back(day.replace(day=1), -1) - timedelta(1)


def _quarter_of(day: date) -> date:
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def _months_back(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    year, month = divmod(max(MONTHS, day.year * MONTHS + day.month - 1 - months), MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
