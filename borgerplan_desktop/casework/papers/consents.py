"""Asking for, giving and withdrawing consent; who may know what is answered by `model.consent`."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import (
    Consent,
    ConsentPerson,
    ConsentTopic,
    GivenHow,
    Topic,
    TopicAnswer,
    consents_of,
)
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import StaffMember

# Too wide to be a consent: it names nobody and nothing (forvaltningsloven § 28: "specifikt").
_TOO_WIDE = ("alle relevante", "alle samarbejdspartnere", "alle oplysninger", "all relevant", "all partners")



@dataclass(frozen=True)
class Asked:
    """One form as it is filled in: chosen persons × chosen topics, for a purpose."""

    purpose: str
    persons: Sequence[NetworkMember]
    topics: Sequence[Topic]
    given_how: GivenHow | None = None                    # asked too: nothing is taken for granted
    told_before: bool = False
    given_on: date | None = None                         # None = today
    expires_on: date | None = None
    may_fetch: bool = False
    not_to_share: str = ""
    consequence: str = ""
    other_topic: str = ""
    with_interpreter: str = ""
    with_lay_representative: str = ""
    refused: Sequence[Topic] = ()                        # asked about, and the answer was no; the rest: not asked


def give_consent(opened: OpenCase, asked: Asked) -> Consent:
    """The citizen said yes. Raises Refused when the form is not specific, or the citizen was not told before."""
    _check(opened, asked, said_no=False)
    with opened.action(N_("Gave consent")):
        return _add(opened, asked, said_no=False)


def say_no(opened: OpenCase, asked: Asked) -> Consent:
    """The citizen said no: that is a right, and it is kept so that nobody needs to ask again tomorrow."""
    _check(opened, asked, said_no=True)
    with opened.action(N_("Said no to consent")):
        return _add(opened, asked, said_no=True)


def withdraw_from(opened: OpenCase, member: NetworkMember) -> None:
    """Withdraw for one person: the other persons of their forms keep what they had."""
    with opened.action(N_("Withdrew consent")):
        for consent in consents_of(opened.case, member):
            if not consent.valid(opened.today()):
                continue
            others = [person for person in consent.persons if person is not member]
            consent.withdrawn_on = opened.today()
            if others:
                _add(opened, Asked(
                    consent.purpose, others, consent.topics, consent.given_how, consent.told_before, opened.today(),
                    consent.expires_on, False, consent.not_to_share, consent.consequence, consent.other_topic,
                    consent.with_interpreter, consent.with_lay_representative,
                    [t for t, answer in consent.answers.items() if answer is TopicAnswer.NO]), said_no=False)


def hindrances(opened: OpenCase, asked: Asked, said_no: bool) -> list[Refused]:
    """Everything that keeps the answer from being stored, at most one thing for each field."""
    return list(_hindrances(opened, asked, said_no))


def _check(opened: OpenCase, asked: Asked, said_no: bool) -> None:
    for hindrance in _hindrances(opened, asked, said_no):
        raise hindrance


def _hindrances(opened: OpenCase, asked: Asked, said_no: bool) -> Iterator[Refused]:
    if not asked.purpose.strip():
        yield Refused(_("Write what the information is to be used for."), "purpose")
    elif any(wide in asked.purpose.casefold() for wide in _TOO_WIDE):
        yield Refused(_("Write concretely what it is for: a consent cannot cover everything."), "purpose")
    if not asked.persons:
        yield Refused(_("Choose whom it covers."), "persons")
    if not asked.topics and not (said_no and asked.refused):
        yield Refused(_("Choose which kinds of information it covers."), "topics")
    if Topic.OTHER in {*asked.topics, *asked.refused} and not asked.other_topic.strip():
        yield Refused(_("Write which other information it covers."), "other_topic")
    given = asked.given_on or opened.today()
    if given > opened.today():
        yield Refused(_("A consent cannot be given in the future."), "given_on")
    if asked.expires_on is not None and asked.expires_on < given:
        yield Refused(_("The consent ends before it begins. Check the dates."), "expires_on")
    if asked.given_how is None:
        yield Refused(_("Choose how the answer was given."), "given_how")
    if not said_no and not asked.told_before:
        yield Refused(_("Tell first what the consent is for and whom it covers, and tick that you did."), "told_before")


def _add(opened: OpenCase, asked: Asked, said_no: bool) -> Consent:
    case = opened.case
    me = opened.shelter.case if opened.shelter else None
    oral = asked.given_how is GivenHow.ORALLY
    consent = case.add(Consent(
        given_on=asked.given_on or opened.today(), purpose=asked.purpose.strip(), said_no=said_no,
        given_how=asked.given_how or GivenHow.SIGNED, told_before=asked.told_before, expires_on=asked.expires_on,
        written_down_by=_name_of(me, opened.who) if oral else "", not_to_share=asked.not_to_share.strip(),
        consequence=asked.consequence.strip(), other_topic=asked.other_topic.strip(),
        with_interpreter=asked.with_interpreter.strip(), with_lay_representative=asked.with_lay_representative.strip()))
    for member in asked.persons:
        case.add(ConsentPerson(consent_id=consent.id, member_id=member.id, may_fetch=asked.may_fetch))
    for topic in Topic:
        if topic in asked.topics or topic in asked.refused:
            no = said_no or topic in asked.refused
            case.add(ConsentTopic(consent_id=consent.id, topic=topic, answer=TopicAnswer.NO if no else TopicAnswer.YES))
    return consent


def _name_of(shelter: Case | None, staff_id: str) -> str:
    member = shelter.get(StaffMember, staff_id) if shelter is not None else None
    return member.name if member is not None else ""
