"""The letter to whoever takes over: what is agreed and who does it, what comes next, what works; as far as the citizen
has said yes to it. Without a reader it is the citizen's own copy.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.coordinator_parts import who_it_is
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import begin, finish, our_phone, phone_words, say_what_is_covered
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import (
    TIGHT,
    appointments,
    by_date,
    say_what_should_have_been,
    tasks_of,
)
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Topic, may_share
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.covered import EVERYTHING, covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import Reader


def handover_letter_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                        today: date) -> bytes:
    """The letter to one person of the network. Raises LookupError for a case without citizen or nobody of that id,
    NotCovered where no consent covers the plan for them, ValueError for a language not spoken.
    """
    to, covered = case.get(NetworkMember, about), EVERYTHING
    if about and to is None:
        raise LookupError(f"nobody in the network has the id {about!r}")
    if to is not None:
        covered = covered_for(case, to, today)
        if not covered.line(None):
            raise NotCovered(may_share(case, to, Topic.PLAN, today).reason)
    p = begin(case, language, large_print, today, reader=Reader.OTHERS if to else Reader.CITIZEN, covered=covered)
    name, title = p.citizen.name or p.citizen.first_name, p.say("Handover")
    parts.title(p.galley, p.say("To whoever takes over") if to else p.say("Your own copy"), title, name)
    if to is None:
        parts.paragraph(p.galley, p.say("This is what we pass on when somebody else takes over. "
                                        "You decide who gets it."))
    with p.galley.inside("Sect"):
        if (reader := p.case.get(NetworkMember, about)) is not None:     # as the paper can set the name
            parts.row(p.galley, p.say("To"), p.full_name(reader), Said(reader.contact.described))
            say_what_is_covered(p)
        if coordinator(p.case) is not None:
            who_it_is(p)
    _goals(p)
    _agreed(p)
    appointments(p)
    _what_works(p)
    _from(p)
    return finish(p, title, name, called=f"{title}, {name}" if name else "")


def _goals(p: PlanContext) -> None:
    """What is worked on, in the citizen's words; the numbers are those that what is agreed refers to."""
    g = p.galley
    found = [(number, goal) for number, goal in p.numbered_goals if goal.status.open and goal.title.strip()]
    if found:
        with g.inside("Sect"), g.together(.5):
            parts.heading(g, p.say("What we work on"), before=1)
            parts.items(g, [Item(Said(f"»{goal.title.strip()}«"), sign=f"{number}.") for number, goal in found], gap=.1)


def _agreed(p: PlanContext) -> None:
    """What is agreed and not done yet; lines for a pen where nothing is."""
    g = p.galley
    left = [task for task in by_date(tasks_of(p, p.citizen.first_name or p.say("The citizen"))) if not task.done]
    nobody = p.say("not agreed yet")
    rows: list[list[Content]] = [[Said(task.what), task.who or nobody, task.when] for task in left]
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("Who does what, when"), before=1)
        if any(p.passed(task.due) for task in left):
            say_what_should_have_been(p)
        if rows:
            table(g, (p.say("This is agreed"), p.say("Who"), p.say("When")), rows, (258, 92, 100), names=1, pad=TIGHT)
        else:
            parts.writing_lines(g, 3)


def _what_works(p: PlanContext) -> None:
    """What the next one should know of what helps, in the citizen's own words."""
    g, plan = p.galley, p.plan
    said = [(p.say("I am good at"), plan.strengths), (p.say("What matters most now"), plan.matters_now),
            (p.say("What I would like help with"), plan.help_wanted)]
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("What works"), before=1)
        for label, text in said:
            parts.row(g, label, *[Said(line) for line in text.splitlines()], after=.25)
        if not any(text.strip() for _label, text in said):
            parts.writing_lines(g, 3)


def _from(p: PlanContext) -> None:
    staff = p.contact_person
    p.galley.slabs[-1].hold = NEVER                      # a greeting alone on a page is no letter
    with p.galley.inside("Sect"), p.galley.together():
        p.galley.air(.75)
        if p.for_others:
            parts.paragraph(p.galley, p.say("{name} has said yes to your having this. Please do not pass it on.",
                                            name=p.citizen.first_name or p.say("The citizen")))
        parts.row(p.galley, p.say("Kind regards"), Said(", ".join(part for part in (
            p.name_of(staff), staff.title if staff is not None else "") if part)), Said(p.issuer),
            phone_words(p, our_phone(p)), p.words.day(p.today))
