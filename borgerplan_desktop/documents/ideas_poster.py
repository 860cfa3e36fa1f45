"""You said – we did: what citizens have said of the house, and what came of it, in letters one reads from afar."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.house.house_paper import HousePaper, begin_house, finish_house
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_words import ended
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus

FROM_AFAR = 2.0                                          # of the usual print: 24 pt is read from two metres
LARGER = (2.6, 2.4, 2.2)                                 # of large print: the first that is one sheet to hang up
EMPTY = 2                                                # of which there are lines where nothing is written yet


def ideas_poster_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """The poster as a PDF, of the shelter's case; `about` is the one idea it shows, "" = all that are to hang.

    Raises ValueError for a language not spoken.
    """
    scales = LARGER if large_print else (FROM_AFAR,)
    tried = (_set(begin_house(case, language, False, today, scale=each), about) for each in scales)
    p = next((each for each in tried if each.galley.height <= each.galley.sheet.height), None)
    if p is None:
        p = _set(begin_house(case, language, False, today, scale=scales[0]), about)
    return finish_house(p, p.say("You said – we did"))


def _set(p: HousePaper, about: str) -> HousePaper:
    title = p.say("You said – we did")
    parts.title(p.galley, p.shelter and Said(p.shelter), title, "")
    shown = [each for each in p.case.all(HouseIdea)[::-1] if each.id == about or not about and is_to_hang(each)]
    for idea in shown:
        _idea(p, idea)
    for _number in range(0 if shown else EMPTY):
        with p.galley.inside("Sect"), p.galley.together():
            parts.labelled_lines(p.galley, p.say("You said"), 1)
            parts.labelled_lines(p.galley, p.say("We did"), 2)
            p.galley.air(.5)
    with p.galley.inside("Sect"), p.galley.together():
        p.galley.air(.5)
        parts.paragraph(p.galley, p.say("Do you have an idea? Tell one of us."), p.galley.sheet.strong)
    return p


def is_to_hang(idea: HouseIdea) -> bool:
    """Whether it stands on the poster: it is to, and there is an answer."""
    return idea.on_poster and bool(idea.words.strip()) and (
        bool(idea.answer.strip()) or idea.status is IdeaStatus.LOOKING)


def _idea(p: HousePaper, idea: HouseIdea) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.8, otherwise=.2):
        parts.heading(g, p.say("You said"), style=g.sheet.label, before=.5, after=0)
        parts.quote(g, Said(idea.words.strip()))
        label = p.say("We did") if idea.status is IdeaStatus.DONE else p.say(idea.status.label)
        parts.heading(g, label, level=3, style=g.sheet.label, before=.25, after=0)
        text = Said(idea.answer.strip()) if idea.answer.strip() else p.say("We tell you what happens.")
        parts.paragraph(g, ended(text), g.sheet.strong, after=.25)
        parts.rule(g, before=.25, ends=True)
