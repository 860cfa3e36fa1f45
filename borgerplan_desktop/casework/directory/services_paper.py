"""Services on paper: the whole directory, or those somebody has chosen for a citizen."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.store.audit import Did


def services_paper(shelter: OpenCase, chosen: Sequence[Service], language: str,
                   large_print: bool = False) -> Callable[[], bytes]:
    """Draws the PDF, in any thread; none chosen = the whole directory. What it raises: StoreTrouble, ValueError for a
    language not spoken.
    """
    return partial(_draw, shelter.reader(), [each.id for each in chosen], language, large_print, shelter.today())


def services_were_printed(shelter: OpenCase) -> None:
    """That they were printed is on record. Raises StoreTrouble."""
    shelter.record(Did.PRINTED, N_("Printed services of the directory"))


def _draw(read: Callable[[], Case], chosen: Sequence[str], language: str, large_print: bool, today: date) -> bytes:
    """Reads the case anew: the open one belongs to another thread."""
    from borgerplan_desktop.documents.services_list import services_pdf

    case = read()
    return services_pdf(case, chosen, language=language, large_print=large_print, today=today)
