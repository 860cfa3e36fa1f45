"""Holding and closing a meeting."""
from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from borgerplan_desktop.casework.meeting import (
    after_meeting,
    before_meeting,
    during_meeting,
    meeting_time,
    participants,
)
from borgerplan_desktop.casework.meeting.from_last import plan_next
from borgerplan_desktop.casework.meeting.replies import note_answer
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.course import MilestoneKind, current_course
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    Feedback,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Presence,
    Reply,
)
from borgerplan_desktop.model.papers import Delivery
from borgerplan_desktop.model.plan import open_agreements
from tests.archive import Clock


@pytest.fixture
def meeting(opened: OpenCase) -> Meeting:
    """A meeting of an hour that begins now, with a person whom no consent covers."""
    now = opened.now()
    made = before_meeting.plan_meeting(opened, starts_at=now, ends_at=now + timedelta(hours=1), place="Mødelokale 2")
    participants.add_participant(opened, made, add_private_person(opened, "Nadia Bro"), "kender behandlingen")
    return made


def test_start_turns_to_the_first_point(opened: OpenCase, meeting: Meeting) -> None:
    during_meeting.start_meeting(opened, meeting)
    assert meeting.status is MeetingStatus.IN_PROGRESS
    assert meeting.started_at == opened.now()
    assert during_meeting.present_item(meeting) is meeting.agenda[0]
    during_meeting.go_to_item(opened, meeting, meeting.agenda[1])
    assert meeting.agenda[0].done
    assert during_meeting.next_item(meeting) is meeting.agenda[2]
    during_meeting.go_to_item(opened, meeting, meeting.agenda[0])
    assert not meeting.agenda[1].done                    # going back finishes nothing


def test_nobody_waits_for_whoever_has_said_that_they_cannot_come(opened: OpenCase, meeting: Meeting) -> None:
    nadia = meeting.participants[-1]
    note_answer(opened, nadia, Reply.DOES_NOT_COME)
    during_meeting.start_meeting(opened, meeting)
    assert nadia.presence is Presence.DID_NOT_COME
    assert nadia not in participants.in_round(meeting)
    participants.came_late(opened, nadia)                # they came after all
    assert nadia in participants.in_round(meeting)
    opened.undo()
    opened.undo()
    assert nadia.presence is Presence.UNKNOWN

def test_a_meeting_that_nobody_ended_was_over_when_it_was_to_be(opened: OpenCase, meeting: Meeting,
                                                                clock: Clock) -> None:
    begun = opened.now()
    during_meeting.start_meeting(opened, meeting)
    clock.pass_(days=3)
    during_meeting.end_meeting(opened, meeting)
    assert meeting.ended_at == meeting.ends_at == begun + timedelta(hours=1)
    assert meeting.agenda[0].used == 3600


