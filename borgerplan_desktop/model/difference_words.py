"""The differences of two versions in words, the same for the screen, the terminal and the paper."""
from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from borgerplan_desktop.i18n import N_
from borgerplan_desktop.model.everyday_health import Habit
from borgerplan_desktop.model.expectation import Expectation
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.life_area import LadderStep, LifeArea
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, FollowUpDay, Goal, Intervention, Plan, Step
from borgerplan_desktop.model.plan_difference import FieldChange, How, PlanDifference, RowChange, Section, Value
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.text import shortened

SHORT = 60                                               # characters of what a head calls something by
KINDS: dict[type[Row], str] = {
    Goal: N_("Goal {number}"), Step: N_("Step"), Intervention: N_("Help"), Agreement: N_("Agreement"),
    Expectation: N_("Expectation"), FollowUpDay: N_("Day for following up")}
CALLED = {Goal: "title", Step: "text", Intervention: "name", Agreement: "text", Expectation: "text"}


class Say(Protocol):
    """A msgid in the reader's language, filled in."""

    def __call__(self, message: str, /, **filled: object) -> str: ...


@dataclass(frozen=True)
class Language:
    """How the reader says a sentence, a day and a person."""

    say: Say
    day: Callable[[date], str]
    name: Callable[[NetworkMember], str]
    area: Callable[[LifeArea], str] | None = field(default=None, kw_only=True)   # as the shelter calls it


@dataclass(frozen=True)
class Told:
    """One field: what it is called, what stood there, what stands there now; "" = nothing. `own` = somebody's words."""

    label: str
    before: str
    after: str
    own: bool = False


@dataclass(frozen=True)
class Difference:
    """One row that differs, in words."""

    section: Section
    how: How
    what: str                                            # "Goal 3", "Step"; "" for the plan's own words
    called: str                                          # by which it is known where its name is not what changed
    within: str                                          # the goal it is a part of
    told: tuple[Told, ...]
    moved: str = ""                                      # "moved from 3 to 1"
    change: RowChange | None = None

    @property
    def head(self) -> str:
        """"Goal 3: My own home"."""
        return f"{self.what}: {self.called}" if self.what and self.called else self.what or self.called


def in_words(difference: PlanDifference, language: Language,
             may_say: Callable[[RowChange | None, RowChange], bool] | None = None) -> Iterator[Difference]:
    """Every difference in the order of the plan; `may_say` is asked of each row, with the goal it is a part of."""
    for section, goal, change in difference.changes():
        if may_say is None or may_say(goal, change):
            yield _difference(section, goal, change, language)


def _difference(section: Section, goal: RowChange | None, change: RowChange, language: Language) -> Difference:
    kind, name = type(change.row), CALLED.get(type(change.row), "")
    said = any(each.name == name for each in change.fields)
    called = "" if said or not name else shortened(getattr(change.row, name), SHORT)
    what = language.say(KINDS[kind], number=change.number) if kind in KINDS else \
        language.say(change.row.kind.label) if kind is Habit else ""
    moved = language.say(N_("moved from {before} to {after}"), before=change.numbers[0], after=change.numbers[1]) \
        if change.moved else ""
    within = _goal(goal, language) if goal is not None else ""
    return Difference(section, change.how, what, called, within,
                      tuple(_told(each, language) for each in change.fields), moved, change)


def _goal(goal: RowChange, language: Language) -> str:
    what, title = language.say(KINDS[Goal], number=goal.number), shortened(goal.row.title, SHORT)
    return f"{what}: {title}" if title else what


def _told(field: FieldChange, language: Language) -> Told:
    own = any(isinstance(each, str) and not isinstance(each, enum.Enum)
              for each in (field.before, field.after))
    return Told(language.say(field.label), words_of(field.before, language), words_of(field.after, language), own)


def words_of(value: Value, language: Language) -> str:
    """A value as the reader says it; "" for nothing."""
    match value:
        case None:
            return ""
        case NetworkMember():
            return language.name(value)
        case Goal():
            return value.title.strip()
        case date():
            return language.day(value)
        case LadderStep():
            return language.say(N_("Step {n} of the ladder"), n=value.number)
        case LifeArea() if language.area is not None:
            return language.area(value)
        case Labelled():
            return language.say(value.label)
    return str(value)


def one_line(difference: Difference, language: Language) -> list[str]:
    """Each field on a line, as the terminal says it: "Goal 3: My own home · Why it matters: »a« became »b«"."""
    place = " · ".join(part for part in (difference.within, difference.head) if part) or \
        language.say(difference.section.label)
    lines = [f"{place} · {difference.moved}"] if difference.moved else []
    for each in difference.told:
        before, after = (_flat(text, quoted=each.own) for text in (each.before, each.after))
        what = f"{place} · {each.label}"
        if difference.how is How.ADDED or not before:
            lines.append(language.say(N_("{what}: added: {after}"), what=what, after=after))
        elif difference.how is How.REMOVED or not after:
            lines.append(language.say(N_("{what}: taken out: {before}"), what=what, before=before))
        else:
            lines.append(language.say(N_("{what}: {before} became {after}"), what=what, before=before, after=after))
    return lines


def _flat(text: str, *, quoted: bool) -> str:
    flat = " ".join(text.split())
    return f"»{flat}«" if quoted and flat else flat


def is_own_words(change: RowChange) -> bool:
    """Whether it is about the plan itself and not one of its rows."""
    return isinstance(change.row, Plan)
