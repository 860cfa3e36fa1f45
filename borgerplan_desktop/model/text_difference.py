"""Which words of a text are new and which are gone, as pieces that together are both texts. Pure."""
from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 4_000                                             # words on each side that are compared one by one
A_LITTLE = 200                                           # characters before a change, to know where one is
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Mark(enum.Enum):
    SAME = "same"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class Piece:
    mark: Mark
    text: str


def text_difference(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """(the text before, the text after), each in pieces; put together again they are the texts as they were.

    Of two very long texts that differ all over, what lies between their like beginnings and ends is one piece.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    old_middle, new_middle = old[head:len(old) - tail], new[head:len(new) - tail]
    start, end = Piece(Mark.SAME, "".join(old[:head])), Piece(Mark.SAME, "".join(old[len(old) - tail:]))
    left, right = [start], [start]
    if len(old_middle) > MOST or len(new_middle) > MOST:
        left.append(Piece(Mark.GONE, "".join(old_middle)))
        right.append(Piece(Mark.NEW, "".join(new_middle)))
    else:
        for how, a, b, c, d in SequenceMatcher(None, old_middle, new_middle, autojunk=True).get_opcodes():
            left.append(Piece(Mark.SAME if how == "equal" else Mark.GONE, "".join(old_middle[a:b])))
            right.append(Piece(Mark.SAME if how == "equal" else Mark.NEW, "".join(new_middle[c:d])))
    return _joined([*left, end]), _joined([*right, end])


def cut(pieces: Sequence[Piece], most: int) -> list[Piece]:
    """About `most` characters of a text, from a little before its first change, with "…" where something was left out.

    A text that is hardly longer comes back whole.
    """
    total = sum(len(piece.text) for piece in pieces)
    if total <= most + A_LITTLE:
        return list(pieces)
    first = next((n for n, piece in enumerate(pieces) if piece.mark is not Mark.SAME), 0)
    before = sum(len(piece.text) for piece in pieces[:first])
    start = max(0, min(before - A_LITTLE, total - most))
    found: list[Piece] = [Piece(Mark.SAME, "… ")] if start else []
    at = 0
    for piece in pieces:
        kept = piece.text[max(0, start - at):max(0, start + most - at)]
        if kept:
            found.append(Piece(piece.mark, kept))
        at += len(piece.text)
    return [*found, Piece(Mark.SAME, " …")] if start + most < total else found


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words both begin with."""
    return next((n for n, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Nothing empty, neighbours of one kind as one, and what only blanks keep apart as one too: easier to read."""
    found: list[Piece] = []
    for each in pieces:
        if not each.text:
            continue
        if found and found[-1].mark is each.mark:
            found[-1] = Piece(each.mark, found[-1].text + each.text)
        elif len(found) > 1 and found[-2].mark is each.mark and not found[-1].text.strip():
            blank = found.pop().text
            found[-1] = Piece(each.mark, found[-1].text + blank + each.text)
        else:
            found.append(each)
    return found
