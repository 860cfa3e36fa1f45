"""Who may read: the one gate that every way to what is kept of citizens passes, and where the reading goes on record.

Nobody else asks the store for content (a test sees to it). Writing goes by `commit`; a case file that somebody holds in
their hand is outside, and so are backups and the check, which carry nothing out.
"""
from __future__ import annotations

import enum
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.admission import MergedCase, copied_id
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import SHELTER
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.promises import Promise
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store import lists, many_cases
from borgerplan_desktop.store.audit import Did, Entry, Line
from borgerplan_desktop.store.errors import DamagedStore
from borgerplan_desktop.store.lists import CitizenLine, Known, Likeness, Order, Page, Wanted
from borgerplan_desktop.store.progress import Progress
from borgerplan_desktop.store.search import Written
from borgerplan_desktop.store.store import Store

if TYPE_CHECKING:
    from borgerplan_desktop.model.figures.lines import Lines
    from borgerplan_desktop.model.figures.period import Span

__all__ = ["CitizenLine", "Gate", "Known", "Likeness", "Order", "Page", "Reading", "Wanted", "read_register",
           "register_id", "why_not"]


class Reading(enum.Enum):
    """What somebody wants to read a case for."""

    LIST = enum.auto()                                   # a line in a list of citizens, on Min dag, in the terminal
    FIND = enum.auto()                                   # found by what was searched for
    OPEN = enum.auto()                                   # the whole case, on the desk
    OWN_WORDS = enum.auto()                              # to put in what they wrote themselves
    PAPER = enum.auto()                                  # a paper, also one that was kept
    FILE = enum.auto()                                   # a copy of the whole case


def why_not(register: Case, who: str, case_id: str, reading: Reading) -> str:
    """The rule: why somebody may not read a case for that, as a sentence; "" = they may.

    `case_id` "" asks about citizens at all. Today whoever works at the shelter may read everything; whatever will
    depend on the case, the person, or what it is for, is decided here and nowhere else.
    """
    member = register.get(StaffMember, who)
    if member is None or member.retired:
        return not_on_the_list()
    return ""


def not_on_the_list() -> str:
    return _("The list of staff does not have you any more, so nothing is shown. Ask a colleague.")


def register_id(store: Store) -> str:
    """The id of the shelter's own case. Raises DamagedStore when there is not exactly one, StoreTrouble."""
    cases = store.cases(SHELTER)
    if len(cases) != 1:
        raise DamagedStore("no shelter's case")
    return cases[0]


def read_register(store: Store, case_id: str) -> Case:
    """The shelter's own case. It says who works here, so it is read before anybody can be asked about.

    Raises ValueError for a citizen's case, StoreTrouble.
    """
    case = store.load(case_id)
    if case.seen and not SHELTER.holds(case.row_kinds):
        raise ValueError("a citizen's case is read through the gate")
    return case


class Wrote(NamedTuple):
    """Somebody wrote in a field: when (with its time zone), the id of who, and what stood there then."""

    at: datetime
    who: str
    value: Any


