"""Choosing another way to hold the meeting: its points come on the agenda, and those of the way before go."""
from __future__ import annotations

from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import AgendaItem, Meeting
from borgerplan_desktop.model.meeting_way import PointKind, Way
from borgerplan_desktop.model.plan import Agreement, Goal, current_plan

LAST_POINTS = 2                                          # who does what, and goodbye: they stay at the end


def way_of(meeting: Meeting) -> Way:
    """The way the meeting is held, by the points on its agenda."""
    there = {each.kind for each in meeting.agenda}
    return next((way for way in Way if way.points and way.points[0] in there), Way.AGENDA)


def hold_it_so(opened: OpenCase, meeting: Meeting, way: Way) -> None:
    """Its points come where they belong; a point of another way goes, unless something is written there."""
    if way is way_of(meeting):
        return
    name = opened.case.the(Citizen).first_name
    words = {PointKind.MAKE_AGENDA: (_("What shall the meeting be about?"), 5, True),
             PointKind.PRIVATE: (_("Private time: {name} and the network make a proposal").format(name=name), 20,
                                 False),
             PointKind.PROPOSAL: (_("The proposal: what do we say yes to?"), 10, False),
             PointKind.THINK_ALOUD: (_("Professionals think aloud, {name} listens").format(name=name), 10, True),
             PointKind.ANSWER: (_("{name} answers").format(name=name), 10, True)}
    with opened.action(N_("Choose how to hold the meeting")):
        for item in meeting.agenda:
            if item.kind is not PointKind.TALK and not item.written.strip():
                opened.case.remove(item)
        at = 0 if way is Way.MADE_IN_THE_ROOM else max(0, len(meeting.agenda) - LAST_POINTS)
        for number, kind in enumerate(way.points):
            title, minutes, round_ = words[kind]
            add_item(opened, meeting, title, minutes, round=round_, index=at + number).kind = kind


def add_from_room(opened: OpenCase, meeting: Meeting, title: str) -> AgendaItem:
    """Somebody in the room wants to talk about it: it comes before the last point, goodbye."""
    agenda = meeting.agenda
    last = agenda[-1] if agenda else None
    before_last = last is not None and last.id != meeting.item_id
    with opened.action(N_("Add agenda item")):
        made = add_item(opened, meeting, title, index=len(agenda) - 1 if before_last else len(agenda))
        made.from_room = True
        return made


# --------------------------------------------------------------------------------------------------------- the proposal
def proposal_of(meeting: Meeting) -> list[str]:
    """The lines that were written in private time."""
    return [line.strip() for each in meeting.agenda if each.kind is PointKind.PRIVATE
            for line in each.written.splitlines() if line.strip()]


def became(meeting: Meeting, line: str) -> Agreement | Goal | None:
    """What a line of the proposal has become already."""
    agreed = next((each for each in meeting.agreements if each.text.strip() == line), None)
    return agreed or next((each for each in current_plan(meeting.case).goals if each.title.strip() == line), None)


def agree_to(opened: OpenCase, meeting: Meeting, line: str) -> Agreement:
    """A line of the proposal becomes an agreement of the plan."""
    with opened.action(N_("Agree to the proposal")):
        return add_agreement(opened, line, meeting=meeting)


def make_goal_of(opened: OpenCase, line: str) -> Goal:
    """A line of the proposal becomes a goal."""
    with opened.action(N_("Make a goal of the proposal")):
        return add_goal(opened, line)
