"""Who does what, when: every open step, agreement and help of the plan, person by person, to hang up or bring along."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item, Tick
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.paper_words import in_sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import Task, by_date, say_what_should_have_been, tasks_of, who_of
from borgerplan_desktop.documents.plan_first_page import whom_to_call
from borgerplan_desktop.documents.plan_goals import period_of
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.follow_up import decided
from borgerplan_desktop.model.plan import ReviewOutcome


def who_does_what_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                      today: date) -> bytes:
    """The list as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    title, name, dated = p.say("Who does what, when"), p.citizen.first_name.strip(), p.words.day(today)
    parts.title(g, p.say("The plan"), title, p.say("{name}, as it is on {date}.", name=name, date=dated) if name else
                p.say("As it is on {date}.", date=dated))
    found, helps = [each for each in by_date(tasks_of(p, p.say("I"), own=True)) if not each.done], _helps(p)
    with g.inside("Sect"):
        if not found and not helps:
            parts.paragraph(g, p.say("Nothing is agreed just now."))
        elif any(p.passed(each.due) for each in found):
            say_what_should_have_been(p)
    others = dict.fromkeys(each.who for each in (*found, *helps) if each.who not in ("", p.say("I")))
    for who, heading in ((p.say("I"), p.say("I do")), *((who, who) for who in others),
                         ("", p.say("Nobody has taken it on yet"))):
        _of(p, heading, *([each for each in lines if each.who == who] for lines in (found, helps)))
    calls = whom_to_call(p)
    if calls:
        with g.inside("Sect"), g.together():
            parts.rule(g, before=1.25, after=.5)
            parts.row(g, p.say("I can call"), *calls)
    return finish(p, title)


def _helps(p: PlanContext) -> list[Task]:
    """The help that is given, by whoever sees to it: it lasts a time and is not ticked."""
    found = []
    for number, goal in p.numbered_goals:
        for help_ in goal.interventions if goal.status.open else ():
            made = decided(help_)
            over = p.passed(help_.until_on) or (made is not None and made.outcome is ReviewOutcome.ENDED)
            if help_.name.strip() and not over:
                what = f"{help_.name.strip()} ({in_sentence(p.say('Goal {number}', number=number))})"
                who = who_of(p, help_.responsible or goal.responsible, p.say("I"))
                found.append(Task(help_.until_on, False, who, what, period_of(p, help_)))
    return by_date(found)


def _of(p: PlanContext, who: str, tasks: list[Task], helps: list[Task]) -> None:
    if not tasks and not helps:
        return
    g = p.galley
    goes_on = parts.carried_line(g, p.say("{names}, continued", names=who))
    with g.inside("Sect"), g.carrying(goes_on), g.together(.5, otherwise=.1):
        parts.heading(g, Said(who), before=1)
        not_done = p.say("Not done yet")
        parts.items(g, [Item(Said(each.what), None if each in helps else Tick(False, not_done),
                             more=(each.when,) if each.when else ()) for each in (*tasks, *helps)], gap=.1)
