"""In which language a citizen reads papers best, and which of the languages nobody has approved yet."""
from __future__ import annotations

from typing import TYPE_CHECKING

from borgerplan_desktop import i18n
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.paper_language import ALWAYS_BESIDE, DANISH, LANGUAGES, apart, is_draft, with_beside
from borgerplan_desktop.model.papers import Document

if TYPE_CHECKING:
    from borgerplan_desktop.casework.open_case import OpenCase


def reads_best(opened: OpenCase, spoken: str, large_print: bool) -> None:
    """What papers for the citizen begin with from now on; `spoken` is "pl", or "pl+da" with the Danish beside it."""
    language, beside = apart(spoken)
    language, beside = (language, DANISH) if language in ALWAYS_BESIDE else (language, beside)
    with opened.action(N_("Chose what the citizen reads best")):
        citizen = opened.case.the(Citizen)
        citizen.paper_language = language
        citizen.paper_beside = bool(beside)
        citizen.paper_large = large_print


def spoken_first(case: Case, for_others: bool = False) -> str:
    """What a paper begins in: what the citizen reads best, else Danish, whatever the screen speaks: that is the text
    that counts, and offices read it. For others it is Danish.
    """
    citizen = case.the(Citizen)
    if for_others:
        return DANISH
    if citizen.paper_language not in LANGUAGES:          # not said, or of a newer program
        return DANISH
    return with_beside(citizen.paper_language, DANISH if citizen.paper_beside else "")


def signed_in(case: Case) -> str:
    """What the citizen signs on the screen is kept as they read it best, always with the Danish beside it."""
    return with_beside(apart(spoken_first(case))[0], DANISH)


def is_remembered(case: Case, spoken: str, large_print: bool) -> bool:
    """Whether papers for the citizen begin so already."""
    return spoken == spoken_first(case) and large_print is case.the(Citizen).paper_large


def made_in(document: Document) -> list[str]:
    """In which language and print a paper was made, where that is not the usual: Danish in the usual size."""
    languages = [_(LANGUAGES.get(each, each)) for each in (document.language, document.beside) if each]
    if document.beside == DANISH:
        languages[1] = _("With the Danish beside it")
    words = languages if document.language != DANISH or document.beside else []
    return [*words, _("Large print")] if document.large_print else words


def draft_words(spoken: str, register: Case | None) -> str:
    """That nobody who grew up with a language of the paper has read it; "" where somebody has."""
    drafts = [_(LANGUAGES[each]) for each in apart(spoken) if each in LANGUAGES and is_draft(each, register)]
    return _("{language}: a draft, not read by anybody who grew up with the language.").format(
        language=i18n.listed(drafts)) if drafts else ""
