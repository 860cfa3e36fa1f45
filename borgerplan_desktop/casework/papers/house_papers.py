"""The papers of the shelter's own case, as data: what each is called, in which languages there is, and who draws it."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import Draw
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.paper_language import DANISH, LANGUAGES
from borgerplan_desktop.store.audit import Did

WITH_PARTNERS = (DANISH, "en")                           # what no citizen reads is not translated further
FOR_CITIZENS = tuple(each for each in LANGUAGES if each != "kl")


@dataclass(frozen=True)
class HouseKind:
    """One kind of paper. Every text is a msgid; `key` is what the terminal calls it."""

    key: str
    title: str
    verb: str                                            # of the button that prints it
    file_word: str
    printed: str                                         # what goes on record
    saved: str
    languages: tuple[str, ...]
    drawn_by: Callable[[], Draw]


def _framework() -> Draw:
    from borgerplan_desktop.documents.house.framework import framework_pdf
    return framework_pdf


def _action_plan() -> Draw:
    from borgerplan_desktop.documents.house.action_plan import action_plan_pdf
    return action_plan_pdf


def _ideas() -> Draw:
    from borgerplan_desktop.documents.ideas_poster import ideas_poster_pdf
    return ideas_poster_pdf


def _services() -> Draw:
    from borgerplan_desktop.documents.services_list import services_pdf

    def draw(case: Case, about: str, *, language: str, large_print: bool, today: date) -> bytes:
        return services_pdf(case, about.split(), language=language, large_print=large_print, today=today)
    return draw


HOUSE_PAPERS = (
    HouseKind("services", N_("Services on paper"), N_("Print the services"), N_("services"),
              N_("Printed services of the directory"), N_("Saved services of the directory as a file"),
              tuple(LANGUAGES), _services),              # about: the ids of those that are chosen, with blanks between
    HouseKind("framework", N_("The frame on paper"), N_("Print the frame"), N_("the-frame"), N_("Printed the frame"),
              N_("Saved the frame as a file"), WITH_PARTNERS, _framework),
    HouseKind("action-plan", N_("Action plan"), N_("Print the action plan"), N_("action-plan"),
              N_("Printed the action plan"), N_("Saved the action plan as a file"), WITH_PARTNERS, _action_plan),
    HouseKind("ideas", N_("You said – we did"), N_("Print the poster"), N_("you-said-we-did"),
              N_("Printed the poster »you said – we did«"), N_("Saved the poster »you said – we did« as a file"),
              FOR_CITIZENS, _ideas))
BY_KEY = {each.key: each for each in HOUSE_PAPERS}


def draw_house_paper(shelter: OpenCase, kind: HouseKind, language: str = DANISH, large_print: bool = False,
                     about: str = "") -> Callable[[], bytes]:
    """What makes the paper of the shelter's case as it is stored, in any thread."""
    return partial(_draw, shelter.reader(), kind, language, large_print, about, shelter.today())


def house_paper_was_made(shelter: OpenCase, kind: HouseKind, *, saved: bool) -> None:
    """It goes on record. Raises StoreTrouble."""
    shelter.record(Did.EXPORTED if saved else Did.PRINTED, kind.saved if saved else kind.printed)


def house_file_name(kind: HouseKind) -> str:
    """What the file of it is called."""
    return f"{_(kind.file_word)}.pdf"


def _draw(read: Callable[[], Case], kind: HouseKind, language: str, large_print: bool, about: str,
          today: date) -> bytes:
    return kind.drawn_by()(read(), about, language=language, large_print=large_print, today=today)
