"""A shelter whose citizens have lived: something of everything that is counted, in as many courses as are wanted."""
from __future__ import annotations

from datetime import date, datetime, timedelta

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.application import Application, ApplicationKind, Outcome
from borgerplan_desktop.model.citizen import Channel, Citizen, Cooperation
from borgerplan_desktop.model.course import Course, CourseOutcome, LeavesTo, LeftHow, Milestone, MilestoneKind, Stay
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.meeting import Feedback, Meeting, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import MemberKind, NetworkMember, citizen_member
from borgerplan_desktop.model.notes import RatedBy, Rating
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import (
    Agreed,
    Agreement,
    AgreementStatus,
    Goal,
    GoalStatus,
    Intervention,
    LadderPosition,
    PlanApproval,
    PlanVersion,
    current_plan,
)
from borgerplan_desktop.model.what_we_changed import WhatWeChanged

BEGAN = date(2026, 2, 2)


def lived(archive: Archive, count: int, began: date = BEGAN) -> list[OpenCase]:
    """So many citizens who came that day; the even ones get on a little better than the odd."""
    made = []
    for number in range(count):
        opened = receive(archive, Arrival(f"Borger {number}"))
        with opened.action("Lived", undoable=False):
            _live(opened, began, well=number % 2 == 0)
        made.append(opened)
    return made


def _live(opened: OpenCase, began: date, *, well: bool) -> None:
    def day(days: int) -> date:
        return began + timedelta(days)

    case = opened.case
    course, stay, plan = case.the(Course), case.the(Stay), current_plan(case)
    course.first_contact_on = stay.admitted_on = began
    for milestone in case.all(Milestone):
        milestone.done_on = began
    case.add(Milestone(course_id=course.id, kind=MilestoneKind.PLAN_ADOPTED, done_on=day(40 if well else 60)))
    course.closed_on, course.outcome = day(130), CourseOutcome.OWN_HOME if well else CourseOutcome.OTHER
    stay.left_on, stay.left_how, stay.leaves_to = day(130), LeftHow.MOVED, LeavesTo.OWN_HOME
    case.the(Cooperation).channel = Channel.SMS
    case.the(Citizen).contact_person_id = opened.who
    staff = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=opened.who))
    partner = case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, name="Birgit Holm"))
    version = case.add(PlanVersion(plan_id=plan.id, number=1, adopted_on=day(40)))
    case.add(PlanApproval(version_id=version.id, agreed=Agreed.YES if well else Agreed.PARTLY))
    _meet(opened, day(40), partner, well=well)
    for who, done in ((staff, True), (partner, well), (citizen_member(case), False)):
        case.add(Agreement(text="Ringe", responsible_id=who.id if who else None, made_on=day(40), due_on=day(50),
                           status=AgreementStatus.DONE if done else AgreementStatus.OPEN))
    for position in case.all(LadderPosition):
        case.remove(position)
    case.add(LadderPosition(since=began, step=LadderStep.STAY))
    case.add(LadderPosition(since=day(100), step=LadderStep.LESS if well else LadderStep.STAY))
    case.add(Application(kind=ApplicationKind.HOUSING_LIST, sent_on=day(10), answered_on=day(70), outcome=Outcome.YES))
    case.add(EarlierPlan(outcome=EarlierPlanOutcome.REPLACED, settled_on=day(40)))
    goal = case.add(Goal(plan_id=plan.id, area=LifeArea.HEALTH, closed_on=day(90),
                         status=GoalStatus.REACHED if well else GoalStatus.SET_ASIDE))
    case.add(Intervention(goal_id=goal.id, name="Støtte", from_on=day(60), service_id="s" if well else None))
    for on, value in ((day(20), 3), (day(80), 7 if well else 2)):
        case.add(Rating(rated_on=on, area=LifeArea.HEALTH, by=RatedBy.CITIZEN, value=value, goal_id=goal.id))
    care = case.add(AfterCare(began_on=day(130), stay_id=stay.id, companion_id=partner.id if well else None))
    case.add(AfterCareCall(after_care_id=care.id, planned_on=day(137), called_on=day(137) if well else None))
    case.add(WhatWeChanged(said_on=day(41), said="Møderne er for lange", changed="De er kortere" if well else ""))


def _meet(opened: OpenCase, on: date, partner: NetworkMember, *, well: bool) -> None:
    case, member = opened.case, citizen_member(opened.case)
    meeting = case.add(Meeting(status=MeetingStatus.HELD, starts_at=datetime(on.year, on.month, on.day, 13),
                               citizen_wants="Tale om bolig" if well else ""))
    case.add(Participant(meeting_id=meeting.id, member_id=member.id if member else None, presence=Presence.PRESENT))
    case.add(Participant(meeting_id=meeting.id, member_id=partner.id,
                         presence=Presence.PRESENT if well else Presence.DID_NOT_COME))
    case.add(Feedback(meeting_id=meeting.id, said_it=5, understood=4 if well else 2, knows_next=3, own_plan=None))
