"""Who does what, when: every open step and agreement of the plan, person by person, to hang up or bring along."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import Task, by_date, should_have_been, tasks_of
from borgerplan_desktop.documents.plan_first_page import whom_to_call
from borgerplan_desktop.model.case import Case


def who_does_what_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                      today: date) -> bytes:
    """The list as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    title, name, dated = p.say("Who does what, when"), p.citizen.first_name.strip(), p.words.day(today)
    parts.title(g, p.say("The plan"), title, p.say("{name}, as it is on {date}.", name=name, date=dated) if name else
                p.say("As it is on {date}.", date=dated))
    found = [each for each in by_date(tasks_of(p, p.say("I"), own=True)) if not each.done]
    with g.inside("Sect"):
        if not found:
            parts.paragraph(g, p.say("Nothing is agreed just now."))
        elif any(p.passed(each.due) for each in found):
            parts.paragraph(g, should_have_been(p), width=g.sheet.width)
    mine = [each for each in found if each.who == p.say("I")]
    others = dict.fromkeys(each.who for each in found if each.who != p.say("I") and each.who)
    _of(p, p.say("I do"), mine)
    for who in others:
        _of(p, who, [each for each in found if each.who == who])
    _of(p, p.say("Nobody has taken it on yet"), [each for each in found if not each.who])
    calls = whom_to_call(p)
    if calls:
        with g.inside("Sect"), g.together():
            parts.rule(g, before=1.25, after=.5)
            parts.row(g, p.say("I can call"), *calls)
    return finish(p, title)


def _of(p: PlanContext, who: str, tasks: list[Task]) -> None:
    if not tasks:
        return
    g = p.galley
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, Said(who), before=1)
        not_done = p.say("Not done yet")
        parts.items(g, [Item(Said(each.what), Tick(False, not_done), more=(each.when,) if each.when else ())
                        for each in tasks], gap=.1)
