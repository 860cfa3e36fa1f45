"""What is different between two versions of a plan: new, changed, moved and taken out, row by row and field by field.

Pure: two cases in, what differs out. Rows are matched by their ids, so words may change completely and a goal is still
the same goal. Who reads it puts words to it: the screen, the terminal, the paper.
"""
from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import service_named
from borgerplan_desktop.model.everyday_health import habits_said
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.follow_up import decided
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import EarlierPlan, EarlierPlanOutcome
from borgerplan_desktop.model.plan import Agreement, FollowUpDay, Goal, Intervention, Plan, current_plan
from borgerplan_desktop.model.row import Row

Value = str | date | int | enum.StrEnum | NetworkMember | Goal | None      # None = nothing
OF_THE_WHOLE_ROW = {"status", "goal_id"}                 # said of a row that is new or gone by where it stands


class How(Labelled):
    ADDED = "added", N_("Added")
    CHANGED = "changed", N_("Changed")
    MOVED = "moved", N_("Moved")
    REMOVED = "removed", N_("Taken out")


class Section(Labelled):
    """The parts of a plan in the order of its paper."""

    OWN_WORDS = "own_words", N_("In own words")
    GOALS = "goals", N_("Goals")
    HEALTH = "health", N_("Health in everyday life")
    AGREEMENTS = "agreements", N_("Agreements")
    EXPECTATIONS = "expectations", N_("What we expect of each other")
    FOLLOW_UP = "follow_up", N_("Follow-up")
    OTHER_PLANS = "other_plans", N_("Earlier plans")


@dataclass(frozen=True)
class FieldChange:
    """`name` of the column; `label` is a msgid."""

    name: str
    label: str
    before: Value
    after: Value


@dataclass(frozen=True)
class RowChange:
    """One row that differs. `numbers`: of a goal or step, its place before and after, counted from 1; 0 = not there."""

    how: How
    before: Any                                          # the row as it was; None = it is new
    after: Any                                           # None = it was taken out
    fields: tuple[FieldChange, ...] = ()
    numbers: tuple[int, int] = (0, 0)
    moved: bool = False                                  # among those that stand in both
    parts: tuple[RowChange, ...] = ()                    # of a goal: its steps, help and agreements

    @property
    def row(self) -> Any:
        """As it stands now, else as it was."""
        return self.after if self.after is not None else self.before

    @property
    def number(self) -> int:
        return self.numbers[1] or self.numbers[0]


@dataclass(frozen=True)
class PlanDifference:
    """What differs, by section; sections in which nothing does are left out."""

    sections: dict[Section, tuple[RowChange, ...]]

    def __bool__(self) -> bool:
        return bool(self.sections)

    def changes(self) -> Iterator[tuple[Section, RowChange | None, RowChange]]:
        """Every row that differs with the goal it is a part of, as one reads a plan. A goal in which only its parts
        differ does not differ itself.
        """
        for section, rows in self.sections.items():
            for row in rows:
                if row.fields or row.moved or not row.parts:
                    yield section, None, row
                for part in row.parts:
                    yield section, row, part


def plan_difference(before: Case, after: Case) -> PlanDifference:
    """Raises LookupError for a case without a plan."""
    old, new = current_plan(before), current_plan(after)
    agreements: dict[str, list[RowChange]] = {}          # by the goal they belong to now, else belonged to
    for each in _rows(before.all(Agreement), after.all(Agreement), AGREEMENT):
        agreements.setdefault(each.row.goal.id if each.row.goal is not None else "", []).append(each)
    found = {
        Section.OWN_WORDS: _rows([old], [new], OWN_WORDS, same=True),
        Section.GOALS: _rows(old.goals, new.goals, GOAL, partial(_parts, agreements), ordered=True),
        Section.HEALTH: _rows(habits_said(before), habits_said(after), HABIT),
        Section.AGREEMENTS: tuple(agreements.get("", ())),
        Section.EXPECTATIONS: _rows(_said(before), _said(after), EXPECTATION),
        Section.FOLLOW_UP: (*_rows([old], [new], FOLLOW_UP, same=True),
                            *_rows(old.follow_up_days, _agreed(old, new), FOLLOW_UP_DAY)),
        Section.OTHER_PLANS: _rows(_settled(before), _settled(after), EARLIER_PLAN)}
    return PlanDifference({section: rows for section, rows in found.items() if rows})


