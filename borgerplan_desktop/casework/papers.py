"""The plan on paper: as it is today or as it was adopted, in any thread; and straight from a case file."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from borgerplan_desktop.casework.consents import Asked
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan import adopted_pdf, valid_version
from borgerplan_desktop.casework.unprintable import told_before_printing, unprintable
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import TopicAnswer
from borgerplan_desktop.model.papers import Document, DocumentKind, MadeHow
from borgerplan_desktop.model.plan import PlanVersion, current_plan
from borgerplan_desktop.store.audit import Did

if TYPE_CHECKING:
    from borgerplan_desktop.documents.consent_form import FormSaid

CONSENT_FILE = N_("consent")
PAPER_LANGUAGES = {"da": N_("Danish"), "en": N_("English")}
FROZEN_IN = "da"                                         # the language of what is adopted


@dataclass(frozen=True)
class Paper:
    """A plan on paper: `draw` makes its PDF in any thread, the rest is what goes on record of it."""

    draw: Callable[[], bytes]
    file_name: str                                       # the case number and nothing about the person
    language: str
    large_print: bool = False
    version: PlanVersion | None = None                   # the adopted one that it says; None = a draft
    kind: DocumentKind = DocumentKind.PLAN
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


def consent_paper(opened: OpenCase, asked: Asked | None, language: str = FROZEN_IN, large_print: bool = False) -> Paper:
    """The consent form as it is filled in so far; None = an empty one, for a pen."""
    from borgerplan_desktop.documents.consent_form import FormSaid

    said = FormSaid()
    if asked is not None:
        answers = dict.fromkeys(asked.topics, TopicAnswer.YES) | dict.fromkeys(asked.refused, TopicAnswer.NO)
        said = FormSaid(asked.purpose, [m.id for m in asked.persons], answers, asked.other_topic, asked.may_fetch,
                        asked.not_to_share, asked.consequence, asked.given_on, asked.expires_on, asked.told_before,
                        asked.given_how, asked.with_interpreter, asked.with_lay_representative)
    draw = partial(_draw_form, opened.reader(), opened.today(), said, language, large_print)
    number = opened.case.the(Citizen).case_number or "plan"
    return Paper(draw, f"{number}-{_(CONSENT_FILE)}.pdf", language, large_print, kind=DocumentKind.CONSENT_FORM)


def _draw_form(read: Callable[[], Case], today: date, said: FormSaid, language: str, large_print: bool) -> bytes:
    from borgerplan_desktop.documents.consent_form import consent_form_pdf

    return consent_form_pdf(read(), said, language=language, large_print=large_print, today=today)


def paper_was_made(opened: OpenCase, how: MadeHow, paper: Paper) -> Document:
    """A paper was printed or saved as a file: it is on record, in the list of papers and in the audit."""
    printed, version = how is MadeHow.PRINTED, paper.version
    done = {DocumentKind.PLAN: (N_("Printed the plan"), N_("Saved the plan as a file")),
            DocumentKind.CONSENT_FORM: (N_("Printed the consent form"), N_("Saved the consent form as a file"))}
    name = done[paper.kind][0 if printed else 1]
    with opened.action(name, undoable=False):
        made = opened.case.add(Document(
            made_at=opened.now(), kind=paper.kind, made_how=how, made_by=opened.who, language=paper.language,
            large_print=paper.large_print, version=version.number if version else None,
            digest=version.pdf_digest if version else ""))
    opened.record(Did.PRINTED if printed else Did.EXPORTED, name)
    return made


def render_case_file(data: bytes, *, today: date, language: str = "da", large_print: bool = False) -> bytes:
    """The plan of a case file as a PDF; no archive is needed. Raises CaseFileError."""
    from borgerplan_desktop.documents.plan import plan_pdf

    return plan_pdf(read_case(data).case(), language=language, large_print=large_print, today=today)


def told_of_case_file(data: bytes) -> str:
    """What of a case file the paper has no letters for; "" when it has them all. Raises CaseFileError."""
    return told_before_printing(unprintable(read_case(data).case()))
