"""Who is offered a coordinator, who can be it, who is told of it, and how it ends."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.coordination.notice import (
    not_told_after_all,
    notice_mail,
    plan_distribution_meeting,
    tell,
)
from borgerplan_desktop.casework.course.coordination import end_coordination, make_coordinator
from borgerplan_desktop.casework.network.coordinators import hand_over, possible_coordinators
from borgerplan_desktop.casework.network.people import add_new_professional, add_private_person
from borgerplan_desktop.casework.network.representatives import (
    end_representative,
    give_power_of_attorney,
    make_representative,
    representatives,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, say_no
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.citizen import Answer, Citizen, Cooperation
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import (
    AgreedHow,
    CoordinatorAssignment,
    coordinator,
    ended_coordination,
    needs_coordinator,
)
from borgerplan_desktop.model.meeting import MeetingKind
from borgerplan_desktop.model.network import NetworkMember, RepresentationKind, people
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.shelter import Professional, StaffMember
from borgerplan_desktop.model.told import Telling, Told, ToldOf, not_told, partners, telling, to_tell_of
from tests.archive import picture


def consented(opened: OpenCase, member: NetworkMember, *topics: Topic) -> NetworkMember:
    give_consent(opened, Asked("at finde en bolig", [member], topics, GivenHow.SIGNED, told_before=True))
    return member


def state(opened: OpenCase, member: NetworkMember) -> Telling:
    what = to_tell_of(opened.case)
    assert what is not None
    return telling(opened.case, *what, member, opened.today())


@pytest.mark.parametrize(("answers", "offered"), [
    ("not_asked not_asked not_asked", "not_asked"), ("no no not_asked", "not_asked"), ("no no no", "no"),
    ("no not_asked yes", "yes"), ("yes yes yes", "yes")])
def test_one_ground_is_enough(answers: str, offered: str) -> None:
    actors, situation, illness = (Answer(word) for word in answers.split())
    how = Cooperation(complex_actors=actors, complex_situation=situation, complex_illness=illness)
    assert how.offered_coordinator is Answer(offered)


def test_nobody_is_looked_for_where_none_is_needed(opened: OpenCase) -> None:
    how = opened.case.the(Cooperation)
    with opened.action("Nobody"):
        for each in opened.case.all(CoordinatorAssignment):
            opened.case.remove(each)
    assert needs_coordinator(opened.case)
    with opened.action("Asked"):
        how.other_coordinator = Answer.YES
    assert not needs_coordinator(opened.case)
    with opened.action("Asked"):
        how.other_coordinator = Answer.NO
        how.complex_actors = how.complex_situation = how.complex_illness = Answer.NO
    assert not needs_coordinator(opened.case)


def test_the_shelters_list_comes_first_and_whoever_is_not_on_the_map_comes_on_it(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler")
    register = opened.shelter
    assert register is not None
    with register.action("List"):
        mads = next(s for s in register.case.all(StaffMember) if s.name == "Mads Ravn")
        mads.may_coordinate = True
        register.case.all(Professional)[0].may_coordinate = True
    first, others = possible_coordinators(opened)
    assert first == [birgit, mads]
    assert birgit not in others
    hand_over(opened, mads, temporary=True, reason="Eva holder ferie", agreed_how=AgreedHow.DISTRIBUTION)
    present = coordinator(opened.case)
    assert present is not None
    assert present.member is not None
    assert present.member.staff_id == mads.id
    assert (present.temporary, present.agreed_how, present.agreed_on) == (True, AgreedHow.DISTRIBUTION, opened.today())
    assert [each.reason for each in opened.case.all(CoordinatorAssignment) if each.until] == ["Eva holder ferie"]
    opened.undo()                                        # one step: also off the map again
    assert all(m.staff_id != mads.id for m in people(opened.case))


def test_a_distribution_meeting_is_planned(opened: OpenCase) -> None:
    assert plan_distribution_meeting(opened).kind is MeetingKind.DISTRIBUTION


def test_nobody_hears_of_the_citizen_without_a_consent(opened: OpenCase) -> None:
    birgit = add_new_professional(opened, "Birgit Holm", "sagsbehandler", email="birgit@example.dk")
    assert state(opened, birgit) is Telling.ASK
    assert not_told(opened.case, opened.today()) == [birgit]
    for act in (lambda: notice_mail(opened, birgit), lambda: tell(opened, birgit, ContactChannel.PHONE)):
        with pytest.raises(Refused, match="Birgit Holm"):
            act()
    say_no(opened, Asked("at finde en bolig", [birgit], [Topic.HOUSING], GivenHow.SIGNED, told_before=True))
    assert state(opened, birgit) is Telling.NOT
    assert not_told(opened.case, opened.today()) == []   # we keep to the no
    with pytest.raises(Refused):
        tell(opened, birgit, ContactChannel.PHONE)
    assert not opened.case.all(Told)


def test_the_mail_says_no_more_than_the_consent_covers(opened: OpenCase) -> None:
    add_agreement(opened, "Ringer til banken", people(opened.case)[0], date(2026, 11, 6))
    name = opened.case.the(Citizen).name
    little = consented(opened, add_new_professional(opened, "Nadia Bro"), Topic.HOUSING)
    whole = consented(opened, add_new_professional(opened, "Birgit Holm", email="birgit@example.dk"), Topic.PLAN)
    mail = notice_mail(opened, whole)
    assert mail.to == ("birgit@example.dk",)
    assert name not in mail.subject + mail.body              # a mail is no sealed letter
    for words in ("Jonas P.", "Eva Lind", "Ringer til banken", "Hej Birgit", "Skovly Herberg", "midlertidigt"):
        assert words in mail.body, words
    late = "skulle være sket"
    assert late not in mail.body
    add_agreement(opened, "Henter nøglen", people(opened.case)[0], opened.today() - timedelta(days=1))
    assert late in notice_mail(opened, whole).body
    assert late not in notice_mail(opened, little).body
    assert "Ringer til banken" not in notice_mail(opened, little).body
    assert notice_mail(opened, little).to == ()
    with opened.action("Protected"):
        opened.case.the(Citizen).protected_address = True
    assert "Skovly" not in notice_mail(opened, whole).body


def test_who_was_told_is_on_record_and_a_new_coordinator_is_told_of_anew(opened: OpenCase) -> None:
    birgit = consented(opened, add_new_professional(opened, "Birgit Holm"), Topic.PLAN)
    lene = consented(opened, add_new_professional(opened, "Lene Friis"), Topic.WORK)
    add_private_person(opened, "Sara Prøve")
    assert partners(opened.case, opened.today()) == [birgit, lene]
    tell(opened, birgit, ContactChannel.EMAIL)
    before = picture(opened.case)
    tell(opened, lene, ContactChannel.EMAIL)
    assert sorted((t.to_name, t.how) for t in opened.case.all(Told)) == [
        ("Birgit Holm", ContactChannel.EMAIL), ("Lene Friis", ContactChannel.EMAIL)]
    assert len(opened.case.all(Delivery)) == 2
    assert not_told(opened.case, opened.today()) == []
    opened.undo()
    assert picture(opened.case) == before
    not_told_after_all(opened, birgit)
    tell(opened, birgit, ContactChannel.PHONE)
    tell(opened, birgit, ContactChannel.PHONE)           # once is enough
    assert len(opened.case.all(Told)) == 1
    not_told_after_all(opened, birgit)
    assert (opened.case.all(Told), opened.case.all(Delivery)) == ([], [])
    tell(opened, birgit, ContactChannel.PHONE)
    make_coordinator(opened, lene)
    assert not_told(opened.case, opened.today()) == [birgit]         # not who it is


def test_the_end_has_a_plan_for_what_follows_and_everybody_hears_of_it(opened: OpenCase) -> None:
    birgit = consented(opened, add_new_professional(opened, "Birgit Holm"), Topic.PLAN)
    end_coordination(opened, "Bor i egen bolig", "Ringer selv til Birgit", for_good=True)
    ended = ended_coordination(opened.case)
    assert ended is not None
    assert (ended.reason, ended.plan_for_after, ended.until) == ("Bor i egen bolig", "Ringer selv til Birgit",
                                                                 opened.today())
    assert not needs_coordinator(opened.case)
    assert to_tell_of(opened.case) == (ToldOf.COORDINATION_ENDS, ended)
    assert not_told(opened.case, opened.today()) == [birgit]
    assert "Ringer selv til Birgit" in notice_mail(opened, birgit).body
    tell(opened, birgit, ContactChannel.TALK)
    assert not_told(opened.case, opened.today()) == []
    make_coordinator(opened, birgit)                     # it begins again
    assert ended_coordination(opened.case) is None


def test_one_who_leaves_the_map_does_not_end_coordination_for_good(opened: OpenCase) -> None:
    end_coordination(opened)
    assert ended_coordination(opened.case) is None
    assert needs_coordinator(opened.case)
    assert to_tell_of(opened.case) is None
    birgit = add_new_professional(opened, "Birgit Holm")
    with pytest.raises(Refused):
        notice_mail(opened, birgit)


def test_who_acts_for_the_citizen_has_a_power_of_attorney(opened: OpenCase) -> None:
    today, kinds = opened.today(), RepresentationKind
    lawyer, uncle = add_new_professional(opened, "Inger Juul", "advokat"), add_private_person(opened, "Palle")
    acts = make_representative(opened, lawyer, kinds.PARTY_REPRESENTATIVE)
    assert make_representative(opened, lawyer, kinds.PARTY_REPRESENTATIVE) is acts
    guardian = make_representative(opened, uncle, kinds.GUARDIAN)
    assert representatives(opened.case, today) == [acts, guardian]
    with pytest.raises(Refused):
        give_power_of_attorney(opened, acts, today + timedelta(days=1))
    give_power_of_attorney(opened, acts, today)
    assert acts.power_of_attorney_on == today
    end_representative(opened, acts)
    assert representatives(opened.case, today) == [guardian]
    assert acts.exists                                   # that they did stays on record
    opened.undo()
    assert representatives(opened.case, today) == [acts, guardian]
