"""What the leader writes around the figures of a year: one report a year, begun when somebody wants it."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.house_ideas import YearReport

JUST_OVER = 4                                            # until that month the year before is what one writes of
YEARS_BACK = 5


def report_of(case: Case, year: int) -> YearReport | None:
    """None = nobody has begun it."""
    return next((each for each in case.all(YearReport) if each.year == year), None)


def begin_report(shelter: OpenCase, year: int) -> YearReport:
    """The report of a year, empty at first; the same one if it is there."""
    if (there := report_of(shelter.case, year)) is not None:
        return there
    with shelter.action(N_("Began the yearly report")):
        return shelter.case.add(YearReport(year=year))


def usual_year(today: date) -> int:
    """The year one would write of on that day."""
    return today.year - 1 if today.month < JUST_OVER else today.year


def years(case: Case, today: date) -> list[int]:
    """Those that can be chosen, the newest first: the last few, and those that somebody has written of."""
    written = {each.year for each in case.all(YearReport)}
    return sorted(written | set(range(today.year - YEARS_BACK, today.year + 1)), reverse=True)
