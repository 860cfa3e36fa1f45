"""The shelter's own phrases: begun with "/" at the start of a word, chosen by their short name."""
from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter

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


class Offered:
    """The phrases in use by short name, ready to be looked through at every key: a shelter may have thousands."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        lines = [(each.short.casefold(), each.text.casefold(), each) for each in phrases if not each.retired]
        self._lines = sorted(lines, key=itemgetter(0))

    def matching(self, typed: str) -> tuple[list[Phrase], int]:
        """Those that begin with what is typed, then those that hold it; by name. And how many there are besides."""
        typed = typed.casefold()
        begin, hold = [], []
        for short, text, each in self._lines:
            if short.startswith(typed):
                begin.append(each)
            elif typed in short or typed in text:
                hold.append(each)
        found = begin + hold
        return found[:MOST_OFFERED], max(0, len(found) - MOST_OFFERED)


def filled(text: str, called: str) -> str:
    """The phrase with what the citizen is called in its blank; other braces stay as they were typed."""
    return _BLANK.sub(lambda _blank: called, text) if called else text
