"""A consent that was narrowed, has run out, or has days that cannot be: who may know what is answered all the same."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.consent import (
    Consent,
    ConsentPerson,
    ConsentState,
    ConsentTopic,
    LegalBasis,
    Narrowing,
    Topic,
    consents_of,
    fetch_basis,
    may_fetch,
    may_share,
    missing,
    running_out,
    runs_out,
    state_of,
)
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from tests.model.test_consent import DAY, form, later


def pair() -> tuple[Case, NetworkMember, NetworkMember]:
    case = Case("case", [NetworkMember(id=id, name=name, kind=MemberKind.PROFESSIONAL)
                         for id, name in (("anna", "Anna"), ("bo", "Bo"))])
    case.begin()
    anna, bo = case.get(NetworkMember, "anna"), case.get(NetworkMember, "bo")
    assert anna is not None
    assert bo is not None
    return case, anna, bo


def share(case: Case, member: NetworkMember, topic: Topic, days: int = 0) -> bool:
    return may_share(case, member, topic, later(days)).allowed


def test_narrowed_from_its_day_on_for_that_person_and_topic_alone() -> None:
    case, anna, bo = pair()
    consent = form(case, anna, {Topic.HOUSING, Topic.HEALTH})
    case.add(ConsentPerson(consent_id=consent.id, member_id=bo.id))
    case.add(Narrowing(consent_id=consent.id, member_id=anna.id, topic=Topic.HEALTH, narrowed_on=later(5)))
    assert [share(case, anna, Topic.HEALTH, n) for n in (4, 5, 6)] == [True, False, False]
    assert share(case, anna, Topic.HOUSING, 6)
    assert share(case, bo, Topic.HEALTH, 6)
    form(case, anna, {Topic.HEALTH}, given_on=later(7))  # given anew
    assert share(case, anna, Topic.HEALTH, 7)


def test_a_person_is_taken_out_and_the_others_stay() -> None:
    case, anna, bo = pair()
    consent = form(case, anna, {Topic.HOUSING})
    case.add(ConsentPerson(consent_id=consent.id, member_id=bo.id))
    case.add(Narrowing(consent_id=consent.id, member_id=anna.id, narrowed_on=later(2)))
    assert state_of(case, anna, later(1)) is ConsentState.PARTLY
    assert state_of(case, anna, later(2)) is ConsentState.WITHDRAWN
    assert state_of(case, bo, later(2)) is ConsentState.PARTLY


def test_days_that_cannot_be_share_nothing() -> None:
    case, anna, bo = pair()
    form(case, anna, {Topic.HOUSING}, given_on=later(10))                      # to come
    form(case, bo, {Topic.HOUSING}, given_on=DAY, expires_on=later(-30))       # over before it began
    for member in (anna, bo):
        assert not share(case, member, Topic.HOUSING)
        assert runs_out(case, member, DAY) is None
    assert state_of(case, anna, DAY) is ConsentState.NOT_ASKED
    assert state_of(case, bo, DAY) is ConsentState.EXPIRED
    assert missing(case, DAY) == [anna, bo]


def test_another_legal_basis_is_no_consent() -> None:
    case, anna, _bo = pair()
    law = form(case, anna, {Topic.HEALTH}, basis=LegalBasis.STATUTE, basis_law="§ 1", expires_on=later(5))
    assert consents_of(case, anna) == []
    assert state_of(case, anna, DAY) is ConsentState.NOT_ASKED
    assert not share(case, anna, Topic.HEALTH)
    assert fetch_basis(case, anna, Topic.HEALTH, DAY) is None                  # it says nothing of asking them
    for line in case.of(ConsentPerson, ConsentPerson.consent_id, law.id):
        line.may_fetch = True
    assert fetch_basis(case, anna, Topic.HEALTH, DAY) is law
    assert may_fetch(case, anna, Topic.HEALTH, later(5)).allowed
    assert not may_fetch(case, anna, Topic.HEALTH, later(6)).allowed
    assert not may_fetch(case, anna, Topic.MONEY, DAY).allowed


def test_what_runs_out_and_when() -> None:
    case, anna, bo = pair()
    form(case, anna, {Topic.HOUSING, Topic.MONEY}, expires_on=later(20))
    form(case, anna, {Topic.MONEY})
    form(case, bo, {Topic.HOUSING}, expires_on=later(3))
    assert runs_out(case, anna, DAY) == later(20)
    assert running_out(case, DAY, 14) == [(bo, later(3))]
    assert running_out(case, DAY, 30) == [(bo, later(3)), (anna, later(20))]
    form(case, anna, {Topic.HOUSING}, expires_on=later(90))
    assert runs_out(case, anna, DAY) == later(90)
    assert runs_out(case, bo, DAY + timedelta(days=4)) is None


def test_who_is_gone_takes_their_narrowing_along() -> None:
    case, anna, _bo = pair()
    consent = form(case, anna, {Topic.HOUSING})
    narrowing = case.add(Narrowing(consent_id=consent.id, member_id=anna.id, narrowed_on=DAY))
    case.remove(anna)
    assert narrowing.member is None
    assert consent.persons == []
    case.remove(consent)
    assert not narrowing.exists
    assert case.all(Consent) == case.all(ConsentTopic) == []
