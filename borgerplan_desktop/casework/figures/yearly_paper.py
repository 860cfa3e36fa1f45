"""The yearly report on paper: the figures of a year of the calendar, with the leader's own words."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from borgerplan_desktop.casework.figures.counting import counting_year
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.house_papers import WITH_PARTNERS, HouseKind
from borgerplan_desktop.casework.papers.paper_kinds import Draw
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.store.progress import Progress


def _nothing_counted() -> Draw:
    raise LookupError("a yearly report is made of figures: yearly_kind")


YEARLY = HouseKind("yearly-report", N_("Yearly report"), N_("Print the yearly report"), N_("yearly-report"),
                   N_("Printed the yearly report"), N_("Saved the yearly report as a file"), WITH_PARTNERS,
                   _nothing_counted)


def yearly_kind(report: Report, year: int) -> HouseKind:
    """The paper with these figures of the year."""
    return replace(YEARLY, drawn_by=partial(_drawing, report, year))


def _drawing(report: Report, year: int) -> Draw:
    from borgerplan_desktop.documents.house.yearly_report import yearly_report_pdf

    def draw(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
        return yearly_report_pdf(case, report, year, language=language, large_print=large_print, today=today)

    return draw


def counted_paper(shelter: OpenCase, year: int) -> Callable[[Progress], HouseKind]:
    """Counts the year and gives the paper; in any thread. What it gives raises NotForYou, StoreTrouble, Cancelled."""
    return partial(_count, counting_year(shelter, year), year)


def _count(count: Callable[[Progress], Report], year: int, progress: Progress) -> HouseKind:
    return yearly_kind(count(progress), year)
