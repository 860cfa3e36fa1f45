"""The shelter's own phrases, and the words it spells in its own way. They lie in the shelter's case: encrypted, and
the same for everybody who works there."""
from __future__ import annotations

from collections.abc import Sequence

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line, too_long
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.phrases import LONGEST_PHRASE, LONGEST_SHORT
from borgerplan_desktop.model.shelter import OwnWord, Phrase
from borgerplan_desktop.model.text import tidy
from borgerplan_desktop.model.words_to_check import as_known


# ---------------------------------------------------------------------------------------------------------- phrases
def phrases(shelter: OpenCase) -> list[Phrase]:
    """All of them, also those not used any more; by short name."""
    return sorted(shelter.case.all(Phrase), key=lambda each: (each.short.casefold(), each.id))


def add_phrase(shelter: OpenCase, short: str, text: str) -> Phrase:
    """A new phrase. Raises Refused, Conflict, StoreTrouble."""
    short, text = _checked(shelter, short, text)
    made = Phrase(short=short, text=text)
    with shelter.action(N_("Added a phrase")):
        shelter.case.add(made)
    return made


def add_phrases(shelter: OpenCase, several: Sequence[tuple[str, str]]) -> None:
    """Ready ones, in one step; those whose short name is taken are left out. Raises Conflict, StoreTrouble."""
    taken = {each.short.casefold() for each in phrases(shelter)}
    with shelter.action(N_("Added phrases")):
        for short, text in several:
            if short.casefold() not in taken:
                shelter.case.add(Phrase(short=short, text=text))


def change_phrase(shelter: OpenCase, phrase: Phrase, short: str, text: str) -> None:
    """Other words. Raises Refused, Conflict, StoreTrouble.

    Two windows may each have added one of the same short name: their words can be changed all the same.
    """
    short, text = _checked(shelter, short, text, phrase)
    with shelter.action(N_("Changed a phrase")):
        phrase.short, phrase.text = short, text


def retire_phrase(shelter: OpenCase, phrase: Phrase, retired: bool = True) -> None:
    """It is not offered any more, or is again. Raises Conflict, StoreTrouble."""
    with shelter.action(N_("Stopped using a phrase") if retired else N_("Use a phrase again")):
        phrase.retired = retired


def _checked(shelter: OpenCase, short: str, text: str, of: Phrase | None = None) -> tuple[str, str]:
    """As they are stored. Raises Refused when they cannot be."""
    short, text = one_line(short, "short").lstrip("/"), tidy(text).strip("\n")
    if not short or not all(letter.isalnum() for letter in short):
        raise Refused(_("The short name is one word of letters and digits, e.g. “next”."), "short")
    if len(short) > LONGEST_SHORT:
        raise Refused(too_long(LONGEST_SHORT), "short")
    if (of is None or of.short.casefold() != short.casefold()) and any(
            each.short.casefold() == short.casefold() for each in phrases(shelter)):
        raise Refused(_("There is already a phrase of this name."), "short")
    if not text.strip():
        raise Refused(_("Write the words of the phrase."), "text")
    if len(text) > LONGEST_PHRASE:
        raise Refused(too_long(LONGEST_PHRASE), "text")
    if without_numbers(text) != text:
        raise Refused(_("A CPR number stands here. A phrase is for everybody: leave it out."), "text")
    return short, text


# -------------------------------------------------------------------------------------------- words of the dictionary
def own_words(shelter: OpenCase) -> list[OwnWord]:
    """By alphabet; one that two windows have put in is there once."""
    found = sorted(shelter.case.all(OwnWord), key=lambda each: (each.word.casefold(), each.id))
    return list({as_known(each.word): each for each in reversed(found)}.values())[::-1]


def add_word(shelter: OpenCase, word: str) -> None:
    """From now on it is right wherever the shelter writes it. Raises Conflict, StoreTrouble."""
    word = one_line(word, "word")
    if as_known(word) and not any(as_known(each.word) == as_known(word) for each in own_words(shelter)):
        with shelter.action(N_("Put a word in the dictionary")):
            shelter.case.add(OwnWord(word=word))


def remove_word(shelter: OpenCase, word: str) -> None:
    """The dictionary alone judges it again. Raises Conflict, StoreTrouble."""
    with shelter.action(N_("Took a word out of the dictionary")):
        for each in shelter.case.all(OwnWord):
            if as_known(each.word) == as_known(word):
                shelter.case.remove(each)
