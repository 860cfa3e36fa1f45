"""A letter that asks whoever holds something about the citizen for it, so that nobody is examined twice."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from borgerplan_desktop.documents.consent_form import our_name
from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import begin, entry, finish, our_phone, phone_words
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import Consent, LegalBasis, fetch_basis
from borgerplan_desktop.model.covered import EVERYTHING
from borgerplan_desktop.model.knowledge import Knowledge, may_ask, open_requests
from borgerplan_desktop.model.not_covered import NotCovered


def knowledge_request_pdf(case: Case, about: str, *, language: str = "da", large_print: bool = False,
                          today: date) -> bytes:
    """The letter as a PDF; `about` = the id of the knowledge, "" = the first that nobody has and that we may ask for;
    where nothing is noted, a form for a pen.

    The CPR number is never set: it is written by hand. Raises LookupError for a case without citizen, NotCovered where
    we may not ask, ValueError for a language not spoken.
    """
    chosen = case.get(Knowledge, about) if about else _the_first(case, today)
    if chosen is not None and not (may := may_ask(case, chosen, today)).allowed:
        raise NotCovered(may.reason)
    covered = replace(EVERYTHING, reader=chosen.member_id or "" if chosen is not None else "")    # it is to them
    p = begin(case, language, large_print, today, covered=covered)
    g = p.galley
    found = p.case.get(Knowledge, chosen.id) if chosen is not None else None
    title = p.say("Request for information")
    parts.title(g, p.say("Letter"), title, p.words.day(today))      # a letter is kept for years
    _to_whom(p, found)
    _what(p, found)
    _right(p, found)
    _answer(p)
    return finish(p, title, "")


def _the_first(case: Case, today: date) -> Knowledge | None:
    waiting = open_requests(case)
    return next((each for each in waiting if may_ask(case, each, today).allowed), next(iter(waiting), None))


def _to_whom(p: PlanContext, found: Knowledge | None) -> None:
    member = found.member if found is not None else None
    name = p.full_name(member) if member is not None else ""
    described = member.contact.described if member is not None else ""
    with p.galley.inside("Sect"):
        entry(p, p.say("To"), name, described, found.holder if found is not None else "")
        _who_asks(p)


def _who_asks(p: PlanContext) -> None:
    """Whoever is asked must know by whom; where the address is protected, the shelter has no name."""
    if p.citizen.protected_address:
        parts.row(p.galley, p.say("We are"), p.say("A shelter. The address of the citizen is protected."), after=.75)
    elif p.issuer.strip():
        our_name(p)
    else:
        parts.labelled_lines(p.galley, p.say("We are"), 1)


def _basis(p: PlanContext, found: Knowledge | None) -> Consent | None:
    """The consent or the law by which we may ask whoever holds it."""
    if found is None or found.member is None or found.topic is None:
        return None
    return fetch_basis(p.case, found.member, found.topic, p.today)


def _what(p: PlanContext, found: Knowledge | None) -> None:
    """Without a right to ask, what is asked for is left for a pen: the letter itself would tell of it."""
    citizen, g, basis = p.citizen, p.galley, _basis(p, found)
    born = p.say("born {date}", date=p.words.day(citizen.birth_date)) if citizen.birth_date is not None else ""
    topic = found.topic if found is not None and basis is not None else None
    with g.inside("Sect"):
        parts.heading(g, p.say("What we ask for"), before=1)
        entry(p, p.say("It is about"), citizen.name or citizen.first_name, born)
        parts.labelled_lines(g, p.say("CPR, by hand"), 1)
        entry(p, p.say("We ask for"), found.what if found is not None and topic is not None else "", lines=2)
        if topic is not None:
            parts.row(g, p.say("Kind of information"), p.say(topic.label))
        parts.row(g, p.say("Why we ask you"), p.say(
            "The knowledge is there already. We ask for it, so that nobody is examined twice or has to tell it all "
            "again."))


def _right(p: PlanContext, found: Knowledge | None) -> None:
    """What gives us the right to ask: a consent, a law, or nothing yet."""
    g, basis = p.galley, _basis(p, found)
    with g.inside("Sect"):
        parts.heading(g, p.say("What gives us the right to ask"), before=1)
        if basis is None:
            parts.labelled_lines(g, p.say("Consent or law"), 2)
        elif basis.basis is LegalBasis.STATUTE:
            parts.row(g, p.say("Law"), Said(basis.basis_law))
            parts.row(g, p.say("Reason"), Said(basis.purpose))
        else:
            parts.row(g, p.say("Consent"), p.say(
                "The citizen knows that we ask you, and gave consent on {date} that we may have this kind of "
                "information from you. It can be withdrawn at any time.", date=p.words.day(basis.given_on)))
            parts.row(g, p.say("Purpose"), Said(f"»{purpose}«") if (purpose := basis.purpose.strip()) else "")
            parts.row(g, p.say("Law"), p.say(
                "§ 11 a of the Act on Legal Protection and Administration in Social Matters"))


def _answer(p: PlanContext) -> None:
    g, staff = p.galley, p.contact_person
    name, called = p.name_of(staff), phone_words(p, our_phone(p))
    mail = staff.email.strip() if staff is not None else ""
    with g.inside("Sect"):
        parts.heading(g, p.say("How to answer"), before=1)
        entry(p, p.say("Please send it to"), name, called, mail)
        parts.row(g, p.say("Please use"), p.say(
            "Call first. Then we agree on how the answer is sent safely.") if p.citizen.protected_address else
            p.say("Secure mail (Digital Post), or paper in a closed envelope."))
        parts.row(g, p.say("If it is not there"), p.say(
            "Please tell us, and who may have it, if you know. Then we look elsewhere."))
    with g.inside("Sect"), g.together():
        g.air(.75)
        parts.signatures(g, [p.say("Date and signature, {name}", name=name or p.say("Contact person"))])
