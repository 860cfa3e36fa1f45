"""The agenda: points with minutes, who leads them, and where everyone gets a say."""
from __future__ import annotations

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingKind
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Goal, Plan

SHORTEST, LONGEST = 1, 480                               # minutes of one point
PER_VOICE = 2                                            # minutes for each in the round
MOST_GOALS = 5                                           # more points than this nobody reaches


def add_item(opened: OpenCase, meeting: Meeting, title: str, minutes: int = 10, lead: NetworkMember | None = None,
             goal: Goal | None = None, round: bool = False, index: int | None = None) -> AgendaItem:
    """A new point, last or at `index`; `minutes` are held within a minute and a working day."""
    with opened.action(N_("Add agenda item")):
        siblings = meeting.agenda
        made = opened.case.add(AgendaItem(
            meeting_id=meeting.id, title=title.strip(), minutes=_sane(minutes), lead_id=lead.id if lead else None,
            goal_id=goal.id if goal else None, round=round))
        place(made, siblings, len(siblings) if index is None else index)
        return made


def remove_item(opened: OpenCase, item: AgendaItem) -> None:
    with opened.action(N_("Remove agenda item")):
        opened.case.remove(item)


def move_item(opened: OpenCase, item: AgendaItem, index: int) -> None:
    """Put a point at `index` (0 first) of the agenda."""
    meeting = opened.case.get(Meeting, item.meeting_id)
    if meeting is not None and meeting.agenda[max(0, index):][:1] != [item]:
        with opened.action(N_("Move agenda item")):
            place(item, meeting.agenda, index)


def set_minutes(opened: OpenCase, item: AgendaItem, minutes: int) -> None:
    with opened.action(N_("Minutes of the point")):
        item.minutes = _sane(minutes)


def planned_minutes(meeting: Meeting) -> int | None:
    """How long the meeting is to last; None as long as its times are not set."""
    if meeting.starts_at is None or meeting.ends_at is None:
        return None
    return max(0, round((meeting.ends_at - meeting.starts_at).total_seconds() / 60))


def suggest_agenda(opened: OpenCase, meeting: Meeting) -> None:
    """The points a meeting of this kind usually has; the citizen's open goals share the time that is left."""
    case = opened.case
    name = case.the(Citizen).first_name
    assigned = coordinator(case)
    leads = assigned.member if assigned is not None else None
    voices = PER_VOICE * max(3, len(meeting.participants))
    with opened.action(N_("Suggest an agenda")):
        add_item(opened, meeting, _("Welcome, and why we are here"), 5, leads)
        if meeting.kind is MeetingKind.DISTRIBUTION:
            add_item(opened, meeting, _("What {name} needs").format(name=name), 10, citizen_member(case))
            add_item(opened, meeting, _("Who becomes the coordinator?"), 15, round=True)
        else:
            add_item(opened, meeting, _("{name} tells").format(name=name), 10, citizen_member(case))
            if meeting.kind is not MeetingKind.TALK:
                add_item(opened, meeting, _("Round: what do we see?"), voices, round=True)
            _suggest_goals(opened, meeting, name)
        add_item(opened, meeting, _("Who does what, when"), 10, leads)
        add_item(opened, meeting, _("Next meeting and goodbye"), 5, leads)


def _suggest_goals(opened: OpenCase, meeting: Meeting, name: str) -> None:
    plans = opened.case.all(Plan)
    goals = [goal for goal in plans[-1].goals if goal.status.open and goal.title.strip()] if plans else []
    room = max(0, (planned_minutes(meeting) or 60) - meeting.minutes - 15)
    if not goals:
        add_item(opened, meeting, _("Goals: what would {name} like to achieve?").format(name=name), max(10, room))
        return
    shown = goals[:MOST_GOALS]
    for goal in shown:
        add_item(opened, meeting, _("Goal: {title}").format(title=goal.title), max(5, room // len(shown)), goal=goal)


def _sane(minutes: int) -> int:
    return max(SHORTEST, min(minutes, LONGEST))
