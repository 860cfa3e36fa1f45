"""Who does not come is called, visited, met elsewhere and asked: a path of ours, and no mark on the person."""
from __future__ import annotations

from datetime import time, timedelta

import pytest

from borgerplan_desktop.casework.contacts import appointments
from borgerplan_desktop.casework.contacts.missed import (
    appointment_kept,
    appointment_missed,
    away_from_meeting,
    begin_path,
    not_settled,
    path_of,
    remove_missed,
    take_step,
)
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.model.contact_note import MissedAppointment, ReachStep, last_in_touch, missed_at, unsettled
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.meeting import Presence
from tests.archive import NOW

TODAY = NOW.date()
CALL, KNOCK, ELSEWHERE, ASK = ReachStep


def dentist(opened: OpenCase, days: int = -1) -> Appointment:
    return appointments.add_appointment(opened, "Tandlæge", TODAY + timedelta(days=days), time(10))


def test_an_appointment_missed_begins_the_path_and_one_kept_after_all_ends_it(opened: OpenCase) -> None:
    tooth = dentist(opened)
    missed = appointment_missed(opened, tooth)
    assert (tooth.kept, missed.what, missed.on) == (False, "Tandlæge", tooth.on)
    assert appointment_missed(opened, tooth) is missed   # pressed twice
    assert unsettled(opened.case) == [missed]
    appointment_kept(opened, tooth)
    assert (tooth.kept, path_of(opened, tooth)) == (True, None)
    opened.undo()
    opened.undo()
    assert (tooth.kept, opened.case.all(MissedAppointment)) == (None, [])


def test_what_we_have_done_stays_when_it_took_place_after_all(opened: OpenCase) -> None:
    tooth = dentist(opened)
    missed = appointment_missed(opened, tooth)
    take_step(opened, missed, CALL)
    appointment_kept(opened, tooth)
    assert missed.exists
    assert missed.settled_on == TODAY


def test_one_that_has_not_been_yet_is_not_missed(opened: OpenCase) -> None:
    with pytest.raises(Refused, match="ikke kommet endnu"):
        appointment_missed(opened, dentist(opened, 1))


def test_the_steps_are_dated_and_signed_and_reaching_them_settles_it(opened: OpenCase) -> None:
    missed = begin_path(opened, "Samtalen i mandags", TODAY - timedelta(days=2))
    tried = take_step(opened, missed, CALL, "telefonen er slukket", on=TODAY - timedelta(days=1))
    assert (tried.on, tried.by_id, missed.settled_on, missed.next_step) == (
        TODAY - timedelta(days=1), opened.who, None, KNOCK)
    take_step(opened, missed, KNOCK, "åbnede ikke")
    take_step(opened, missed, ELSEWHERE, "mødtes i caféen", reached=True)
    assert missed.settled_on == TODAY == last_in_touch(opened.case)
    take_step(opened, missed, ASK, "havde ikke penge til bussen", reached=True)
    assert missed.why == "havde ikke penge til bussen"
    not_settled(opened, missed)
    assert unsettled(opened.case) == [missed]


def test_no_step_lies_ahead_or_before_the_appointment(opened: OpenCase) -> None:
    missed = begin_path(opened, "Samtalen", TODAY - timedelta(days=1))
    for on, words in ((TODAY + timedelta(days=1), "ikke kommet endnu"), (TODAY - timedelta(days=2), "før tiden")):
        with pytest.raises(Refused, match=words):
            take_step(opened, missed, CALL, on=on)
    assert missed.tries == []
    with pytest.raises(Refused, match="Skriv, hvad"):
        begin_path(opened, " ")


def test_a_party_that_stays_away_is_noted_of_the_meeting_and_is_no_hindrance_for_the_citizen(opened: OpenCase) -> None:
    sara = add_private_person(opened, "Sara Prøve")
    meeting = plan_meeting(opened, starts_at=NOW - timedelta(hours=3))
    participant = add_participant(opened, meeting, sara)
    missed = away_from_meeting(opened, participant)
    assert missed is not None
    assert (missed.member, missed.on, participant.presence) == (sara, TODAY, Presence.DID_NOT_COME)
    assert away_from_meeting(opened, participant) is missed is missed_at(opened.case, meeting, sara)
    assert unsettled(opened.case) == []


def test_it_may_have_been_a_mistake(opened: OpenCase) -> None:
    tooth = dentist(opened)
    remove_missed(opened, appointment_missed(opened, tooth))
    assert (tooth.kept, opened.case.all(MissedAppointment)) == (None, [])


def test_appointments_stand_in_their_order_ahead_and_behind(opened: OpenCase) -> None:
    late = appointments.add_appointment(opened, "Læge", TODAY, time(13))
    early = appointments.add_appointment(opened, "Bank", TODAY, time(9))
    past = dentist(opened)
    assert appointments.ahead(opened.case, TODAY) == [early, late]
    assert appointments.been(opened.case, TODAY) == [past]
    appointment_kept(opened, early)
    assert appointments.been(opened.case, TODAY) == [early, past]
    appointments.move_appointment(opened, early, TODAY + timedelta(days=3))
    assert (early.kept, early.at) == (None, "9.00")
    with pytest.raises(Refused, match="Skriv, hvilken dag"):
        appointments.move_appointment(opened, early, None)
    with pytest.raises(Refused, match="Skriv, hvad det er"):
        appointments.add_appointment(opened, "", TODAY)
