"""The clip card to carry: so many visits without a new referral, with a box for each."""
from __future__ import annotations

from datetime import date
from functools import partial

from borgerplan_desktop.documents.leaving_parts import calls, leaving_pdf
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper.parts import Item
from borgerplan_desktop.documents.paper_frame import box
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.leaving import AfterCare, after_care
from borgerplan_desktop.model.shelter import Shelter

EMPTY = 5                                                # boxes, when nobody has said how many


def clip_card_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                  today: date) -> bytes:
    """The card of an after-care. Raises LookupError for a case without citizen, ValueError for a language not
    spoken.
    """
    return leaving_pdf(case, N_("Clip card"), N_("When you have moved"), N_("For {name}"), partial(_fill, about),
                       language=language, large_print=large_print, today=today)


def _fill(about: str, p: PlanContext) -> None:
    g = p.galley
    care = p.case.get(AfterCare, about) or after_care(p.case)
    used = care.used if care is not None else []
    visits = (max(care.visits, len(used)) if care is not None else 0) or _of_the_shelter(p)
    granted = care is not None and care.visits > 0       # else nobody has said how often: somebody writes it
    parts.paragraph(g, p.words.say_many("You can come by one time. You need not ask anybody first.",
                                        "You can come by {n} times. You need not ask anybody first.", visits) if granted
                    else p.say("You can come by {blank} times. You need not ask anybody first.", blank="_" * 6))
    with g.inside("Sect"):
        parts.heading(g, p.say("My visits"), before=.5)
        entries = []
        for number in range(1, visits + 1):
            on = number <= len(used)
            words = p.say("Visit {number}", number=number)
            behind = f" – {p.day(used[number - 1].on)}" if on else ": " + "_" * 20
            entries.append(Item(words + behind, box(p, on, words)))
        parts.items(g, entries, gap=.5)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Where I come"), before=1)
        shelter = p.shelter
        if shelter is not None and p.issuer.strip():
            parts.row(g, p.say("We are"), Said(shelter.name.strip()), Said(p.address))
        calls(p)


def _of_the_shelter(p: PlanContext) -> int:
    register = p.case.register
    shelter = next(iter(register.all(Shelter)), None) if register is not None else None
    return (shelter.clip_card_visits if shelter is not None else 0) or EMPTY
