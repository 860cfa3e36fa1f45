"""How a name may be typed: łukasz or lukasz, søren, soeren or soren, åge, aage or age, müller, mueller or muller."""
from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

# Letters that no accent was put on, and what is written where the keyboard has not got them; the first is the fullest.
_WAYS: dict[str, tuple[str, ...]] = {
    "å": ("aa", "a"), "aa": ("aa", "a"), "æ": ("ae",), "ä": ("ae", "a"), "ø": ("oe", "o"), "ö": ("oe", "o"),
    "œ": ("oe",), "ü": ("ue", "u"), "đ": ("dj", "d"), "ð": ("d",), "þ": ("th",), "ß": ("ss",), "ł": ("l",),
    "ħ": ("h",), "ı": ("i",), "ŋ": ("ng",), "ŧ": ("t",), "ĸ": ("q",)}
_LETTERS = re.compile("aa|[" + "".join(letter for letter in _WAYS if len(letter) == 1) + "]")
_PLAIN = re.compile(r"[\x00-\x7f]*")
_MOST = 6                                                # such letters in a word whose every mixture is gathered


@lru_cache(maxsize=20_000)
def spellings(word: str) -> tuple[str, ...]:
    """Every way a word may be typed, in small letters without accents; each kind of letter in one way throughout."""
    low = _low(word)
    kinds = sorted(set(_LETTERS.findall(low)))
    if not kinds:
        return (_bare(low),)
    if len(kinds) > _MOST:
        return typed(low), _bare(_LETTERS.sub(lambda found: _WAYS[found[0]][-1], low))
    made = {}
    for chosen in itertools.product(*(_WAYS[kind] for kind in kinds)):
        ways = dict(zip(kinds, chosen, strict=True))
        made[_bare(_LETTERS.sub(lambda found, ways=ways: ways[found[0]], low))] = None
    return tuple(made)


def typed(word: str) -> str:
    """What somebody looks for, as one of the spellings: an å is aa, but an a stays an a."""
    return _bare(_LETTERS.sub(lambda found: _WAYS[found[0]][0], _low(word)))


def is_found(words: str, text: str) -> bool:
    """Whether every one of the words stands in the text, whole or as a part, in any spelling."""
    there = [spelling for word in text.split() for spelling in spellings(word)]
    return all(any(sought in spelling for spelling in there) for sought in map(typed, words.split()))


def words_in(text: str) -> list[tuple[int, int]]:
    """Where each word of the text begins and ends: letters and digits, with the accents that stand for themselves."""
    found, begun = [], -1
    for at, letter in enumerate(text):
        if letter.isalnum() or unicodedata.combining(letter):
            begun = at if begun < 0 else begun
        elif begun >= 0:
            found.append((begun, at))
            begun = -1
    return [*found, (begun, len(text))] if begun >= 0 else found


def meant(words: str, text: str) -> list[tuple[int, int]]:
    """Where the text has what was searched for: whole words, of the last of them also the beginning."""
    sought = [typed(words[begin:end]) for begin, end in words_in(words)]
    return [(begin, end) for begin, end in words_in(text) if any(
        spelling == word or (word is sought[-1] and spelling.startswith(word))
        for word in sought for spelling in spellings(text[begin:end]))]


def _low(word: str) -> str:
    return word.lower() if _PLAIN.fullmatch(word) else unicodedata.normalize("NFC", word).lower()


def _bare(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
