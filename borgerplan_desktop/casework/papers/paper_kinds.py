"""Every paper there is besides the plan, as data: what it is called, what goes on record of it, and who draws it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import FROZEN_IN, Paper
from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.documents.case_file import read_case
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import DocumentKind


class Draw(Protocol):
    """Makes the PDF of a case. `about` is the id of the row it is about; "" = the present one."""

    def __call__(self, case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes: ...


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. Every text is a msgid; `key` is what the terminal calls it."""

    key: str
    kind: DocumentKind
    draw: Draw
    file_word: str                                       # in the file's name, behind the case number
    printed: str                                         # what goes on record
    saved: str

    @property
    def title(self) -> str:
        return self.kind.label


def _consent(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.consent_form import FormSaid, consent_form_pdf

    return consent_form_pdf(case, FormSaid(), language=language, large_print=large_print, today=today)


def _notice(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.admission_notice import notice_pdf

    return notice_pdf(case, about, language=language, large_print=large_print, today=today)


def _welcome(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.welcome_sheet import welcome_pdf

    return welcome_pdf(case, about, language=language, large_print=large_print, today=today)


def _knowledge_request(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.knowledge_request import knowledge_request_pdf

    return knowledge_request_pdf(case, about, language=language, large_print=large_print, today=today)


def _coordinator_notice(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.coordinator_notice import coordinator_notice_pdf

    return coordinator_notice_pdf(case, about, language=language, large_print=large_print, today=today)


def _expectations(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.expectations import expectations_pdf

    return expectations_pdf(case, language=language, large_print=large_print, today=today)


def _discharge(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.discharge_checklist import discharge_checklist_pdf

    return discharge_checklist_pdf(case, about, language=language, large_print=large_print, today=today)


def _moving_out(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.moving_out_list import moving_out_pdf

    return moving_out_pdf(case, about, language=language, large_print=large_print, today=today)


def _support_wish(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.support_wish import support_wish_pdf

    return support_wish_pdf(case, language=language, large_print=large_print, today=today)


def _closing_plan(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.closing_plan import closing_plan_pdf

    return closing_plan_pdf(case, language=language, large_print=large_print, today=today)


def _clip_card(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.clip_card_paper import clip_card_pdf

    return clip_card_pdf(case, about, language=language, large_print=large_print, today=today)


def _after_care(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.after_care_sheet import after_care_pdf

    return after_care_pdf(case, about, language=language, large_print=large_print, today=today)


def _waiting(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.waiting_list import waiting_list_pdf

    return waiting_list_pdf(case, language=language, large_print=large_print, today=today)


def _feedback(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.feedback_sheet import feedback_sheet_pdf

    return feedback_sheet_pdf(case, about, language=language, large_print=large_print, today=today)


def _survey(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.feedback_sheet import survey_pdf

    return survey_pdf(case, language=language, large_print=large_print, today=today)


def _you_said(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
    from borgerplan_desktop.documents.you_said import you_said_pdf

    return you_said_pdf(case, language=language, large_print=large_print, today=today)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("consent", DocumentKind.CONSENT_FORM, _consent, N_("consent"), N_("Printed the consent form"),
              N_("Saved the consent form as a file")),
    PaperKind("notice", DocumentKind.NOTICE, _notice, N_("notice"), N_("Printed the notice of admission"),
              N_("Saved the notice of admission as a file")),
    PaperKind("welcome", DocumentKind.WELCOME, _welcome, N_("welcome"), N_("Printed the welcome sheet"),
              N_("Saved the welcome sheet as a file")),
    PaperKind("knowledge-request", DocumentKind.KNOWLEDGE_REQUEST, _knowledge_request, N_("request"),
              N_("Printed a request for information"), N_("Saved a request for information as a file")),
    PaperKind("coordinator-notice", DocumentKind.COORDINATOR_NOTICE, _coordinator_notice, N_("coordinator"),
              N_("Printed the notice of the coordinator"), N_("Saved the notice of the coordinator as a file")),
    PaperKind("expectations", DocumentKind.EXPECTATIONS, _expectations, N_("expectations"),
              N_("Printed what we expect of each other"), N_("Saved what we expect of each other as a file")),
    PaperKind("discharge", DocumentKind.DISCHARGE, _discharge, N_("checklist-moving-out"),
              N_("Printed the checklist before moving out"), N_("Saved the checklist before moving out as a file")),
    PaperKind("moving-out", DocumentKind.MOVING_OUT, _moving_out, N_("when-i-move"),
              N_("Printed the list for the move"), N_("Saved the list for the move as a file")),
    PaperKind("support-wish", DocumentKind.SUPPORT_WISH, _support_wish, N_("wish-for-support"),
              N_("Printed the wish for support"), N_("Saved the wish for support as a file")),
    PaperKind("closing-plan", DocumentKind.CLOSING_PLAN, _closing_plan, N_("plan-for-the-time-after"),
              N_("Printed the plan for the time after"), N_("Saved the plan for the time after as a file")),
    PaperKind("clip-card", DocumentKind.CLIP_CARD, _clip_card, N_("clip-card"), N_("Printed the clip card"),
              N_("Saved the clip card as a file")),
    PaperKind("after-care", DocumentKind.AFTER_CARE, _after_care, N_("the-time-after"), N_("Printed the time after"),
              N_("Saved the time after as a file")),
    PaperKind("applications", DocumentKind.WAITING_LIST, _waiting, N_("waiting"),
              N_("Printed the list of what is waited for"), N_("Saved the list of what is waited for as a file")),
    PaperKind("feedback", DocumentKind.FEEDBACK, _feedback, N_("feedback"), N_("Printed the feedback sheet"),
              N_("Saved the feedback sheet as a file")),
    PaperKind("survey", DocumentKind.SURVEY, _survey, N_("survey"), N_("Printed the yearly survey"),
              N_("Saved the yearly survey as a file")),
    PaperKind("you-said", DocumentKind.YOU_SAID, _you_said, N_("you-said-we-did"), N_("Printed »you said – we did«"),
              N_("Saved »you said – we did« as a file")),
)
BY_KIND = {each.kind: each for each in PAPERS}
BY_KEY = {each.key: each for each in PAPERS}


def paper_of(opened: OpenCase, kind: PaperKind, about: str = "", language: str = FROZEN_IN,
             large_print: bool = False) -> Paper:
    """A paper of the open case as it is now; it is drawn when somebody asks for it, in any thread."""
    draw = partial(_draw, opened.reader(), kind.draw, about, language, large_print, opened.today())
    citizen = opened.case.the(Citizen)
    number = "" if citizen.protected_address else citizen.case_number        # it leads to the shelter
    word = _(kind.file_word)
    return Paper(draw, f"{number}-{word}.pdf" if number else f"{word}.pdf", language, large_print, kind=kind.kind,
                 printed=kind.printed, saved=kind.saved)


def _draw(read: Callable[[], Case], draw: Draw, about: str, language: str, large_print: bool, today: date) -> bytes:
    """Reads the case anew: the open one belongs to another thread."""
    return draw(read(), about, language=language, large_print=large_print, today=today)


@dataclass(frozen=True)
class Made:
    """A paper of a case file: its PDF, and what paper has no letters for."""

    pdf: bytes
    cannot_be_printed: str = ""


def paper_of_file(kind: PaperKind, data: bytes, *, today: date, language: str = FROZEN_IN,
                  large_print: bool = False) -> Made:
    """A paper of a case file; no archive is needed. Raises CaseFileError."""
    case = read_case(data).case()
    pdf = kind.draw(case, "", language=language, large_print=large_print, today=today)
    return Made(pdf, unprintable_message(unprintable(case)))
