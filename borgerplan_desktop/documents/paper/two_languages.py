"""A text that knows its language: the paper's own words carry what they are in the language beside them.

Documents put texts together as they like (an f-string, a join): every piece that is the paper's own stands between
signs that no text may hold (non-characters; `model.text` keeps them out), with the same piece in the language beside
it. Where a text is set, `main_of` and `beside_of` take it apart again. What the paper's language has no words for is
all said in the language beside it: no sentence is half one, half the other.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.text import shortened

TAGS = {"da": "da-DK", "en": "en-GB", "pl": "pl-PL", "ro": "ro-RO", "kl": "kl-GL"}  # as a PDF names them (BCP 47)
OPEN, BESIDE, TAG, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_PIECE = re.compile(f"{OPEN}([^{OPEN}-{CLOSE}]*){BESIDE}([^{OPEN}-{CLOSE}]*){TAG}([^{OPEN}-{CLOSE}]*){CLOSE}")


def piece(main: str, tag: str = "", beside: str = "") -> str:
    """Words of the paper's own. `tag` is the language of `beside`; an empty `main` says that the paper's language has
    no words for it.
    """
    return f"{OPEN}{main}{BESIDE}{tag}{TAG}{'' if beside == main else beside}{CLOSE}"


def is_ours(text: str) -> bool:
    """Whether some of it are words of the paper's own, with their language."""
    return OPEN in text


def lacks(text: str) -> str:
    """The tag of the language a text is said in because the paper's own has no words for some of it; else ""."""
    if OPEN not in text:
        return ""
    return next((found[2] for found in _PIECE.finditer(text) if not found[1] and found[3]), "")


def main_of(text: str) -> str:
    """The text as it stands where there is room for one language."""
    if OPEN not in text:
        return text
    return beside_of(text) if lacks(text) else _PIECE.sub(_first, text)


def alone(text: str) -> str:
    """The text without what is beside it; what its language has no words for is still said in the other."""
    return _PIECE.sub(lambda found: piece(found[1]) if found[1] else found[0], text) if OPEN in text else text


def beside_of(text: str) -> str:
    """The same in the language beside it."""
    return _PIECE.sub(_second, text) if OPEN in text else text


def in_each(text: str) -> list[str]:
    """The text in each of its languages, once where they are the same: for pictures, where both stand below each other.
    """
    return list(dict.fromkeys((main_of(text), beside_of(text))))


def inline(text: str) -> str:
    """Both in one line, piece by piece: for words of ours at the end of what somebody wrote, which stands once."""
    return _PIECE.sub(_both, text) if OPEN in text else text


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What `inline` says, in pieces, and whether each is in the paper's language: else as somebody wrote it."""
    end = 0
    for found in _PIECE.finditer(text):
        yield text[end:found.start()], False
        ours, beside = _side_by_side(found)
        yield ours, True
        yield beside, False
        end = found.end()
    yield text[end:], False


def tag_beside(text: str) -> str:
    """The language of what stands beside a text; "" where nothing does."""
    return next((found[2] for found in _PIECE.finditer(text) if found[3]), "") if OPEN in text else ""


def cut_short(text: str, most: int) -> str:
    """The text cut between words to about `most` characters of what is read; words of ours stay whole, in both
    languages, or are left out. Only those with which it begins are cut: somebody's long words may be filled in there.
    """
    if OPEN not in text:
        return shortened(text, most)
    kept, end, left = "", 0, most
    for found in _PIECE.finditer(text):
        theirs, ours = text[end:found.start()], max(len(found[1]), len(found[3]))
        if len(theirs) > left:
            return kept + shortened(theirs, left)
        kept, left, end = kept + theirs, left - len(theirs), found.end()
        if ours > left:
            return f"{kept.rstrip(' ,.:;·')} …" if kept else _changed(found, partial(_shorter, left))
        kept, left = kept + found[0], left - ours
    rest = text[end:]
    return kept + (rest if len(rest) <= left else f" {shortened(rest, max(1, left))}" if left > 1 else " …")


def _shorter(most: int, text: str) -> str:
    return shortened(text, most) if len(text) > most else text


def begun(text: str, change: Callable[[str], str]) -> str:
    """The text with something done to its beginning, in each of its languages."""
    found = _PIECE.match(text)
    return change(text) if found is None else _changed(found, change) + text[found.end():]


def closed(text: str, change: Callable[[str], str]) -> str:
    """The same done to its end."""
    found = next((each for each in _PIECE.finditer(text) if each.end() == len(text)), None)
    return change(text) if found is None else text[:found.start()] + _changed(found, change)


def _changed(found: re.Match[str], change: Callable[[str], str]) -> str:
    return piece(change(found[1]) if found[1] else "", found[2], change(found[3]) if found[3] else "")


def _first(found: re.Match[str]) -> str:
    return found[1]


def _second(found: re.Match[str]) -> str:
    return found[3] or found[1]


def _both(found: re.Match[str]) -> str:
    return "".join(_side_by_side(found))


def _side_by_side(found: re.Match[str]) -> tuple[str, str]:
    """What stands of a piece within a line: its words, and after them those of the language beside it. A day in figures
    needs but one of them.
    """
    main, beside = found[1], found[3]
    if not (main and beside):
        return main, beside
    if any(map(str.isalpha, main)):
        return main, f"{NBSP}/ {beside}"
    return ("", beside) if any(map(str.isalpha, beside)) else (main, "")
