"""The help the citizen has chosen, one after another: what for, when, whom to call; lines for a pen where none is."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper_frame import begin, finish, phone_words
from borgerplan_desktop.documents.paper_words import in_sentence, sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_first_page import whom_to_call
from borgerplan_desktop.documents.plan_goals import period_of
from borgerplan_desktop.documents.services_list import closing_words
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import service_named
from borgerplan_desktop.model.follow_up import decided
from borgerplan_desktop.model.network import TieQuality
from borgerplan_desktop.model.plan import Goal, Intervention, ReviewOutcome

EMPTY = 3                                                # of which there are lines where nothing is chosen


def chosen_services_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                        today: date) -> bytes:
    """The paper as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g, name = p.galley, p.citizen.first_name.strip()
    title = p.say("The help I have chosen")
    parts.title(g, p.say("My plan"), title, p.say("{name}, as it is on {date}.", name=name, date=p.words.day(today))
                if name else p.say("As it is on {date}.", date=p.words.day(today)))
    found = [(goal, help_) for goal in p.goals if goal.status.open for help_ in goal.interventions
             if not _is_over(p, help_)]
    for goal, help_ in found:
        _one(p, goal, help_)
    for _number in range(0 if found else EMPTY):
        with g.inside("Sect"), g.together():
            for label in (p.say("Help"), p.say("What for"), p.say("When"), p.say("Call")):
                parts.labelled_lines(g, label, 1)
            g.air(1)
    if calls := whom_to_call(p):
        g.slabs[-1].hold = NEVER                         # a number to call, alone on a page, is about nothing
        with g.inside("Sect"), g.together():
            parts.rule(g, before=1, after=.5)
            parts.row(g, p.say("I can call"), *calls)
    return finish(p, title)


def _is_over(p: PlanContext, help_: Intervention) -> bool:
    made = decided(help_)
    return p.passed(help_.until_on) or (made is not None and made.outcome is ReviewOutcome.ENDED)


def _one(p: PlanContext, goal: Goal, help_: Intervention) -> None:
    g, service = p.galley, service_named(p.case.register, help_.service_id)
    name = help_.name.strip() or (service.name.strip() if service is not None else "") or p.say("Help")
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, Said(name), style=g.sheet.goal, before=.75, after=.25)
        parts.row(g, p.say("What for"), Said(help_.purpose.strip() or goal.title.strip()), after=.25)
        parts.row(g, p.say("When"), sentence(period_of(p, help_)),
                  closing_words(p.words, service, p.today) if service is not None else "", after=.25)
        parts.row(g, p.say("Where"), Said(help_.provider.strip()), Said(service.address if service else ""), after=.25)
        calls = [phone_words(p, service.phone) if service is not None else "", _person(p, help_, goal)]
        parts.row(g, p.say("Call"), *calls, after=.25)


def _person(p: PlanContext, help_: Intervention, goal: Goal) -> str:
    """Who sees to it, with the number the citizen may call."""
    member = help_.responsible or goal.responsible
    if member is None or member.is_citizen:
        return ""
    phone = member.contact.phone if p.may_give_number(member) and member.tie is not TieQuality.BROKEN else ""
    return ", ".join(part for part in (p.full_name(member), in_sentence(phone_words(p, phone))) if part)
