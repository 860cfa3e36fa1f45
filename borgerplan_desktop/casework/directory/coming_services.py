"""What a table would bring into the directory, a line each: new, the same as one here, or left out, and why."""
from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from borgerplan_desktop.casework.directory import said_values
from borgerplan_desktop.casework.directory.said_values import InHouseDay, NotUnderstood
from borgerplan_desktop.casework.directory.services import key, says_the_same
from borgerplan_desktop.casework.directory.table_columns import DAYS, LABELS, Columns, not_read
from borgerplan_desktop.casework.refused import LONGEST_LINE
from borgerplan_desktop.documents.reading_in.found_table import FoundTable
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.row import lines_of
from borgerplan_desktop.model.text import shortened, shows

Values = dict[str, Any]
_READERS: Mapping[str, Callable[[str], Any]] = {
    "kind": said_values.kind_of, "area": said_values.area_of, "ladder_step": said_values.step_of,
    "needs_referral": said_values.yes_or_no, "valid_until": said_values.day_of, "closes_on": said_values.day_of}


class How(enum.Enum):
    """What becomes of a line of the table."""

    NEW = enum.auto()                                    # one more service
    SAME = enum.auto()                                   # one that is here already: it gets what it lacks
    LEFT = enum.auto()                                   # nothing


@dataclass(frozen=True)
class Coming:
    """One line. `known` is the service here that it may be; `taken` the fields it has as the file says, not as here."""

    number: int                                          # on which line of the file
    values: Values
    days: tuple[InHouseDay, ...] = ()
    known: Service | None = None
    how: How = How.NEW
    taken: frozenset[str] = frozenset()
    not_understood: tuple[tuple[str, str], ...] = ()     # field, what stands there
    why_not: str = ""                                    # a sentence; "" = it can be taken in

    @property
    def name(self) -> str:
        return self.values.get("name", "")

    @property
    def differing(self) -> list[str]:
        """The fields that both say, and not alike."""
        if self.known is None:
            return []
        return [name for name, value in self.values.items()
                if not says_the_same(name, getattr(self.known, name), value)]

    @property
    def missing_here(self) -> list[str]:
        """The fields that only the file says."""
        if self.known is None:
            return []
        return [name for name, value in self.values.items() if getattr(self.known, name) in ("", None)
                and value not in ("", None)]

    @property
    def brings_something(self) -> bool:
        """Whether the service that is here already has more to say afterwards."""
        there = {day.weekday for day in self.known.in_house} if self.known is not None else set()
        return bool(self.taken or self.missing_here or any(day.weekday not in there for day in self.days))


@dataclass
class Look:
    """How a table is understood: where its headings stand, and what each column is."""

    table: FoundTable
    headings: int
    columns: Columns = field(default_factory=dict)

    @property
    def not_read(self) -> list[str]:
        """The headings of the columns that do not come along, though something stands there."""
        return not_read(self.table, self.headings, self.columns)


def coming(register: Case, look: Look) -> list[Coming]:
    """Every line below the headings, in the order of the file."""
    here = _Here(register)
    return list(_marked_twice(_line(look, at, here) for at in range(look.headings + 1, len(look.table.rows))))


def _line(look: Look, at: int, here: _Here) -> Coming:
    values, days, strange = _values(look.table.rows[at], look.columns)
    number = look.table.numbers[at]
    if not shows(values.get("name", "")):
        return Coming(number, values, days, None, How.LEFT, why_not=_("It has no name."), not_understood=strange)
    known = here.like(values["name"], values.get("organisation", ""))
    return Coming(number, values, days, known, How.NEW if known is None else How.SAME, not_understood=strange)


def _values(row: Sequence[str], columns: Columns) -> tuple[Values, tuple[InHouseDay, ...], tuple[tuple[str, str], ...]]:
    values: Values = {}
    days: tuple[InHouseDay, ...] = ()
    strange: list[tuple[str, str]] = []
    for name, at in columns.items():
        said = row[at].strip() if at < len(row) else ""
        if not said:
            continue
        try:
            if name == DAYS:
                days = said_values.days_in_house(said)
            else:
                values[name] = _READERS[name](said) if name in _READERS else _text(name, said)
        except NotUnderstood:
            strange.append((name, said))
    return values, days, tuple(strange)


def _text(name: str, said: str) -> str:
    return shortened(said, LONGEST_LINE) if name in lines_of(Service) else said


class _Here:
    """The services in use, by their names."""

    def __init__(self, register: Case) -> None:
        self._by_name: dict[str, list[Service]] = {}
        for each in register.all(Service):
            if not each.retired:
                self._by_name.setdefault(key(each.name), []).append(each)

    def like(self, name: str, organisation: str) -> Service | None:
        """The one that is called the same, at the same place; where one of them names none, the name is enough."""
        found, there = self._by_name.get(key(name), []), key(organisation)
        return next((each for each in found if key(each.organisation) == there), None) or next(
            (each for each in found if not there or not each.organisation.strip()), None)


def _marked_twice(lines: Iterator[Coming]) -> Iterator[Coming]:
    """The second line of the same service is left out, unless somebody wants it."""
    first: dict[tuple[str, str], int] = {}
    for each in lines:
        mark = key(each.name), key(each.values.get("organisation", ""))
        if each.how is How.LEFT or first.setdefault(mark, each.number) == each.number:
            yield each
        else:
            yield replace(each, how=How.LEFT, why_not=_("The same as line {n} of the file.").format(n=first[mark]))


# ------------------------------------------------------------------------------------------------------------ in words
def what_was_not_understood(each: Coming) -> str:
    """"Type: »halvprivat«": the cells of a line that are left out."""
    return " · ".join(_("{column}: »{words}«").format(column=_(LABELS[name]), words=shortened(said, 40))
                      for name, said in each.not_understood)


