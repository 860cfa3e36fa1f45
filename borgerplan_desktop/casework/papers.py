"""The plan on paper: as it is today or as it was adopted, in any thread; and straight from a case file."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import adopted_pdf, valid_version
from borgerplan_desktop.casework.unprintable import told_before_printing, unprintable
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import PlanVersion, current_plan
from borgerplan_desktop.store.audit import Did

FROZEN_IN = "da"                                         # the language of what is adopted


@dataclass(frozen=True)
class Paper:
    """A plan on paper: `draw` makes its PDF in any thread, the rest is what goes on record of it."""

    draw: Callable[[], bytes]
    file_name: str                                       # the case number and nothing about the person
    language: str
    large_print: bool = False
    version: PlanVersion | None = None                   # the adopted one that it says; None = a draft
    drawn_now: bool = True                               # from the case as it is; else as it was kept


def plan_paper(opened: OpenCase, language: str = FROZEN_IN, large_print: bool = False) -> Paper:
    """The plan as it is on paper today: the adopted version while it is valid, else the draft."""
    valid = valid_version(opened)
    if valid is not None and language == FROZEN_IN and not large_print:
        return adopted_paper(opened, valid)
    draw = partial(_draw, opened.reader(), opened.today(), language, large_print, valid is not None)
    return Paper(draw, _file_name(opened.case, None), language, large_print, valid)


def adopted_paper(opened: OpenCase, version: PlanVersion) -> Paper:
    """The paper as it was adopted. Raises LookupError when it is not kept."""
    frozen = adopted_pdf(opened, version)
    return Paper(lambda: frozen, _file_name(opened.case, version), FROZEN_IN, version=version, drawn_now=False)


def _draw(read: Callable[[], Case], today: date, language: str, large_print: bool, adopted: bool) -> bytes:
    """Reads the case anew: the open one belongs to another thread."""
    from borgerplan_desktop.documents.plan import plan_pdf

    case = read()
    return plan_pdf(case, language=language, large_print=large_print, today=today,
                    version=current_plan(case).adopted if adopted else None)


def _file_name(case: Case, version: PlanVersion | None) -> str:
    number = case.the(Citizen).case_number or "plan"
    return f"{number}-{version.number}.pdf" if version else f"{number}.pdf"


def paper_was_made(opened: OpenCase, how: MadeHow, paper: Paper) -> Document:
    """The plan was printed or saved as a file: it is on record, in the list of papers and in the audit."""
    printed, version = how is MadeHow.PRINTED, paper.version
    with opened.action(N_("Printed the plan") if printed else N_("Saved the plan as a file"), undoable=False):
        made = opened.case.add(Document(
            made_at=opened.now(), kind=DocumentKind.PLAN, made_how=how, made_by=opened.who, language=paper.language,
            large_print=paper.large_print, version=version.number if version else None,
            digest=version.pdf_digest if version else ""))
    opened.record(Did.PRINTED if printed else Did.EXPORTED, N_("Printed the plan") if printed
                  else N_("Saved the plan as a file"))
    return made


def render_case_file(data: bytes, *, today: date, language: str = "da", large_print: bool = False) -> bytes:
    """The plan of a case file as a PDF; no archive is needed. Raises CaseFileError."""
    from borgerplan_desktop.documents.plan import plan_pdf

    return plan_pdf(read_case(data).case(), language=language, large_print=large_print, today=today)


def told_of_case_file(data: bytes) -> str:
    """What of a case file the paper has no letters for; "" when it has them all. Raises CaseFileError."""
    return told_before_printing(unprintable(read_case(data).case()))
