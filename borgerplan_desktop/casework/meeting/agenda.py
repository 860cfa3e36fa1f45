"""The agenda: points with minutes, who leads them, and where everyone gets a say."""
from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.meeting.meeting_time import seconds_between
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import coordinator
from borgerplan_desktop.model.meeting import AgendaItem, Meeting, MeetingKind
from borgerplan_desktop.model.meeting_way import PointKind
from borgerplan_desktop.model.network import NetworkMember, citizen_member
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Goal, Plan

SHORTEST, LONGEST = 1, 480                               # minutes of one point
PER_VOICE = 2                                            # minutes for each in the round
ENOUGH = 5                                               # minutes that the shortest point needs to be worth its place
MOST_GOALS = 5                                           # more points than this nobody reaches


@dataclass(frozen=True)
class Point:
    """A point that an agenda is begun with."""

    title: str
    minutes: int = 10
    lead: NetworkMember | None = None
    goal: Goal | None = None
    round: bool = False
    kind: PointKind = PointKind.TALK


def add_item(opened: OpenCase, meeting: Meeting, title: str, minutes: int = 10, lead: NetworkMember | None = None,
             goal: Goal | None = None, round: bool = False, index: int | None = None) -> AgendaItem:
    """A new point, last or at `index`; `minutes` are held within a minute and a working day."""
    with opened.action(N_("Add agenda item")):
        siblings = meeting.agenda
        made = opened.case.add(AgendaItem(
            meeting_id=meeting.id, title=title.strip(), minutes=sane(minutes), lead_id=lead.id if lead else None,
            goal_id=goal.id if goal else None, round=round))
        place(made, siblings, len(siblings) if index is None else index)
        return made


def add_topic(opened: OpenCase, meeting: Meeting) -> AgendaItem:
    """A new point without words yet, before those that the meeting ends with."""
    agenda, closing = meeting.agenda, closing_titles()
    index = len(agenda)
    while index and agenda[index - 1].title in closing:
        index -= 1
    return add_item(opened, meeting, "", index=index)


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
        item.minutes = sane(minutes)


def fit(opened: OpenCase, meeting: Meeting) -> None:
    """Take the minutes that are too many from the longest points, none below five; what is still too long is said."""
    planned = planned_minutes(meeting)
    with opened.action(N_("Fit the agenda into the meeting")):
        while planned is not None and meeting.minutes > planned:
            longest = max(meeting.agenda, key=lambda item: item.minutes)
            if longest.minutes <= ENOUGH:
                return
            longest.minutes -= 1


def planned_minutes(meeting: Meeting) -> int | None:
    """How long the meeting is to last; None as long as its times are not set."""
    if meeting.starts_at is None or meeting.ends_at is None:
        return None
    return max(0, round(seconds_between(meeting.starts_at, meeting.ends_at) / 60))


def suggest_agenda(opened: OpenCase, meeting: Meeting) -> None:
    """The points a meeting of this kind usually has."""
    with opened.action(N_("Suggest an agenda")):
        add_points(opened, meeting, usual_points(opened, meeting))


def add_points(opened: OpenCase, meeting: Meeting, points: Sequence[Point]) -> None:
    """Several points, last, in their order."""
    with opened.action(N_("Add agenda items")):
        for each in points:
            add_item(opened, meeting, each.title, each.minutes, each.lead, each.goal, each.round).kind = each.kind


def begin_with(opened: OpenCase, meeting: Meeting, points: Sequence[Point], instead_of: Set[str] = frozenset()) -> None:
    """These points instead of the suggested ones, and of those that are called as in `instead_of`; a person's own stay,
    and stand before the last two: who does what, and goodbye.
    """
    with opened.action(N_("Begin with another agenda")):
        suggested = {each.title for each in usual_points(opened, meeting)} | instead_of
        own = [each for each in meeting.agenda if each.title not in suggested or each.written.strip()]
        for each in meeting.agenda:
            if each not in own:
                opened.case.remove(each)
        there = {each.title for each in own}
        add_points(opened, meeting, [each for each in points if each.title not in there])
        for each in own:
            place(each, meeting.agenda, len(meeting.agenda) - 3)


def usual_points(opened: OpenCase, meeting: Meeting) -> list[Point]:
    """What a meeting of this kind usually has; the goals that are due share the time that is left."""
    case = opened.case
    name = case.the(Citizen).first_name
    leads, citizen = leader(case), citizen_member(case)
    first = [Point(_("Welcome, and why we are here"), 5, leads)]
    last = [Point(title, minutes, leads) for title, minutes in zip(closing_titles(), (10, 5), strict=True)]
    if meeting.kind is MeetingKind.DISTRIBUTION:
        return [*first, Point(_("What {name} needs").format(name=name), 10, citizen),
                Point(_("Who becomes the coordinator?"), 15, round=True), *last]
    first.append(Point(_("{name} tells").format(name=name), 10, citizen))
    if meeting.kind is not MeetingKind.TALK:
        first.append(Point(_("Round: what do we see?"), PER_VOICE * max(3, len(meeting.participants)), round=True))
    left = max(0, (planned_minutes(meeting) or 60) - sum(each.minutes for each in (*first, *last)))
    goals = goals_to_talk_about(opened, meeting)
    if not goals:
        words = _("Goals: what would {name} like to achieve?").format(name=name)
        return [*first, Point(words, max(10, left)), *last]
    return [*first, *(goal_point(goal, max(5, left // len(goals))) for goal in goals), *last]


def closing_titles() -> tuple[str, str]:
    """What a meeting ends with."""
    return _("Who does what, when"), _("Next meeting and goodbye")


def goal_point(goal: Goal, minutes: int) -> Point:
    return Point(_("Goal: {title}").format(title=goal.title), minutes, goal=goal)


def goals_to_talk_about(opened: OpenCase, meeting: Meeting) -> list[Goal]:
    """The open goals, no more than a meeting reaches: those to be looked at by its day, else in the plan's order."""
    plans = opened.case.all(Plan)
    goals = [goal for goal in plans[-1].goals if goal.status.open and goal.title.strip()] if plans else []
    on = meeting.starts_at.date() if meeting.starts_at is not None else opened.today()
    chosen = sorted(goals, key=lambda goal: not is_due(goal, on))[:MOST_GOALS]
    return [goal for goal in goals if goal in chosen]


def is_due(goal: Goal, on: date) -> bool:
    """Whether the goal was to be looked at again, or to be reached, by that day."""
    return any(each is not None and each <= on for each in (goal.follow_up_on, goal.deadline))


def leader(case: Case) -> NetworkMember | None:
    """Who leads meetings: whoever holds the threads together."""
    assigned = coordinator(case)
    return assigned.member if assigned is not None else None


def sane(minutes: int) -> int:
    """Within a minute and a working day."""
    return max(SHORTEST, min(minutes, LONGEST))
