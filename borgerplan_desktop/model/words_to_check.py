"""Which words of a text a Danish dictionary can judge: no names, numbers, addresses, or words of another language."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from borgerplan_desktop.model.admission import Residence
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import Professional, Shelter, StaffMember

LONGEST = 40                                             # characters: what is longer is no word
FEW = 6                                                  # words; of fewer nobody can say which language they are
_TOKEN = re.compile(r"[^\s/]+")
_EDGES = "".join(chr(n) for n in range(0x21, 0x30)) + ":;<=>?[\\]^_`|~»«“”„’‘…–—·•"
_LAST_LATIN = 0x24F
_BEGINS = ".!?:;»«“”\"„-–—•*·(\n"                        # after one of these a capital begins a sentence
_NAMES: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (Citizen, ("name", "latin_name", "called")), (NetworkMember, ("name", "latin_name", "organisation")),
    (Residence, ("municipality",)), (Shelter, ("name", "address")), (StaffMember, ("name", "latin_name")),
    (Professional, ("name", "latin_name", "organisation")), (Service, ("name", "organisation", "address")))


class Word(NamedTuple):
    """Where it begins in the text, and the word."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def words_to_check(text: str) -> Iterator[Word]:
    """The words a dictionary may be asked about, in their order.

    Left out: words with digits, with capitals inside or all through, addresses of the net, abbreviations with dots,
    other alphabets, and a capital within a sentence, which is a name in Danish.
    """
    for token in _TOKEN.finditer(text):
        raw = token.group()
        if "@" in raw or "{" in raw or "}" in raw:
            continue
        word = raw.strip(_EDGES)
        if not 2 <= len(word) <= LONGEST or not _is_word(word):
            continue
        start = token.start() + raw.index(word)
        if word[0].isupper() and not _begins_sentence(text, start):
            continue
        yield Word(start, word)


def _is_word(word: str) -> bool:
    if not all(letter in "-'’" or (letter.isalpha() and ord(letter) <= _LAST_LATIN) for letter in word):
        return False
    return word[1:] == word[1:].lower()


def _begins_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \t\xa0":
        at -= 1
    return at < 0 or text[at] in _BEGINS


def is_foreign(words: Sequence[Word], unknown: Sequence[Word]) -> bool:
    """Whether so many words are unknown that the text is in another language: it is left alone."""
    return len(words) >= FEW and 2 * len(unknown) > len(words)


def names_in(case: Case) -> frozenset[str]:
    """Every word of the names of people and places in a case, in small letters."""
    found: set[str] = set()
    for kind, columns in _NAMES:
        for row in case.all(kind):
            for column in columns:
                parts = getattr(row, column).replace("-", " ").split()
                found.update(part.strip(_EDGES).casefold() for part in parts)
    return frozenset(found - {""})


def is_named(word: str, names: frozenset[str]) -> bool:
    """Whether it is one of the names, also as "Karens"."""
    small = word.casefold()
    return small in names or small.removesuffix("s").rstrip("'’") in names


def as_known(word: str) -> str:
    """How a word of one's own is kept and compared: in small letters, without what stands round it."""
    return word.strip().strip(_EDGES).casefold()