class Gate:
    """One person's way to what is kept; `register` is the shelter's own case, as it is now."""

    def __init__(self, store: Store, who: str, register: Case) -> None:
        self._store, self._who, self._register = store, who, register
        register.kept = partial(store.kept, register.id)         # the logo, when a paper is drawn

    def may(self, case_id: str, reading: Reading) -> bool:
        return not why_not(self._register, self._who, case_id, reading)

    def ask(self, case_id: str, reading: Reading) -> None:
        """Raises NotForYou when they may not. The register is what the answer is made of: nobody is asked about it."""
        if case_id != self._register.id and (why := why_not(self._register, self._who, case_id, reading)):
            raise NotForYou(why)

    # ------------------------------------------------------------------ one case
    def open(self, case_id: str) -> Case:
        """Every row of the case, for the desk; that it was opened is on record. One that is not there yet is empty."""
        case = self.read(case_id, Reading.OPEN)
        if case.seen:
            self.record(Did.OPENED, N_("Opened the case"), case_id)
        return case

    def read(self, case_id: str, reading: Reading) -> Case:
        """The same for what is part of another deed, and no line of its own."""
        self.ask(case_id, reading)
        return self._store.load(case_id, None if case_id == self._register.id else self._register)

    def anew(self) -> Gate:
        """The same person's gate with the register as it is stored: for another thread. Raises StoreTrouble."""
        return Gate(self._store, self._who, read_register(self._store, self._register.id))

    def has_news(self, case: Case) -> bool:
        """Whether others have stored something in the open case."""
        self.ask(case.id, Reading.OPEN)
        return self._store.latest(case.id) != case.seen

    def since(self, case: Case) -> list[tuple[Line, Changes]]:
        """What others did to the open case after what it has seen, oldest first."""
        self.ask(case.id, Reading.OPEN)
        return self._store.since(case)

    def history(self, case: Case, row: Row, field: str) -> list[Wrote]:
        """What has stood in a field, oldest first. That somebody looked is on record.

        A row that came with another case of the same person goes on in the lines of that case.
        """
        self.ask(case.id, Reading.OPEN)
        found: list[tuple[Line, Any]] = []
        for merged in case.all(MergedCase):
            other = merged.other_case
            if self.may(other, Reading.OPEN):
                found += self._store.history(other, type(row), field,
                                             lambda id: copied_id(case.id, id) == row.id)
        found += self._store.history(case.id, type(row), field, lambda id: id == row.id, row.id)
        self.record(Did.OPENED, N_("Looked at what stood in a field before"), case.id)
        return [Wrote(line.at, line.who, value) for line, value in found]

    def kept(self, case_id: str, digest: str) -> bytes | None:
        """The bytes a case keeps under a digest: what was adopted, and its papers."""
        self.ask(case_id, Reading.PAPER)
        return self._store.kept(case_id, digest)

    # ------------------------------------------------------------------ many cases
    def page(self, wanted: Wanted, after: CitizenLine | None = None, limit: int | None = None) -> Page:
        """The citizens who are asked for and whom they may see, in their order from behind the line `after`."""
        self.ask("", Reading.LIST)
        seen: list[CitizenLine] = []
        change, left = None, limit
        while True:
            page = lists.page(self._store, wanted, after, left)
            change = page.change if change is None else change
            seen += self._shown(page.lines)
            if left is None or len(page.lines) < left or len(seen) == limit:
                return Page(seen, change)
            after, left = page.lines[-1], (limit or 0) - len(seen)

    def how_many(self, wanted: Wanted, most: int | None = None, until: CitizenLine | None = None) -> int:
        """How many there are as far as the line `until`, counted no further than `most`.

        The store counts: a rule that tells one citizen from another must be said in `wanted`.
        """
        self.ask("", Reading.LIST)
        return lists.how_many(self._store, wanted, most, until)


    def _shown(self, lines: Sequence[CitizenLine]) -> list[CitizenLine]:
        return [line for line in lines if self.may(line.id, Reading.LIST)]

    def with_number(self, cpr: str, ecpr: str) -> frozenset[str]:
        """The citizens with this CPR number, or this replacement number with letters; whole numbers only."""
        self.ask("", Reading.FIND)
        return frozenset(id for id in lists.with_number(self._store, cpr, ecpr) if self.may(id, Reading.FIND))

    def written(self, words: str, limit: int) -> list[Written]:
        """Where all the words were written about citizens whom they may find, newest first."""
        self.ask("", Reading.FIND)
        return [hit for hit in lists.written(self._store, words, limit) if self.may(hit.case_id, Reading.FIND)]

    def known(self, like: Likeness, born: date | None, ids: Collection[str] = ()) -> list[Known]:
        """Who is here already and may be the same person: a choice to look through."""
        self.ask("", Reading.FIND)
        return [each for each in lists.known(self._store, like, born, ids) if self.may(each.id, Reading.FIND)]

    def cases(self, reading: Reading) -> set[str]:
        """The citizens' cases that may be read for that, by id."""
        return {id for id in self._store.cases() if self.may(id, reading)}

    def is_taken(self, case_id: str, rows: Sequence[Row]) -> bool:
        """Whether a case, or a row of it, is here already: nobody's content, and so for everybody who may bring one."""
        self.ask("", Reading.FILE)
        return case_id in self._store.cases() or self._store.is_taken(rows)

    # ------------------------------------------------------------------ on record
    def record(self, did: Did, action: str, case_id: str | None = None, purpose: str = "") -> None:
        """An audit line for what changed nothing; it asks nobody: what has happened is on record. Raises StoreTrouble.
        """
        self._store.record(Entry(self._who, action, case_id, did, purpose))

    # ------------------------------------------------------------------ a day
    def open_courses(self, contact_person_id: str | None = None) -> int:
        """How many there are, of one contact person or of all."""
        self.ask("", Reading.LIST)
        return lists.how_many(self._store, Wanted(contact_person_id=contact_person_id))

    def of_the_day(self, contact_person_id: str | None, today: date, until: date, most: int) -> list[str]:
        """The citizens of a day: the open courses of one contact person or of all, and whom the time after calls for.

        Where there are very many, those whose days are nearest; whose are nearest comes first.
        """
        self.ask("", Reading.LIST)
        found = dict.fromkeys([*many_cases.near(self._store, contact_person_id, today, until, most),
                               *sorted(many_cases.after_care_due(self._store, contact_person_id, until))])
        return [id for id in found if self.may(id, Reading.LIST)]

    def promised_by(self, staff_id: str, until: date) -> set[str]:
        """The citizens for whom somebody of the staff has said they would do something by then."""
        self.ask("", Reading.LIST)
        return {id for id in many_cases.promised_by(self._store, staff_id, until) if self.may(id, Reading.LIST)}

    def newest(self, ids: Sequence[str]) -> dict[str, int]:
        """The number of the newest change of each."""
        self.ask("", Reading.LIST)
        return many_cases.newest(self._store, ids)

    def rows(self, ids: Sequence[str], kinds: Mapping[type[Row], Sequence[str]]) -> dict[str, list[Row]]:
        """Some columns of some rows of each, for a line about them."""
        for id in ids:
            self.ask(id, Reading.LIST)
        return many_cases.rows(self._store, ids, kinds)

    def first_talk_to_plan(self, most: int) -> list[tuple[date, date]]:
        """(first contact, plan adopted) of the latest plans: nobody's name."""
        self.ask("", Reading.LIST)
        return many_cases.first_talk_to_plan(self._store, most)

    def promises(self, professional_ids: Collection[str]) -> list[Promise]:
        """What professionals of the register have promised, without whom it was about."""
        self.ask("", Reading.LIST)
        return many_cases.promises(self._store, professional_ids)

    def who_knows(self, professional_ids: Collection[str]) -> tuple[int, list[str]]:
        """How many citizens have any of these professionals on their map, and the names of those whom one may see."""
        self.ask("", Reading.LIST)
        found = many_cases.who_knows(self._store, professional_ids)
        return len(found), [name for id, name in found if self.may(id, Reading.LIST)]

    def who_uses(self, service_ids: Collection[str], today: date) -> tuple[int, list[str]]:
        """How many citizens have any of these services in their plan or after-care, and the names of those whom one
        may see.
        """
        self.ask("", Reading.LIST)
        found = many_cases.who_uses(self._store, service_ids, today)
        return len(found), [name for id, name in found if self.may(id, Reading.LIST)]

    def figure_lines(self, span: Span, progress: Progress) -> Lines:
        """What the shelter's figures of a time are counted from: nobody's name, and no words. Raises Cancelled."""
        from borgerplan_desktop.store import figure_lines

        self.ask("", Reading.LIST)
        return figure_lines.lines_between(self._store, span, progress)
