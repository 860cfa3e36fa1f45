"""The plan for the time after, for the citizen: where it led, what we do now, whom to call, when we call."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.leaving_parts import calls, leaving_pdf
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.table import Content, table
from borgerplan_desktop.documents.paper_frame import entry
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.plan_cooperation import say_what_should_have_been
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.leaving import AfterCare, after_care
from borgerplan_desktop.model.plan import open_agreements

CALLS = 3                                                # that stand on the paper


def closing_plan_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """The plan as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    return leaving_pdf(case, N_("Plan for the time after"), N_("The course ends"), N_("For {name}"), _fill,
                       language=language, large_print=large_print, today=today)


def _fill(p: PlanContext) -> None:
    g, course = p.galley, current_course(p.case)
    with g.inside("Sect"):
        parts.heading(g, p.say("From now on"), before=0)
        if course.outcome is not None:
            parts.row(g, p.say("It led to"), p.say(course.outcome.label))
        entry(p, p.say("This is what we do"), course.plan_for_after, lines=5)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Whom I call"), before=1)
        calls(p)
        care = after_care(p.case)
        if care is not None and care.ended_on is None:
            we_call(p, care, CALLS)
            if care.clips_left:
                parts.row(g, p.say("Clip card"), clips_left_words(p, care))
    _who_does_what(p)


def we_call(p: PlanContext, care: AfterCare, most: int) -> None:
    """The next planned calls, as days: none that should have been."""
    days = [each.planned_on for each in care.calls if each.called_on is None and not p.passed(each.planned_on)][:most]
    if days:
        parts.row(p.galley, p.say("We call you"), p.words.listed([p.day(each) for each in days]) + ".")


def clips_left_words(p: PlanContext, care: AfterCare) -> str:
    """"Du kan komme forbi 3 gange uden at spørge nogen først."""
    return p.words.say_many("You can come by {n} time without asking anybody first.",
                            "You can come by {n} times without asking anybody first.", care.clips_left)


def _who_does_what(p: PlanContext) -> None:
    """What was agreed on and is not done: it does not end with the course."""
    nobody = p.say("not agreed yet")
    rows: list[list[Content]] = [
        [p.short_name(each.responsible) or nobody, Said(each.text),
         p.day(each.due_on) if each.due_on is not None else each.when] for each in open_agreements(p.case)]
    if not rows:
        return
    with p.galley.inside("Sect"), p.galley.together(.5):
        parts.heading(p.galley, p.say("Who does what, when"), before=1)
        if any(p.passed(each.due_on) for each in open_agreements(p.case)):
            say_what_should_have_been(p)
        table(p.galley, (p.say("Who"), p.say("What"), p.say("When")), rows, (100, 250, 90))
