"""Holding the meeting: start, one point after the other, topics put aside, and the end."""
from __future__ import annotations

from datetime import datetime

from borgerplan_desktop.casework.course.course import reach_today
from borgerplan_desktop.casework.meeting import after_meeting
from borgerplan_desktop.casework.meeting.after_meeting import ask_feedback
from borgerplan_desktop.casework.meeting.meeting_time import (
    LONGEST,
    end_of,
    go_on,
    moment,
    seconds_at,
    seconds_between,
)
from borgerplan_desktop.casework.meeting.replies import answer_holds
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import MilestoneKind
from borgerplan_desktop.model.meeting import (
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingStatus,
    ParkedTopic,
    Presence,
    Reply,
)
from borgerplan_desktop.model.order import place

REACHED_BY = {MeetingKind.NETWORK: MilestoneKind.NETWORK_MEETING, MeetingKind.FOLLOW_UP: MilestoneKind.FOLLOW_UP}


def start_meeting(opened: OpenCase, meeting: Meeting) -> None:
    """The meeting begins now, with its first point; nobody waits for whoever has said that they cannot come."""
    if not meeting.status.ahead:
        return
    with opened.action(N_("Start the meeting")):
        meeting.status = MeetingStatus.IN_PROGRESS
        meeting.started_at, meeting.ended_at, meeting.end_moved = moment(opened), None, 0
        for each in meeting.participants:
            if each.reply is Reply.DOES_NOT_COME and each.presence is Presence.UNKNOWN and answer_holds(each):
                each.presence = Presence.DID_NOT_COME
        if meeting.agenda:
            go_to_item(opened, meeting, meeting.agenda[0])


def go_to_item(opened: OpenCase, meeting: Meeting, item: AgendaItem) -> None:
    """Turn to this point; going on, the one before is done, and a fresh round begins with nobody heard yet."""
    if meeting.item_id == item.id:
        return
    with opened.action(N_("Go to the point")):
        leave_point(opened, meeting)
        present = present_item(meeting)
        if present is not None and present.place < item.place:
            present.done = True
        meeting.item_id = item.id
        meeting.item_since = meeting.turn_since = moment(opened)
        if item.round and not item.done:
            for participant in meeting.participants:
                if participant.has_spoken:               # an action compares what it reaches for
                    participant.has_spoken = False


def leave_point(opened: OpenCase, meeting: Meeting, at: datetime | None = None) -> None:
    """Count what the present point has taken until then, None = now; a pause is over."""
    if (present := present_item(meeting)) is not None:
        present.used = seconds_at(meeting, present, at or opened.now())
    go_on(opened, meeting)
    meeting.item_since = meeting.turn_since = None


def present_item(meeting: Meeting) -> AgendaItem | None:
    return meeting.case.get(AgendaItem, meeting.item_id)


def next_item(meeting: Meeting) -> AgendaItem | None:
    """The point after the present one; the first when none is."""
    agenda, present = meeting.agenda, present_item(meeting)
    index = agenda.index(present) + 1 if present in agenda else 0
    return agenda[index] if index < len(agenda) else None


def item_before(meeting: Meeting) -> AgendaItem | None:
    """The point before the present one."""
    agenda, present = meeting.agenda, present_item(meeting)
    index = agenda.index(present) if present in agenda else 0
    return agenda[index - 1] if index > 0 else None


def park_topic(opened: OpenCase, meeting: Meeting, text: str) -> ParkedTopic:
    """Put a topic aside: it is written down and comes back at the next meeting."""
    with opened.action(N_("Park topic")):
        siblings = meeting.parked
        made = opened.case.add(ParkedTopic(meeting_id=meeting.id, text=text.strip()))
        place(made, siblings, len(siblings))
        return made


def unpark_topic(opened: OpenCase, topic: ParkedTopic) -> None:
    """We take it now after all."""
    with opened.action(N_("Take the topic up now")):
        opened.case.remove(topic)


def end_meeting(opened: OpenCase, meeting: Meeting, *, take_along: bool = False) -> None:
    """The meeting is over; the course has come this far, and the citizen will be asked how it was. With `take_along`
    what was not reached comes on the agenda of the meeting that follows.
    """
    if meeting.status is not MeetingStatus.IN_PROGRESS:
        return
    ended = _ended_at(opened, meeting)
    with opened.action(N_("End the meeting")):
        leave_point(opened, meeting, ended)
        if take_along:
            after_meeting.take_along(opened, meeting)
        if (present := present_item(meeting)) is not None:
            present.done = True
        meeting.status, meeting.item_id = MeetingStatus.HELD, None
        meeting.ended_at = ended
        ask_feedback(opened, meeting)
        if meeting.kind in REACHED_BY:
            reach_today(opened, REACHED_BY[meeting.kind])


def _ended_at(opened: OpenCase, meeting: Meeting) -> datetime:
    """Now; where nobody ended it for so long that nobody sits there any more, when it was to end."""
    now, begun = moment(opened), meeting.started_at
    if begun is None:
        return now
    if seconds_between(begun, now) < LONGEST.total_seconds():
        return begun if seconds_between(begun, now) < 0 else now                  # a clock set back meanwhile
    planned = end_of(meeting)
    return planned if planned is not None and begun < planned < now else min(now, begun + LONGEST)
