"""Lists of many citizens: frozen lines, a page at a time, never objects."""
from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.store.audit import newest_change
from borgerplan_desktop.store.citizen_lines import citizen_line
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.line_words import can_be_sought, sought
from borgerplan_desktop.store.search import Written, find_of_citizens
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.store import Store


@dataclass(frozen=True)
class CitizenLine:
    """What a list of citizens may show: never the reason for the stay, a diagnosis or a CPR number."""

    id: str
    place: int                                           # in Danish order; the key of the next page
    name: str
    contact_person_id: str | None
    room: str
    first_contact_on: date | None
    closed_on: date | None
    waiting_for: str                                     # what was written, else the office asked who is responsible
    adopted: int | None                                  # number of the newest adopted version
    meeting_at: datetime | None                          # the next that has not been held
    has_coordinator: bool
    agreement_due: date | None                           # the nearest of the open agreements
    step_due: date | None                                # the nearest of the steps that are left of the open goals
    follow_up_on: date | None                            # the nearest of the open goals
    last_contact_on: date | None
    consent_until: date | None                           # the first day on which what somebody said yes to ends
    calls_from: date                                     # for somebody; date.max = never
    calls_for: str                                       # a Call; "" = nothing
    lacks_interpreter: bool                              # needs one, and none is booked
    room_as: str
    began_on: date


class Order(enum.StrEnum):
    """How a list may be sorted; who is alike comes by name."""

    NAME = "name"                                        # in Danish order
    ATTENTION = "attention"                              # whom somebody should follow up, the longest overdue first
    ROOM = "room"                                        # "2" before "12"
    WEEK = "week"                                        # of the course, the longest first


@dataclass(frozen=True)
class Page:
    """Some lines, and the number of the newest change there was when they were read."""

    lines: list[CitizenLine]
    change: int


@dataclass(frozen=True)
class Wanted:
    """Whose lines are asked for; every part that is said must fit."""

    closed: bool | None = False                          # None: whether or not the course is
    contact_person_id: str | None = None
    attention_on: date | None = None                     # whom somebody should follow up on that day
    words: str = ""                                      # all of them in names, room or phone, in any spelling
    ids: Collection[str] | None = None
    order: Order = Order.NAME                            # who is searched for comes by name


_text = sa.table("citizen_text", sa.column("rowid"), sa.column("citizen_text"))
_line = citizen_line.c
_KEYS = {Order.ATTENTION: "calls_from", Order.ROOM: "room_as", Order.WEEK: "began_on"}     # before the place
_COLUMNS = [_line.case_id, *(_line[field.name] for field in fields(CitizenLine)[1:])]


def with_number(store: Store, cpr: str, ecpr: str) -> frozenset[str]:
    """The citizens with this CPR number, or this replacement number with letters; whole numbers only."""
    if not (cpr or ecpr):
        return frozenset()
    same = Citizen.cpr == cpr if cpr else Citizen.ecpr == ecpr
    with plain_errors(), store.reading.connect() as conn:
        return frozenset(conn.scalars(sa.select(Citizen.case_id).where(same, Citizen.merged_into == "")))


@dataclass(frozen=True)
class Known:
    """Somebody who is here already: what tells one person from another, and no more."""

    id: str
    name: str
    sorted_as: str
    birth_date: date | None
    room: str
    is_closed: bool


@dataclass(frozen=True)
class Likeness:
    """What a name is looked up by, all of it as `sorted_as` is written but `words`.

    `beginnings`: how it begins, and the letter another of its words begins with ("" = any); `letters` = how many it
    has, give or take a quarter; `words` = looked up whole, in any spelling.
    """

    beginnings: Collection[tuple[str, str]] = ()
    letters: int = 0
    words: Collection[str] = ()


