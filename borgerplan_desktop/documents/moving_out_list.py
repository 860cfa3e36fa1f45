"""The citizen's own list for the move: what to have from the first day, whom to call, and how one complains."""
from __future__ import annotations

from datetime import date
from functools import partial

from borgerplan_desktop.documents.leaving_parts import calls, leaving_pdf, stay_about, tick_item
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import our_phone
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.leaving import OWN_LIST, after_care
from borgerplan_desktop.phone_number import phone_number


def moving_out_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The list of a stay; for somebody who was asked to leave, what they need that day instead.

    Raises LookupError for a case without citizen, ValueError for a language not spoken.
    """
    stay = stay_about(case, about)
    asked_to_leave = stay is not None and stay.left_how is LeftHow.EXPELLED
    return leaving_pdf(case, N_("You have been asked to leave") if asked_to_leave else N_("When I move"),
                       N_("Moving out"), N_("For {name}"), partial(_fill, about), language=language,
                       large_print=large_print, today=today)


def _fill(about: str, p: PlanContext) -> None:
    g, stay = p.galley, stay_about(p.case, about)
    if stay is not None and stay.left_how is LeftHow.EXPELLED:
        with g.inside("Sect"):
            parts.labelled_lines(g, p.say("Here you can sleep tonight"), 1)
            parts.labelled_lines(g, p.say("You can fetch your things"), 1)
        _complaint(p, stay)
        _whom(p)
        return
    with g.inside("Sect"):
        parts.heading(g, p.say("This I have in place"), before=0)
        parts.items(g, [tick_item(p, stay, item) for item in OWN_LIST], gap=.35)
    _whom(p)
    if stay is not None:
        _complaint(p, stay)


def _whom(p: PlanContext) -> None:
    g = p.galley
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
        if care is not None and care.ended_on is None and (call := care.next_call) is not None \
                and not p.passed(call.planned_on):
            parts.row(g, p.say("You hear from us"), p.say("We call you {date}.", date=p.day(call.planned_on)))


def _complaint(p: PlanContext, stay: Stay) -> None:
    """In the same words as on the screen, to the citizen; nothing where nobody decided anything about them. The last
    day depends on when they got to know it, so it is written in by hand.

    Sources: §§ 110 and 166 i lov om social service; §§ 66 and 67 i lov om retssikkerhed og administration på det
    sociale område; Folketingets Ombudsmand, FOB 2023-26.
    """
    words = {
        LeftHow.DISCHARGED: p.say("The municipality has decided that you move out. You can complain to Ankestyrelsen. "
                                  "Give the complaint to the municipality within four weeks from the day you got the "
                                  "decision. It looks at it again and sends it on if the decision is not changed."),
        LeftHow.LEADER: p.say("The leader has decided that you move out. You can complain to Ankestyrelsen. Give the "
                              "complaint to the leader within four weeks from the day you got the decision. The leader "
                              "looks at it again and sends it on if the decision is not changed."),
        LeftHow.EXPELLED: p.say("You can complain to Ankestyrelsen. Give the complaint to the leader within four weeks "
                                "from the day you were told to leave. The leader sends it on if the decision is not "
                                "changed. Folketingets Ombudsmand holds that Ankestyrelsen must look at it, also when "
                                "it is about the house rules (FOB 2023-26)."),
    }.get(stay.left_how) if stay.left_how is not None else None
    if words is None:
        return
    g, name, phone = p.galley, p.name_of(p.contact_person), our_phone(p)
    helps = p.say("{name} helps you to write it, phone {phone}.", name=name, phone=phone_number(phone)) \
        if name and phone.strip() else p.say("{name} helps you to write it.", name=name) if name else \
        p.say("We help you to write it.")
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("If you disagree"), before=1)
        if stay.left_why.strip():
            parts.row(g, p.say("The reason"), Said(stay.left_why))
        parts.row(g, p.say("How to complain"), words)
        parts.labelled_lines(g, p.say("By this day"), 1)
        if stay.left_how is not LeftHow.DISCHARGED:
            parts.row(g, p.say("In writing"), p.say("You can ask for the decision and the reason in writing."))
        parts.row(g, p.say("You get help"), " ".join((
            p.say("You can also say it, and we write it down."), helps,
            p.say("You can have somebody with you when you do it."))))
