"""What we wait for, for the citizen: what was asked, of whom, since when, who asks again, what happens meanwhile."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.documents.paper import parts
from borgerplan_desktop.documents.paper.galley import Said
from borgerplan_desktop.documents.paper_frame import begin, finish
from borgerplan_desktop.documents.plan_context import PlanContext
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.application import Application, HousingOffer, OfferAnswer, Outcome
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import ResponsibilityRequest
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import Wait, open_waits

SAID = {OfferAnswer.ACCEPTED: N_("You said yes."), OfferAnswer.DECLINED: N_("You said no."),
        OfferAnswer.EXPIRED: N_("The time ran out.")}


def waiting_list_pdf(case: Case, about: str = "", *, language: str = "da", large_print: bool = False,
                     today: date) -> bytes:
    """The list as a PDF. Raises LookupError for a case without citizen, ValueError for a language not spoken."""
    p = begin(case, language, large_print, today)
    g = p.galley
    title, name, dated = p.say("This is what we wait for"), p.citizen.first_name.strip(), p.words.day(today)
    parts.title(g, p.say("Waiting time"), title, p.say("{name}, as it is on {date}.", name=name, date=dated) if name
                else p.say("As it is on {date}.", date=dated))
    waits = open_waits(p.case)
    with g.inside("Sect"):
        parts.paragraph(g, p.say("We ask again for you. Ask us whenever you want to know how far it is.") if waits else
                        p.say("There is nothing we wait for just now."))
    for wait in waits:
        _wait(p, wait)
    every = p.case.all(Application)
    _short(p, p.say("Not sent yet"), [each for each in every if each.outcome is Outcome.WAITING and not each.waits])
    _answered(p, [each for each in reversed(every) if each.outcome is not Outcome.WAITING])
    return finish(p, title)


def _title(p: PlanContext, wait: Wait) -> str:
    if isinstance(wait.row, ResponsibilityRequest):
        return p.say("Which municipality is responsible for you")
    return wait.what.strip() or (p.say(wait.row.kind.label) if isinstance(wait.row, Application) else "")


def _wait(p: PlanContext, wait: Wait) -> None:
    g, title = p.galley, _title(p, wait)
    who = ", ".join(dict.fromkeys(each for each in (p.full_name(wait.member), wait.office.strip()) if each))
    chaser = "" if wait.chaser is None or wait.chaser.left_out_of_paper else p.full_name(wait.chaser)
    chaser = chaser or p.chaser
    asks = ""
    if wait.nudge_on is not None and not p.passed(wait.nudge_on):
        asks = p.say("{name} asks again on {date}.", name=chaser, date=p.day(wait.nudge_on)) if chaser else \
            p.say("We ask again on {date}.", date=p.day(wait.nudge_on))
    elif wait.nudge_on is not None and chaser:           # its day is over: it is no promise any more
        asks = p.say("{name} should have asked again on {date}. We do it now.", name=chaser, date=p.day(wait.nudge_on))
    elif chaser:
        asks = p.say("{name} asks again. We have not agreed on a day yet.", name=chaser)
    if title.endswith("?") and wait.member is not None:  # "Can she come?": who is she?
        title = f"{p.full_name(wait.member)}: {title}"
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, Said(title) if title else p.say("An answer"), before=1)
        sent_by = p.case.get(NetworkMember, wait.row.sent_by_id) if isinstance(wait.row, Application) else None
        own = sent_by is not None and sent_by.is_citizen
        parts.row(g, p.say("You have applied to") if own else p.say("We have asked"), Said(who), after=.25)
        since = p.day(wait.since) if wait.since is not None else ""
        if wait.nudges:
            asked = p.say("asked again on {date}", date=p.day(wait.nudges[-1].on))
            since = f"{since}, {asked}" if since else asked
        parts.row(g, p.say("Since"), since, after=.25)
        if isinstance(wait.row, Application):
            parts.row(g, p.say("Their number for it"), Said(wait.row.reference), after=.25)
        parts.row(g, p.say("Who asks again"), asks or p.say("We agree on it with you."), after=.25)
        kind = p.say(wait.meanwhile_kind.label) if wait.meanwhile_kind is not None else ""
        meanwhile = [kind, Said(wait.meanwhile)] if wait.meanwhile.strip() else [
            kind or p.say("We have not agreed on anything yet. Let us talk about it.")]
        parts.row(g, p.say("Meanwhile"), *meanwhile)
        if isinstance(wait.row, Application):
            parts.row(g, p.say("What a no costs"), Said(wait.row.if_no))
            for offer in wait.row.offers:
                _offer(p, offer)


def _offer(p: PlanContext, offer: HousingOffer) -> None:
    """A home that was offered; until the citizen has answered it says until when, and what a no costs."""
    texts: list[str] = [Said(offer.dwelling)] if offer.dwelling.strip() else [p.say("A home")]
    if offer.answer is OfferAnswer.OPEN:
        if offer.answer_by is not None and not p.passed(offer.answer_by):
            texts.append(p.say("Answer by {date}.", date=p.day(offer.answer_by)))
        if offer.cost_of_no.strip():
            texts += p.spoken(p.say("What a no costs:"), offer.cost_of_no)
    else:
        texts += p.spoken(p.say(SAID[offer.answer]), offer.why)
    parts.row(p.galley, p.say("You were offered"), *texts)


def _short(p: PlanContext, heading: str, rows: list[Application]) -> None:
    if rows:
        with p.galley.inside("Sect"), p.galley.together(.5, otherwise=.1):
            parts.heading(p.galley, heading, before=1)
            parts.items(p.galley, [parts.Item(_said(p, each)) for each in rows])


def _answered(p: PlanContext, rows: list[Application]) -> None:
    if not rows:
        return
    g = p.galley
    with g.inside("Sect"), g.together(.5, otherwise=.1):
        parts.heading(g, p.say("These have answered"), before=1)
        for each in rows:
            came = p.say("The answer came on {date}.", date=p.day(each.answered_on)) if each.answered_on else ""
            cost = p.spoken(p.say("What a no costs:"), each.if_no) \
                if each.outcome is Outcome.NO and each.if_no.strip() else []
            parts.row(g, p.say(each.outcome.label), _said(p, each), came, Said(each.answer), *cost)


def _said(p: PlanContext, application: Application) -> str:
    what, kind = application.what.strip(), p.say(application.kind.label)
    said = Said(what) if what else kind
    return Said(f"{said}, {application.office.strip()}") if application.office.strip() else said
