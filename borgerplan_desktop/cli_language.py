"""In which language a paper is made from the terminal, and that nobody has approved it."""
from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import SCREEN_LANGUAGES, _
from borgerplan_desktop.terminal import WrongUse, say

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


def spoken(options: argparse.Namespace) -> str:
    """The language of a paper, with the one beside it. Raises WrongUse for a language beside itself."""
    from borgerplan_desktop.model.paper_language import with_beside

    language, beside = getattr(options, "language", SCREEN_LANGUAGES[0]), options.beside
    if beside == language:
        raise WrongUse(_("A language cannot stand beside itself: leave --beside out, or choose another --language."))
    return with_beside(language, beside)


def say_if_draft(language: str, case: Case) -> None:
    """Where nobody who grew up with the paper's language has read its words yet."""
    from borgerplan_desktop.casework.papers.reading_language import draft_words

    if words := draft_words(language, case.register):
        say(words)
