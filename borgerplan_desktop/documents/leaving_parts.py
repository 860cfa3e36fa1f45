"""What the papers about leaving and the time after have in common: their head, the lines of the lists, whom to call."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, box, finish
from borgerplan_desktop.documents.paper_words import without_stop
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_first_page import whom_to_call
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.leaving import LAW_LIST, LeavingItem, stay_of_course, tick_of

Fill = Callable[[PlanContext], None]


def leaving_pdf(case: Case, title: str, kicker: str, under: str, fill: Fill, *, language: str, large_print: bool,
                today: date) -> bytes:
    """A paper whose body `fill` sets; `title`, `kicker` and `under` (it may hold {name}) are msgids.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = begin(case, language, large_print, today)
    said, name = p.say(title), p.citizen.name or p.citizen.called
    parts.title(p.galley, p.say(kicker), said, p.say(under, name=name) if name.strip() else "")
    fill(p)
    return finish(p, said)


def stay_about(case: Case, about: str) -> Stay | None:
    """The stay a paper is about: the chosen one, else that of the course."""
    return case.get(Stay, about) or stay_of_course(case)


def tick_item(p: PlanContext, stay: Stay | None, item: LeavingItem) -> Item:
    """A line of the lists: its box, its words, and the day and note that were written to it."""
    tick = tick_of(p.case, stay, item) if stay is not None else None
    number = f"{LAW_LIST.index(item) + 1}. " if item in LAW_LIST else ""
    words = number + p.say(item.label)
    ticked = box(p, tick is not None and tick.ticked_on is not None, words)
    if tick is not None and tick.ticked_on is not None:
        note = tick.note.strip()
        words = f"{without_stop(words)} – {p.day(tick.ticked_on)}{f' ({note})' if note else ''}"
    return Item(words, ticked)


def calls(p: PlanContext, *others: str) -> None:
    """Whom the citizen can call; lines for a pen where nobody is known."""
    found = [*whom_to_call(p), *(each for each in others if each.strip())]
    if found:
        parts.row(p.galley, p.say("I can call"), *found)
    else:
        parts.labelled_lines(p.galley, p.say("I can call"), 2)
