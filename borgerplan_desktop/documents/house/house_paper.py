"""What the papers of the shelter's own case have in common: how they begin and end. They are about no citizen."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.documents.latin_names import printable
from borgerplan_desktop.documents.letterhead import letterhead_of_house
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper_frame import foot_note, sheet_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.framework import Framework
from borgerplan_desktop.model.shelter import Shelter


@dataclass(frozen=True)
class HousePaper:
    """What such a paper is written with: the shelter's case, the words of its language, the strip it is set on."""

    case: Case
    words: Words
    galley: Galley
    today: date

    def say(self, message: str, **filled: object) -> str:
        return self.words.say(message, **filled)

    @property
    def shelter(self) -> str:
        """The shelter's name."""
        row = next(iter(self.case.all(Shelter)), None)
        return row.name.strip() if row is not None else ""

    @property
    def municipality(self) -> str:
        """Whose frame it is; "" = nobody has said."""
        row = next(iter(self.case.all(Framework)), None)
        return row.municipality.strip() if row is not None else ""


def begin_house(case: Case, language: str, large_print: bool, today: date, *, scale: float = 1.0) -> HousePaper:
    """Begin a paper of the shelter's case. Raises ValueError for a language not spoken."""
    words = Words.of(language, case)
    case = printable(case, words)
    galley = sheet_of(words, large_print, scale=scale)
    galley.letterhead = letterhead_of_house(case)
    return HousePaper(case, words, galley, today)


def finish_house(p: HousePaper, title: str, more: str = "") -> bytes:
    """The paper as a PDF: at the foot whose it is, what, of which day, and what more there is to know of it."""
    day = p.words.day(p.today)
    called = f"{title}, {more}" if more else title
    footer = Footer(tuple(part for part in (p.shelter, called, day) if part), p.say("page {page} of {total}"),
                    keep=called, note=foot_note(p.words))
    about = About(author=p.shelter or "Borgerplan", subject=f"{title}, {day}", on=p.today)
    return build(p.galley, title, footer, about)
