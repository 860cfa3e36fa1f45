"""Every paper there is besides the plan, as data: what it is called, what goes on record of it, and who draws it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.file_names import file_name
from borgerplan_desktop.casework.papers.plan_paper import FROZEN_IN, Paper
from borgerplan_desktop.casework.papers.unprintable_letters import unprintable, unprintable_message
from borgerplan_desktop.casework.papers.whose_copy import of_the_network
from borgerplan_desktop.casework.plan.versions import kept_for, see_that_they_are_there
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.case_file import CaseFile, read_once
from borgerplan_desktop.i18n import N_, _, day, listed
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.compared_versions import Compared, usual
from borgerplan_desktop.model.kept_map import MapOn
from borgerplan_desktop.model.meeting_reader import MeetingFor
from borgerplan_desktop.model.network import KeptMap
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import DocumentKind, Reader


class Draw(Protocol):
    """Makes the PDF of a case. `about` is the id of the row it is about; "" = the present one."""

    def __call__(self, case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes: ...


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. Every text is a msgid; `key` is what the terminal calls it."""

    key: str
    kind: DocumentKind
    reader: Reader                                       # what goes to others says only what they may be told
    file_word: str                                       # in the file's name, behind the case number
    printed: str                                         # what goes on record
    saved: str
    own_copy: bool = False                               # about nobody it is the citizen's own copy

    @property
    def title(self) -> str:
        return self.kind.label

    def reader_of(self, about: str) -> Reader:
        """Whom the paper about a row is for."""
        if self.kind is DocumentKind.PLAN_DIFFERENCE:
            return Reader.OTHERS if about and Compared.of(about).reader else Reader.CITIZEN
        if self.kind in OF_A_MEETING:
            return Reader.OTHERS if MeetingFor.of(about).reader else Reader.CITIZEN
        if self.kind is DocumentKind.NETWORK_MAP:
            about = MapOn.of(about).instead
        return Reader.CITIZEN if self.own_copy and not about else self.reader

    @property
    def draw(self) -> Draw:
        return _draws()[self.kind]


