"""Knowledge that lies with somebody else: noting it, asking for it with the right to, and what came of it."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import Mail, greeting, mail_to, signed
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import LegalBasis, Topic, fetch_basis
from borgerplan_desktop.model.knowledge import Knowledge, KnowledgeState, may_ask
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Delivery, DocumentKind
from borgerplan_desktop.model.text import initials


def note_knowledge(opened: OpenCase, what: str, member: NetworkMember | None = None,
                   topic: Topic | None = None) -> Knowledge:
    """There is something that somebody else knows. Raises Refused when nobody says what."""
    words = one_line(what, "what")
    if not words:
        raise Refused(_("Write what there is, e.g. a specialist's statement from 2024."), "what")
    with opened.action(N_("Noted knowledge that lies elsewhere")):
        return opened.case.add(Knowledge(noted_on=opened.today(), what=words, topic=topic,
                                         member_id=member.id if member is not None else None))


def asked_for(opened: OpenCase, knowledge: Knowledge) -> None:
    """We have asked whoever holds it, today: that they got to know of it stays on record, with the law where it was
    without consent. Asking once more is on record too; the first day counts. Raises Refused when we may not.
    """
    permission = may_ask(opened.case, knowledge, opened.today())
    member, topic = knowledge.member, knowledge.topic
    if not permission.allowed or member is None or topic is None:
        raise Refused(permission.reason, "consent")
    basis = fetch_basis(opened.case, member, topic, opened.today())
    law = basis if basis is not None and basis.basis is LegalBasis.STATUTE else None
    with opened.action(N_("Asked for knowledge that lies elsewhere")):
        if knowledge.state is not KnowledgeState.ASKED or knowledge.asked_on is None:
            knowledge.state, knowledge.asked_on, knowledge.received_on = KnowledgeState.ASKED, opened.today(), None
        opened.case.add(Delivery(
            given_on=opened.today(), member_id=member.id, to_name=member.contact.name,
            what=_(DocumentKind.KNOWLEDGE_REQUEST.label), override_law=law.basis_law if law is not None else "",
            override_reason=law.purpose if law is not None else ""))


def it_came(opened: OpenCase, knowledge: Knowledge) -> None:
    """We have it now: nobody needs to be examined again."""
    with opened.action(N_("Received knowledge that lay elsewhere")):
        knowledge.state, knowledge.received_on = KnowledgeState.RECEIVED, opened.today()


def it_is_not_there(opened: OpenCase, knowledge: Knowledge) -> None:
    """Whoever was to hold it has it not."""
    with opened.action(N_("The knowledge was not there")):
        knowledge.state, knowledge.received_on = KnowledgeState.NOT_THERE, None


def look_again(opened: OpenCase, knowledge: Knowledge) -> None:
    """It is to be asked for after all."""
    with opened.action(N_("Look for knowledge once more")):
        knowledge.state, knowledge.asked_on, knowledge.received_on = KnowledgeState.KNOWN, None, None


def set_asked_on(opened: OpenCase, knowledge: Knowledge, on: date | None) -> None:
    """We asked another day. Raises Refused for a day to come, or after it came."""
    _check(opened, on)
    if on is not None and knowledge.received_on is not None and on > knowledge.received_on:
        raise Refused(_("It came before it was asked for. Check the dates."), "asked_on")
    with opened.action(N_("Corrected when it was asked for")):
        knowledge.asked_on = on
        if on is not None and knowledge.state is KnowledgeState.KNOWN:
            knowledge.state = KnowledgeState.ASKED
        elif on is None and knowledge.state is KnowledgeState.ASKED:
            knowledge.state = KnowledgeState.KNOWN


def set_received_on(opened: OpenCase, knowledge: Knowledge, on: date | None) -> None:
    """It came another day. Raises Refused for a day to come, or before it was asked for."""
    _check(opened, on)
    if on is not None and knowledge.asked_on is not None and on < knowledge.asked_on:
        raise Refused(_("It came before it was asked for. Check the dates."), "received_on")
    with opened.action(N_("Corrected when it came")):
        knowledge.received_on = on
        if on is not None:
            knowledge.state = KnowledgeState.RECEIVED
        elif knowledge.state is KnowledgeState.RECEIVED:
            knowledge.state = KnowledgeState.ASKED if knowledge.asked_on is not None else KnowledgeState.KNOWN


def remove_knowledge(opened: OpenCase, knowledge: Knowledge) -> None:
    """It was noted by mistake."""
    with opened.action(N_("Removed knowledge that lies elsewhere")):
        opened.case.remove(knowledge)


def purpose_of_asking(opened: OpenCase, knowledge: Knowledge) -> str:
    """What the citizen is asked to say yes to, in a sentence to begin from."""
    name = opened.case.the(Citizen).first_name or _("the citizen")
    return _("To get {what}, so that {name} need not be examined or tell it again").format(
        what=knowledge.what, name=name)


def request_mail(opened: OpenCase, knowledge: Knowledge) -> Mail:
    """The request as a mail. Its subject tells nothing, its words name nobody and nothing about health: the letter does
    that, by secure mail. Raises Refused when we may not ask.
    """
    permission = may_ask(opened.case, knowledge, opened.today())
    member = knowledge.member
    if not permission.allowed or member is None:
        raise Refused(permission.reason, "consent")
    short = initials(opened.case.the(Citizen).name)
    asked = _("We would like to ask you for information about {initials}, whom you know.").format(initials=short) \
        if short else _("We would like to ask you for information about a person you know.")
    subject = _("Request for information ({initials})").format(initials=short) if short else \
        _("Request for information")
    return mail_to(member, subject, [
        greeting(member),
        " ".join((asked, _("The attached letter says what it is, and what gives us the right to ask."))),
        _("Please answer by secure mail, or call. If you have not got it, please say so: then we look elsewhere."),
        signed(opened)])


def _check(opened: OpenCase, on: date | None) -> None:
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), "")
