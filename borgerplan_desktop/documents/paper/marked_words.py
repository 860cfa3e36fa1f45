"""Words of a text that are new or gone: a line under what is new, a line through what is gone; no colour is needed."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from borgerplan_desktop.documents.paper.galley import Slab, Stroke, Words
from borgerplan_desktop.documents.paper.typography import FIRM, INK
from borgerplan_desktop.model.text_difference import Mark, Piece


def mark_words(lines: list[Slab], pieces: Sequence[Piece]) -> list[Slab]:
    """Draw on the lines that a text was set in. Its blanks may have become line breaks; where its letters are not the
    ones of the pieces (some have no letter on paper), nothing is marked.
    """
    if not any(piece.mark is not Mark.SAME for piece in pieces):
        return lines
    marks = [piece.mark for piece in pieces for letter in piece.text if not letter.isspace()]
    set_words = [mark for line in lines for mark in line.marks if isinstance(mark, Words)]
    if sum(not letter.isspace() for each in set_words for letter in each.text) != len(marks):
        return lines
    at = 0
    for line in lines:
        for each in [mark for mark in line.marks if isinstance(mark, Words)]:
            said: list[Mark] = []                        # of every letter; a blank is as the letter before it
            for letter in each.text:
                if not letter.isspace():
                    said.append(marks[at])
                    at += 1
                else:
                    said.append(said[-1] if said and at < len(marks) and marks[at] is said[-1] else Mark.SAME)
            start = 0
            for mark, group in groupby(said):
                end = start + len(list(group))
                if mark is not Mark.SAME:
                    line.marks.append(_stroke(each, start, end, mark))
                start = end
    return lines


def _stroke(words: Words, start: int, end: int, mark: Mark) -> Stroke:
    style = words.style
    left = words.x + style.width(words.text[:start])
    down = words.down + style.size * (.16 if mark is Mark.NEW else -.28)
    return Stroke(left, down, style.width(words.text[start:end].rstrip()), FIRM if mark is Mark.NEW else .9, INK)
