"""Lists of many citizens: frozen lines straight from one query, never objects."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    MilestoneKind,
    ResponsibilityAnswer,
    ResponsibilityRequest,
    Stay,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.order import name_order
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, PlanVersion, Step
from borgerplan_desktop.model.text import tidy_line
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.store import Store


@dataclass(frozen=True)
class CitizenLine:
    """What a list of citizens may show: never the reason for the stay, a diagnosis or a CPR number."""

    id: str
    name: str
    contact_person_id: str | None
    room: str
    first_contact_on: date | None
    closed_on: date | None
    waiting_for: str                                     # what was written, else the office asked who is responsible
    adopted: int | None                                  # number of the newest adopted version
    meeting_at: datetime | None                          # the next that has not been held
    has_coordinator: bool
    agreement_due: date | None                           # the nearest of the open agreements
    step_due: date | None                                # the nearest of the steps that are left of the open goals
    follow_up_on: date | None                            # the nearest of the open goals


def with_number(store: Store, cpr: str, ecpr: str) -> frozenset[str]:
    """The citizens with this CPR number, or this replacement number with letters; whole numbers only."""
    if not (cpr or ecpr):
        return frozenset()
    same = Citizen.cpr == cpr if cpr else Citizen.ecpr == ecpr
    with plain_errors(), store.reading.connect() as conn:
        return frozenset(conn.scalars(sa.select(Citizen.id).where(same)))


def citizens(store: Store, closed: bool = False) -> list[CitizenLine]:
    """Every citizen by name in Danish order; those whose course is closed only when asked for."""
    def of(kind: type) -> sa.ColumnElement[bool]:
        return kind.case_id == Citizen.id

    course = (sa.select(Course.id).where(of(Course)).correlate(Citizen)
              .order_by(Course.closed_on.is_(None).desc(), Course.first_contact_on.desc()).limit(1).scalar_subquery())
    room = (sa.select(Stay.room).where(of(Stay)).correlate(Citizen)
            .order_by(Stay.left_on.is_(None).desc(), Stay.admitted_on.desc()).limit(1).scalar_subquery())
    adopted = sa.select(sa.func.max(PlanVersion.number)).where(of(PlanVersion)).correlate(Citizen).scalar_subquery()
    ahead = (MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.IN_PROGRESS)
    meeting = (sa.select(sa.func.min(Meeting.starts_at)).where(of(Meeting), Meeting.status.in_(ahead))
               .correlate(Citizen).scalar_subquery())
    coordinated = (sa.select(CoordinatorAssignment.id).where(
        of(CoordinatorAssignment), CoordinatorAssignment.until.is_(None), CoordinatorAssignment.member_id.is_not(None))
        .correlate(Citizen).exists())
    settled = (sa.select(Milestone.id).where(
        Milestone.course_id == Course.id, Milestone.kind == MilestoneKind.RESPONSIBILITY,
        Milestone.done_on.is_not(None)).correlate(Course).exists())
    asked = (sa.select(sa.func.max(ResponsibilityRequest.office)).where(
        ResponsibilityRequest.course_id == Course.id, ResponsibilityRequest.outcome == ResponsibilityAnswer.WAITING,
        ~settled).correlate(Course).scalar_subquery())
    waits = sa.func.coalesce(sa.func.nullif(Course.waiting_for, ""), asked)
    due = (sa.select(sa.func.min(Agreement.due_on)).where(of(Agreement), Agreement.status == AgreementStatus.OPEN)
           .correlate(Citizen).scalar_subquery())
    open_goal = Goal.status.in_([status for status in GoalStatus if status.open])
    step = (sa.select(sa.func.min(Step.due_on)).join(Goal, Goal.id == Step.goal_id)
            .where(of(Step), Step.done_on.is_(None), open_goal).correlate(Citizen).scalar_subquery())
    look = (sa.select(sa.func.min(Goal.follow_up_on)).where(of(Goal), open_goal)
            .correlate(Citizen).scalar_subquery())
    query = (sa.select(Citizen.id, Citizen.name, Citizen.contact_person_id, room, Course.first_contact_on,
                       Course.closed_on, waits, adopted, meeting, coordinated, due, step, look)
             .outerjoin(Course, Course.id == course))
    if not closed:
        query = query.where(Course.closed_on.is_(None))
    with plain_errors(), store.reading.connect() as conn:
        lines = [CitizenLine(id, tidy_line(name), contact, room or "", first, ended, waiting or "", number, at,
                             bool(has), *dates)
                 for id, name, contact, room, first, ended, waiting, number, at, has, *dates in conn.execute(query)]
    return sorted(lines, key=lambda line: name_order(line.name, line.id))
