"""The phases of a course, from and to: they may overlap, and several may be open beside each other."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, day
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.course import CoursePhase, current_course
from borgerplan_desktop.model.network import Phase

CHANGED = N_("Change the phase")
NAMES = {Phase.ARRIVING: N_("Arriving"), Phase.PLAN: N_("The plan is made"), Phase.WORKING: N_("Under way"),
         Phase.MOVING: N_("Moving"), Phase.AFTER: N_("Afterwards")}


@dataclass(frozen=True)
class Bar:
    """A phase as days since the first contact; `until` None = it is still open."""

    name: str
    first: int
    until: int | None
    words: str


def phases(case: Case) -> list[CoursePhase]:
    """In the order in which they began, those without a day last."""
    course = current_course(case)
    return sorted(case.of(CoursePhase, CoursePhase.course_id, course.id),
                  key=lambda each: (each.from_on or date.max, list(Phase).index(each.phase)))


def begin_phase(opened: OpenCase, phase: Phase) -> CoursePhase:
    """A phase begins today; the others go on until somebody ends them."""
    with opened.action(N_("Begin a phase")):
        return opened.case.add(CoursePhase(course_id=current_course(opened.case).id, phase=phase,
                                           from_on=opened.today()))


def phase_from(opened: OpenCase, phase: CoursePhase, on: date | None) -> None:
    """It begins that day. Raises Refused after its end."""
    _check(on, phase.until_on, "from_on")
    with opened.action(CHANGED):
        phase.from_on = on


def phase_until(opened: OpenCase, phase: CoursePhase, on: date | None) -> None:
    """It ends that day; None = it is still open. Raises Refused before its beginning."""
    _check(phase.from_on, on, "until_on")
    with opened.action(CHANGED):
        phase.until_on = on


def remove_phase(opened: OpenCase, phase: CoursePhase) -> None:
    with opened.action(N_("Remove the phase")):
        opened.case.remove(phase)


def bars(case: Case, today: date) -> list[Bar]:
    """The phases that have a beginning, as they are drawn, each with the same in words."""
    course, found = current_course(case), []
    for each in phases(case):
        if each.from_on is None:
            continue
        name, since = _(NAMES[each.phase]), day(each.from_on, today)
        if each.until_on is not None:
            words = _("{phase}: from {start} until {end}").format(phase=name, start=since,
                                                                  end=day(each.until_on, today))
        else:
            words = _("{phase}: since {start}, still open").format(phase=name, start=since) \
                if each.from_on <= today else _("{phase}: from {start}").format(phase=name, start=since)
        found.append(Bar(name, (each.from_on - course.first_contact_on).days,
                         None if each.until_on is None else (each.until_on - course.first_contact_on).days, words))
    return found


def _check(start: date | None, end: date | None, field: str) -> None:
    if start is not None and end is not None and end < start:
        raise Refused(_("It ends before it begins. Check the days."), field)
