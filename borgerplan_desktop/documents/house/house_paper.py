"""What the papers of the shelter's shared frame have in common: how they begin and end. No citizen stands on them."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.documents.letterhead import house_letterhead
from borgerplan_desktop.documents.paper.build import Footer, build
from borgerplan_desktop.documents.paper.galley import Galley
from borgerplan_desktop.documents.paper.pdf_metadata import About
from borgerplan_desktop.documents.paper_frame import foot_note, sheet_of
from borgerplan_desktop.documents.paper_words import Words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.shelter import Shelter


@dataclass(frozen=True)
class HousePaper:
    """`case` is the shelter's own; `today` the day the paper is about."""

    case: Case
    words: Words
    galley: Galley
    today: date

    def say(self, message: str, **filled: object) -> str:
        return self.words.say(message, **filled)

    @property
    def shelter(self) -> str:
        """What the shelter is called; "" without a name."""
        return next((each.name.strip() for each in self.case.all(Shelter)), "")


def begin_house(case: Case, language: str, large_print: bool, today: date) -> HousePaper:
    """An empty paper with the shelter's logo. Raises ValueError for a language not spoken."""
    words = Words.of(language, case)
    galley = sheet_of(words, large_print)
    galley.letterhead = house_letterhead(case)
    return HousePaper(case, words, galley, today)


def finish_house(p: HousePaper, title: str, state: str = "") -> bytes:
    """The paper as a PDF; at the foot of every page whose it is, what it is and in which `state`, and of which day."""
    day, called = p.words.day(p.today), f"{title}, {state}" if state else title
    footer = Footer(tuple(part for part in (p.shelter, called, day) if part), p.say("page {page} of {total}"),
                    keep=called, note=foot_note(p.words))
    return build(p.galley, title, footer, About(author=p.shelter or "Borgerplan", subject=f"{title}, {day}",
                                                on=p.today))
