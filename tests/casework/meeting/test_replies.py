"""Answers from calendars: noted at whoever answers; what is older, strange, huge or hostile is refused in words."""
from __future__ import annotations

import re
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting, set_times
from borgerplan_desktop.casework.meeting.editions import edition_now
from borgerplan_desktop.casework.meeting.meeting_calendar import uid_of
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.replies import answer_holds, answer_in, note_answer, take_in
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.documents.calendar_reply import LARGEST, NotAReply, read_calendar_reply
from borgerplan_desktop.model.meeting import Meeting, Participant, Reply
from borgerplan_desktop.model.network import MemberKind, NetworkMember

START = datetime(2026, 11, 12, 13)


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    with opened.action("add"):
        birgit = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Holm",
                                               email="Birgit@Example.org"))
    made = plan_meeting(opened, starts_at=START, place="Mødelokale 2")
    add_participant(opened, made, birgit)
    edition_now(opened, made)
    return made


@pytest.fixture
def birgit(meeting: Meeting) -> Participant:
    return meeting.participants[-1]


def answer(meeting: Meeting, said: str = "ACCEPTED", sequence: int | str = 1, at: str = "20261101T120000Z",
           mail: str = "birgit@example.org", method: str = "REPLY", uid: str = "", more: str = "") -> bytes:
    return (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//Y//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n"
            f"UID:{uid or uid_of(meeting.id)}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{at}\r\n"
            f"ATTENDEE;CN=\"Holm; Birgit\";PARTSTAT={said}:\r\n MAILTO:{mail}\r\n{more}"
            "END:VEVENT\r\nEND:VCALENDAR\r\n").encode()


@pytest.mark.parametrize(("said", "reply"), [("ACCEPTED", Reply.COMES), ("declined", Reply.DOES_NOT_COME),
                                             ("TENTATIVE", Reply.PERHAPS)])
def test_an_answer_is_noted_with_its_words_and_can_be_undone(
        opened: OpenCase, meeting: Meeting, birgit: Participant, said: str, reply: Reply) -> None:
    found = read_calendar_reply(answer(meeting, said, more="COMMENT:Jeg er lidt\\, forsinket\r\n"))
    assert take_in(opened, found) is birgit
    assert (birgit.reply, birgit.reply_words) == (reply, "Jeg er lidt, forsinket")
    assert birgit.replied_at == min(datetime(2026, 11, 1, 13), opened.now())
    opened.undo()
    assert (birgit.reply, birgit.replied_at) == (None, None)


@pytest.mark.parametrize(("how", "told"), [
    ({"mail": "evil@example.org"}, "ikke indkaldt"), ({"mail": ""}, "ikke indkaldt"),
    ({"uid": "another@borgerplan.invalid"}, "ikke er her"), ({"said": "DELEGATED"}, "hverken ja"),
    ({"said": "NEEDS-ACTION"}, "hverken ja")])
def test_what_does_not_belong_here_is_refused(opened: OpenCase, meeting: Meeting, birgit: Participant,
                                              how: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused, match=told):
        take_in(opened, read_calendar_reply(answer(meeting, **how)))
    assert birgit.reply is None


def test_an_answer_to_an_older_time_is_refused_and_one_that_was_given_no_longer_holds(
        opened: OpenCase, meeting: Meeting, birgit: Participant) -> None:
    take_in(opened, read_calendar_reply(answer(meeting)))
    assert answer_holds(birgit)
    set_times(opened, meeting, START + timedelta(days=1), START + timedelta(days=1, hours=1))
    assert not answer_holds(birgit)
    edition_now(opened, meeting)
    with pytest.raises(Refused, match="ældre indkaldelse"):
        take_in(opened, read_calendar_reply(answer(meeting)))
    take_in(opened, read_calendar_reply(answer(meeting, "DECLINED", 2, "20261101T130000Z")))
    assert birgit.reply is Reply.DOES_NOT_COME
    assert answer_holds(birgit)


def test_an_older_answer_never_takes_the_place_of_a_newer(opened: OpenCase, meeting: Meeting,
                                                        birgit: Participant) -> None:
    older = (opened.now() - timedelta(days=3)).strftime("%Y%m%dT%H%M%SZ")
    note_answer(opened, birgit, Reply.DOES_NOT_COME)
    with pytest.raises(Refused, match="nyere svar"):
        take_in(opened, read_calendar_reply(answer(meeting, at=older)))
    assert birgit.reply is Reply.DOES_NOT_COME
    take_in(opened, read_calendar_reply(answer(meeting, at="20990101T000000Z")))     # a clock that is wrong
    assert birgit.replied_at == opened.now().replace(microsecond=0)


def test_to_a_meeting_that_is_called_off_nobody_answers(opened: OpenCase, meeting: Meeting) -> None:
    call_off(opened, meeting, "Jonas")
    with pytest.raises(Refused, match="ikke længere"):
        take_in(opened, read_calendar_reply(answer(meeting)))


ZONE = ("BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
        "TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n")
