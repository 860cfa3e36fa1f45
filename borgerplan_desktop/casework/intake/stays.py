"""Stays: a citizen who has been here comes again. What was stays as it was; a new stay and a new course begin."""
from __future__ import annotations

from datetime import date

from borgerplan_desktop.casework.course.ladder import move_help
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    LeftHow,
    Milestone,
    MilestoneKind,
    Stay,
    coordinator,
    current_course,
    current_stay,
)
from borgerplan_desktop.model.life_area import LadderStep
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.shelter import Sector

STAYS = 5                                                # shown at once


def stays(case: Case) -> list[Stay]:
    """Every stay, the newest first; one without a day is the newest."""
    return case.all(Stay)[::-1]


def may_begin(case: Case) -> bool:
    """Whether a new stay may begin: they do not live here."""
    return current_course(case).closed_on is not None or goes_on(case)


def goes_on(case: Case) -> bool:
    """Whether they have moved out while the course goes on: a new stay is a part of it then."""
    stay = current_stay(case)
    return (current_course(case).closed_on is None and stay is not None and stay.left_on is not None
            and stay.left_how is not LeftHow.DIED)


def ended_on(case: Case) -> date | None:
    """The last day of what was before: of the stays and the courses."""
    ends = [stay.left_on for stay in case.all(Stay)] + [course.closed_on for course in case.all(Course)]
    return max((end for end in ends if end is not None), default=None)


def begin_stay(opened: OpenCase, first_contact_on: date | None = None, room: str = "") -> Stay:
    """They come again: a stay, a course with its first milestone, and whoever receives them as temporary coordinator.

    `first_contact_on` None = today. The course before it is kept as it was; a stay that nobody has ended ends with its
    course. Who had moved out of a course that goes on has a stay more in it. Raises Refused while they live here, for a
    day to come, or before the last stay ended.
    """
    case, today = opened.case, opened.today()
    first = first_contact_on or today
    before = current_course(case)
    if before.closed_on is None and not goes_on(case):
        raise Refused(_("A course is open. Close it first, or go on with it."), "first_contact_on")
    if first > today:
        raise Refused(_("The first contact cannot be after today."), "first_contact_on")
    ended = ended_on(case)
    if ended is not None and first < ended:
        raise Refused(_("The last stay had not ended then. Choose a later day, or reopen the course."),
                      "first_contact_on")
    with opened.action(N_("Begin a new stay")):
        left = current_stay(case)
        if left is not None and left.left_on is None:
            left.left_on = before.closed_on
        stay = case.add(Stay(admitted_on=first, decided_on=first, room=one_line(room, "room")))
        if before.closed_on is None:
            before.stay_id = stay.id
            move_help(opened, LadderStep.STAY, first)
            return stay
        course = case.add(Course(first_contact_on=first, stay_id=stay.id))
        case.add(Milestone(course_id=course.id, kind=MilestoneKind.FIRST_CONTACT, done_on=first))
        move_help(opened, LadderStep.STAY, first)
        case.the(Citizen).contact_person_id = opened.who
        if coordinator(case) is None:
            case.add(CoordinatorAssignment(member_id=_me(opened).id, temporary=True, since=first))
        return stay


def write_stay(opened: OpenCase) -> Stay:
    """The stay of the present course, where nobody has written one."""
    course = current_course(opened.case)
    with opened.action(N_("Write the stay")):
        stay = opened.case.add(Stay(admitted_on=course.first_contact_on))
        course.stay_id = stay.id
        return stay


def _me(opened: OpenCase) -> NetworkMember:
    """Whoever receives them, on the map."""
    members = opened.case.all(NetworkMember)
    found = next((each for each in members if each.staff_id == opened.who and each.removed_on is None), None)
    if found is not None:
        return found
    made = opened.case.add(NetworkMember(kind=MemberKind.PROFESSIONAL, staff_id=opened.who, sector=Sector.SHELTER))
    place(made, members, len(members))
    return made
