"""The day on paper, for whoever works that day: first names and rooms, nothing about why; shredded when it is over."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley, Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import sheet_of
from borgerplan_desktop.documents.paper_words import Words, sentence

TIGHT = .12                                              # lines above and below the words of a row


@dataclass(frozen=True)
class DayOnPaper:
    """What the page says, in the paper's language; every line is (when or who, what, what else)."""

    on: date
    whose: str = ""                                      # who works, and how many citizens
    shelter: str = ""
    first: tuple[str, str] = ("", "")
    meetings: Sequence[tuple[str, str, str]] = ()
    overdue: Sequence[tuple[str, str, str]] = ()
    deadlines: Sequence[tuple[str, str, str]] = ()
    watch: Sequence[tuple[str, str]] = ()


def day_pdf(day: DayOnPaper, *, language: str = "da", large_print: bool = False) -> bytes:
    """The day as a PDF. Raises ValueError for a language not spoken."""
    words = Words.of(language)
    g = sheet_of(words, large_print)
    title = sentence(f"{words.weekday(day.on)} {words.day(day.on)}")
    parts.title(g, words.say("The day"), title, Said(day.whose))
    if day.first[0]:
        with g.inside("Sect"):
            parts.heading(g, words.say("The first thing today"))
            parts.items(g, [Item(Said(" – ".join(part for part in day.first if part)), _box(words))])
    _table(g, words.say("Meetings"), (words.say("When"), words.say("With"), words.say("Still needed")), day.meetings)
    _ticked(g, words, words.say("Agreements past their day"),
            [f"{who}: {what} – {late}" for who, what, late in day.overdue])
    _table(g, words.say("Deadlines in the next 7 days"), (words.say("When"), words.say("What"), words.say("Who")),
           day.deadlines)
    _ticked(g, words, words.say("Keep an eye on"),
            [" – ".join(part for part in line if part) for line in day.watch])
    if not (day.first[0] or day.meetings or day.overdue or day.deadlines or day.watch):
        parts.paragraph(g, words.say("Everything is done for today."))
    shred = words.say("Shred this when the day is over")
    footer = Footer((words.say("The day"), words.day(day.on), shred), words.say("page {page} of {total}"), keep=shred)
    about = About(author=day.shelter or "Borgerplan", subject=f"{words.say('The day')}, {words.day(day.on)}", on=day.on)
    return build(g, title, footer, about)


def _box(words: Words) -> Tick:
    return Tick(False, words.say("not done yet"))


def _ticked(g: Galley, words: Words, heading: str, lines: Sequence[str]) -> None:
    if lines:
        with g.inside("Sect"):
            parts.heading(g, heading)
            parts.items(g, [Item(Said(line), _box(words)) for line in lines], gap=.1)


def _table(g: Galley, heading: str, head: tuple[str, str, str], lines: Sequence[tuple[str, str, str]]) -> None:
    if lines:
        rows: list[list[Content]] = [[Said(part) for part in line] for line in lines]
        with g.inside("Sect"):
            parts.heading(g, heading)
            table(g, head, rows, (110, 190, 150), names=1, pad=TIGHT)
            g.air(.5)
