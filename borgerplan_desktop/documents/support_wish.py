"""The citizen's wish for who gives the support at home, to the municipality: § 85 a i lov om social service."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.leaving_parts import leaving_pdf
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import entry, our_phone, phone_words
from borgerplan_desktop.documents.paper_words import in_sentence
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.leaving import wish_of


def support_wish_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """One page to the municipality. Raises LookupError for a case without citizen, ValueError for a language not
    spoken.
    """
    return leaving_pdf(case, N_("Wish for support at home"), N_("§ 85 a of the Social Services Act"), N_("From {name}"),
                       _fill, language=language, large_print=large_print, today=today)


def _fill(p: PlanContext) -> None:
    g, wish = p.galley, wish_of(p.case)
    to = wish.to if wish is not None else None
    with g.inside("Sect"):
        entry(p, p.say("To"), "\n".join(each for each in (p.full_name(to), to.contact.organisation) if each.strip())
              if to is not None else "")
        parts.labelled_lines(g, p.say("CPR, by hand"), 1)
        asked = wish.asked_on if wish is not None else None
        entry(p, p.say("Asked on"), p.day(asked) if asked is not None else "")
    if wish is not None and wish.no_wish:
        parts.paragraph(g, p.say("The citizen has been asked and has no wish for who gives the support."))
        return
    with g.inside("Sect"):
        parts.heading(g, p.say("This is my wish"), before=.75)
        who = wish.member if wish is not None else None
        described = who.contact.described if who is not None and not who.left_out_of_paper else ""
        entry(p, p.say("I would like to be helped by"), "\n".join(each for each in (p.full_name(who), described)
                                                                  if each.strip()))
        if wish is not None and wish.wish.strip():
            parts.quote(g, wish.wish)
            g.air(.5)
        elif wish is None or who is None:
            parts.writing_lines(g, 4)
    with g.inside("Sect"), g.together():
        parts.heading(g, p.say("Your answer"), before=.75)
        phone = phone_words(p, our_phone(p))
        to_us = [p.name_of(p.contact_person), p.issuer, in_sentence(phone)]
        parts.paragraph(g, p.say("I ask for an answer with a reason."))
        if who_else := ", ".join(part for part in to_us if part):
            parts.paragraph(g, p.say("Please send it also to {who}.", who=who_else))
        if wish is not None and wish.reason.strip():
            parts.row(g, p.say("The answer"), p.say(wish.answer.label), Said(wish.reason))
        parts.signatures(g, [p.say("Date and signature, {name}",
                                   name=p.citizen.name or p.citizen.called or p.say("Citizen"))])
