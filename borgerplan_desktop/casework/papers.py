"""Papers without an archive: what the terminal makes straight from a case file."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.case_file import read_case


def render_case_file(data: bytes, *, today: date, language: str = "da", large_print: bool = False) -> bytes:
    """The plan of a case file as a PDF. Raises CaseFileError."""
    from borgerplan_desktop.documents.plan import plan_pdf

    return plan_pdf(read_case(data).case(), language=language, large_print=large_print, today=today)