def _draws() -> dict[DocumentKind, Draw]:
    """Who draws which; asked for when a paper is drawn, so that reportlab is not there before."""
    from borgerplan_desktop.documents import (
        admission_notice,
        after_care_sheet,
        agenda_change,
        away_letter,
        chosen_services,
        clip_card_paper,
        closing_plan,
        consent_form,
        coordinator_notice,
        discharge_checklist,
        expectations,
        feedback_sheet,
        handover_letter,
        knowledge_request,
        meeting_attendance,
        meeting_meaning,
        meeting_minutes,
        meeting_paper,
        moving_out_list,
        network_map,
        plan_difference,
        pocket_plan,
        ratings,
        support_wish,
        waiting_list,
        week_sheet,
        welcome_sheet,
        who_does_what,
        you_said,
    )

    return {
        DocumentKind.CONSENT_FORM: consent_form.empty_form_pdf,
        DocumentKind.NOTICE: admission_notice.notice_pdf,
        DocumentKind.WELCOME: welcome_sheet.welcome_pdf,
        DocumentKind.KNOWLEDGE_REQUEST: knowledge_request.knowledge_request_pdf,
        DocumentKind.COORDINATOR_NOTICE: coordinator_notice.coordinator_notice_pdf,
        DocumentKind.EXPECTATIONS: expectations.expectations_pdf,
        DocumentKind.DISCHARGE: discharge_checklist.discharge_checklist_pdf,
        DocumentKind.MOVING_OUT: moving_out_list.moving_out_pdf,
        DocumentKind.SUPPORT_WISH: support_wish.support_wish_pdf,
        DocumentKind.CLOSING_PLAN: closing_plan.closing_plan_pdf,
        DocumentKind.CLIP_CARD: clip_card_paper.clip_card_pdf,
        DocumentKind.AFTER_CARE: after_care_sheet.after_care_pdf,
        DocumentKind.WHO_DOES_WHAT: who_does_what.who_does_what_pdf,
        DocumentKind.WAITING_LIST: waiting_list.waiting_list_pdf,
        DocumentKind.WEEK: week_sheet.week_sheet_pdf,
        DocumentKind.FEEDBACK: feedback_sheet.feedback_sheet_pdf,
        DocumentKind.SURVEY: feedback_sheet.survey_pdf,
        DocumentKind.NETWORK_MAP: network_map.network_map_pdf,
        DocumentKind.RATINGS: ratings.ratings_pdf,
        DocumentKind.YOU_SAID: you_said.you_said_pdf,
        DocumentKind.INVITATION: meeting_paper.invitation_pdf,
        DocumentKind.AGENDA: meeting_paper.agenda_pdf,
        DocumentKind.MINUTES: meeting_minutes.minutes_pdf,
        DocumentKind.AGENDA_CHANGE: agenda_change.agenda_change_pdf,
        DocumentKind.MEETING_MEANING: meeting_meaning.meeting_meaning_pdf,
        DocumentKind.ATTENDANCE: meeting_attendance.attendance_pdf,
        DocumentKind.AWAY_LETTER: away_letter.away_letter_pdf,
        DocumentKind.CHOSEN_SERVICES: chosen_services.chosen_services_pdf,
        DocumentKind.HANDOVER: handover_letter.handover_letter_pdf,
        DocumentKind.POCKET_PLAN: pocket_plan.pocket_plan_pdf,
        DocumentKind.PLAN_DIFFERENCE: plan_difference.plan_difference_pdf}


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("pocket", DocumentKind.POCKET_PLAN, Reader.CITIZEN, N_("pocket-plan"), N_("Printed the pocket plan"),
              N_("Saved the pocket plan as a file")),
    PaperKind("consent", DocumentKind.CONSENT_FORM, Reader.CITIZEN, N_("consent"), N_("Printed the consent form"),
              N_("Saved the consent form as a file")),
    PaperKind("notice", DocumentKind.NOTICE, Reader.OTHERS, N_("notice"), N_("Printed the notice of admission"),
              N_("Saved the notice of admission as a file")),
    PaperKind("welcome", DocumentKind.WELCOME, Reader.CITIZEN, N_("welcome"), N_("Printed the welcome sheet"),
              N_("Saved the welcome sheet as a file")),
    PaperKind("knowledge-request", DocumentKind.KNOWLEDGE_REQUEST, Reader.OTHERS, N_("request"),
              N_("Printed a request for information"), N_("Saved a request for information as a file")),
    PaperKind("coordinator-notice", DocumentKind.COORDINATOR_NOTICE, Reader.OTHERS, N_("coordinator"),
              N_("Printed the notice of the coordinator"), N_("Saved the notice of the coordinator as a file"),
              own_copy=True),
    PaperKind("expectations", DocumentKind.EXPECTATIONS, Reader.CITIZEN, N_("expectations"),
              N_("Printed what we expect of each other"), N_("Saved what we expect of each other as a file")),
    PaperKind("discharge", DocumentKind.DISCHARGE, Reader.OTHERS, N_("checklist-moving-out"),
              N_("Printed the checklist before moving out"), N_("Saved the checklist before moving out as a file")),
    PaperKind("moving-out", DocumentKind.MOVING_OUT, Reader.CITIZEN, N_("when-i-move"),
              N_("Printed the list for the move"), N_("Saved the list for the move as a file")),
    PaperKind("support-wish", DocumentKind.SUPPORT_WISH, Reader.OTHERS, N_("wish-for-support"),
              N_("Printed the wish for support"), N_("Saved the wish for support as a file")),
    PaperKind("closing-plan", DocumentKind.CLOSING_PLAN, Reader.CITIZEN, N_("plan-for-the-time-after"),
              N_("Printed the plan for the time after"), N_("Saved the plan for the time after as a file")),
    PaperKind("clip-card", DocumentKind.CLIP_CARD, Reader.CITIZEN, N_("clip-card"), N_("Printed the clip card"),
              N_("Saved the clip card as a file")),
    PaperKind("after-care", DocumentKind.AFTER_CARE, Reader.CITIZEN, N_("the-time-after"), N_("Printed the time after"),
              N_("Saved the time after as a file")),
    PaperKind("applications", DocumentKind.WAITING_LIST, Reader.CITIZEN, N_("waiting"),
              N_("Printed the list of what is waited for"), N_("Saved the list of what is waited for as a file")),
    PaperKind("week", DocumentKind.WEEK, Reader.CITIZEN, N_("my-week"), N_("Printed the week"),
              N_("Saved the week as a file")),
    PaperKind("who-does-what", DocumentKind.WHO_DOES_WHAT, Reader.CITIZEN, N_("who-does-what"),
              N_("Printed who does what"), N_("Saved who does what as a file")),
    PaperKind("services", DocumentKind.CHOSEN_SERVICES, Reader.CITIZEN, N_("chosen-help"),
              N_("Printed the help that was chosen"), N_("Saved the help that was chosen as a file")),
    PaperKind("handover", DocumentKind.HANDOVER, Reader.OTHERS, N_("handover"), N_("Printed a handover letter"),
              N_("Saved a handover letter as a file"), own_copy=True),
    PaperKind("feedback", DocumentKind.FEEDBACK, Reader.CITIZEN, N_("feedback"), N_("Printed the feedback sheet"),
              N_("Saved the feedback sheet as a file")),
    PaperKind("survey", DocumentKind.SURVEY, Reader.CITIZEN, N_("survey"), N_("Printed the yearly survey"),
              N_("Saved the yearly survey as a file")),
    PaperKind("network", DocumentKind.NETWORK_MAP, Reader.OTHERS_WITH_TIES, N_("network-map"),       # without names
              N_("Printed the network map"), N_("Saved the network map as a file"), own_copy=True),
    PaperKind("ratings", DocumentKind.RATINGS, Reader.OTHERS, N_("how-it-is-going"), N_("Printed how it is going"),
              N_("Saved how it is going as a file"), own_copy=True),
    PaperKind("you-said", DocumentKind.YOU_SAID, Reader.CITIZEN, N_("you-said-we-did"),
              N_("Printed »you said – we did«"), N_("Saved »you said – we did« as a file")),
    PaperKind("invitation", DocumentKind.INVITATION, Reader.OTHERS, N_("invitation"), N_("Printed an invitation"),
              N_("Saved an invitation as a file"), own_copy=True),
    PaperKind("agenda", DocumentKind.AGENDA, Reader.OTHERS, N_("agenda"), N_("Printed an agenda"),
              N_("Saved an agenda as a file"), own_copy=True),
    PaperKind("agenda-change", DocumentKind.AGENDA_CHANGE, Reader.OTHERS, N_("changes-to-the-meeting"),
              N_("Printed the changes to a meeting"), N_("Saved the changes to a meeting as a file"), own_copy=True),
    PaperKind("minutes", DocumentKind.MINUTES, Reader.OTHERS, N_("minutes"), N_("Printed the minutes"),
              N_("Saved the minutes as a file"), own_copy=True),
    PaperKind("away", DocumentKind.AWAY_LETTER, Reader.OTHERS, N_("we-missed-you"),
              N_("Printed a letter to somebody who did not come"),
              N_("Saved a letter to somebody who did not come as a file"), own_copy=True),
    PaperKind("meaning", DocumentKind.MEETING_MEANING, Reader.CITIZEN, N_("what-the-meeting-means"),
              N_("Printed what the meeting means"), N_("Saved what the meeting means as a file")),
    PaperKind("attendance", DocumentKind.ATTENDANCE, Reader.CITIZEN, N_("who-is-here"), N_("Printed who is here"),
              N_("Saved who is here as a file")),
    PaperKind("diff", DocumentKind.PLAN_DIFFERENCE, Reader.CITIZEN, N_("what-is-different"),
              N_("Printed what is different in the plan"), N_("Saved what is different in the plan as a file")),
)
OF_A_MEETING = frozenset({
    DocumentKind.INVITATION, DocumentKind.AGENDA, DocumentKind.AGENDA_CHANGE, DocumentKind.MINUTES,
    DocumentKind.AWAY_LETTER, DocumentKind.MEETING_MEANING, DocumentKind.ATTENDANCE})
