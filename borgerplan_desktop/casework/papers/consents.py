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
    LegalBasis,
    Narrowing,
    Topic,
    TopicAnswer,
    consents_of,
    said_last,
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
    fetch_from: Sequence[NetworkMember] = ()             # those we may also ask (retssikkerhedsloven § 11 a)
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
    case, today = opened.case, opened.today()
    with opened.action(N_("Withdrew consent")):
        for consent in _in_force(opened, member):
            if any(each is not member and consent.withdrawn_for(each) is None for each in consent.persons):
                case.add(Narrowing(consent_id=consent.id, member_id=member.id, narrowed_on=today,
                                   written_at=said_last(opened.case, opened.now())))
            else:
                _withdraw(opened, consent)


def withdraw_whole(opened: OpenCase, member: NetworkMember) -> None:
    """Withdraw every form in force that names the person, for everybody on it."""
    with opened.action(N_("Withdrew consent for everybody")):
        for consent in _in_force(opened, member):
            _withdraw(opened, consent)


def _withdraw(opened: OpenCase, consent: Consent) -> None:
    consent.withdrawn_on, consent.withdrawal_written_at = opened.today(), said_last(opened.case, opened.now())


def narrow(opened: OpenCase, member: NetworkMember, topic: Topic) -> None:
    """Take one topic out of the person's consents from today; what was shared before stays on record. What the citizen
    says no to last is all there was: then the consent is withdrawn for the person.
    """
    left = {each for consent in _in_force(opened, member)
            for each, answer in consent.answers_about(member, opened.today()).items() if answer is TopicAnswer.YES}
    if left == {topic}:
        withdraw_from(opened, member)
        return
    with opened.action(N_("Narrowed a consent")):
        for consent in _in_force(opened, member):
            if consent.answers_about(member, opened.today()).get(topic) is TopicAnswer.YES:
                opened.case.add(Narrowing(consent_id=consent.id, member_id=member.id, topic=topic,
                                          narrowed_on=opened.today(), written_at=said_last(opened.case, opened.now())))


def others_on_forms(opened: OpenCase, member: NetworkMember) -> list[NetworkMember]:
    """Who else the forms in force that name the person cover."""
    found = {each.id: each for consent in _in_force(opened, member) for each in consent.persons
             if each is not member and consent.withdrawn_for(each) is None}
    return list(found.values())


def _in_force(opened: OpenCase, member: NetworkMember) -> list[Consent]:
    """Also what a clock that was ahead has dated a day to come: it would hold from then on."""
    today = opened.today()
    return [each for each in consents_of(opened.case, member)
            if each.valid(max(today, each.given_on)) and each.withdrawn_for(member) is None]


@dataclass(frozen=True)
class OtherLaw:
    """A legal basis other than consent: the law with its paragraph, the reason in this case, and for what."""

    law: str
    reason: str
    topics: Sequence[Topic]
    may_fetch: bool = False
    expires_on: date | None = None


def record_basis(opened: OpenCase, member: NetworkMember, basis: OtherLaw) -> Consent:
    """A law allows or demands it: on record as that, never as a consent. Raises Refused when it is not specific."""
    if not basis.law.strip():
        raise Refused(_("Write the law with its paragraph."), "law")
    if not basis.reason.strip():
        raise Refused(_("Write the reason, in this case."), "reason")
    if not basis.topics:
        raise Refused(_("Choose which kinds of information it covers."), "topics")
    if basis.expires_on is not None and basis.expires_on < opened.today():
        raise Refused(_("It ends before it begins. Check the date."), "expires_on")
    with opened.action(N_("Recorded a legal basis other than consent")):
        return _add(opened, Asked(basis.reason, [member], basis.topics, expires_on=basis.expires_on,
                                  fetch_from=[member] if basis.may_fetch else []), said_no=False, law=basis.law)


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


def _add(opened: OpenCase, asked: Asked, said_no: bool, law: str = "") -> Consent:
    case = opened.case
    me = opened.shelter.case if opened.shelter else None
    for member in asked.persons if not law else ():
        _no_to_what_is_dated_later(opened, member, {*asked.refused, *(asked.topics if said_no else ())})
    oral = asked.given_how is GivenHow.ORALLY
    consent = case.add(Consent(
        given_on=asked.given_on or opened.today(), written_at=said_last(case, opened.now()),
        purpose=asked.purpose.strip(), said_no=said_no, given_how=asked.given_how or GivenHow.SIGNED,
        told_before=asked.told_before, expires_on=asked.expires_on,
        basis=LegalBasis.STATUTE if law else LegalBasis.CONSENT, basis_law=law.strip(),
        written_down_by=_name_of(me, opened.who) if oral or law else "", not_to_share=asked.not_to_share.strip(),
        consequence=asked.consequence.strip(), other_topic=asked.other_topic.strip(),
        with_interpreter=asked.with_interpreter.strip(), with_lay_representative=asked.with_lay_representative.strip()))
    for member in asked.persons:
        case.add(ConsentPerson(consent_id=consent.id, member_id=member.id, may_fetch=member in asked.fetch_from))
    for topic in Topic:
        if topic in asked.topics or topic in asked.refused:
            no = said_no or topic in asked.refused
            case.add(ConsentTopic(consent_id=consent.id, topic=topic, answer=TopicAnswer.NO if no else TopicAnswer.YES))
    return consent


def _no_to_what_is_dated_later(opened: OpenCase, member: NetworkMember, noes: set[Topic]) -> None:
    """A clock that was ahead may have dated a yes a day to come: it would hold from then on."""
    today = opened.today()
    for consent in _in_force(opened, member):
        for topic in [each for each in consent.topics if each in noes] if consent.given_on > today else ():
            opened.case.add(Narrowing(consent_id=consent.id, member_id=member.id, topic=topic, narrowed_on=today,
                                      written_at=said_last(opened.case, opened.now())))


def _name_of(shelter: Case | None, staff_id: str) -> str:
    member = shelter.get(StaffMember, staff_id) if shelter is not None else None
    return member.name if member is not None else ""
