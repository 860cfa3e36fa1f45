"""You said – we did: what the citizen has said about the help, and what we changed because of it."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.what_we_changed import WhatWeChanged


def you_said_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                 today: date) -> bytes:
    """The newest first; with nothing written yet, lines for a pen.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    p = begin(case, language, large_print, today)
    g = p.galley
    title, name = p.say("You said – we did"), p.citizen.first_name.strip()
    parts.title(g, p.say("Feedback"), title, p.say("{name}, this is what we have changed because of you.", name=name)
                if name else p.say("This is what we have changed because of you."))
    rows = p.case.all(WhatWeChanged)[::-1]
    for row in rows:
        _said(p, row)
    if not rows:
        with g.inside("Sect"):
            parts.labelled_lines(g, p.say("You said"), 3)
            parts.labelled_lines(g, p.say("We did"), 3)
    with g.inside("Sect"), g.together():
        g.air(.5)
        parts.paragraph(g, p.say("Is something still not as it should be? Tell us."))
    return finish(p, title)


def _said(p: PlanContext, row: WhatWeChanged) -> None:
    g = p.galley
    with g.inside("Sect"), g.together(.6):
        parts.heading(g, p.day(row.said_on), style=g.sheet.goal, before=1, after=.25)
        parts.row(g, p.say("You said"), Said(f"»{row.said.strip()}«") if row.said.strip() else "…")
        if row.changed_on is not None:
            parts.row(g, p.say("We did"), Said(row.changed),
                      p.say("It has been so since {date}.", date=p.day(row.changed_on)))
        elif row.changed.strip():
            parts.row(g, p.say("We are at it"), Said(row.changed))
        else:
            parts.row(g, p.say("We are at it"), p.say("It waits for us. We tell you what happens."))
        parts.rule(g, before=.25, ends=True)
