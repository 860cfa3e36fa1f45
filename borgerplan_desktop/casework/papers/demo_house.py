"""What there is to see in the demo's Herberget: a role, two activities, two ideas, a year's words. All is invented."""
from __future__ import annotations

from datetime import timedelta

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.framework import FramePerson, FrameRole
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus, YearReport
from borgerplan_desktop.model.implementation_plan import (
    Activity,
    ActivityDone,
    ActivityObjective,
    ActivityStatus,
    Objective,
)
from borgerplan_desktop.model.shelter import StaffMember

QUARTER, MONTH = timedelta(days=91), timedelta(days=30)
AHEAD = timedelta(days=21)                               # nothing of it is due when the demo opens


def fill_house(shelter: OpenCase) -> None:
    """Once, when the demo is made."""
    today, add = shelter.today(), shelter.case.add
    with shelter.action(N_("Invented rows of the demo"), undoable=False):
        leader = add(FramePerson(place=1.0, role=FrameRole.PROJECT_LEADER, staff_id=shelter.case.the(StaffMember).id))
        add(FramePerson(place=1.0, role=FrameRole.STEERING_GROUP, name=_("Karen Bro"), workplace=_("The municipality")))
        meetings = add(Activity(
            place=1.0, title=_("Meetings of the project group"), when_words=_("4 times a year"), times_a_year=4,
            first_on=today + AHEAD - 2 * QUARTER, status=ActivityStatus.UNDER_WAY, person_id=leader.id,
            who=_("The project leader calls the meetings")))
        for objective in (Objective.ROLES, Objective.SHARED, Objective.PARTNERS):
            add(ActivityObjective(activity_id=meetings.id, objective=objective))
        for times, took_place in ((2, True), (1, False)):
            due = today + AHEAD - times * QUARTER
            add(ActivityDone(activity_id=meetings.id, due_on=due, done_on=due if took_place else None))
        theme = add(Activity(place=2.0, title=_("A day together about interpreters"), first_on=today + 2 * MONTH,
                             who=_("The project group")))
        add(ActivityObjective(activity_id=theme.id, objective=Objective.WAYS))
        add(HouseIdea(said_on=today - 2 * MONTH, words=_("It is cold in the living room before the coffee is ready."),
                      where=_("House meeting"), status=IdeaStatus.DONE, answered_on=today - MONTH,
                      answer=_("The night watch turns the heating on at 6 and puts the coffee on.")))
        add(HouseIdea(said_on=today - timedelta(days=5), words=_("Can we have a key to the bicycle shed?"),
                      where=_("The letter box")))
        add(YearReport(year=today.year - 1,
                       foreword=_("A year in which we learned to hold fewer meetings, and better ones."),
                       learned=_("We call too seldom when somebody has moved out."),
                       next_year=_("We call every week for the first three months.")))
