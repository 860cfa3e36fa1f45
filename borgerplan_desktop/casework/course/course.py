"""The course: what has been reached, and what we wait for."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.application import NudgeStep
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import Milestone, MilestoneKind, current_course
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.wait import day_after, days_before


def milestone(case: Case, kind: MilestoneKind) -> Milestone | None:
    return next((m for m in current_course(case).milestones if m.kind is kind), None)


def set_milestone(opened: OpenCase, kind: MilestoneKind, on: date | None) -> None:
    """The milestone was reached that day; None = not reached after all. Raises Refused for a day to come."""
    if on is not None and on > opened.today():
        raise Refused(_("That day has not come yet. Write the day it happened."), kind.value)
    found = milestone(opened.case, kind)
    with opened.action(N_("Set milestone")):
        if found is None:
            found = opened.case.add(Milestone(course_id=current_course(opened.case).id, kind=kind))
        found.done_on = on
        if kind is MilestoneKind.FIRST_CONTACT and on is not None:
            current_course(opened.case).first_contact_on = on


def plan_milestone(opened: OpenCase, kind: MilestoneKind, on: date | None) -> None:
    """The milestone is to be reached that day; None = no day is set."""
    found = milestone(opened.case, kind)
    if (found.planned_on if found is not None else None) == on:
        return
    with opened.action(N_("Plan milestone")):
        if found is None:
            found = opened.case.add(Milestone(course_id=current_course(opened.case).id, kind=kind))
        found.planned_on = on


def earlier_than(case: Case, kind: MilestoneKind) -> MilestoneKind | None:
    """The one that comes before this in the list and was reached after it: that is said, never refused, as a course is
    seldom linear."""
    reached = {each.kind: each.done_on for each in current_course(case).milestones if each.done_on is not None}
    day = reached.get(kind)
    return next((before for before in reversed(MilestoneKind) if before.number < kind.number and day is not None
                 and (on := reached.get(before)) is not None and on > day), None)


def reach_today(opened: OpenCase, kind: MilestoneKind) -> None:
    """The course has come this far today; the first time counts."""
    if current_course(opened.case).reached(kind) is None:
        set_milestone(opened, kind, opened.today())


def wait_for(opened: OpenCase, member: NetworkMember | None, what: str) -> None:
    """What the course waits for, and on whom."""
    course = current_course(opened.case)
    with opened.action(N_("Set what we wait for")):
        if not course.waiting_for and what.strip():
            course.waiting_since = opened.today()
            course.nudge_on = day_after(opened.today(), days_before(opened.case, NudgeStep.MAIL))
        course.waiting_for_id = member.id if member else None
        course.waiting_for = what.strip()


def stop_waiting(opened: OpenCase) -> None:
    """It came."""
    course = current_course(opened.case)
    with opened.action(N_("No longer waiting")):
        course.waiting_for_id, course.waiting_for, course.waiting_since = None, "", None
        course.nudge_on, course.meanwhile = None, ""