EVENT = "BEGIN:VEVENT\r\nUID:a\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.dk\r\nEND:VEVENT\r\n"
HEAD = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"
BAD = {
    "empty": b"", "no calendar": b"%PDF-1.7", "cut off": b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a",
    "an invitation": f"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n{EVENT}END:VCALENDAR".encode(),
    "no method": f"BEGIN:VCALENDAR\r\n{EVENT}END:VCALENDAR".encode(),
    "two events": f"{HEAD}{EVENT}{EVENT}END:VCALENDAR".encode(),
    "two who answer": f"{HEAD}{EVENT.replace('UID:a', 'ATTENDEE:mailto:x@y.dk')}END:VCALENDAR".encode(),
    "no name": f"{HEAD}{EVENT.replace('UID:a', 'X:a')}END:VCALENDAR".encode(),
    "nothing": f"{HEAD}END:VCALENDAR".encode(),
    "deep": (HEAD + "BEGIN:VEVENT\r\n" * 100_000).encode(),
    "crossed": f"{HEAD}BEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT".encode(),
    "many": (HEAD + EVENT * 20_000 + "END:VCALENDAR").encode(),
    "one long line": (HEAD + "BEGIN:VEVENT\r\nATTENDEE:" + "\r\n ".join(["x" * 70] * 60_000)
                      + "\r\nEND:VEVENT\r\nEND:VCALENDAR").encode(),
    "zeros": b"\x00" * 4_000_000, "too large": b"x" * (LARGEST + 1), "utf-16": HEAD.encode("utf-16"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.timeout(20)
def test_a_hostile_or_broken_file_is_refused_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(BAD[name])
    with pytest.raises(NotAReply):
        read_calendar_reply(BAD[name])
    with pytest.raises(Refused, match="Intet er ændret"):
        answer_in(path)


@pytest.mark.timeout(20)
def test_a_rule_that_never_ends_is_not_looked_at(opened: OpenCase, meeting: Meeting, birgit: Participant) -> None:
    content = answer(meeting, more="RRULE:FREQ=SECONDLY\r\nDTSTART;TZID=X:20261101T100000\r\nBEGIN:VALARM\r\n"
                                   "UID:another\r\nEND:VALARM\r\n").replace(
        b"BEGIN:VEVENT", ZONE.encode() + b"BEGIN:VEVENT", 1)
    take_in(opened, read_calendar_reply(content))
    assert birgit.reply is Reply.COMES


@pytest.mark.parametrize("more", [
    "COMMENT:" + "æ" * 100_000 + "\r\n", "COMMENT:a\r\nCOMMENT:b\r\n", "SEQUENCE:zwei\r\n", "DTSTAMP:gestern\r\n",
    "COMMENT;X=\"\":\x00\u202e\\n\r\n"])
def test_odd_lines_in_an_answer_do_no_harm(opened: OpenCase, meeting: Meeting, birgit: Participant, more: str) -> None:
    take_in(opened, read_calendar_reply(answer(meeting, more=more)))
    assert len(birgit.reply_words) <= 500
    assert birgit.reply is Reply.COMES


@pytest.mark.parametrize("how", [
    {"at": "gestern"}, {"at": "00010101T000000Z"}, {"sequence": 2**63}, {"sequence": "9" * 5000}, {"sequence": -1}])
def test_a_moment_or_number_that_cannot_be_is_not_noted(opened: OpenCase, meeting: Meeting, birgit: Participant,
                                                        how: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(answer(meeting, **how))
    take_in(opened, answer_in(path))
    assert birgit.reply is Reply.COMES
    assert (birgit.replied_to in (0, 1), answer_holds(birgit)) == (True, True)


def test_two_who_share_a_mail_address_are_told_apart_by_name(opened: OpenCase, meeting: Meeting,
                                                             birgit: Participant) -> None:
    with opened.action("add"):
        anne = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Anne Holm",
                                             email="birgit@example.org"))
    also = add_participant(opened, meeting, anne)
    with pytest.raises(Refused, match="Flere af de indkaldte"):
        take_in(opened, read_calendar_reply(answer(meeting)))
    named = answer(meeting).replace(b'"Holm; Birgit"', b"Anne Holm")
    assert take_in(opened, read_calendar_reply(named)) is also
    assert (birgit.reply, also.reply) == (None, Reply.COMES)


PUBLIC = sorted(Path(str(files("icalendar"))).rglob("*.ics"))


@pytest.mark.timeout(60)
def test_the_public_test_files_of_calendars_are_read_or_refused_in_words(tmp_path: Path) -> None:
    """Those that come with the library: odd ones, broken ones, and such as once took for ever."""
    assert len(PUBLIC) > 50
    for path in PUBLIC:
        for content in (path.read_bytes(), re.sub(rb"METHOD:\w+|VERSION:2.0", b"METHOD:REPLY", path.read_bytes())):
            try:
                found = read_calendar_reply(content)
            except NotAReply:
                continue
            assert found.uid, path
