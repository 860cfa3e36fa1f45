"""Who is given which paper of the meeting: the newest is known, what is held back is said, and it stays on record."""
from __future__ import annotations

from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import pytest

from borgerplan_desktop.casework.meeting.agenda import add_item, remove_item, set_minutes
from borgerplan_desktop.casework.meeting.before_meeting import invite, plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.editions import edition_now, with_older
from borgerplan_desktop.casework.meeting.meeting_mail import meeting_mail, subject
from borgerplan_desktop.casework.meeting.paper_files import making, wanted, write_files
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.sending import (
    How,
    Law,
    Recipient,
    Sending,
    recipients,
    were_given,
)
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, withdraw_whole
from borgerplan_desktop.casework.papers.mail import Mail
from borgerplan_desktop.casework.papers.mail_file import address_of, mail_file
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingStatus
from borgerplan_desktop.model.meeting_edition import Has, editions, has
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.papers import Delivery, Document, DocumentKind
from tests.documents import reading

START = datetime(2026, 11, 12, 13)


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    """May know the plan and about housing; has a mail address."""
    with opened.action("add"):
        made = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Holm", email="b@example.org"))
    give_consent(opened, Asked(persons=[made], purpose="bolig", topics=[Topic.PLAN, Topic.HOUSING], told_before=True,
                               given_how=GivenHow.SIGNED))
    return made


@pytest.fixture
def lene(opened: OpenCase) -> NetworkMember:
    """Nobody has asked about her."""
    with opened.action("add"):
        return opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Lene Friis", email="l@example.org"))


@pytest.fixture
def meeting(opened: OpenCase, birgit: NetworkMember, lene: NetworkMember) -> Meeting:
    made = plan_meeting(opened, starts_at=START, place="Mødelokale 2", purpose="Vi laver planen")
    goal = add_goal(opened, "Drikke mindre")
    write(opened, goal, type(goal).area, LifeArea.SUBSTANCES, "x")
    add_item(opened, made, "Mål: drikke mindre", 10, goal=goal)
    for member in (birgit, lene):
        add_participant(opened, made, member, "kender sagen")
    return made


def of(opened: OpenCase, meeting: Meeting, sending: Sending, member: NetworkMember) -> Recipient:
    return next(each for each in recipients(opened, meeting, sending) if each.member is member)


def is_due(opened: OpenCase, meeting: Meeting, sending: Sending) -> bool:
    """Whether somebody ought to be given it now."""
    return any(each.due for each in recipients(opened, meeting, sending))


def test_each_line_says_what_they_get_and_what_is_held_back(opened: OpenCase, meeting: Meeting, birgit: NetworkMember,
                                                            lene: NetworkMember) -> None:
    first = recipients(opened, meeting, Sending.INVITATION)[0]
    assert (first.member.is_citizen, first.gets, first.due) == (True, "Får det hele", True)
    known = of(opened, meeting, Sending.INVITATION, birgit)
    assert (known.may, known.gets, known.address, known.due) == (True, "Får det uden 1 punkt", "b@example.org", True)
    unknown = of(opened, meeting, Sending.INVITATION, lene)
    assert (unknown.may, unknown.due) == (False, False)
    assert "Lene Friis" in unknown.why_not


