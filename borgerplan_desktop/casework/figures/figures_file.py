"""The figures as a file for other programs; that they left the house is on record."""
from __future__ import annotations

import json
from collections.abc import Callable

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.documents.house.figures_table import as_csv, as_json
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.figures.report import Report
from borgerplan_desktop.store.audit import Did


def table_name(report: Report) -> str:
    """What the file is called."""
    word = _("figures")
    return f"{word}-{report.now.span.first.isoformat()}-{report.now.span.last.isoformat()}.csv"


def save_table(shelter: OpenCase, report: Report, put: Callable[[bytes], object]) -> None:
    """`put` writes the table. Raises what it raises, StoreTrouble."""
    put(as_csv(report))
    _record(shelter)


def figures_json(shelter: OpenCase, report: Report) -> str:
    """The figures as JSON. Raises StoreTrouble."""
    _record(shelter)
    return json.dumps(as_json(report), ensure_ascii=False, indent=2)


def _record(shelter: OpenCase) -> None:
    shelter.record(Did.EXPORTED, N_("Saved the figures as a file"))
