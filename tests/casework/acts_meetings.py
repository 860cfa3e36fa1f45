"""Meetings in the random sequences: prepared, held and closed in any order."""
from __future__ import annotations

from datetime import datetime, timedelta

from borgerplan_desktop.casework.meeting.after_meeting import (
    answer,
    carry_over,
    explain,
    give_minutes,
    give_minutes_to_all,
)
from borgerplan_desktop.casework.meeting.agenda import add_item, add_topic, move_item, remove_item, set_minutes
from borgerplan_desktop.casework.meeting.agenda_templates import (
    agenda_templates,
    begin_agenda_from,
    keep_agenda,
    retire_agenda,
)
from borgerplan_desktop.casework.meeting.before_meeting import call_off, invite, plan_meeting, remove_meeting, set_times
from borgerplan_desktop.casework.meeting.checklists import KEYS, tick, untick
from borgerplan_desktop.casework.meeting.during_meeting import (
    end_meeting,
    go_to_item,
    park_topic,
    start_meeting,
    unpark_topic,
)
from borgerplan_desktop.casework.meeting.from_last import as_last_time, last_meeting, plan_next
from borgerplan_desktop.casework.meeting.participants import (
    add_participant,
    add_participants,
    has_spoken,
    move_participant,
    note_presence,
    remove_participant,
)
from borgerplan_desktop.casework.meeting.reasons import suggest_reasons
from borgerplan_desktop.casework.meeting.sending import How, Law, Sending, recipients, were_given
from borgerplan_desktop.casework.meeting.share_time import share_out
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.model.meeting import (
    QUESTIONS,
    AgendaItem,
    Meeting,
    MeetingKind,
    ParkedTopic,
    Participant,
    Presence,
)
from borgerplan_desktop.model.network import NetworkMember
from tests.casework.acts import nth

NOON = datetime(2026, 3, 12, 12)
LINES = sorted(KEYS)


def plan(opened: OpenCase, a: int, b: int) -> None:
    starts = NOON + timedelta(days=a) if a else None
    plan_meeting(opened, list(MeetingKind)[b % 4], starts, None, f"lokale {b}")


def times(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        set_times(opened, meeting, NOON, NOON + timedelta(hours=b - 2))     # also before it starts: refused


def invited(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        invite(opened, meeting)


def called_off(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        call_off(opened, meeting, f"person {b}", "syg")


def removed(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        remove_meeting(opened, meeting)


def someone_comes(opened: OpenCase, a: int, b: int) -> None:
    meeting, member = nth(opened, Meeting, a), nth(opened, NetworkMember, b)
    if meeting is not None and member is not None:
        add_participant(opened, meeting, member, "kender sagen")


def several_come(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        add_participants(opened, meeting, opened.case.all(NetworkMember)[:b])


def someone_stays_away(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        remove_participant(opened, participant)


def someone_moves(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        move_participant(opened, participant, b)


def present(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        note_presence(opened, participant, list(Presence)[b % 3])


def spoken(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        has_spoken(opened, participant, b % 2 == 0)


def item(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        add_item(opened, meeting, f"punkt {b}", b * 5, round=b % 2 == 0, index=b)


def item_goes(opened: OpenCase, a: int, b: int) -> None:
    if (point := nth(opened, AgendaItem, a + 10 * b)) is not None:
        remove_item(opened, point)


def item_moves(opened: OpenCase, a: int, b: int) -> None:
    if (point := nth(opened, AgendaItem, a)) is not None:
        move_item(opened, point, b)
        set_minutes(opened, point, b)


def time_is_shared(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        share_out(opened, meeting)


def ticks(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        if meeting.ticks and b % 2:
            untick(opened, meeting, min(meeting.ticks))
        else:
            tick(opened, meeting, LINES[b])


def start(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        start_meeting(opened, meeting)


def go(opened: OpenCase, a: int, b: int) -> None:
    meeting = nth(opened, Meeting, a)
    if meeting is not None and meeting.agenda:
        go_to_item(opened, meeting, meeting.agenda[b % len(meeting.agenda)])


def park(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        park_topic(opened, meeting, f"emne {b}")


def unpark(opened: OpenCase, a: int, b: int) -> None:
    if (topic := nth(opened, ParkedTopic, a)) is not None:
        unpark_topic(opened, topic)


def end(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        end_meeting(opened, meeting)


def explained(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        explain(opened, meeting, b % 2 == 0)


def answers(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        answer(opened, meeting, QUESTIONS[b % 4][0], b % 5 + 1 if b else None)


def minutes(opened: OpenCase, a: int, b: int) -> None:
    if (participant := nth(opened, Participant, a)) is not None:
        give_minutes(opened, participant, "lov" if b > 4 else "", "grund")


def minutes_to_all(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        give_minutes_to_all(opened, meeting)


def sent(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        sending, how = list(Sending)[b % 3], list(How)[b % 4]
        were_given(opened, meeting, sending, how, [(each, Law("lov", "grund") if b > 4 else None)
                                                   for each in recipients(opened, meeting, sending)[:b]])


def following(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        plan_next(opened, meeting, NOON + timedelta(days=20 + b))


def as_before(opened: OpenCase, a: int, b: int) -> None:
    meeting = nth(opened, Meeting, a)
    if meeting is not None and (last := last_meeting(meeting)) is not None:
        as_last_time(opened, meeting, last)


def reasons(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        suggest_reasons(opened, meeting)


def topic(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        add_topic(opened, meeting)


def keeps_agenda(opened: OpenCase, a: int, b: int) -> None:
    if (meeting := nth(opened, Meeting, a)) is not None:
        keep_agenda(opened, meeting, f"dagsorden {b % 3}")


def begins_from(opened: OpenCase, a: int, b: int) -> None:
    meeting, kept = nth(opened, Meeting, a), agenda_templates(opened.case.register)
    if meeting is not None and kept:
        begin_agenda_from(opened, meeting, kept[b % len(kept)])


def out_of_use(opened: OpenCase, a: int, b: int) -> None:
    for each in agenda_templates(opened.case.register, retired=a % 2 == 0)[:1]:
        if opened.shelter is not None:
            retire_agenda(opened.shelter, each, a % 2 == 1)


def carry(opened: OpenCase, a: int, b: int) -> None:
    meeting, later = nth(opened, Meeting, a), nth(opened, Meeting, b)
    if meeting is not None and later is not None:
        carry_over(opened, meeting, later)


ACTS = {f"meeting: {act.__name__}": act for act in (
    plan, times, invited, called_off, removed, someone_comes, several_come, someone_stays_away, someone_moves, present,
    spoken, item, item_goes, item_moves, time_is_shared, ticks, start, go, park, unpark, end, explained, answers,
    minutes, minutes_to_all, sent, following, as_before, reasons, topic, keeps_agenda, begins_from, out_of_use, carry)}