def test_who_has_the_newest_is_known_and_a_change_they_may_not_know_of_makes_none_older(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    assert is_due(opened, meeting, Sending.INVITATION)
    invite(opened, meeting)
    mine = of(opened, meeting, Sending.CHANGE, birgit).participant
    assert (has(mine, opened.today()), mine.edition) == (Has.NEWEST, 1)
    assert not is_due(opened, meeting, Sending.INVITATION)
    assert not is_due(opened, meeting, Sending.CHANGE)
    secret = next(each for each in meeting.agenda if each.goal_id is not None)
    set_minutes(opened, secret, 25)
    assert has(mine, opened.today()) is Has.NEWEST       # she was never told of it
    assert meeting.participants[0] in with_older(opened, meeting, Has.OLDER)     # the citizen was
    set_minutes(opened, meeting.agenda[0], 7)
    assert has(mine, opened.today()) is Has.OLDER
    assert is_due(opened, meeting, Sending.CHANGE)
    due = [each for each in recipients(opened, meeting, Sending.CHANGE) if each.due]
    were_given(opened, meeting, Sending.CHANGE, How.BY_HAND, [(each, None) for each in due])
    assert (has(mine, opened.today()), mine.edition) == (Has.NEWEST, 2)
    assert [each.number for each in editions(meeting)] == [1, 2]
    assert with_older(opened, meeting, Has.OLDER) == []
    opened.undo()
    assert (mine.edition, len(editions(meeting))) == (1, 1)
    opened.redo()
    assert (mine.edition, len(editions(meeting))) == (2, 2)


def test_a_number_rises_only_when_something_else_is_sent(opened: OpenCase, meeting: Meeting) -> None:
    with opened.action("x"):
        first = edition_now(opened, meeting)
        assert edition_now(opened, meeting) is first
    remove_item(opened, meeting.agenda[-1])
    with opened.action("x"):
        assert edition_now(opened, meeting).number == 2


def test_it_is_on_record_who_got_what(opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    given = of(opened, meeting, Sending.INVITATION, birgit)
    were_given(opened, meeting, Sending.INVITATION, How.MAIL, [(given, None)])
    document = opened.case.all(Document)[-1]
    assert (document.kind, document.meeting_id) == (DocumentKind.INVITATION, meeting.id)
    delivery = opened.case.of(Delivery, Delivery.document_id, document.id)[0]
    assert (delivery.to_name, delivery.override_law) == ("Birgit Holm", "")
    assert (meeting.status, given.participant.invited_on) == (MeetingStatus.INVITED, opened.today())


def test_a_consent_withdrawn_before_the_minutes_holds_them_back_but_for_a_law(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    invite(opened, meeting)
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    withdraw_whole(opened, birgit)
    held_back = of(opened, meeting, Sending.MINUTES, birgit)
    assert (held_back.may, held_back.due) == (False, False)
    assert "trukket tilbage" in held_back.why_not
    with pytest.raises(Refused):
        were_given(opened, meeting, Sending.MINUTES, How.BY_HAND, [(held_back, None)])
    with pytest.raises(Refused):
        were_given(opened, meeting, Sending.MINUTES, How.BY_HAND, [(held_back, Law("§ 11 c", " "))])
    assert held_back.participant.minutes_given_on is None
    were_given(opened, meeting, Sending.MINUTES, How.BY_HAND, [(held_back, Law("§ 11 c", "fare for liv"))])
    by_law = [(each.override_law, each.override_reason) for each in opened.case.of(Delivery, Delivery.member_id,
                                                                                   birgit.id) if each.override_law]
    assert by_law == [("§ 11 c", "fare for liv")]
    assert held_back.participant.minutes_given_on == opened.today()


def test_minutes_that_were_corrected_are_older_with_those_who_may_know_it(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    start_meeting(opened, meeting)
    end_meeting(opened, meeting)
    were_given(opened, meeting, Sending.MINUTES, How.BY_HAND,
               [(each, None) for each in recipients(opened, meeting, Sending.MINUTES) if each.due])
    mine = of(opened, meeting, Sending.MINUTES, birgit).participant
    assert (meeting.status, has(mine, opened.today())) == (MeetingStatus.MINUTES_SENT, Has.MINUTES)
    secret = next(each for each in meeting.agenda if each.goal_id is not None)
    write(opened, secret, AgendaItem.written, "En rettelse", "x")
    assert has(mine, opened.today()) is Has.MINUTES
    write(opened, meeting.agenda[0], AgendaItem.written, "En rettelse", "x")
    assert has(mine, opened.today()) is Has.OLDER_MINUTES
    assert is_due(opened, meeting, Sending.MINUTES)


def test_others_get_danish_and_the_citizen_what_they_read_best(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    use_language("en")                                   # what the screen speaks is no matter
    citizen = next(each for each in opened.case.all(NetworkMember) if each.is_citizen)
    add_participant(opened, meeting, citizen, "")
    reads_best(opened, "pl", large_print=True)
    those = [of(opened, meeting, Sending.INVITATION, each) for each in (birgit, citizen)]
    theirs, own = making(opened, Sending.INVITATION, wanted(opened, [(each, How.PRINTED, None) for each in those]))(
        lambda _share: None)
    assert "Indkaldelse" in reading.text(theirs.content)
    assert "Zaproszenie" in reading.text(own.content)
    with reading.opened(own.content) as pdf:             # in large print
        assert b" 16 Tf" in b"".join(page.Contents.read_bytes() for page in pdf.pages)


def test_a_mail_is_a_draft_with_their_own_paper_and_no_name_in_the_subject(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember, lene: NetworkMember, tmp_path: Path) -> None:
    known, unknown = (of(opened, meeting, Sending.INVITATION, each) for each in (birgit, lene))
    papers = wanted(opened, [(known, How.MAIL, None), (unknown, How.MAIL, None)])
    heard: list[float] = []
    made = making(opened, Sending.INVITATION, papers)(heard.append)
    assert heard[-1] == 1.0
    assert [bool(each.why_not) for each in made] == [False, True]        # Lene is not covered: there is none
    write_files(tmp_path, made[:1])
    draft = cast(EmailMessage, message_from_bytes((tmp_path / made[0].name).read_bytes(), policy=default))
    assert draft["subject"] == "Indkaldelse til møde den 12. november 2026"
    assert draft["x-unsent"] == "1"
    assert draft["from"] is None
    assert [each.addr_spec for each in draft["to"].addresses] == ["b@example.org"]
    paper = next(iter(draft.iter_attachments()))
    assert paper.get_content_type() == "application/pdf"
    assert paper.get_content().startswith(b"%PDF")
    assert "Birgit" not in made[0].name
    body = draft.get_body(("plain",))
    assert body is not None
    assert "torsdag 12. november kl. 13.00" in body.get_content()
    assert "drikke" not in body.get_content()
    with pytest.raises(Refused):
        meeting_mail(opened, meeting, lene, Sending.INVITATION)
    assert subject(meeting, Sending.MINUTES) == "Referat af mødet den 12. november 2026"


HOSTILE = ('Holm, Birgit "B"', "Bir\r\nBcc: evil@example.org", "Åse Ø\u2028Bcc: x@example.org", "x" * 300, "x" * 20_000,
           "\ud800", "(c) <a@example.org>; \\", "=?utf-8?q?hej?=", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_one_name_and_nothing_else(name: str) -> None:
    member = NetworkMember(name=name, email="a@example.org")
    mail = Mail(("a@example.org",), "Møde\r\nBcc: evil@example.org", "Hej\n.\nFrom x\n" + "å" * 2000)
    whole = mail_file(mail, b"%PDF", "x.pdf", in_case(member))
    read = cast(EmailMessage, message_from_bytes(whole, policy=default))
    assert set(read.keys()) == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type"}
    assert [each.addr_spec for each in read["to"].addresses] == ["a@example.org"]
    assert message_from_bytes(whole)["bcc"] is None      # the library's older parser, which is laxer
    assert len(list(read.iter_attachments())) == 1
    assert max(map(len, whole.split(b"\r\n"))) < 999


@pytest.mark.parametrize("written", [
    "", "@", "a@b", "a b@example.org", "a@example.org, b@example.org", "<a@example.org>", "æ@example.org",
    "a@example.org\nBcc: b@example.org", '"x y"@example.org'])
def test_what_is_no_address_is_none(written: str) -> None:
    assert address_of(in_case(NetworkMember(email=written))) == ""


def in_case(member: NetworkMember) -> NetworkMember:
    from borgerplan_desktop.model.case import Case

    Case("case", [member])
    return member


def test_forty_are_made_with_progress_and_can_be_stopped(opened: OpenCase, meeting: Meeting) -> None:
    for n in range(40):
        with opened.action("add"):
            member = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name=f"Person {n}",
                                                   email=f"p{n}@example.org"))
        add_participant(opened, meeting, member)
    many = [each for each in recipients(opened, meeting, Sending.INVITATION) if each.member.name.startswith("Person")]
    law = Law("§ 11 c", "fare for liv")
    papers = wanted(opened, [(each, How.MAIL, law) for each in many])
    made = making(opened, Sending.INVITATION, papers)(lambda _share: None)
    assert len({each.name for each in made if each.content}) == 40

    class Stop(Exception):
        pass

    def stop(share: float) -> None:
        if share > .5:
            raise Stop

    with pytest.raises(Stop):
        making(opened, Sending.INVITATION, papers)(stop)


def test_a_start_is_moved_and_everybody_has_an_older_one(opened: OpenCase, meeting: Meeting) -> None:
    invite(opened, meeting)
    with opened.action("x"):
        meeting.starts_at = START + timedelta(hours=1)
    assert len(with_older(opened, meeting, Has.OLDER)) == sum(each.edition > 0 for each in meeting.participants)
