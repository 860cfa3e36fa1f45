"""The shelter's own phrases: begun with "/" at the start of a word, chosen by their short name."""
from __future__ import annotations

import re
from collections.abc import Iterable

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.shelter import Phrase

MOST_OFFERED = 6
LONGEST_SHORT, LONGEST_PHRASE = 30, 2000                 # characters
_BEGUN = re.compile(r"(?:^|(?<=[\s(»\"“„]))/([^\W_]*)$")
_BLANK = re.compile(r"\{fornavn\}", re.IGNORECASE)

# Offered while there are none, in the voice of the house: one may take them and change every word.
EXAMPLES = (
    (N_("next"), N_("Next step: {fornavn} and I do it together on ")),
    (N_("told"), N_("{fornavn} tells that ")),
    (N_("agreed"), N_("{fornavn} and I have agreed that ")),
    (N_("called"), N_("I have called. The answer was: ")),
    (N_("wait"), N_("We wait for an answer from ")),
    (N_("visit"), N_("I knocked at the door of {fornavn}. We talked about ")),
    (N_("not"), N_("{fornavn} did not come. I asked why, and the answer was: ")),
    (N_("well"), N_("This goes well right now: ")),
    (N_("hard"), N_("This is hard right now: ")),
    (N_("law"), N_("shelter under § 110 of the Danish act on social service")),
)


def begun(before: str) -> str | None:
    """What is typed of a short name just before the cursor, without its "/"; None when no phrase is meant.

    "og/eller" and "3/4" mean none.
    """
    found = _BEGUN.search(before[-LONGEST_SHORT - 2:])
    return found.group(1) if found is not None else None


def matching(phrases: Iterable[Phrase], typed: str) -> tuple[list[Phrase], int]:
    """Those in use that begin with what is typed, then those that hold it; by name. And how many there are besides."""
    typed = typed.casefold()
    there = sorted((each for each in phrases if not each.retired), key=lambda each: each.short.casefold())
    first = [each for each in there if each.short.casefold().startswith(typed)]
    if typed:
        first += [each for each in there if each not in first
                  and (typed in each.short.casefold() or typed in each.text.casefold())]
    return first[:MOST_OFFERED], max(0, len(first) - MOST_OFFERED)


def filled(text: str, called: str) -> str:
    """The phrase with what the citizen is called in its blank; other braces stay as they were typed."""
    return _BLANK.sub(lambda _blank: called, text) if called else text