BY_KIND = {each.kind: each for each in PAPERS}
BY_KEY = {each.key: each for each in PAPERS}
OF_SOMEBODY = frozenset({                                # a copy each, by who gets it
    DocumentKind.COORDINATOR_NOTICE, DocumentKind.RATINGS, DocumentKind.HANDOVER})
GIVEN_TO_ONE = OF_SOMEBODY - {DocumentKind.COORDINATOR_NOTICE}          # who was told of the coordinator stands there
FOR_BOTH = {DocumentKind.PLAN, *(each.kind for each in PAPERS if each.own_copy)}     # it must be said which it is


def paper_of(opened: OpenCase, kind: PaperKind, about: str = "", language: str = FROZEN_IN,
             large_print: bool = False) -> Paper:
    """A paper of the open case as it is now; it is drawn when somebody asks for it, in any thread.

    Drawing raises Refused where whoever it goes to may not be told or asked.
    """
    of_versions = kind.kind is DocumentKind.PLAN_DIFFERENCE
    kept = kept_for(opened, Compared.of(about) if about else None) if of_versions else {}
    draw = partial(_draw, opened.reader(), kind, about, language, large_print, opened.today(), kept)
    meeting = MeetingFor.of(about).meeting if kind.kind in OF_A_MEETING else ""
    nameless = kind.kind is DocumentKind.NETWORK_MAP and MapOn.of(about).instead     # a case's number leads to whose
    name = f"{_(kind.file_word)}.pdf" if nameless else file_name(opened.case, _(kind.file_word))
    return Paper(draw, name, language, large_print, reader=kind.reader_of(about), kind=kind.kind, printed=kind.printed,
                 saved=kind.saved, meeting_id=meeting, member_id=about if kind.kind in GIVEN_TO_ONE else "")


