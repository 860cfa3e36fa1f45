"""Who may know what: specific, told before, revocable, and answered in one place."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from borgerplan_desktop.casework.meeting.after_meeting import give_minutes
from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import (
    Asked,
    give_consent,
    narrow,
    say_no,
    withdraw_from,
    withdraw_whole,
)
from borgerplan_desktop.casework.papers.not_to_share import of_everybody, of_reader, said_not_to_share
from borgerplan_desktop.casework.papers.paper_kinds import BY_KEY
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.consent import Consent, ConsentState, GivenHow, Topic, may_share, missing, state_of
from borgerplan_desktop.model.covered import not_to_share
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from tests.archive import Clock

TODAY = date(2026, 10, 27)


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    with opened.action("add"):
        return opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Krogh"))


@pytest.fixture
def nadia(opened: OpenCase) -> NetworkMember:
    with opened.action("add"):
        return opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Nadia Bro"))


def asked(*persons: NetworkMember, **more: object) -> Asked:
    facts: dict = {"purpose": "finde en bolig", "topics": [Topic.HOUSING, Topic.MONEY], "told_before": True,
                   "given_how": GivenHow.SIGNED} | more
    return Asked(persons=persons, **facts)


def test_a_consent_covers_the_chosen_person_and_topics_only(
        opened: OpenCase, birgit: NetworkMember, nadia: NetworkMember) -> None:
    give_consent(opened, asked(birgit))
    assert may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed
    assert not may_share(opened.case, birgit, Topic.HEALTH, TODAY).allowed
    assert not may_share(opened.case, nadia, Topic.HOUSING, TODAY).allowed
    assert state_of(opened.case, birgit, TODAY) is ConsentState.PARTLY
    assert missing(opened.case, TODAY) == [nadia]


def test_whoever_is_at_a_meeting_is_asked_about_until_they_have_its_minutes(opened: OpenCase) -> None:
    sara = add_private_person(opened, "Sara")
    assert missing(opened.case, TODAY) == []
    meeting = plan_meeting(opened)
    participant = add_participant(opened, meeting, sara)
    assert missing(opened.case, TODAY) == [sara]
    start_meeting(opened, meeting)
    assert missing(opened.case, TODAY) == [sara]
    end_meeting(opened, meeting)
    assert missing(opened.case, TODAY) == [sara]
    give_minutes(opened, participant, "en lov", "en grund")
    assert missing(opened.case, TODAY) == []


def test_nobody_is_asked_about_for_a_meeting_that_was_called_off(opened: OpenCase) -> None:
    meeting = plan_meeting(opened)
    add_participant(opened, meeting, add_private_person(opened, "Sara"))
    call_off(opened, meeting, "Jonas")
    assert missing(opened.case, TODAY) == []


def test_of_two_answers_of_one_day_the_last_holds(opened: OpenCase, birgit: NetworkMember) -> None:
    for _each in range(8):                               # whichever comes first by its id
        give_consent(opened, asked(birgit))
        say_no(opened, asked(birgit))
        assert state_of(opened.case, birgit, TODAY) is ConsentState.SAID_NO


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(minutes=5)])
@pytest.mark.parametrize("what", ["no", "withdrawn", "for one", "narrowed"])
def test_what_is_said_last_holds_also_when_the_clock_is_put_back(
        opened: OpenCase, clock: Clock, birgit: NetworkMember, nadia: NetworkMember, what: str,
        back: timedelta) -> None:
    """The hour that comes twice in October; a clock that was ahead."""
    give_consent(opened, asked(birgit, nadia))
    clock.now -= back
    match what:
        case "no":
            say_no(opened, asked(birgit))
        case "withdrawn":
            withdraw_whole(opened, birgit)
        case "for one":
            withdraw_from(opened, birgit)
        case _:
            narrow(opened, birgit, Topic.HOUSING)
    assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed
    give_consent(opened, asked(birgit))
    assert may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed


@pytest.mark.parametrize("what", ["no", "refused", "withdrawn"])
def test_a_yes_dated_a_day_to_come_is_taken_back_with_the_others(
        opened: OpenCase, clock: Clock, birgit: NetworkMember, what: str) -> None:
    clock.pass_(days=1)
    give_consent(opened, asked(birgit))
    clock.pass_(days=-1)
    match what:
        case "no":
            say_no(opened, asked(birgit))
        case "refused":
            give_consent(opened, asked(birgit, topics=[Topic.PLAN], refused=[Topic.HOUSING]))
        case _:
            withdraw_from(opened, birgit)
    for day in range(3):
        assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY + timedelta(days=day)).allowed


def test_a_consent_has_a_time(opened: OpenCase, birgit: NetworkMember) -> None:
    give_consent(opened, asked(birgit, expires_on=TODAY + timedelta(days=3)))
    assert may_share(opened.case, birgit, Topic.HOUSING, TODAY + timedelta(days=3)).allowed
    assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY + timedelta(days=4)).allowed
    assert state_of(opened.case, birgit, TODAY + timedelta(days=4)) is ConsentState.EXPIRED


def test_withdrawing_stops_sharing_and_can_be_undone(opened: OpenCase, birgit: NetworkMember) -> None:
    give_consent(opened, asked(birgit))
    withdraw_from(opened, birgit)
    assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed
    assert state_of(opened.case, birgit, TODAY) is ConsentState.WITHDRAWN
    opened.undo()
    assert may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed


def test_withdrawing_for_one_leaves_the_others(opened: OpenCase, birgit: NetworkMember, nadia: NetworkMember) -> None:
    give_consent(opened, asked(birgit, nadia))
    withdraw_from(opened, birgit)
    assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed
    assert may_share(opened.case, nadia, Topic.HOUSING, TODAY).allowed


def test_a_no_is_kept_and_shares_nothing(opened: OpenCase, birgit: NetworkMember) -> None:
    say_no(opened, asked(birgit))
    assert state_of(opened.case, birgit, TODAY) is ConsentState.SAID_NO
    assert not may_share(opened.case, birgit, Topic.HOUSING, TODAY).allowed
    assert missing(opened.case, TODAY) == []


def test_an_oral_consent_says_who_wrote_it_down(opened: OpenCase, birgit: NetworkMember) -> None:
    assert give_consent(opened, asked(birgit, given_how=GivenHow.ORALLY)).written_down_by == "Eva Lind"


@pytest.mark.parametrize(("wrong", "field"), [
    ({"purpose": " "}, "purpose"), ({"purpose": "alle relevante oplysninger"}, "purpose"), ({"topics": []}, "topics"),
    ({"told_before": False}, "told_before"), ({"given_on": TODAY + timedelta(days=1)}, "given_on"),
    ({"expires_on": TODAY - timedelta(days=1)}, "expires_on"), ({"topics": [Topic.OTHER]}, "other_topic"),
    ({"given_how": None}, "given_how"),
])
def test_a_form_that_is_not_specific_is_refused(
        opened: OpenCase, birgit: NetworkMember, wrong: dict, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        give_consent(opened, asked(birgit, **wrong))
    assert refusal.value.field == field
    assert opened.case.all(Consent) == []


def test_nobody_chosen_is_refused(opened: OpenCase) -> None:
    with pytest.raises(Refused) as refusal:
        give_consent(opened, asked())
    assert refusal.value.field == "persons"


def test_staff_and_the_citizen_need_no_consent(opened: OpenCase) -> None:
    citizen, eva = opened.case.all(NetworkMember)
    assert may_share(opened.case, citizen, Topic.HEALTH, TODAY).allowed
    assert may_share(opened.case, eva, Topic.HEALTH, TODAY).allowed


def test_what_must_not_be_shared_is_said_as_long_as_the_consent_holds(
        opened: OpenCase, birgit: NetworkMember, nadia: NetworkMember) -> None:
    give_consent(opened, asked(birgit, nadia, not_to_share="Det om Sara."))
    said = "Jonas har sagt, hvad vi ikke må dele med Birgit Krogh og Nadia Bro: »Det om Sara«"
    assert said_not_to_share(opened, [birgit, nadia]) == said
    assert of_everybody(opened).count("Det om Sara") == 1
    assert of_reader(opened, BY_KEY["coordinator-notice"], birgit.id).endswith("Birgit Krogh: »Det om Sara«")
    assert of_reader(opened, BY_KEY["coordinator-notice"], "") == ""     # the citizen's own copy
    give_consent(opened, asked(birgit, not_to_share="Kun mål 3"))
    assert not_to_share(opened.case, birgit, TODAY) == ["Kun mål 3", "Det om Sara."]
    withdraw_from(opened, nadia)
    assert not_to_share(opened.case, nadia, TODAY) == []


def test_what_must_not_be_shared_does_not_run_out_while_something_is_shared(
        opened: OpenCase, birgit: NetworkMember) -> None:
    give_consent(opened, asked(birgit))
    ends = TODAY + timedelta(days=10)
    give_consent(opened, asked(birgit, topics=[Topic.PLAN], expires_on=ends, not_to_share="Det om Sara"))
    after = ends + timedelta(days=5)
    assert not_to_share(opened.case, birgit, after) == ["Det om Sara"]
    anew = give_consent(opened, asked(birgit, topics=[Topic.PLAN]))
    assert not_to_share(opened.case, birgit, after) == ["Det om Sara"]       # that was before it ran out
    with opened.action("x"):
        anew.given_on = after
    assert not_to_share(opened.case, birgit, after) == []                    # asked anew since
    with opened.action("x"):
        opened.case.remove(anew)
    withdraw_from(opened, birgit)
    assert not_to_share(opened.case, birgit, after) == []                    # nothing is shared


def test_what_must_not_be_shared_is_said_too_where_it_stands_beside_a_no(
        opened: OpenCase, birgit: NetworkMember) -> None:
    say_no(opened, asked(birgit, topics=[], refused=[Topic.HEALTH], not_to_share="Intet om sygdommen"))
    assert not_to_share(opened.case, birgit, TODAY) == []                    # nothing is shared
    give_consent(opened, asked(birgit))
    assert not_to_share(opened.case, birgit, TODAY) == ["Intet om sygdommen"]
    give_consent(opened, asked(birgit, topics=[Topic.HEALTH]))
    assert not_to_share(opened.case, birgit, TODAY) == []                    # they have said yes to it since
