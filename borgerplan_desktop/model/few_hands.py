"""Few hands: how many the citizen has to relate to, before and after the plan, and what could be one appointment."""
from __future__ import annotations

import enum
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from borgerplan_desktop.model.course import Course, current_course
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.network import MemberKind, NetworkMember, Reach, Tie, TieQuality
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.plan import Goal, Plan, current_plan
from borgerplan_desktop.model.standing_appointment import StandingAppointment
from borgerplan_desktop.model.week import DAYS, WeekEntry, monday_of, week_of

if TYPE_CHECKING:
    from borgerplan_desktop.model.case import Case


@dataclass(frozen=True)
class Hands:
    """What the citizen relates to on a day, as far as it is written down with dates."""

    professionals: tuple[NetworkMember, ...]
    places: int                                          # where standing appointments are
    weekly: float                                        # standing appointments a week


def hands_on(case: Case, day: date) -> Hands:
    """Professionals with us that day, the places of standing appointments, and how many of them a week has."""
    standing = [each for each in case.all(StandingAppointment) if each.goes_on(day)]
    return Hands(tuple(m for m in case.all(NetworkMember) if _is_there(m, day)),
                 len({same(each.place_text) for each in standing} - {""}),
                 sum(1 / max(1, each.weeks) for each in standing))


def _is_there(member: NetworkMember, day: date) -> bool:
    return (member.kind is MemberKind.PROFESSIONAL and member.is_person and member.reach is Reach.IN_REACH
            and member.involved_on(day) and (member.removed_on is None or day < member.removed_on))


def before_the_plan(case: Case) -> date | None:
    """The day before the first plan of this course was adopted; None = none is, or nobody can say."""
    if not case.all(Plan) or not case.all(Course):
        return None
    begun = current_course(case).first_contact_on
    days = [each.adopted_on for each in current_plan(case).versions if each.adopted_on >= begun]
    first = min(days, default=date.min)
    return first - timedelta(days=1) if first > date.min else None


def planned_end(case: Case, today: date) -> date | None:
    """The last deadline ahead of a goal that is worked on; None = none has one."""
    days = [goal.deadline for goal in case.all(Goal) if goal.status.open and goal.deadline is not None]
    return max((day for day in days if day > today), default=None)


# ------------------------------------------------------------------------------------------------ what could be one
class Why(enum.Enum):
    """Why two could be one, the best reason first."""

    PERSON = enum.auto()
    UNIT = enum.auto()
    TOGETHER = enum.auto()                               # for the same goal, with people who know each other
    PLACE = enum.auto()                                  # not one, but on one day
    GOAL = enum.auto()                                   # not one, but they should know of each other


@dataclass(frozen=True)
class CouldBeOne:
    """Two appointments of the same week, and what they have in common."""

    one: WeekEntry
    other: WeekEntry
    why: Why
    words: str                                           # the goal, the unit or the place; "" where the people say it

    @property
    def people(self) -> tuple[NetworkMember, ...]:
        return tuple(dict.fromkeys((*self.one.people, *self.other.people)))


@dataclass(frozen=True)
class _Thing:
    """An appointment with what it may have in common with another."""

    entry: WeekEntry
    people: frozenset[NetworkMember]
    goal: Goal | None
    units: dict[str, str]                                # as one compares it: as it is written
    place: str

    @classmethod
    def of(cls, entry: WeekEntry) -> _Thing:
        units = [m.contact.organisation.strip() for m in entry.people]
        others = frozenset(m for m in entry.people if m.staff_id is None)    # our own are where one lives
        return cls(entry, others, entry.goal,
                   {same(unit): unit for unit in units if unit}, same(entry.place))


def could_be_one(case: Case, today: date) -> list[CouldBeOne]:
    """Pairs of this week and the next that could be one, the best reasons first, each appointment once."""
    know = {frozenset((tie.one_id, tie.other_id)) for tie in case.all(Tie) if tie.quality is not TieQuality.BROKEN}
    found = []
    for monday in (monday_of(today), monday_of(later(monday_of(today), DAYS))):      # every second week shows in one
        things = [_Thing.of(each) for each in week_of(case, monday)
                  if (each.on is None or each.on >= today) and _may_be_moved(each)]
        found += [pair for one, other in combinations(things, 2) if (pair := _pair(one, other, know)) is not None]
    once: dict[str, CouldBeOne] = {}
    for pair in sorted(found, key=lambda each: each.why.value):
        ids = {pair.one.row.id, pair.other.row.id}
        if ids.isdisjoint(once):
            once |= dict.fromkeys(ids, pair)
    return list(dict.fromkeys(once.values()))


def _may_be_moved(entry: WeekEntry) -> bool:
    """Coffee with one's sister is nobody's to put together with anything."""
    return all(m.kind is MemberKind.PROFESSIONAL and m.removed_on is None for m in entry.people)


def _pair(one: _Thing, other: _Thing, know: Container[frozenset[str]]) -> CouldBeOne | None:
    """The best reason why they could be one; None = none, or the citizen goes there but once as it is."""
    one_trip = one.entry.on is not None and one.entry.on == other.entry.on and one.place and one.place == other.place
    if one.entry.row is other.entry.row or one_trip:
        return None
    for why, words in _common(one, other, know):
        return CouldBeOne(one.entry, other.entry, why, words)
    return None


def _common(one: _Thing, other: _Thing, know: Container[frozenset[str]]) -> Iterator[tuple[Why, str]]:
    if one.people & other.people:
        yield Why.PERSON, ""
    if (unit := next((one.units[key] for key in one.units if key in other.units), "")):
        yield Why.UNIT, unit
    goal = one.goal if one.goal is other.goal else None
    if goal is not None and any(frozenset((m.id, n.id)) in know for m in one.people for n in other.people):
        yield Why.TOGETHER, goal.title
    if one.place and one.place == other.place:
        yield Why.PLACE, one.entry.place
    if goal is not None and one.people and other.people:
        yield Why.GOAL, goal.title


def same(text: str) -> str:
    """A place or a unit as one compares it: without case, accents and blanks too many."""
    return danish(" ".join(text.split()))
