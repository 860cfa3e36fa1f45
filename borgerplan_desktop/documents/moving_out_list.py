"""The citizen's own list for the move: what to have from the first day, whom to call, and how one complains."""
from __future__ import annotations

from datetime import date
from functools import partial

from borgerplan_desktop.documents.leaving_parts import calls, leaving_pdf, stay_about, tick_item
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.leaving import OWN_LIST, after_care
from borgerplan_desktop.phone_number import phone_number


def moving_out_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The list of a stay. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    return leaving_pdf(case, N_("When I move"), N_("Moving out"), N_("For {name}"), partial(_fill, about),
                       language=language, large_print=large_print, today=today)


def _fill(about: str, p: PlanContext) -> None:
    g, stay = p.galley, stay_about(p.case, about)
    with g.inside("Sect"):
        parts.heading(g, p.say("This I have in place"), before=0)
        parts.items(g, [tick_item(p, stay, item) for item in OWN_LIST], gap=.35)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Whom I call"), before=1)
        care = after_care(p.case)
        goes_along = care.companion if care is not None and care.ended_on is None else None
        companion = ""
        if goes_along is not None:
            phone = goes_along.contact.phone
            companion = p.say("{name}, who comes along to new places", name=p.full_name(goes_along))
            companion += f": {phone_number(phone)}" if phone.strip() else ""
        calls(p, companion)
        if care is not None and care.ended_on is None and (call := care.next_call) is not None:
            parts.row(g, p.say("You hear from us"), p.say("We call you {date}.", date=p.day(call.planned_on)))
    if stay is not None:
        _complaint(p, stay)


def _complaint(p: PlanContext, stay: Stay) -> None:
    """In the same words as on the screen, to the citizen; nothing where nobody decided anything about them."""
    words = {
        LeftHow.DISCHARGED: p.say("The municipality has decided that you move out. You can complain to the "
                                  "municipality within 4 weeks. It looks at the case again and sends it on to "
                                  "Ankestyrelsen if it does not change the decision."),
        LeftHow.LEADER: p.say("The leader has decided that you move out. The leader or the municipality tells you how "
                              "to complain, and by when. You can ask for the decision in writing."),
        LeftHow.EXPELLED: p.say("You have been asked to leave. That is not a discharge. The leader or the municipality "
                                "tells you how to complain, and by when. You can ask for the reason in writing."),
    }.get(stay.left_how) if stay.left_how is not None else None
    if words is None:
        return
    with p.galley.inside("Sect"), p.galley.together():
        parts.heading(p.galley, p.say("If you disagree"), before=1)
        if stay.left_why.strip():
            parts.row(p.galley, p.say("The reason"), Said(stay.left_why))
        parts.row(p.galley, p.say("How to complain"), words, p.say("You can have somebody with you when you do it."))
