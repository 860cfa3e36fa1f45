"""Meetings with the same people every so many weeks: looked through first, and then planned in one go."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.meeting.agenda import begin_with, fit, usual_points
from borgerplan_desktop.casework.meeting.agenda_templates import began_agenda_from, begin_agenda_from
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, MeetingKind
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.working_days import day_at_work

USUAL_WEEKS, MOST_WEEKS, MOST = 4, 26, 26                # weeks between two, and meetings in one go
USUAL_LENGTH = timedelta(days=182)


def usual_weeks(case: Case) -> int:
    """How often one follows up, as the plan says."""
    plan = next(reversed(case.all(Plan)), None)
    weeks = plan.follow_up_weeks if plan is not None else None
    return weeks if weeks is not None and 1 <= weeks <= MOST_WEEKS else USUAL_WEEKS


def series_days(starts_at: datetime, weeks: int, until: date) -> list[date]:
    """The days after the first, at most 26, none later than `until`; nobody meets on a Saturday, a Sunday or a holiday,
    so such a day gives way to the next, and the one after it is counted as if it had not.
    """
    found: list[date] = []
    for number in range(1, MOST + 1):
        wanted = starts_at.date() + timedelta(weeks=weeks * number)
        if wanted > until or (day := day_at_work(wanted)) > until:
            break
        found.append(day)
    return found


def plan_series(opened: OpenCase, meeting: Meeting, days: Sequence[date]) -> list[Meeting]:
    """One meeting for each day, at the same hour with the same people in the same way; all of it is undone at once.

    Raises Refused for a meeting without a time.
    """
    if meeting.starts_at is None:
        raise Refused(_("The meeting has no time yet. Choose a date first."), "starts_at")
    length = meeting.ends_at - meeting.starts_at if meeting.ends_at is not None else None
    with opened.action(N_("Plan several meetings")):
        return [_one_more(opened, meeting, datetime.combine(on, meeting.starts_at.time()), length) for on in days]


def _one_more(opened: OpenCase, like: Meeting, starts_at: datetime, length: timedelta | None) -> Meeting:
    kind = MeetingKind.FOLLOW_UP if like.kind is MeetingKind.NETWORK else like.kind
    made = plan_meeting(opened, kind, starts_at, starts_at + length if length is not None else None, like.place_text)
    made.held_as, made.link, made.called_by_id = like.held_as, like.link, like.called_by_id
    made.series_id = like.series_id or like.id
    for participant in like.participants:
        if participant.member is not None and participant.member.can_be_asked:
            add_participant(opened, made, participant.member, participant.why)
    if (template := began_agenda_from(like)) is not None:
        begin_agenda_from(opened, made, template)
    else:
        begin_with(opened, made, usual_points(opened, made))     # now that it is known for how many the round is
        fit(opened, made)
    return made
