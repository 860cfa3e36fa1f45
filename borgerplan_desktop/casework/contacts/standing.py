"""The citizen's standing appointments ("Faste aftaler"): what comes back, on which day, with whom, how often."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import check_period
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _, clock
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.order import place
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.standing_appointment import StandingAppointment

CHANGED = N_("Standing appointment")


def add_standing(opened: OpenCase, text: str, weekday: int | None = None, at: time | None = None,
                 member: NetworkMember | None = None) -> StandingAppointment:
    """One more that comes back every week, from today on. Raises Refused with nothing written."""
    if not text.strip():
        raise Refused(_("Write what it is, e.g. the dentist."), "text")
    with opened.action(N_("Add standing appointment")):
        siblings = opened.case.all(StandingAppointment)
        made = opened.case.add(StandingAppointment(
            text=text.strip(), weekday=weekday, at=clock(at) if at is not None else "", begins_on=opened.today(),
            member_id=member.id if member is not None else None))
        place(made, siblings, len(siblings))
        return made


def set_hour(opened: OpenCase, standing: StandingAppointment, at: time | None) -> None:
    with opened.action(CHANGED):
        standing.at = clock(at) if at is not None else ""


def every_weeks(opened: OpenCase, standing: StandingAppointment, weeks: int) -> None:
    """It comes every so many weeks, counted from the week in which it begins, which then must be known."""
    with opened.action(CHANGED):
        standing.weeks = max(1, weeks)
        if standing.weeks > 1 and standing.begins_on is None:
            standing.begins_on = opened.today()


def with_whom(opened: OpenCase, standing: StandingAppointment, member: NetworkMember | None) -> None:
    with opened.action(CHANGED):
        standing.member_id = member.id if member is not None else None


def for_goal(opened: OpenCase, standing: StandingAppointment, goal: Goal | None) -> None:
    """What it is for."""
    with opened.action(CHANGED):
        standing.goal_id = goal.id if goal is not None else None


def begin_on(opened: OpenCase, standing: StandingAppointment, day: date | None) -> None:
    """Since when; None = it was so before. Raises Refused for a day after it ends."""
    check_period(day, standing.ends_on)
    with opened.action(CHANGED):
        standing.begins_on = day
        if day is None and standing.weeks > 1:
            standing.begins_on = opened.today()          # else nobody knows which of the weeks it is


def end_on(opened: OpenCase, standing: StandingAppointment, day: date | None) -> None:
    """Its last day; None = it goes on. Raises Refused for a day before it begins."""
    check_period(standing.begins_on, day)
    with opened.action(CHANGED):
        standing.ends_on = day


def remove_standing(opened: OpenCase, standing: StandingAppointment) -> None:
    """It was a mistake: one that has been ends instead."""
    with opened.action(N_("Remove standing appointment")):
        opened.case.remove(standing)


def going_on(case: Case, today: date) -> list[StandingAppointment]:
    """Those of now and ahead, through the week; the day that varies last."""
    return _through_the_week(each for each in case.all(StandingAppointment)
                             if each.ends_on is None or each.ends_on >= today)


def been(case: Case, today: date) -> list[StandingAppointment]:
    """Those that have ended, the last first."""
    ended = [each for each in case.all(StandingAppointment) if each.ends_on is not None and each.ends_on < today]
    return sorted(ended, key=lambda each: (each.ends_on or date.min, each.place), reverse=True)


def _through_the_week(rows: Iterable[StandingAppointment]) -> list[StandingAppointment]:
    return sorted(rows, key=lambda each: (7 if each.weekday is None else each.weekday, each.at.rjust(5), each.place))
