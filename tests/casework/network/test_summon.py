"""Somebody who is not in the case yet is asked: written once, in the network from then on, undone in one."""
from __future__ import annotations

import pytest

from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.checklist_notes import notes, notes_about_people
from borgerplan_desktop.casework.meeting.checklists import tick
from borgerplan_desktop.casework.meeting.editions import has_agenda_now
from borgerplan_desktop.casework.meeting.participants import add_participant, may_have_paper
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.network.summon import summon
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.mail import greeting
from borgerplan_desktop.casework.papers.mail_file import address_of
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingStatus
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.shelter import Professional


def register(opened: OpenCase) -> list[Professional]:
    assert opened.shelter is not None
    return opened.shelter.case.all(Professional)


def test_a_person_is_asked_and_is_in_the_network_from_then_on(opened: OpenCase) -> None:
    meeting, before = plan_meeting(opened), len(register(opened))
    nadia, there = add_private_person(opened, "Nadia Bro"), len(meeting.participants)
    made = summon(opened, meeting, " Lene  Friis ", "sagsbehandler", "Jobcentret", "lene@example.org", [nadia])
    assert made.member is not None
    assert (made.member.contact.name, made.member.ring, address_of(made.member)) == (
        "Lene Friis", None, "lene@example.org")          # not placed on the map
    assert made.why == ""
    assert not may_have_paper(opened, made.member)
    assert [each.member for each in meeting.participants][there:] == [nadia, made.member]
    opened.undo()
    assert len(meeting.participants) == there
    assert all(each.contact.name != "Lene Friis" for each in opened.case.all(NetworkMember))
    assert len(register(opened)) == before + 1           # the register is everybody's: there it stays
    opened.redo()
    assert meeting.participants[-1].member is made.member


def test_a_body_comes_without_anybodys_name_and_nobody_is_written_twice(opened: OpenCase) -> None:
    meeting, before = plan_meeting(opened), len(register(opened))
    body = summon(opened, meeting, "", organisation="Gældsrådgivningen")
    assert body.member is not None
    assert (body.member.contact.name, body.member.contact.organisation) == ("Gældsrådgivningen", "")
    assert summon(opened, meeting, "gældsrådgivningen") is body
    other = summon(opened, meeting, "", organisation="Boligforeningen Nord")
    assert greeting(other.member) == "Hej Boligforeningen Nord"
    assert greeting(summon(opened, meeting, "Lene Friis", "læge").member) == "Hej Lene"
    assert len(register(opened)) == before + 3


@pytest.mark.parametrize(("name", "email", "field"), [("", "", "name"), ("Lene", "lene", "email")])
def test_without_a_name_or_with_half_an_address_nothing_happens(opened: OpenCase, name: str, email: str,
                                                               field: str) -> None:
    meeting = plan_meeting(opened)
    there = len(meeting.participants)
    with pytest.raises(Refused) as refused:
        summon(opened, meeting, name, email=email)
    assert refused.value.field == field
    assert len(meeting.participants) == there


def test_who_is_close_to_the_citizen_is_in_nobody_elses_register(opened: OpenCase) -> None:
    meeting, before = plan_meeting(opened), len(register(opened))
    made = summon(opened, meeting, "Karen Dam", "mor", email="karen@example.org", private=True)
    assert made.member is not None
    assert (made.member.kind, made.member.relation, address_of(made.member)) == (
        MemberKind.PRIVATE, "mor", "karen@example.org")
    assert len(register(opened)) == before
    assert summon(opened, meeting, "karen dam", private=True) is made
    opened.undo()
    assert all(each.name != "Karen Dam" for each in opened.case.all(NetworkMember))


def test_a_mail_that_was_typed_is_never_thrown_away_unsaid(opened: OpenCase) -> None:
    meeting = plan_meeting(opened)
    made = summon(opened, meeting, "Lene Friis", "jobkonsulent", "Jobcentret")
    assert made.member is not None
    assert address_of(made.member) == ""
    summon(opened, meeting, "Lene Friis", "", "Jobcentret", "lene@example.org")
    assert address_of(made.member) == "lene@example.org"
    summon(opened, meeting, "Lene Friis", "", "Jobcentret", "LENE@example.org")
    with pytest.raises(Refused) as refused:
        summon(opened, meeting, "Lene Friis", "", "Jobcentret", "en.anden@example.org")
    assert refused.value.field == "email"
    assert "lene@example.org" in refused.value.message
    assert address_of(made.member) == "lene@example.org"


# ------------------------------------------------------------------------------------- what stands under the checklist
def test_under_each_line_stands_what_is_missing_or_known(opened: OpenCase) -> None:
    meeting = plan_meeting(opened)
    today = opened.today()
    found = {**notes(meeting, today), **notes_about_people(meeting, today)}
    assert found["why"] == "Ikke skrevet endnu"
    assert found["who"] == "Ingen udefra endnu"
    assert found["prepared"] == "Ikke talt igennem endnu"
    assert found["place"].endswith(" er ikke spurgt endnu")
    assert found["interpreter"] == "Tolk: ikke spurgt endnu"
    assert found["room"] == "Intet lokale endnu"
    assert found["invitation"].endswith(" punkter · 60 min.")
    assert "consent" not in found
    add_participant(opened, meeting, add_private_person(opened, "Nadia Bro"))
    tick(opened, meeting, "prepared")
    tick(opened, meeting, "place")
    write(opened, meeting, Meeting.held_as, HeldAs.VIDEO, "x")
    found = {**notes(meeting, today), **notes_about_people(meeting, today)}
    assert found["who"] == "1 uden en grund"
    assert found["consent"] == "1 at spørge om"
    assert found["room"] == "På video"
    assert found["prepared"] == day(today, today)
    assert "place" not in found                          # ticked by hand: nothing is missing


def test_whoever_must_hear_of_a_change_is_counted_under_its_line(opened: OpenCase) -> None:
    meeting = plan_meeting(opened)
    has_agenda_now(opened, meeting.participants[0])
    with opened.action("far"):
        meeting.status = MeetingStatus.INVITED
    assert "changes" not in notes(meeting, opened.today())
    write(opened, meeting, Meeting.place_text, "Kontoret", "x")
    assert notes(meeting, opened.today())["changes"] == "1 skal have det at vide"
