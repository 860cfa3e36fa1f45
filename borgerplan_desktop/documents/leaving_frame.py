"""What the papers about leaving and the time after have in common: head, foot, whom to call, lines for a pen."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.typography import Sheet
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.documents.plan import LARGE
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_first_page import whom_to_call
from borgerplan_desktop.documents.plan_protected_address import without_the_address
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Stay
from borgerplan_desktop.model.leaving import LAW_LIST, LeavingItem, stay_of_course, tick_of

Fill = Callable[[PlanContext], None]


def leaving_pdf(case: Case, title: str, kicker: str, under: str, fill: Fill, *, language: str, large_print: bool,
                today: date) -> bytes:
    """A paper whose body `fill` sets; `title`, `kicker` and `under` (it may hold {name}) are msgids.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    words = Words(language)
    g = Galley(Sheet(LARGE if large_print else 1.0, language), words.tag)
    case = printable(case, words)
    if case.the(Citizen).protected_address:
        case = without_the_address(case, words)
    p = PlanContext(case, words, g, today)
    said, name = p.say(title), p.citizen.name or p.citizen.called
    parts.title(g, p.say(kicker), said, p.say(under, name=name) if name.strip() else "")
    fill(p)
    dated = words.day(today)
    return build(g, said, Footer((name, said, dated), p.say("page {page} of {total}"), keep=said),
                 About(author=p.issuer, subject=f"{said}, {dated}", on=today))


def stay_about(case: Case, about: str) -> Stay | None:
    """The stay a paper is about: the chosen one, else that of the course."""
    return case.get(Stay, about) or stay_of_course(case)


def field(p: PlanContext, label: str, text: str, lines: int = 1) -> None:
    """A label with what somebody wrote, or with lines to write on."""
    if text.strip():
        parts.row(p.galley, label, *[Said(each) for each in text.splitlines() if each.strip()])
    else:
        parts.labelled_lines(p.galley, label, lines)


def tick_item(p: PlanContext, stay: Stay | None, item: LeavingItem) -> Item:
    """A line of the lists: its box, its words, and the day and note that were written to it."""
    tick = tick_of(p.case, stay, item) if stay is not None else None
    number = f"{LAW_LIST.index(item) + 1}. " if item in LAW_LIST else ""
    words = number + p.say(item.label)
    on = tick is not None and tick.ticked_on is not None
    says = p.say("{words}: ticked", words=words) if on else p.say("{words}: not ticked", words=words)
    if tick is not None and tick.ticked_on is not None:
        note = tick.note.strip()
        words = f"{words.rstrip('.')} – {p.day(tick.ticked_on)}{'. ' + note if note else ''}"
    return Item(words, Tick(on, says))


def calls(p: PlanContext, *others: str) -> None:
    """Whom the citizen can call; lines for a pen where nobody is known."""
    found = [*whom_to_call(p), *(each for each in others if each.strip())]
    if found:
        parts.row(p.galley, p.say("I can call"), *found)
    else:
        parts.labelled_lines(p.galley, p.say("I can call"), 2)
