"""Calling a meeting: when, why, who and where; inviting, and calling it off."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from borgerplan_desktop.casework.course.course import reach_today
from borgerplan_desktop.casework.meeting.agenda import suggest_agenda
from borgerplan_desktop.casework.meeting.editions import has_agenda_now
from borgerplan_desktop.casework.meeting.participants import is_asked, suggest_participants
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.course import Milestone, MilestoneKind
from borgerplan_desktop.model.meeting import Meeting, MeetingKind, MeetingStatus, Participant
from borgerplan_desktop.model.papers import Delivery

LONGEST = timedelta(hours=8)                             # a meeting that goes on for longer is a slip of the hand
USUAL = timedelta(hours=1)


def ending(starts_at: datetime, clock: time) -> datetime:
    """The moment a meeting ends that ends at `clock`: the next day, when that takes it over midnight.

    An end that would make the meeting longer than a working day is meant on the same day, and so before the start.
    """
    same_day = datetime.combine(starts_at.date(), clock)
    over_midnight = same_day + timedelta(days=1)
    return over_midnight if same_day <= starts_at and over_midnight - starts_at <= LONGEST else same_day


def plan_meeting(opened: OpenCase, kind: MeetingKind = MeetingKind.NETWORK, starts_at: datetime | None = None,
                 ends_at: datetime | None = None, place: str = "", purpose: str = "") -> Meeting:
    """A new meeting with the people it cannot do without and an agenda to start from. Raises Refused."""
    _check(starts_at, ends_at)
    with opened.action(N_("Prepare the meeting")):
        meeting = opened.case.add(Meeting(
            kind=kind, starts_at=starts_at, ends_at=ends_at or (starts_at + USUAL if starts_at else None),
            place_text=place.strip(), purpose=purpose.strip()))
        suggest_participants(opened, meeting)
        suggest_agenda(opened, meeting)
        return meeting


def set_times(opened: OpenCase, meeting: Meeting, starts_at: datetime | None, ends_at: datetime | None) -> None:
    """When the meeting begins and ends, in local time. Raises Refused."""
    _check(starts_at, ends_at)
    with opened.action(N_("Time of the meeting")):
        meeting.starts_at, meeting.ends_at = starts_at, ends_at


def invite(opened: OpenCase, meeting: Meeting) -> None:
    """The invitation was given today to everyone who may have it on paper; the others are only told of the meeting."""
    if not meeting.status.ahead:
        return
    with opened.action(N_("Invitation given")):
        meeting.status = MeetingStatus.INVITED
        meeting.invited_on = meeting.invited_on or opened.today()
        for participant in not_invited(opened, meeting):
            assert participant.member is not None
            has_agenda_now(opened, participant)
            opened.case.add(Delivery(
                given_on=opened.today(), member_id=participant.member_id, to_name=participant.member.contact.name,
                what=_("Invitation to the meeting {date}").format(date=named(meeting))))
        reach_today(opened, MilestoneKind.INVITED)


def not_invited(opened: OpenCase, meeting: Meeting) -> list[Participant]:
    """Those who may have the invitation on paper and have not got it (they came on the list later)."""
    return [p for p in meeting.participants if p.invited_on is None and is_asked(opened, p)]


def call_off(opened: OpenCase, meeting: Meeting, by: str, why: str = "", rest: Sequence[Meeting] = ()) -> None:
    """The meeting, and the `rest` of its series, will not be held; who called it off, and why, in plain words."""
    off = [each for each in (meeting, *rest) if each.status.ahead]
    if not off:
        return
    with opened.action(N_("Call several meetings off") if len(off) > 1 else N_("Call the meeting off")):
        for each in off:
            each.status = MeetingStatus.CALLED_OFF
            each.called_off_on = opened.today()
            each.called_off_by, each.called_off_why = by.strip(), why.strip()
            on = each.starts_at.date() if each.starts_at is not None else None
            for planned in opened.case.all(Milestone):
                if on is not None and (planned.kind, planned.done_on, planned.planned_on) == (
                        MilestoneKind.NETWORK_MEETING, None, on):
                    planned.planned_on = None            # it is not planned any more


def remove_meeting(opened: OpenCase, meeting: Meeting, rest: Sequence[Meeting] = ()) -> None:
    """A meeting that was only begun on and never told anybody about, and the `rest` of its series with it."""
    with opened.action(N_("Delete several meetings") if rest else N_("Delete the meeting")):
        for each in (meeting, *rest):
            _hand_on_series(opened, each)
            opened.case.remove(each)


def _hand_on_series(opened: OpenCase, meeting: Meeting) -> None:
    """The rest of its series belongs together also when the first of them goes."""
    others = opened.case.of(Meeting, Meeting.series_id, meeting.id)
    for each in others:
        each.series_id = others[0].id if each is not others[0] else None


def named(meeting: Meeting) -> str:
    """The meeting by its date, for a list of papers: never by what it is about."""
    return day(meeting.starts_at.date()) if meeting.starts_at else _("without a date")


def _check(starts_at: datetime | None, ends_at: datetime | None) -> None:
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        raise Refused(_("That is before it begins. Nothing is changed. Choose a later time."), "ends_at")
