"""A meeting in calendars: the same for ever, a rising number, only those who may, and nothing of the citizen."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
import vobject

from borgerplan_desktop.casework.meeting.before_meeting import call_off, invite, plan_meeting, set_times
from borgerplan_desktop.casework.meeting.meeting_calendar import calendar_of, save_calendar, uid_of
from borgerplan_desktop.casework.meeting.meeting_list import meeting_lines
from borgerplan_desktop.casework.meeting.paper_files import making, wanted
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.sending import How, Sending, recipients, were_given
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, give_consent, withdraw_whole
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.meeting_paper import invitation_pdf
from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import GivenHow, Topic
from borgerplan_desktop.model.course import LeftHow, Stay
from borgerplan_desktop.model.covered import EVERYTHING
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingStatus
from borgerplan_desktop.model.meeting_edition import What, changes_since, editions, is_as_it_was_told
from borgerplan_desktop.model.meeting_needs import Need, needs
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.shelter import Sector, StaffMember
from tests.documents import reading

START = datetime(2026, 11, 12, 13)


def somebody(opened: OpenCase, name: str, kind: MemberKind = MemberKind.PROFESSIONAL, topics: tuple[Topic, ...] = (
        Topic.PLAN,), **more: Any) -> NetworkMember:
    with opened.action("add"):
        made = opened.case.add(NetworkMember(kind=kind, name=name, email=f"{name[0].lower()}@example.org", **more))
    if topics:
        give_consent(opened, Asked(persons=[made], purpose="bolig", topics=list(topics), told_before=True,
                                   given_how=GivenHow.SIGNED))
    return made


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    return somebody(opened, "Birgit Holm")


@pytest.fixture
def meeting(opened: OpenCase, birgit: NetworkMember) -> Meeting:
    me = opened.case.the(Citizen).contact_person_id
    assert opened.shelter is not None
    staff = opened.shelter.case.get(StaffMember, me)
    assert staff is not None
    write(opened.shelter, staff, StaffMember.email, "eva@example.org", "x")
    made = plan_meeting(opened, starts_at=START, place="Mødelokale 2", purpose="Vi laver planen")
    add_participant(opened, made, birgit)
    return made


def read(content: bytes) -> Any:
    return vobject.readOne(content.decode())


def saved(opened: OpenCase, meeting: Meeting) -> Any:
    found: list[bytes] = []
    save_calendar(opened, meeting, found.append)
    return read(found[0])


def addresses(calendar: Any) -> list[str]:
    return [each.value.removeprefix("mailto:") for each in calendar.vevent.contents.get("attendee", [])]


def test_the_number_rises_with_what_was_told_and_the_name_stays(opened: OpenCase, meeting: Meeting) -> None:
    first = saved(opened, meeting)
    assert (first.method.value, first.vevent.sequence.value) == ("REQUEST", "1")
    assert first.vevent.uid.value == uid_of(meeting.id)
    assert saved(opened, meeting).vevent.sequence.value == "1"           # told once more, not another
    set_times(opened, meeting, START + timedelta(days=1), START + timedelta(days=1, hours=1))
    second = saved(opened, meeting)
    assert (second.vevent.uid.value, second.vevent.sequence.value) == (first.vevent.uid.value, "2")
    call_off(opened, meeting, "Jonas")
    gone = saved(opened, meeting)
    assert (gone.method.value, gone.vevent.sequence.value, gone.vevent.uid.value) == (
        "CANCEL", "3", first.vevent.uid.value)
    opened.undo()                                        # that it was saved: calendars may have it all the same
    assert saved(opened, meeting).vevent.sequence.value == "4"


def test_what_was_told_and_undone_is_told_over_with_a_higher_number(opened: OpenCase, meeting: Meeting) -> None:
    saved(opened, meeting)
    call_off(opened, meeting, "Jonas")
    assert saved(opened, meeting).vevent.sequence.value == "2"           # it is off, and calendars have it
    opened.undo()
    opened.undo()                                        # it is held after all
    assert [each.number for each in editions(meeting)] == [1]
    assert read(calendar_of(opened.case, meeting.id, opened.now()).content).vevent.sequence.value == "3"
    again = saved(opened, meeting)
    assert (again.method.value, again.vevent.sequence.value) == ("REQUEST", "3")
    opened.undo()
    opened.redo()
    assert saved(opened, meeting).vevent.sequence.value == "3"           # done again, it is what was told last


def test_it_says_nothing_of_the_citizen(opened: OpenCase, meeting: Meeting) -> None:
    name = opened.case.the(Citizen).name
    content = calendar_of(opened.case, meeting.id, opened.now()).content.decode()
    assert not any(part in content for part in (*name.split(), meeting.id, opened.id, "Vi laver planen"))
    assert read(content.encode()).vevent.summary.value == "Møde"


def test_whom_to_tell_that_one_cannot_come_stands_in_the_calendar(opened: OpenCase, meeting: Meeting,
                                                                 birgit: NetworkMember) -> None:
    """A mail can be deleted once the meeting lies in the calendar."""
    assert opened.shelter is not None
    staff = opened.shelter.case.get(StaffMember, opened.case.the(Citizen).contact_person_id)
    assert staff is not None
    write(opened.shelter, staff, StaffMember.phone, "12345620", "x")
    event = read(calendar_of(opened.case, meeting.id, opened.now(), birgit).content).vevent
    said = event.description.value.replace(NBSP, " ")
    assert f"Sig det til {staff.name}, tlf. 12 34 56 20, hvis du ikke kan komme." in said
    assert "Jonas" not in said


def test_only_whoever_may_and_of_whom_all_may_know_stands_in_the_file_for_all(
        opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    lene = somebody(opened, "Lene Friis", topics=())
    tove = somebody(opened, "Tove Bro", MemberKind.PRIVATE)
    healer = somebody(opened, "Hans Vang", sector=Sector.HEALTH)
    for each in (lene, tove, healer):
        add_participant(opened, meeting, each)
    found = addresses(read(calendar_of(opened.case, meeting.id, opened.now()).content))
    assert "b@example.org" in found
    assert not {"l@example.org", "t@example.org", "h@example.org"} & {*found}
    one = read(calendar_of(opened.case, meeting.id, opened.now(), tove).content)
    assert addresses(one) == ["t@example.org"]
    with pytest.raises(Refused):
        calendar_of(opened.case, meeting.id, opened.now(), lene)
    assert addresses(read(calendar_of(opened.case, meeting.id, opened.now(), lene, by_law=True).content)) == [
        "l@example.org"]
    write(opened, birgit, NetworkMember.left_out_of_paper, True, "x")
    assert "b@example.org" not in addresses(read(calendar_of(opened.case, meeting.id, opened.now()).content))
    write(opened, birgit, NetworkMember.left_out_of_paper, False, "x")
    withdraw_whole(opened, birgit)
    assert "b@example.org" not in addresses(read(calendar_of(opened.case, meeting.id, opened.now()).content))


def test_a_protected_address_is_not_told_by_the_organizers_mail(opened: OpenCase, meeting: Meeting) -> None:
    write(opened, opened.case.the(Citizen), Citizen.protected_address, True, "x")
    calendar = read(calendar_of(opened.case, meeting.id, opened.now()).content)
    assert calendar.method.value == "PUBLISH"
    assert "eva@example.org" not in calendar.serialize()


def test_without_a_time_and_after_a_death_it_is_refused(opened: OpenCase, meeting: Meeting) -> None:
    with opened.action("died"):
        opened.case.the(Stay).left_on, opened.case.the(Stay).left_how = opened.today(), LeftHow.DIED
    with pytest.raises(Refused, match="død"):
        save_calendar(opened, meeting, lambda content: None)
    assert calendar_of(opened.case, meeting.id, opened.now(), called_off=True).method == "CANCEL"
    set_times(opened, meeting, None, None)
    with pytest.raises(Refused, match="tidspunkt"):
        save_calendar(opened, meeting, lambda content: None)


def test_the_mail_to_each_has_their_own(opened: OpenCase, meeting: Meeting, birgit: NetworkMember) -> None:
    each = next(one for one in recipients(opened, meeting, Sending.INVITATION) if one.member is birgit)
    papers = [replace(one, made_at=opened.now()) for one in wanted(opened, [(each, How.MAIL, None)])]
    mail = message_from_bytes(making(opened, Sending.INVITATION, papers)(lambda share: None)[0].content, policy=default)
    parts = {part.get_content_type(): part for part in mail.walk()}
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    content = parts["text/calendar"].get_payload(decode=True)
    assert isinstance(content, bytes)
    assert addresses(read(content)) == ["b@example.org"]
    invite(opened, meeting)
    assert read(calendar_of(opened.case, meeting.id, opened.now()).content).vevent.sequence.value == read(
        content).vevent.sequence.value


def test_that_it_is_called_off_is_told_once_and_leaves_their_calendar(opened: OpenCase, meeting: Meeting,
                                                                     birgit: NetworkMember) -> None:
    invite(opened, meeting)
    call_off(opened, meeting, "Jonas")
    each = next(one for one in recipients(opened, meeting, Sending.CHANGE) if one.member is birgit)
    assert each.due
    made = making(opened, Sending.CHANGE, wanted(opened, [(each, How.MAIL, None)]))(lambda share: None)[0]
    mail = message_from_bytes(made.content, policy=default)
    assert mail["subject"] == "Mødet den 12. november 2026 er aflyst"
    parts = {part.get_content_type(): part for part in mail.walk()}
    assert "er aflyst. Du skal ikke komme." in parts["text/plain"].get_content()
    content = parts["text/calendar"].get_payload(decode=True)
    assert isinstance(content, bytes)
    gone = read(content)
    assert (gone.method.value, gone.vevent.sequence.value) == ("CANCEL", "2")
    were_given(opened, meeting, Sending.CHANGE, How.MAIL, [(each, None)])
    assert not any(one.due for one in recipients(opened, meeting, Sending.CHANGE) if one.member is birgit)
    assert meeting.status is MeetingStatus.CALLED_OFF


def test_a_meeting_by_video_has_its_link_in_calendars_and_needs_no_room(opened: OpenCase, meeting: Meeting,
                                                                       birgit: NetworkMember) -> None:
    saved(opened, meeting)
    with opened.action("far"):
        meeting.held_as, meeting.link, meeting.place_text = HeldAs.VIDEO, "https://video.example.org/1234567890", ""
    event = saved(opened, meeting).vevent
    assert (event.location.value, event.sequence.value) == ("På video", "2")
    assert event.description.value.splitlines()[0] == "https://video.example.org/1234567890"
    assert Need.PLACE not in {each.need for each in needs(meeting, opened.today())}
    newest, first = editions(meeting)[-1], editions(meeting)[0]
    assert [each.what for each in changes_since(meeting, first, EVERYTHING)] == [What.HELD_AS, What.LINK, What.PLACE]
    assert not is_as_it_was_told(meeting, first)
    assert is_as_it_was_told(meeting, newest)
    said = reading.text(invitation_pdf(opened.case, f"{meeting.id}/{birgit.id}", today=opened.today()))
    assert "På video" in said
    assert "https://video.example.org/1234567890" in said.replace("\n", "")


def test_who_calls_the_meeting_stands_on_the_invitation_and_in_the_list(opened: OpenCase, meeting: Meeting,
                                                                       birgit: NetworkMember) -> None:
    with opened.action("calls"):
        meeting.called_by_id = birgit.id
    said = reading.text(invitation_pdf(opened.case, meeting.id, today=opened.today()))
    assert re.search(r"Indkaldt af\s+Birgit Holm", said)
    assert "Indkaldt af Birgit Holm" in meeting_lines(opened.case, opened.today())[0].words
