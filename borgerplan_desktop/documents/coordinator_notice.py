"""The notice to a partner: who holds the threads together, and who does what; or that coordination has ended.

It is about a citizen, so it goes only to those whom a consent in force covers, and says no more than that covers.
"""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.coordinator_copy import coordinator_copy_pdf
from borgerplan_desktop.documents.coordinator_parts import ending, has_ended, who_it_is
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import begin, finish, our_phone, phone_words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import TIGHT, by_date, say_what_should_have_been, tasks_of
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import ConsentState, Topic, may_share, state_of
from borgerplan_desktop.model.covered import covered_for
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.not_covered import NotCovered
from borgerplan_desktop.model.papers import Reader


def coordinator_notice_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                           today: date) -> bytes:
    """The notice to one person of the network; without one it is the citizen's own copy.

    Raises LookupError for a case without citizen or nobody of that id, NotCovered when no consent in force covers the
    person, ValueError for a language not spoken.
    """
    if not about:
        return coordinator_copy_pdf(case, language=language, large_print=large_print, today=today)
    to = case.get(NetworkMember, about)
    if to is None:
        raise LookupError(f"nobody in the network has the id {about!r}")
    if state_of(case, to, today) not in (ConsentState.GIVEN, ConsentState.PARTLY):
        raise NotCovered(may_share(case, to, Topic.PLAN, today).reason)
    p = begin(case, language, large_print, today, reader=Reader.OTHERS, covered=covered_for(case, to, today))
    over = has_ended(p)
    name = p.citizen.name or p.citizen.first_name or p.say("the citizen")
    title = p.say("Coordination has ended") if over else p.say("Coordinator")
    parts.title(p.galley, p.say("Notice to partners"), title, name)
    with p.galley.inside("Sect"):
        if (reader := p.case.get(NetworkMember, about)) is not None:     # as the paper can set the name
            parts.row(p.galley, p.say("To"), p.full_name(reader), Said(reader.contact.described))
        if over:
            ending(p, says_what_follows=Topic.PLAN in p.covered.topics)
        else:
            who_it_is(p)
        _asked(p, over)
    if not over:
        _who_does_what(p)
    _from(p)
    return finish(p, title, name, called=f"{title}, {name}")


def _who_does_what(p: PlanContext) -> None:
    """What is agreed and not done yet, by date, with the citizen called by name: this paper is not in their voice."""
    g, tasks = p.galley, by_date(tasks_of(p, p.citizen.first_name or p.say("The citizen")))
    nobody = p.say("not agreed yet")
    left = [task for task in tasks if not task.done]
    rows: list[list[Content]] = [[Said(task.what), task.who or nobody, task.when] for task in left]
    if not rows:
        return
    with g.inside("Sect"), g.together(.5):
        parts.heading(g, p.say("Who does what, when"), before=1.25)
        if any(p.passed(task.due) for task in left):
            say_what_should_have_been(p)
        table(g, (p.say("This is agreed"), p.say("Who"), p.say("When")), rows, (258, 92, 100), names=1, pad=TIGHT)


def _asked(p: PlanContext, over: bool) -> None:
    """What the partner is asked to do, and why they may know it."""
    g = p.galley
    if not over:
        parts.row(g, p.say("We ask you"), p.say("Tell the coordinator when an agreement changes or comes to a stop. "
                                                "It is written down as coming from you."))
    parts.row(g, p.say("With consent"), p.say("{name} has said yes to your having this. Please do not pass it on.",
                                              name=p.citizen.first_name or p.say("The citizen")))


def _from(p: PlanContext) -> None:
    """Who writes: the contact person, and the shelter where its name may be known."""
    staff = p.contact_person
    lines = [Said(", ".join(part for part in (p.name_of(staff), staff.title if staff is not None else "") if part)),
             Said(p.issuer), phone_words(p, our_phone(p)), p.words.day(p.today)]
    with p.galley.inside("Sect"), p.galley.together():
        p.galley.air(.75)
        parts.row(p.galley, p.say("Kind regards"), *lines)
