"""A meeting prepared from the last one: the same people with their reasons, the place, the agenda, and what is open.

What the citizen wants of the meeting, and where to meet, is asked anew each time.
"""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from borgerplan_desktop.casework.meeting.after_meeting import carry_over, has_been_held, not_taken_up
from borgerplan_desktop.casework.meeting.agenda import (
    Point,
    add_item,
    begin_with,
    fit,
    leader,
    planned_minutes,
)
from borgerplan_desktop.casework.meeting.before_meeting import USUAL, plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.meeting.reasons import suggested_reason
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.follow_up import days_left
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingKind, ParkedTopic
from borgerplan_desktop.model.plan import Agreement, Goal, Plan, open_agreements

PER_AGREEMENT, FEWEST, MOST = 2, 5, 20                   # minutes for what came of the agreements


@dataclass(frozen=True)
class Open:
    """What the last meeting left open."""

    agreements: tuple[Agreement, ...]
    parked: tuple[ParkedTopic, ...]
    not_reached: tuple[AgendaItem, ...]


def last_meeting(meeting: Meeting) -> Meeting | None:
    """The newest meeting that was held before this one; None for the first."""
    held = [each for each in meeting.case.all(Meeting) if each is not meeting and has_been_held(each)]
    before = [each for each in held if meeting.starts_at is None or each.starts_at is None
              or each.starts_at < meeting.starts_at]
    return before[-1] if before else None


def left_open(last: Meeting) -> Open:
    """The agreements that are not kept yet, the topics put aside, and the points nobody came to."""
    return Open(tuple(open_agreements(last.case)), tuple(not_taken_up(last)),
                tuple(each for each in last.agenda if not each.done and not each.written.strip()
                      and each.title.strip()))


def is_as_last(meeting: Meeting, last: Meeting) -> bool:
    """Whether there is nothing left to take over: the people are asked, and the points are on the agenda."""
    there = {each.member_id for each in meeting.participants}
    people = all(each.member_id in there for each in last.participants
                 if each.member is not None and each.member.can_be_asked)
    titles = {each.title for each in meeting.agenda}
    return people and not not_taken_up(last) and all(each.title in titles for each in _points(last))


def as_last_time(opened: OpenCase, meeting: Meeting, last: Meeting) -> None:
    """People and reasons, place, length and agenda as last time, with what was left open; own points stay."""
    with opened.action(N_("Prepare as last time")):
        at, length = usual_time(last)
        if meeting.starts_at is None and at is not None and (on := _follow_up(opened)) is not None:
            start = datetime.combine(on, at)
            meeting.starts_at, meeting.ends_at = start, start + length
        meeting.place_text = meeting.place_text.strip() or last.place_text
        meeting.form = meeting.form.strip() or last.form
        meeting.purpose = meeting.purpose.strip() or _(
            "To follow up on the plan with {name}, and agree what happens now").format(
                name=opened.case.the(Citizen).first_name)
        for each in last.participants:
            if each.member is not None and each.member.can_be_asked:
                asked = add_participant(opened, meeting, each.member, each.why)
                if each.why.strip() and asked.why in ("", suggested_reason(opened, each.member)):
                    asked.why = each.why                 # what a person wrote is better than what was suggested
        begin_with(opened, meeting, _points(last))
        _ask_about_agreements(opened, meeting)
        carry_over(opened, last, meeting)
        fit(opened, meeting)


def plan_next(opened: OpenCase, meeting: Meeting, starts_at: datetime | None = None) -> Meeting:
    """The next meeting, prepared from this one. Raises Refused."""
    with opened.action(N_("Plan the next meeting")):
        length = usual_time(meeting)[1]
        following = plan_meeting(opened, MeetingKind.FOLLOW_UP, starts_at,
                                 starts_at + length if starts_at is not None else None)
        as_last_time(opened, following, meeting)
        if starts_at is None:
            following.starts_at = following.ends_at = None
        meeting.next_meeting_id = following.id
        return following


def usual_time(last: Meeting | None) -> tuple[time | None, timedelta]:
    """When on the day the meeting began, and how long it was to last."""
    if last is None or last.starts_at is None:
        return None, USUAL
    return last.starts_at.time(), timedelta(minutes=planned_minutes(last) or 0) or USUAL


def _follow_up(opened: OpenCase) -> date | None:
    """The next day on which the plan is followed up."""
    plans = opened.case.all(Plan)
    return next((day for day in days_left(plans[-1]) if day >= opened.today()), None) if plans else None


def _ask_about_agreements(opened: OpenCase, meeting: Meeting) -> None:
    """Early, when the citizen has had the floor. Which agreements is not said: not everybody may know of each."""
    n = len(open_agreements(opened.case))
    if n:
        add_item(opened, meeting, _("What came of what we agreed?"), min(max(FEWEST, PER_AGREEMENT * n), MOST),
                 leader(opened.case), index=min(2, len(meeting.agenda)))


def _points(last: Meeting) -> list[Point]:
    """Its agenda once more, without the goals that are closed, the extra topics that were dealt with, and what the
    room wanted to talk about that day and did.
    """
    case = last.case
    taken = {each.text for each in case.all(ParkedTopic) if each.taken_up_id == last.id}
    asked = _("What came of what we agreed?")
    found = []
    for each in last.agenda:
        goal = case.get(Goal, each.goal_id)
        over = goal is not None and not goal.status.open or bool(each.done) and (
            each.from_room or each.title in taken)
        if each.title.strip() and each.title != asked and not over:
            lead = each.lead if each.lead is not None and each.lead.can_be_asked else None
            found.append(Point(each.title, each.minutes, lead, goal, each.round, each.kind))
    return found
