"""What is written around the shelter's figures, in the shelter's own case."""
from __future__ import annotations

from borgerplan_desktop.casework.figures.year_report import begin_report
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.house_ideas import YearReport


def report(opened: OpenCase, a: int, b: int) -> None:
    shelter = opened.shelter
    if shelter is None:
        return
    made = begin_report(shelter, 2020 + a)
    field = (YearReport.foreword, YearReport.learned, YearReport.next_year)[b % 3]
    write(shelter, made, field, f"ord {a} {b}", "Wrote in the yearly report")


ACTS = {"figures: report": report}