# ---------------------------------------------------------------------------------------------------- what is compared
Read = Callable[[Any], Value]
Told = tuple[tuple[str, str, Read | None], ...]          # column, msgid, how it is read (None = as it stands)


def _person(row: Any) -> Value:
    return row.responsible


def _done_by(row: Any) -> Value:
    return row.case.get(NetworkMember, row.done_by_id)


def _service(row: Intervention) -> Value:
    service = service_named(row.case.register, row.service_id)
    return service.name if service is not None else None


def _goal_of(row: Agreement) -> Value:
    return row.goal


def _title(row: EarlierPlan) -> Value:
    return row.title.strip() or row.kind


def _last_decided(row: Intervention) -> Value:
    """That the help was changed or ended when it was last followed up on; that it goes on is nothing new."""
    made = decided(row)
    return made.outcome if made is not None else None


def _why_decided(row: Intervention) -> Value:
    made = decided(row)
    return made.why if made is not None else None


OWN_WORDS: Told = (
    ("hopes", N_("Hopes and dreams"), None), ("matters_now", N_("What matters most now"), None),
    ("strengths", N_("Strengths"), None), ("situation", N_("Situation"), None),
    ("help_wanted", N_("What I would like help with"), None), ("can_do_myself", N_("What I can do myself"), None))
FOLLOW_UP: Told = (
    ("follow_up", N_("How often"), None), ("follow_up_weeks", N_("Every so many weeks"), None),
    ("follow_up_on", N_("Next time"), None),
    ("ladder_goal", N_("Where the help is heading"), None))
FOLLOW_UP_DAY: Told = (("on", N_("Day for following up"), None),)
GOAL: Told = (
    ("title", N_("Goal"), None), ("why", N_("Why it matters"), None), ("area", N_("Life area"), None),
    ("type", N_("Kind of goal"), None), ("status", N_("Status"), None), ("stalls_because", N_("Why it stalls"), None),
    ("how_it_went", N_("How it went"), None), ("responsible_id", N_("Responsible"), _person),
    ("deadline", N_("By when"), None), ("follow_up_on", N_("Follow-up"), None))
STEP: Told = (
    ("text", N_("Step"), None), ("responsible_id", N_("Responsible"), _person), ("due_on", N_("By when"), None),
    ("done_on", N_("Done"), None), ("done_by_id", N_("Done by"), _done_by))
HELP: Told = (
    ("name", N_("Help"), None), ("purpose", N_("Purpose"), None), ("service_id", N_("Service"), _service),
    ("provider", N_("From whom"), None), ("unit", N_("Who gives the help"), None), ("from_on", N_("From"), None),
    ("until_on", N_("Until"), None), ("period", N_("How long"), None),
    ("ladder_step", N_("Ladder of interventions"), None), ("responsible_id", N_("Responsible"), _person),
    ("reviews", N_("At the follow-up"), _last_decided), ("reviews_why", N_("Why"), _why_decided))
HABIT: Told = (("now", N_("How it is now"), None), ("wish", N_("Wish"), None), ("follow_up_on", N_("Follow-up"), None))
AGREEMENT: Told = (
    ("text", N_("Agreement"), None), ("responsible_id", N_("Responsible"), _person), ("when", N_("When"), None),
    ("due_on", N_("By when"), None), ("status", N_("Status"), None), ("done_on", N_("Done"), None),
    ("done_by_id", N_("Done by"), _done_by), ("goal_id", N_("Belongs to the goal"), _goal_of))
EARLIER_PLAN: Told = (
    ("title", N_("Earlier plan"), _title), ("dated_on", N_("Date"), None), ("outcome", N_("Status"), None),
    ("kept_because", N_("Reason"), None))
EXPECTATION: Told = (("of", N_("Who expects it"), None), ("text", N_("Expectation"), None))


def _said(case: Case) -> list[Expectation]:
    """One without words yet says nothing."""
    return [each for each in case.all(Expectation) if each.text.strip()]


