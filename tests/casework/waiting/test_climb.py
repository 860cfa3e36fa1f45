"""A wait climbs: each step is on record, and the next one gets its day."""
from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from borgerplan_desktop.casework.course.course import stop_waiting, wait_for
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.waiting.applications import ask_there, write_application
from borgerplan_desktop.casework.waiting.climb import (
    ask_leader,
    call,
    leader_mail,
    mail_may_tell,
    mail_of,
    nudge,
    put_on_meeting,
    remove_nudge,
)
from borgerplan_desktop.model.application import Application, ApplicationKind, NudgeStep
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.contact_note import ContactChannel, ContactNote
from borgerplan_desktop.model.course import current_course
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import open_waits, wait_of
from borgerplan_desktop.model.working_days import day_at_work


@pytest.fixture
def home(opened: OpenCase) -> Application:
    made = write_application(opened, ApplicationKind.HOUSING_LIST, "en lejlighed på Nørrebro", "Boligforeningen",
                             sent_on=opened.today())
    ask_there(opened, made, add_new_professional(opened, "Birgit Krogh", "sagsbehandler", "Boligforeningen",
                                                 email="birgit@example.org"))
    with opened.action("x"):
        made.reference = "4711"
    return made


def test_it_goes_from_mail_to_phone_to_meeting_to_leader(opened: OpenCase, home: Application) -> None:
    plan_meeting(opened, starts_at=datetime(2026, 10, 29, 13))
    today = opened.today()
    for step, days in ((NudgeStep.MAIL, 5), (NudgeStep.PHONE, 7), (NudgeStep.MEETING, 7), (NudgeStep.LEADER, 7)):
        assert wait_of(home).step is step
        match step:
            case NudgeStep.MAIL:
                nudge(opened, home, step)
            case NudgeStep.PHONE:
                call(opened, home, "Hun ser på det i morgen.")
            case NudgeStep.MEETING:
                meeting = put_on_meeting(opened, home)
                assert [each.title for each in meeting.agenda][-3:] == [      # before one says goodbye
                    "Vi venter på svar: en lejlighed på Nørrebro · Boligforeningen", "Hvem gør hvad, hvornår",
                    "Næste møde og tak for i dag"]
            case NudgeStep.LEADER:
                ask_leader(opened, home, "Ring til chefen der.")
        assert home.nudge_on == day_at_work(today + timedelta(days))     # no Sunday
    assert wait_of(home).step is NudgeStep.LEADER        # there is no higher
    assert len(home.nudges) == 4
    opened.undo()
    assert wait_of(home).step is NudgeStep.LEADER
    assert len(home.nudges) == 3


def test_a_call_is_a_contact_as_any_other(opened: OpenCase, home: Application) -> None:
    call(opened, home, "", reached=False)
    note = opened.case.the(ContactNote)
    assert (note.channel, note.reached, note.with_whom) == (ContactChannel.PHONE, False,
                                                             "Birgit Krogh, Boligforeningen")
    assert (note.words, note.by_id) == ("en lejlighed på Nørrebro", opened.who)
    assert home.nudges[0].note == "Ingen tog telefonen."
    opened.undo()                                        # one step
    assert (opened.case.all(ContactNote), home.nudges) == ([], [])


def test_without_a_meeting_nothing_is_put_on_it(opened: OpenCase, home: Application) -> None:
    with pytest.raises(Refused):
        put_on_meeting(opened, home)
    assert home.nudges == []


def test_the_mail_tells_nothing_without_a_consent(opened: OpenCase, home: Application) -> None:
    may, why = mail_may_tell(opened, home)
    mail = mail_of(opened, home)
    assert not may
    assert "Birgit Krogh" in why
    assert mail.to == ("birgit@example.org",)
    assert "Nørrebro" not in mail.subject + mail.body
    assert "JP" not in mail.subject + mail.body
    assert "4711" in mail.body                           # their own number
    assert "Skovly" in mail.body
    with opened.action("x"):
        opened.case.the(Citizen).protected_address = True
    assert "Skovly" not in mail_of(opened, home).body


def test_a_number_that_offices_go_by_may_be_a_cpr_number_and_is_masked(opened: OpenCase, home: Application) -> None:
    with opened.action("x"):
        home.reference, home.what = "310280-1234", "Bolig til 3102801234"
    for mail in (mail_of(opened, home), leader_mail(opened, home)):
        assert "1234" not in mail.body.replace("12 34", "")
    assert "310280-••••" in mail_of(opened, home).body


def test_with_a_consent_it_says_what_and_initials(opened: OpenCase, home: Application) -> None:
    assert home.member is not None
    give_consent(opened, Asked("at finde en bolig", [home.member], [Topic.HOUSING], GivenHow.ORALLY, told_before=True))
    mail = mail_of(opened, home)
    assert "en lejlighed på Nørrebro (JP)" in mail.body
    assert "Jonas" not in mail.subject + mail.body
    assert "JP" not in mail.subject


def test_every_kind_of_wait_climbs(opened: OpenCase) -> None:
    asked = ask_office(opened, "Hjemløseenheden")
    wait_for(opened, None, "svar fra Ole")
    course = current_course(opened.case)
    for row in (asked, course):
        assert row.nudge_on == opened.today() + timedelta(7)
        nudge(opened, row, NudgeStep.MAIL)
        assert wait_of(row).step is NudgeStep.PHONE
        assert mail_of(opened, row).to == ()
        remove_nudge(opened, wait_of(row).nudges[0])
        assert wait_of(row).step is NudgeStep.MAIL
    with opened.action("x"):
        course.meanwhile = "går i værkstedet"
    stop_waiting(opened)
    assert [wait.row for wait in open_waits(opened.case)] == [asked]
    assert (course.nudge_on, course.meanwhile) == (None, "")


def test_what_the_citizen_sent_we_did_not_write_and_it_is_said_that_we_have_asked_since(
        opened: OpenCase, home: Application) -> None:
    assert wait_of(home).member is not None
    with opened.action("x"):
        home.sent_by_id = next(each for each in opened.case.all(NetworkMember) if each.is_citizen).id
    assert "fik I en ansøgning, som vi venter på svar på." in mail_of(opened, home).body
    give_consent(opened, Asked("bolig", [m for m in [wait_of(home).member] if m], [Topic.HOUSING], GivenHow.SIGNED,
                               told_before=True))
    nudge(opened, home, NudgeStep.MAIL)
    ask_leader(opened, home)
    body = mail_of(opened, home).body
    assert "fik I en ansøgning: en lejlighed på Nørrebro (J" in body
    assert "skrev vi" not in body
    assert "Siden har vi spurgt igen den " in body     # the leader is ours


def test_a_question_that_is_waited_for_is_quoted_in_the_mail(opened: OpenCase) -> None:
    wait_for(opened, None, "Kan hun komme til mødet?")
    assert "venter på svar: »Kan hun komme til mødet?«." in leader_mail(opened, current_course(opened.case)).body
