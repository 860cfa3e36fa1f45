"""What happens at a meeting and around it: the clock, who comes late, answers, ways to hold it, words of the day."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting, remove_meeting, set_times
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.casework.meeting.meeting_calendar import uid_of
from borgerplan_desktop.casework.meeting.meeting_time import go_on, move_end, pause
from borgerplan_desktop.casework.meeting.new_meeting import begin_new, new_meetings
from borgerplan_desktop.casework.meeting.participants import add_participant, came_late, left_early
from borgerplan_desktop.casework.meeting.private_pad import begin_pad
from borgerplan_desktop.casework.meeting.replies import ANSWERS, note_answer, take_in
from borgerplan_desktop.casework.meeting.series import plan_series
from borgerplan_desktop.casework.meeting.series_rest import AsItWas, change_rest, only_planned, rest_of
from borgerplan_desktop.casework.meeting.ways import add_from_room, agree_to, hold_it_so, make_goal_of
from borgerplan_desktop.casework.meeting.words_of_the_day import put_into_plan
from borgerplan_desktop.casework.network.summon import summon
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.documents.calendar_reply import CalendarReply
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant, Reply
from borgerplan_desktop.model.meeting_way import Way
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from tests.casework.acts import nth


def on_the_clock(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        if meeting.status is not MeetingStatus.IN_PROGRESS:
            start_meeting(opened, meeting)
        pause(opened, meeting)
        if b % 3:
            go_on(opened, meeting, end_later=b % 2 == 0)
        move_end(opened, meeting, 5 * (b - 4))


def ended_too_soon(opened: OpenCase, a: int, b: int) -> None:
    """Another one is planned already: what is left goes there."""
    meeting = nth(opened, Meeting, a)
    if meeting is None or not meeting.status.ahead:
        return
    following = plan_meeting(opened)
    add_from_room(opened, meeting, f"ikke nået {b}")
    write(opened, meeting, Meeting.next_meeting_id, following.id, "base: the next meeting")
    start_meeting(opened, meeting)
    end_meeting(opened, meeting, take_along=b % 2 == 0)


def in_and_out(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        (came_late if b % 2 else left_early)(opened, participant)


def on_the_pad(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        begin_pad(opened, meeting, f"husk {b}")


def answers_by_phone(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        note_answer(opened, participant, list(Reply)[b % 3])


def answers_by_file(opened: OpenCase, a: int, b: int) -> None:
    member = nth(opened, NetworkMember, a)
    if member is None or member.is_citizen:
        return
    meeting = plan_meeting(opened)
    add_participant(opened, meeting, member)
    address = member.contact.email or "b@example.org"
    if member.kind is MemberKind.PRIVATE:
        write(opened, member, NetworkMember.email, address, "base: address")
    try:
        take_in(opened, CalendarReply(uid_of(meeting.id), None, None, address.casefold(), list(ANSWERS)[b % 3], "ord"))
    except Refused:
        return                                           # no address is known, or another is


def several(opened: OpenCase, a: int, b: int) -> None:
    meeting = nth(opened, Meeting, a)
    if meeting is not None and meeting.starts_at is not None:
        plan_series(opened, meeting, [meeting.starts_at.date() + timedelta(days=30 + each) for each in range(b % 3)])


def the_rest(opened: OpenCase, a: int, b: int) -> None:
    meeting = nth(opened, Meeting, a)
    if meeting is None or meeting.starts_at is None:
        return
    plan_series(opened, meeting, [meeting.starts_at.date() + timedelta(days=30 * each) for each in (1, 2)])
    was, start = AsItWas.of(meeting), meeting.starts_at + timedelta(days=b % 3)
    if b % 3:
        set_times(opened, meeting, start, start + timedelta(hours=1))
        change_rest(opened, meeting, was)
    elif b % 2:
        call_off(opened, meeting, "Jonas", "flytter", rest_of(meeting))
    else:
        remove_meeting(opened, meeting, only_planned(rest_of(meeting)))


def a_new_one(opened: OpenCase, a: int, b: int) -> None:
    every = new_meetings(opened)
    begin_new(opened, every[b % len(every)])


def summoned(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        summon(opened, meeting, f"Lene {b}", "sagsbehandler", email="lene@example.org" if b % 2 else "",
               private=b % 3 == 0)


def another_way(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        hold_it_so(opened, meeting, list(Way)[b % len(Way)])


def out_of_the_room(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        add_from_room(opened, meeting, f"fra rummet {b}")


def proposal(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        if b % 2:
            agree_to(opened, meeting, f"forslag {b}")
        else:
            make_goal_of(opened, f"forslag {b}")


def said_today(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        write(opened, meeting, Meeting.own_words, f"dagens ord {b}", "base: words of the day")
        write(opened, meeting, Meeting.own_words_for_all, b % 2 == 0, "base: words of the day for all")
        put_into_plan(opened, meeting)


ACTS = {f"at a meeting: {act.__name__}": act for act in (
    on_the_clock, ended_too_soon, in_and_out, on_the_pad, answers_by_phone, answers_by_file, several, the_rest,
    a_new_one, summoned, another_way, out_of_the_room, proposal, said_today)}