# ------------------------------------------------------------------------------------------- how it is compared
def _parts(agreements: dict[str, list[RowChange]], old: Goal | None, new: Goal | None) -> tuple[RowChange, ...]:
    """Steps, help and agreements; an agreement that went from goal to goal stands with the one it has now."""
    goal = new if new is not None else old
    steps, more_steps = (old.steps if old is not None else []), (new.steps if new is not None else [])
    help_, more_help = (old.interventions if old is not None else []), (new.interventions if new is not None else [])
    return (*_rows(steps, more_steps, STEP, ordered=True), *_rows(help_, more_help, HELP),
            *agreements.get(goal.id if goal is not None else "", ()))


def _agreed(old: Plan, new: Plan) -> list[FollowUpDay]:
    """That somebody has followed up, on a day that was not agreed then, makes no other plan."""
    known = {each.id for each in old.follow_up_days}
    return [each for each in new.follow_up_days if each.done_on is None or each.id in known]


def _settled(case: Case) -> list[EarlierPlan]:
    """The paper says nothing of one that is still being taken over."""
    return [each for each in case.all(EarlierPlan) if each.outcome is not EarlierPlanOutcome.OPEN]


def _rows(old: Sequence[Row], new: Sequence[Row], told: Told,
          parts: Callable[[Any, Any], tuple[RowChange, ...]] | None = None, *, ordered: bool = False,
          same: bool = False) -> tuple[RowChange, ...]:
    """Those that differ: first as they stand now, then what was taken out. `same`: they are one row whatever its id
    (a plan that was begun anew is still the plan).
    """
    if same:
        fields = _fields(old[0], new[0], told)
        return (RowChange(How.CHANGED, old[0], new[0], fields),) if fields else ()
    was = {row.id: (number, row) for number, row in enumerate(old, 1)}
    there = {row.id for row in new}
    moved = _moved([row.id for row in old if row.id in there], [row.id for row in new if row.id in was]) \
        if ordered else frozenset()
    found: list[RowChange] = []
    for number, row in enumerate(new, 1):
        place, before = was.get(row.id, (0, None))
        fields = _fields(before, row, told)
        inner = parts(before, row) if parts is not None else ()
        is_moved = row.id in moved
        if before is None:
            if fields or inner:
                found.append(RowChange(How.ADDED, None, row, fields, (0, number), parts=inner))
        elif fields or inner or is_moved:                # its parts say themselves what happened to them
            how = How.CHANGED if fields or not is_moved else How.MOVED
            found.append(RowChange(how, before, row, fields, (place, number), is_moved, inner))
    for place, row in was.values():
        if row.id not in there:
            fields, inner = _fields(row, None, told), parts(row, None) if parts is not None else ()
            if fields or inner:
                found.append(RowChange(How.REMOVED, row, None, fields, (place, 0), parts=inner))
    return tuple(found)


def _fields(before: Row | None, after: Row | None, told: Told) -> tuple[FieldChange, ...]:
    """Of a row that is only in one of them: what it says."""
    found = []
    for name, label, read in told:
        old, new = _value(before, name, read), _value(after, name, read)
        beginning = name in OF_THE_WHOLE_ROW and (before is None or after is None) and not _closed(before or after)
        if _key(old) != _key(new) and not beginning:
            found.append(FieldChange(name, label, old, new))
    return tuple(found)


def _closed(row: Row | None) -> bool:
    """Whether a goal that is new or gone was set aside, reached or replaced already: without that it sounds open."""
    return isinstance(row, Goal) and not row.status.open


def _value(row: Row | None, name: str, read: Read | None) -> Value:
    if row is None:
        return None
    value = read(row) if read is not None else getattr(row, name)
    return (value.strip() or None) if isinstance(value, str) and not isinstance(value, enum.Enum) else value


def _key(value: Value) -> object:
    """A person is the same person also under another name, and a goal the same goal."""
    return value.id if isinstance(value, NetworkMember | Goal) else value


def _moved(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The fewest that must have been moved for the one order to become the other."""
    place = {id: number for number, id in enumerate(old)}
    ends: list[int] = []                                 # of the longest run of each length: where its last one stood
    last: list[int] = []                                 # and which of `new` that is
    before: list[int] = []
    for at, id in enumerate(new):
        length = bisect_left(ends, place[id])
        before.append(last[length - 1] if length else -1)
        ends[length:length + 1], last[length:length + 1] = [place[id]], [at]
    kept, at = set(), last[-1] if last else -1
    while at >= 0:
        kept.add(new[at])
        at = before[at]
    return frozenset(new) - kept
