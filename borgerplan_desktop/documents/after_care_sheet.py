"""The time after on one page, for the citizen: when we call, visits left, my signs and who acts, whom to call."""
from __future__ import annotations

from datetime import date
from functools import partial

from borgerplan_desktop.documents.closing_plan import clips_left_words, we_call
from borgerplan_desktop.documents.leaving_parts import calls, leaving_pdf
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import NEVER, Said
from borgerplan_desktop.documents.paper.table import Cell, Content, table
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.documents.services_list import closing_words
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import service_named
from borgerplan_desktop.model.leaving import AfterCare, RelapseSign, after_care
from borgerplan_desktop.phone_number import phone_number

CALLS, ROWS = 6, 3                                       # that stand on the paper; empty rows for a pen


def after_care_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                   today: date) -> bytes:
    """The page of an after-care. Raises LookupError for a case without citizen, ValueError for a language not
    spoken.
    """
    return leaving_pdf(case, N_("The time after"), N_("When you have moved"), N_("For {name}"), partial(_fill, about),
                       language=language, large_print=large_print, today=today)


def _fill(about: str, p: PlanContext) -> None:
    g = p.galley
    care = p.case.get(AfterCare, about) or after_care(p.case)
    if care is not None and care.agreed.strip():
        parts.quote(g, care.agreed)
        g.air(.75)
    with g.inside("Sect"):
        parts.heading(g, p.say("You hear from us"), before=0)
        if care is not None and any(not p.passed(each.planned_on) for each in care.calls
                                    if each.called_on is None):
            we_call(p, care, CALLS)
            parts.paragraph(g, p.say("Often in the beginning, then less, for nine months. If we do not get hold of "
                                     "you, we try again."))
        else:
            parts.labelled_lines(g, p.say("We call you"), 2)
        if care is not None and care.clips_left:
            parts.row(g, p.say("Clip card"), clips_left_words(p, care))
        if care is not None:
            _beside(p, care)
    _signs(p, care)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Whom I call"), before=1)
        calls(p)


def _beside(p: PlanContext, care: AfterCare) -> None:
    """Who comes along: the volunteer, peers, relatives."""
    if (member := care.companion) is not None:
        phone = f", {phone_number(member.contact.phone)}" if member.contact.phone.strip() else ""
        parts.row(p.galley, p.say("Comes along"), p.full_name(member) + phone)
    if care.transition.strip():
        parts.row(p.galley, p.say("In the beginning"), Said(care.transition))


def _signs(p: PlanContext, care: AfterCare | None) -> None:
    rows: list[list[Content]] = [[Said(each.sign), p.short_name(each.member), _then(p, each)]
                                 for each in (care.signs if care is not None else []) if each.sign.strip()]
    with p.galley.inside("Sect"):
        parts.heading(p.galley, p.say("My signs, and who acts"), before=1)
        parts.paragraph(p.galley, p.say("How I notice that it is going the wrong way, and what we have agreed on."),
                        after=.25)
        p.galley.slabs[-1].hold = NEVER                  # it says what the table is
        table(p.galley, (p.say("My sign"), p.say("Who acts"), p.say("What then")),
              rows or [["", "", ""] for _ in range(ROWS)], (180, 110, 160), room_for_pen=0 if rows else 1.5)


def _then(p: PlanContext, sign: RelapseSign) -> Content:
    """What then, and where the citizen can go: its number, and that it closes."""
    service = service_named(p.case.register, sign.service_id)
    if service is None:
        return Said(sign.what_then)
    number = phone_number(service.phone) if service.phone.strip() else ""
    where = Said(", ".join(part for part in (service.name.strip(), number) if part))
    said = [part for part in (Said(sign.what_then.strip()), where, closing_words(p.words, service, p.today)) if part]
    return Cell(said[0], said[1:]) if said else ""
