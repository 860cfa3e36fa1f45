"""By what words a citizen's line is found: any part of the names, the room, and the phone number."""
from __future__ import annotations

import re
import string

from borgerplan_desktop.model.spelling import spellings, typed
from borgerplan_desktop.model.text import tidy

LONGEST = 40                                             # letters of a word that are looked at
# Whether the course is closed is searched for as a word that nobody can type; so begins every end of a phone number.
_MARKS = {False: "\ue000", True: "\ue001"}
_PHONE = "\ue002"
FEWEST = 3                                              # digits by which somebody is found
_DANISH = 8                                              # digits of a number without its country
# To the tokenizer only a letter that is not ASCII is never a separator; what nobody can see separates nothing.
_GROUP = re.compile(r"[+(]*\d[\d().+/-]*|[-/]+", re.ASCII)
_ABROAD = re.compile("^(00)+")                           # before the number of a country
_LETTERS = {ord(mark): ord(mark) + 0xFEE0 for mark in string.punctuation} | dict.fromkeys((*range(32), 127))


def sought(words: str, closed: bool | None) -> str:
    """The full-text query for everybody whose names, room or phone hold all the words, whole or as a part.

    `closed` None = whether or not the course is.
    """
    marks = [f'"{mark}"' for is_closed, mark in _MARKS.items() if closed in (None, is_closed)]
    return " AND ".join((f"({' OR '.join(marks)})", *_tokens(words)))


def can_be_sought(words: str) -> bool:
    """Whether there is anything in the words to look for; by the others nobody is found."""
    return bool(_tokens(words))


def _tokens(words: str) -> list[str]:
    found: list[str] = []
    digits: list[str] = []
    for word in [*tidy(words).split(), ""]:
        if word and _GROUP.fullmatch(word):
            digits.append(word)                          # a number may be typed in groups
            continue
        found += _numbers(digits)
        digits = []
        if token := typed(word).translate(_LETTERS)[:LONGEST]:
            found.append(f'"{token}"*')
    return found


def _numbers(groups: list[str]) -> list[str]:
    """Groups of digits: each one of a room or a name, or all together of a phone number."""
    tokens = [f'"{token}"*' for group in groups if (token := group.translate(_LETTERS)[:LONGEST])]
    number = _plain("".join(groups))
    if len(number) < FEWEST:
        return tokens
    return [f'(({" AND ".join(tokens)}) OR "{_PHONE}{number[:LONGEST]}"*)']


def digits_of(phone: str) -> str:
    """The digits of a phone number; a Danish one has its country's in front, so that it is found with and without."""
    digits = _plain(phone)
    return "45" + digits if len(digits) == _DANISH else digits


def _plain(number: str) -> str:
    return _ABROAD.sub("", "".join(c for c in number if c.isascii() and c.isdecimal()))


def parts_of(text: str, phone: str, is_closed: bool) -> str:
    """What the index holds of a line: the ends of every word in every spelling, and those of the phone number."""
    ends: dict[str, None] = {_MARKS[is_closed]: None}
    for word in text.split():
        for spelling in spellings(word[:2 * LONGEST]):
            letters = spelling.translate(_LETTERS)
            ends |= dict.fromkeys(letters[at:at + LONGEST] for at in range(len(letters)))
    ends |= dict.fromkeys(_PHONE + phone[at:at + LONGEST] for at in range(len(phone) - FEWEST + 1))
    return " ".join(ends)