def _draw(read: Callable[[], Case], kind: PaperKind, about: str, language: str, large_print: bool,
          today: date, kept: Mapping[str, bytes]) -> bytes:
    """Reads the case anew: the open one belongs to another thread."""
    return _made(kind, read(), about, language, large_print, today, kept)


def _made(kind: PaperKind, case: Case, about: str, language: str, large_print: bool, today: date,
          kept: Mapping[str, bytes]) -> bytes:
    try:
        if kind.kind is DocumentKind.PLAN_DIFFERENCE:    # of what was frozen, besides what stands in the case
            from borgerplan_desktop.documents.plan_difference import plan_difference_pdf

            return plan_difference_pdf(case, about, language=language, large_print=large_print, today=today, kept=kept)
        if kind.kind is DocumentKind.NETWORK_MAP:
            _see_that_it_was_kept(case, MapOn.of(about))
        return kind.draw(case, about, language=language, large_print=large_print, today=today)
    except NotCovered as problem:
        raise Refused(problem.reason, "consent") from None


def _see_that_it_was_kept(case: Case, which: MapOn) -> None:
    """Raises Refused where there is no such map any more, or never was."""
    if which.kept and which.kept_in(case) is None:
        days = listed([day(on) for on in sorted({each.on for each in case.all(KeptMap)})])
        others = " " + _("There is one of {days}.").format(days=days) if days else ""
        raise Refused(_("No map was kept then.") + others)


@dataclass(frozen=True)
class Made:
    """A paper of a case file: its PDF, and what paper has no letters for."""

    pdf: bytes
    case: Case                                           # of the file: to read
    cannot_be_printed: str = ""


def paper_of_file(kind: PaperKind, data: bytes | CaseFile, *, today: date, language: str = FROZEN_IN,
                  large_print: bool = False, about: str = "", whom: str = "") -> Made:
    """A paper of a case file; no archive is needed. `whom`: whose copy it is, of one that is made for somebody. Raises
    CaseFileError, and Refused where whoever it goes to is not there, or may not be told or asked.
    """
    file = read_once(data)
    case = file.case()
    about = of_the_network(case, whom).id if whom else about
    if kind.kind is DocumentKind.PLAN_DIFFERENCE:
        see_that_they_are_there(file, case, Compared.of(about) if about else usual(case))
    pdf = _made(kind, case, about, language, large_print, today, file.kept)
    return Made(pdf, case, unprintable_message(unprintable(case)))
