"""One week of the citizen: what comes back, what is only once, and the meetings, day by day."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.course import Appointment
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.model.standing_appointment import StandingAppointment

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case

DAYS = 7
WEEKEND = 5                                              # from Saturday on it is the week to come that one hangs up
UNNAMED = N_("An appointment")


@dataclass(frozen=True)
class WeekEntry:
    """Somewhere the citizen is to be: on which day, when, what, where, and with whom; texts as they were written."""

    row: StandingAppointment | Appointment | Meeting
    on: date | None                                      # None = some day of the week: it varies
    at: str                                              # "13.00", or "" when the time is not set
    text: str                                            # somebody's words, or "" where `label` says what it is
    label: str                                           # a msgid: what kind of thing it is
    place: str
    people: tuple[NetworkMember, ...]                    # not the citizen

    @property
    def goal(self) -> Goal | None:
        """What it is for, where somebody has said so."""
        return self.row.case.get(Goal, self.row.goal_id) if isinstance(self.row, StandingAppointment) else None


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_shown(today: date) -> date:
    """The Monday of the week that is asked for without saying which."""
    monday = monday_of(today)
    return monday if today.weekday() < WEEKEND else later(monday, DAYS)


def week_of(case: Case, monday: date) -> list[WeekEntry]:
    """Everything of the seven days from the Monday on, by day and time; last what comes on a day that varies."""
    monday = monday_of(monday)
    found = [*_standing(case, monday), *_once(case, monday), *_meetings(case, monday)]
    return sorted(found, key=lambda each: (each.on is None, each.on or monday, each.at.replace(":", ".").rjust(5)))


def _standing(case: Case, monday: date) -> list[WeekEntry]:
    found = []
    for each in case.all(StandingAppointment):
        on = None if each.weekday is None else later(monday, each.weekday % DAYS)
        days = [on] if on is not None else [later(monday, n) for n in range(DAYS)]
        if comes_in(each, monday) and any(map(each.goes_on, days)):
            found.append(WeekEntry(each, on, each.at, each.text.strip(), UNNAMED, each.place_text.strip(),
                                   _some(each.member)))
    return found


def comes_in(standing: StandingAppointment, monday: date) -> bool:
    """Whether the week of that Monday is one of those: every second week is counted from the one it begins in."""
    if standing.weeks <= 1 or standing.begins_on is None:
        return True
    return (monday - monday_of(standing.begins_on)).days // DAYS % standing.weeks == 0


def _once(case: Case, monday: date) -> list[WeekEntry]:
    return [WeekEntry(each, each.on, each.at, each.text.strip(), UNNAMED, each.place_text.strip(), _some(each.member))
            for each in case.all(Appointment) if 0 <= (each.on - monday).days < DAYS]


def _meetings(case: Case, monday: date) -> list[WeekEntry]:
    """Those the citizen comes to: not what was called off, nor where only others are asked."""
    found = []
    for each in case.all(Meeting):
        when = each.starts_at
        if when is None or not 0 <= (when.date() - monday).days < DAYS or each.status is MeetingStatus.CALLED_OFF:
            continue
        asked = [p.member for p in each.participants if p.member is not None]
        if not asked or any(member.is_citizen for member in asked):
            others = tuple(member for member in asked if not member.is_citizen)
            found.append(WeekEntry(each, when.date(), f"{when.hour}.{when.minute:02}", "", each.kind.label,
                                   each.place_text.strip(), others))
    return found


def _some(member: NetworkMember | None) -> tuple[NetworkMember, ...]:
    return (member,) if member is not None and not member.is_citizen else ()
