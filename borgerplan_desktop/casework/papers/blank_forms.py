"""Forms to fill in by pen: papers that say nothing of anybody yet. No citizen's case is needed, nor read."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY, PaperKind
from borgerplan_desktop.casework.papers.plan_paper import FROZEN_IN
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.store.audit import Did

# A form of what is asked or agreed. What is told, sent or reckoned makes none.
FORMS: tuple[PaperKind, ...] = tuple(BY_KEY[key] for key in (
    "consent", "expectations", "agenda", "feedback", "survey", "ratings", "network", "pocket", "moving-out"))
PLAN = "plan"                                            # the citizen's own words, goals and steps


def keys() -> list[str]:
    """What the terminal calls them."""
    return [PLAN, *(each.key for each in FORMS)]


def blank_form(key: str, register: Case | None, now: datetime, language: str = FROZEN_IN,
               large_print: bool = False) -> bytes:
    """The form as a PDF, with the shelter's name where there is a register. Raises KeyError for what is no form."""
    from borgerplan_desktop.documents.blank_form import blank_case
    from borgerplan_desktop.documents.plan import plan_pdf

    case = blank_case(register, now)
    if key == PLAN:
        return plan_pdf(case, language=language, large_print=large_print, today=now.date())
    kind = next((each for each in FORMS if each.key == key), None)
    if kind is None:
        raise KeyError(key)
    return kind.draw(case, "", language=language, large_print=large_print, today=now.date())


def blank_form_of(opened: OpenCase, key: str, language: str = FROZEN_IN, large_print: bool = False) -> bytes:
    """The same with the shelter's own name and logo; nothing of the open case is on it."""
    return blank_form(key, opened.case.register, opened.now(), language, large_print)


def blank_form_was_printed(opened: OpenCase) -> None:
    """On record for the shelter: it is about no citizen."""
    (opened.shelter or opened).record(Did.PRINTED, N_("Printed a blank form"))
