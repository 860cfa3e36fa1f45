"""What we expect of each other, on paper: three columns set one after the other, agreed on and looked at again."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import expected_of
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Cooperation
from borgerplan_desktop.model.expectation import Expectation, ExpectationOf, expectations

LINES, LINES_LARGE = 4, 3                                # for a pen, where nothing is written yet
MOST = .85                                               # of a page: so much stays together


def expectations_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """The paper as a PDF; with nothing written it has lines for a pen.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = begin(case, language, large_print, today)
    g = p.galley
    title = p.say("What we expect of each other")
    name = p.citizen.first_name.strip()
    parts.title(g, p.say("Working together"), title, p.say("For {name} and us", name=name) if name else
                p.say("For you and us"))
    parts.paragraph(g, p.say("You may make demands on us, and we on you. Say it when something does not work. "
                             "We look at it again each time we follow up."))
    first, *rest = ExpectationOf
    _column(p, first)
    with g.together(MOST):                               # one of them and the signatures alone are no page
        for of in rest:
            _column(p, of)
        _when(p)
        g.slabs[-1].hold = NEVER                         # no signature without a line of what is signed
        _signing(p)
    return finish(p, title)


def _column(p: PlanContext, of: ExpectationOf) -> None:
    g = p.galley
    found = [each for each in expectations(p.case, of) if each.text.strip()]
    heading = expected_of(p, of)
    goes_on = parts.carried_line(g, p.say("{names}, continued", names=heading))
    with g.inside("Sect"), g.carrying(goes_on), g.together(.5, otherwise=.1):
        parts.heading(g, heading, before=1 if found or not g.sheet.stacked else .5, after=.5 if found else 0)
        if not found:
            parts.writing_lines(g, LINES_LARGE if g.sheet.stacked else LINES)
            return
        parts.items(g, [_line(p, each) for each in found], gap=.2)


def _line(p: PlanContext, expectation: Expectation) -> Item:
    """What is expected, and how it has gone where somebody has said."""
    how = expectation.how_it_went.strip()
    return Item(Said(expectation.text.strip()), more=p.spoken(p.say("How it has gone:"), Said(how)) if how else ())


def _when(p: PlanContext) -> None:
    """When it was agreed, and looked at again."""
    agreed = [each.agreed_on for each in p.case.all(Expectation) if each.agreed_on is not None]
    how = next(iter(p.case.all(Cooperation)), None)
    looked = how.expectations_looked_at_on if how is not None else None
    with p.galley.inside("Sect"):
        p.galley.air(.5)
        if agreed:
            parts.row(p.galley, p.say("Agreed"), p.day(max(agreed)))
        if agreed and looked is not None:
            parts.row(p.galley, p.say("Looked at again"), p.day(looked))


def _signing(p: PlanContext) -> None:
    names = [p.citizen.name or p.citizen.first_name or p.say("Citizen"),
             p.name_of(p.contact_person) or p.say("Contact person")]
    with p.galley.inside("Sect"), p.galley.together():
        parts.signatures(p.galley, [p.say("Date and signature, {name}", name=name) for name in names])