def known(store: Store, like: Likeness, born: date | None, ids: Collection[str] = (), most: int = 4000) -> list[Known]:
    """Everybody, also with a closed course, whose name is like that, who was born that day, or who is one of `ids`.

    A choice to look through, made by indexes: at most `most` of each.
    """
    c, found = _line, dict[str, Known]()
    columns = (c.case_id, c.name, c.sorted_as, Citizen.birth_date, c.room, c.is_closed)
    lines = sa.select(*columns).join(Citizen, Citizen.case_id == c.case_id)
    as_long = sa.func.length(c.sorted_as).between(like.letters - like.letters // 4 - 2,
                                                  like.letters + like.letters // 4 + 2)
    queries = []
    for begins, other in like.beginnings:
        query = lines.where(c.sorted_as >= begins, c.sorted_as < begins + chr(0x10FFFF), as_long)
        queries.append((query.where(sa.func.instr(c.sorted_as, f" {other}") > 0) if other else query).limit(most))
    for word, closed in ((word, closed) for word in like.words for closed in (False, True)):
        queries.append(sa.select(*columns).select_from(_text.join(citizen_line, c.place == _text.c.rowid).join(
            Citizen, Citizen.case_id == c.case_id)).where(
                _text.c.citizen_text.op("MATCH")(sought(word, closed)), as_long).limit(most // 4))   # slower to read
    if born is not None:
        queries.append(lines.where(Citizen.birth_date == born).limit(most))
    if ids:
        queries.append(lines.where(c.case_id.in_(ids)))
    with plain_errors(), store.reading.connect() as conn:
        for query in queries:
            found.update((row[0], Known(*row)) for row in conn.execute(query))
    return list(found.values())


def page(store: Store, wanted: Wanted, after: CitizenLine | None = None, limit: int | None = None) -> Page:
    """The next lines in the order that is asked for, from behind the line `after`."""
    by_index = wanted.attention_on is not None and not _searches(wanted)
    query = _asked(wanted, *([_line.place] if by_index else _COLUMNS)).order_by(*_keys(wanted)).limit(limit)
    if after is not None:
        query = query.where(_behind(wanted, after))
    if by_index:                                         # who calls is sorted in the index: no more lines are read
        query = sa.select(*_COLUMNS).where(_line.place.in_(query)).order_by(*_keys(wanted))
    with plain_errors(), store.reading.connect() as conn:            # one snapshot
        return Page(_read(conn, query), newest_change(conn))


def how_many(store: Store, wanted: Wanted, most: int | None = None, until: CitizenLine | None = None) -> int:
    """How many fit, as far as the line `until`; nobody is counted beyond `most`."""
    query = _asked(wanted, *_keys(wanted))
    if until is not None:
        query = query.where(~_behind(wanted, until))
    if most is not None:
        query = query.order_by(*_keys(wanted)).limit(most)
    with plain_errors(), store.reading.connect() as conn:
        return conn.scalar(sa.select(sa.func.count()).select_from(query.subquery())) or 0


def written(store: Store, words: str, limit: int) -> list[Written]:
    """Where all the words were written about citizens (the last may be half typed), newest first."""
    with plain_errors(), store.reading.connect() as conn:
        return find_of_citizens(conn, words, limit)


def _asked(wanted: Wanted, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    query = sa.select(*columns)
    if _searches(wanted):
        # the index of words gives the rows in the order of the list, so that no more are read than are shown
        query = query.select_from(_text.join(citizen_line, _line.place == _text.c.rowid)).where(
            _text.c.citizen_text.op("MATCH")(sought(wanted.words, wanted.closed)))
        if not can_be_sought(wanted.words):
            query = query.where(sa.false())
    elif wanted.closed is not None:
        query = query.where(_line.is_closed == wanted.closed)
    if wanted.contact_person_id is not None:
        query = query.where(_line.contact_person_id == wanted.contact_person_id)
    if wanted.attention_on is not None:
        query = query.where(_line.calls_from <= wanted.attention_on)
    if wanted.ids is not None:
        query = query.where(_line.case_id.in_(wanted.ids))
    return query


def _searches(wanted: Wanted) -> bool:
    return bool(wanted.words.strip())


def _keys(wanted: Wanted) -> list[sa.ColumnElement[Any]]:
    if _searches(wanted):
        return [_text.c.rowid]
    key = _KEYS.get(wanted.order)
    return [_line.place] if key is None else [_key(wanted, key), _line.place]


def _key(wanted: Wanted, name: str) -> sa.ColumnElement[Any]:
    """Those of one person, or some by id, are few: they are sorted when they are found, without the order's index."""
    few = wanted.contact_person_id is not None or wanted.ids is not None
    return sa.func.coalesce(_line[name], _line[name]) if few else _line[name]


def _behind(wanted: Wanted, line: CitizenLine) -> sa.ColumnElement[bool]:
    *keys, place = _keys(wanted)
    if not keys:
        return place > line.place
    [key], value = keys, getattr(line, _KEYS[wanted.order])
    return (key >= value) & ((key > value) | (place > line.place))


def _read(conn: sa.Connection, query: sa.Select[Any]) -> list[CitizenLine]:
    return [CitizenLine(*row) for row in conn.execute(query)]