def test_of_a_meeting_without_an_end_nobody_ended_at_most_a_working_day_counts(
        opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    write(opened, meeting, Meeting.ends_at, None, "x")
    during_meeting.start_meeting(opened, meeting)
    begun = opened.now()
    meeting_time.pause(opened, meeting)
    clock.pass_(days=3)
    during_meeting.end_meeting(opened, meeting)
    assert meeting.ended_at == begun + during_meeting.LONGEST
    assert meeting.agenda[0].used == 0                   # it stood all the while


def test_whom_two_windows_asked_is_asked_once(opened: OpenCase, meeting: Meeting, archive: Archive) -> None:
    anne = add_private_person(opened, "Anne")
    other = archive.open_case(opened.id)
    theirs, hers = other.case.get(Meeting, meeting.id), other.case.get(type(anne), anne.id)
    assert theirs is not None
    assert hers is not None
    participants.add_participant(opened, meeting, anne)
    participants.add_participant(other, theirs, hers)
    opened.catch_up()
    assert [each.member for each in meeting.participants].count(anne) == 1
    participants.remove_participant(opened, meeting.participants[-1])
    assert anne not in [each.member for each in meeting.participants]
    opened.undo()
    assert [each.member for each in meeting.participants].count(anne) == 1


def test_everyone_gets_a_turn_in_the_round(opened: OpenCase, meeting: Meeting) -> None:
    during_meeting.start_meeting(opened, meeting)
    during_meeting.go_to_item(opened, meeting, meeting.agenda[2])
    participants.note_presence(opened, meeting.participants[1], Presence.DID_NOT_COME)
    heard = []
    while (who := participants.speaker(meeting)) is not None:
        following = participants.next_speaker(meeting)
        participants.has_spoken(opened, who)
        assert participants.speaker(meeting) is following
        heard.append(who)
    assert heard == [meeting.participants[0], meeting.participants[2]]
    assert all(p.presence is Presence.PRESENT for p in heard)
    during_meeting.go_to_item(opened, meeting, meeting.agenda[3])
    during_meeting.go_to_item(opened, meeting, meeting.agenda[2])
    assert participants.speaker(meeting) is None         # a round that is done is not begun again
    participants.note_presence(opened, heard[0], Presence.DID_NOT_COME)
    assert not heard[0].has_spoken


def test_agreements_made_at_the_meeting_are_in_the_plan(opened: OpenCase, meeting: Meeting) -> None:
    during_meeting.start_meeting(opened, meeting)
    made = add_agreement(opened, "Ringer til boligforeningen", meeting.participants[0].member, date(2026, 3, 20),
                         meeting=meeting)
    assert meeting.agreements == [made]
    assert made in open_agreements(opened.case)


def test_topics_put_aside_come_back_at_the_next_meeting(opened: OpenCase, meeting: Meeting) -> None:
    during_meeting.start_meeting(opened, meeting)
    glasses, bike = (during_meeting.park_topic(opened, meeting, text) for text in (" Briller ", "Cyklen"))
    during_meeting.unpark_topic(opened, bike)
    during_meeting.end_meeting(opened, meeting)
    assert after_meeting.not_taken_up(meeting) == [glasses]
    later = plan_next(opened, meeting, datetime(2026, 4, 21, 10))
    assert "Briller" in [item.title for item in later.agenda[:-2]]
    assert after_meeting.not_taken_up(meeting) == []
    assert glasses.taken_up_id == later.id == meeting.next_meeting_id
    assert later.kind is MeetingKind.FOLLOW_UP
    assert [(p.member_id, p.why) for p in later.participants] == [(p.member_id, p.why) for p in meeting.participants]
    assert later.place_text == "Mødelokale 2"
    opened.undo()
    assert after_meeting.not_taken_up(meeting) == [glasses]
    assert opened.case.all(Meeting) == [meeting]


def test_the_end_is_a_milestone_and_asks_the_citizen(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    during_meeting.start_meeting(opened, meeting)
    clock.now += timedelta(minutes=55)
    during_meeting.end_meeting(opened, meeting)
    course = current_course(opened.case)
    assert course.reached(MilestoneKind.NETWORK_MEETING) == opened.today()
    assert meeting.status is MeetingStatus.HELD
    assert after_meeting.has_been_held(meeting)
    assert meeting.item_id is None
    assert meeting.agenda[0].done
    assert meeting.feedback is not None
    during_meeting.start_meeting(opened, meeting)           # it is over
    assert meeting.status is MeetingStatus.HELD


def test_a_clock_set_back_never_makes_negative_times(opened: OpenCase, meeting: Meeting, clock: Clock) -> None:
    during_meeting.start_meeting(opened, meeting)
    clock.now -= timedelta(hours=3)
    during_meeting.end_meeting(opened, meeting)
    assert meeting.started_at is not None
    assert meeting.ended_at is not None
    assert meeting.ended_at >= meeting.started_at


def test_the_clock_of_the_meeting(opened: OpenCase, meeting: Meeting) -> None:
    start = opened.now()
    left = [meeting_time.minutes_left(meeting, start + timedelta(seconds=s)) for s in (0, 1, 60, 3599, 3600, 9999)]
    assert left == [60, 60, 59, 1, 0, 0]
    share = [meeting_time.share_left(meeting, start + timedelta(minutes=m)) for m in (-90, 0, 15, 60, 90)]
    assert share == [1.0, 1.0, 0.75, 0.0, 0.0]
    before_meeting.set_times(opened, meeting, None, None)
    assert meeting_time.minutes_left(meeting, start) is None
    assert meeting_time.share_left(meeting, start) == 0.0


def test_over_midnight_the_clock_goes_on(opened: OpenCase, meeting: Meeting) -> None:
    late = datetime(2026, 3, 12, 23, 30)
    before_meeting.set_times(opened, meeting, late, late + timedelta(hours=1))
    assert meeting_time.minutes_left(meeting, datetime(2026, 3, 13, 0, 10)) == 20


def test_what_is_said_is_written_at_the_point(opened: OpenCase, meeting: Meeting) -> None:
    write(opened, meeting.agenda[1], AgendaItem.written, "Jonas vil bo tæt på vandet", "Write")
    assert meeting.agenda[1].written.startswith("Jonas")


# --------------------------------------------------------------------------------------------------------- afterwards
def test_minutes_to_each_whom_a_consent_covers(opened: OpenCase, meeting: Meeting) -> None:
    during_meeting.start_meeting(opened, meeting)
    during_meeting.end_meeting(opened, meeting)
    *covered, nadia = meeting.participants
    assert after_meeting.waiting_for_minutes(opened, meeting) == covered
    with pytest.raises(Refused):
        after_meeting.give_minutes(opened, nadia, law="forvaltningsloven § 28", reason=" ")
    assert nadia.minutes_given_on is None
    after_meeting.give_minutes_to_all(opened, meeting)
    assert meeting.status is MeetingStatus.MINUTES_SENT
    assert meeting.minutes_sent_on == opened.today()
    assert [d.override_law for d in opened.case.all(Delivery)] == ["", ""]


def test_without_consent_only_with_law_and_reason_and_it_is_on_record(opened: OpenCase, meeting: Meeting) -> None:
    nadia = meeting.participants[-1]
    after_meeting.give_minutes(opened, nadia, "forvaltningsloven § 28, stk. 2", "Nødvendigt for hjælpen")
    line = opened.case.the(Delivery)
    assert (line.to_name, line.override_law) == ("Nadia Bro", "forvaltningsloven § 28, stk. 2")
    assert line.override_reason == "Nødvendigt for hjælpen"
    assert line.member_id == nadia.member_id
    after_meeting.give_minutes(opened, nadia)            # once is enough
    assert len(opened.case.all(Delivery)) == 1
    assert meeting.status is MeetingStatus.PLANNED


def test_feedback_may_be_skipped_and_changed(opened: OpenCase, meeting: Meeting) -> None:
    after_meeting.answer(opened, meeting, Feedback.said_it, 5)
    after_meeting.answer(opened, meeting, Feedback.own_plan, 2)
    after_meeting.answer(opened, meeting, Feedback.own_plan, None)
    given = meeting.feedback
    assert given is not None
    assert (given.said_it, given.understood, given.own_plan) == (5, None, None)
    with pytest.raises(ValueError, match="1-5"):
        after_meeting.answer(opened, meeting, Feedback.said_it, 6)


def test_explained_to_the_citizen(opened: OpenCase, meeting: Meeting) -> None:
    after_meeting.explain(opened, meeting)
    assert meeting.explained_on == opened.today()
    after_meeting.explain(opened, meeting, False)
    assert meeting.explained_on is None
