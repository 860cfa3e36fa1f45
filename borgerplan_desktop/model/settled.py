"""How much of an earlier plan's text is settled: which parts live in the plan now, and which are left."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.papers import EarlierPlan, Passage, PassageUse
from borgerplan_desktop.model.plan import Agreement, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.text import with_breaks

Span = tuple[int, int]                                   # from, to: characters of the text
BECAME: dict[PassageUse, type[Row]] = {                  # which row a passage became, or was written into
    PassageUse.GOAL: Goal, PassageUse.STEP: Step, PassageUse.INTERVENTION: Intervention,
    PassageUse.AGREEMENT: Agreement, PassageUse.OWN_WORDS: Plan, PassageUse.NOTE: Note}

# A sentence ends with its sign before a blank and no small letter ("f.eks. en bolig" goes on), or with its line.
_SENTENCE = re.compile(r"[^\n]+?(?:[.?!…]+[»\"”’')\]]*(?=\s+[^\sa-zæøå])|(?=\n)|$)")
_SHORT = re.compile(r"(?:\b(?:ca|bl|dvs|evt|f|fx|inkl|jf|kl|mht|mr|nr|pga|stk|tlf|vedr|\w)|^\(?\d{1,2})\.$",
                    re.IGNORECASE)


class Piece(NamedTuple):
    """A part of the text that is settled in one way: by these passages, or by none."""

    start: int
    end: int
    by: tuple[Passage, ...]


def text_of(plan: EarlierPlan) -> str:
    """The text whose characters the passages count: every line break is one of them."""
    return with_breaks(plan.text)


def passages(plan: EarlierPlan) -> list[Passage]:
    return plan.case.of(Passage, Passage.plan_id, plan.id)


def stands(passage: Passage) -> bool:
    """Whether it settles its part still: what it became is there, or it was left out on purpose."""
    return passage.use is PassageUse.LEFT_OUT or became(passage) is not None


def became(passage: Passage) -> Row | None:
    """The row it became or was written into; None = it is gone, or the passage was left out."""
    kind = BECAME.get(passage.use)
    return passage.case.get(kind, passage.row_id) if kind is not None else None


def taken_into(case: Case, row: Row) -> list[Passage]:
    """The passages that the row was made of."""
    return case.of(Passage, Passage.row_id, row.id)


def pieces(plan: EarlierPlan) -> list[Piece]:
    """The whole text in order, cut where a passage begins or ends."""
    length, valid = len(text_of(plan)), [each for each in passages(plan) if stands(each)]
    spans = [(start, end, each) for each in valid
             for start, end in [(max(0, each.start), min(each.end, length))] if start < end]
    cuts = sorted({0, length, *(at for start, end, _each in spans for at in (start, end))})
    coming = sorted(spans, key=lambda span: span[:2], reverse=True)
    found: list[Piece] = []
    now: list[tuple[int, int, Passage]] = []             # the passages that cover the piece
    for start, end in zip(cuts, cuts[1:], strict=False):
        now = [span for span in now if span[1] > start]
        while coming and coming[-1][0] == start:
            now.append(coming.pop())
        found.append(Piece(start, end, tuple(each for _from, _to, each in now)))
    return found


def left(plan: EarlierPlan) -> list[Span]:
    """The parts nobody has settled, without the blanks around them."""
    text = text_of(plan)
    return [span for piece in pieces(plan) if not piece.by
            for span in [trimmed(text, (piece.start, piece.end))] if _counts(text[slice(*span)])]


def share(plan: EarlierPlan) -> float:
    """How much is settled, 0.0-1.0: of the letters and digits. A text without any is settled."""
    text = text_of(plan)
    whole = _letters(text)
    return 1.0 if not whole else 1 - sum(_letters(text[start:end]) for start, end in left(plan)) / whole


def percent(plan: EarlierPlan) -> int:
    """As it is shown: 100 only when nothing is left, 0 only when nothing is settled."""
    exact = share(plan) * 100
    return round(exact) if exact in (0, 100) else min(99, max(1, round(exact)))


@lru_cache(maxsize=8)
def sentences(text: str) -> tuple[Span, ...]:
    """Where the sentences and lines stand, without the blanks around them."""
    found: list[Span] = []
    goes_on = False                                      # what looked like an end was the sign of a short word
    for each in _SENTENCE.finditer(text):
        span = trimmed(text, each.span())
        if not _counts(text[slice(*span)]):
            continue
        if goes_on and "\n" not in text[found[-1][1]:span[0]]:
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
        goes_on = bool(_SHORT.search(text[slice(*found[-1])]))
    return tuple(found)


def next_left(plan: EarlierPlan, at: int, way: int = 1) -> Span | None:
    """The first sentence after `at` (before it for `way` -1) that is not settled whole: the part of it that is left.

    Begins anew at the other end; None when nothing is left.
    """
    found = list(_parts_left(plan))
    if way < 0:
        return next((each for each in reversed(found) if each[1] <= at), found[-1] if found else None)
    return next((each for each in found if each[0] >= at), found[0] if found else None)


def _parts_left(plan: EarlierPlan) -> Iterator[Span]:
    text, open_parts = text_of(plan), left(plan)
    first = 0
    for start, end in sentences(text):
        while first < len(open_parts) and open_parts[first][1] <= start:
            first += 1
        for part in open_parts[first:]:
            if part[0] >= end:
                break
            both = trimmed(text, (max(start, part[0]), min(end, part[1])))
            if _counts(text[slice(*both)]):
                yield both


def trimmed(text: str, span: Span) -> Span:
    """Without the blanks around it."""
    start, end = max(0, span[0]), min(span[1], len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


def _counts(text: str) -> bool:
    """Whether it says something: a lone dash or full stop does not."""
    return any(map(str.isalnum, text))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
