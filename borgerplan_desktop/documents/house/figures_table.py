"""The shelter's figures as a table for a spreadsheet, and as JSON: what may be told, and nothing else."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from borgerplan_desktop.documents.people_table import harmless
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.figures.aims import AIMS
from borgerplan_desktop.model.figures.figure import Figure, Part
from borgerplan_desktop.model.figures.kinds import FIGURES, FigureKind
from borgerplan_desktop.model.figures.report import Figures, Report
from borgerplan_desktop.model.figures.told_words import aim_words, label_of, measure_words, percent


def as_csv(report: Report) -> bytes:
    """One row for each part. With semicolons and a mark at the beginning, as a Danish Excel wants it; everything is
    quoted, and nothing in it is ever a formula.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (_headings(report), *_rows(report)):
        writer.writerow([harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _headings(report: Report) -> list[str]:
    named = [_("Number"), _("Of all"), _("Per cent"), _("Middle")]
    found = [_("What it is about"), _("Figure"), _("Part"), _("From"), _("Until"), *named]
    if report.before is not None:
        found += [_("Before: from"), _("Before: until"), *(_("Before: {what}").format(what=each) for each in named)]
    return [*found, _("How it is counted")]


def _rows(report: Report) -> Iterator[list[str]]:
    for kind in FIGURES:
        now = report.now.found[kind.key]
        earlier = report.before.found[kind.key] if report.before is not None else None
        lines: list[tuple[str, Part | None]] = [(_("All"), None),
                                                *((label_of(kind, each.key, _), each) for each in now.parts)]
        for label, part in lines:
            row = [_(kind.group.label), _(kind.title), label, *_days(report.now), *_cells(now, part)]
            if report.before is not None and earlier is not None:
                row += [*_days(report.before), *_cells(earlier, _same(kind, earlier, part))]
            yield [*row, _(kind.rule)]


def _same(kind: FigureKind, figure: Figure, part: Part | None) -> Part | None:
    """The same part then; of days of the calendar there is none."""
    return part and next((each for each in figure.parts if each.key == part.key and kind.parts), Part("", 0))


def _days(figures: Figures) -> list[str]:
    return [figures.span.first.isoformat(), figures.span.last.isoformat()]


def _cells(figure: Figure, part: Part | None) -> list[str]:
    """The number, the whole, per cent, and what lies in the middle; "" = not told, or there is none."""
    n = figure.total if part is None else part.n
    middle = figure.middle if part is None else part.middle
    share = str(percent(n, figure.total)) if part is not None and n is not None and figure.total else ""
    return [_number(n), _number(figure.total), share, _number(middle)]


def _number(value: float | None) -> str:
    """As a Danish spreadsheet reads it."""
    return "" if value is None else f"{value:g}" if value == int(value) else f"{value:.1f}".replace(".", ",")


def as_json(report: Report) -> dict[str, Any]:
    """The same for another program; null = of too few to tell."""
    return {"now": _one(report.now), "before": _one(report.before) if report.before is not None else None,
            "aims": [_aim(report, at) for at in range(len(AIMS))]}


def _one(figures: Figures) -> dict[str, Any]:
    return {"from": figures.span.first.isoformat(), "to": figures.span.last.isoformat(), "figures": [
        {"key": kind.key, "group": kind.group.value, "title": _(kind.title), "rule": _(kind.rule),
         "total": (figure := figures.found[kind.key]).total, "middle": _rounded(figure.middle),
         "parts": [{"key": each.key, "label": label_of(kind, each.key, _), "n": each.n,
                    "middle": _rounded(each.middle)} for each in figure.parts]} for kind in FIGURES]}


def _rounded(value: float | None) -> float | None:
    return round(value, 1) if value is not None else None


def _aim(report: Report, at: int) -> dict[str, Any]:
    aim = AIMS[at]
    return {"number": at + 1, "track": _(aim.track.label), "aim": aim_words(aim, _),
            "measured_by": [dict(zip(("figure", "value"), measure_words(each, report.now, _), strict=True))
                            for each in aim.measures],
            "not_measured_because": _(aim.why_not) if aim.why_not else None}
