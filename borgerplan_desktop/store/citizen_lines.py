"""One line of every citizen, in the order of the lists: kept in step inside `commit`, so that a list asks for no more
than it shows.

The lines are made of the rows and hold nothing of their own: a migration makes them all anew.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from borgerplan_desktop.model.attention import Call
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.days import later
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.text import tidy_line
from borgerplan_desktop.store.line_facts import facts_query, first_call
from borgerplan_desktop.store.line_words import FEWEST, digits_of, parts_of, sought
from borgerplan_desktop.store.progress import Progress, unheard
from borgerplan_desktop.store.sql import event, sa
from borgerplan_desktop.store.tables import metadata

PORTION, MADE = 1000, 0.7                                # lines between two signs of progress; how far it is then
GAP = 2**40                                              # between two neighbours: forty may come into the same one
_NUMBER = re.compile(r"\d+", re.ASCII)
_LAST = "\U0010ffff"                                     # without a name: after everybody
_WHOLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")         # compared by code points, as SQLite does

citizen_line = sa.Table(
    "citizen_line", metadata,
    sa.Column("place", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("case_id", sa.ForeignKey("case_file.id"), nullable=False, unique=True, index=True),
    sa.Column("sorted_as", _WHOLE, nullable=False),
    sa.Column("parts", sa.Text, nullable=False),         # the words of names, room and phone, and every end of them
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("called", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),         # its digits
    sa.Column("room", sa.Text, nullable=False),
    sa.Column("contact_person_id", sa.String(36)),
    sa.Column("first_contact_on", sa.Date),
    sa.Column("closed_on", sa.Date),
    sa.Column("is_closed", sa.Boolean, nullable=False),
    sa.Column("waiting_for", sa.Text, nullable=False),
    sa.Column("adopted", sa.Integer),
    sa.Column("meeting_at", sa.DateTime),
    sa.Column("has_coordinator", sa.Boolean, nullable=False),
    sa.Column("agreement_due", sa.Date),
    sa.Column("step_due", sa.Date),
    sa.Column("follow_up_on", sa.Date),
    sa.Column("last_contact_on", sa.Date),
    sa.Column("consent_until", sa.Date),                 # the first day on which what somebody said yes to ends
    sa.Column("steady_from", sa.Date, nullable=False),   # from when they call, and for what: whatever the settings are
    sa.Column("steady_for", sa.String(40), nullable=False),
    sa.Column("calls_from", sa.Date, nullable=False),    # the same with the shelter's settings; date.max = never
    sa.Column("calls_for", sa.String(40), nullable=False),
    sa.Column("room_as", _WHOLE, nullable=False),        # "2" before "12", without a room last
    sa.Column("began_on", sa.Date, nullable=False),      # without a day last
    sa.Column("lacks_interpreter", sa.Boolean, nullable=False),
    sa.Index("ix_citizen_line_sorted", "sorted_as", "case_id"),
    sa.Index("ix_citizen_line_is_closed", "is_closed"),  # in the order of names: every index ends with the place
    sa.Index("ix_citizen_line_calls", "calls_from", "room_as", "began_on"),      # sorted without reading the lines
    *(sa.Index(f"ix_citizen_line_{name}", "is_closed", name) for name in (
        "contact_person_id", "meeting_at", "agreement_due", "step_due", "follow_up_on", "calls_from", "room_as",
        "began_on")),
)
_COLUMNS = [column.name for column in citizen_line.columns if column.name != "place"]

# Found by any part of a word: a part is how one of the word's ends begins. The rows come in the order of the list.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE citizen_text USING fts5(parts, content='citizen_line', content_rowid='place', "
    "detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii')",
    "CREATE TRIGGER citizen_line_in AFTER INSERT ON citizen_line BEGIN "
    "INSERT INTO citizen_text(rowid, parts) VALUES (new.place, new.parts); END",
    "CREATE TRIGGER citizen_line_out AFTER DELETE ON citizen_line BEGIN "
    "INSERT INTO citizen_text(citizen_text, rowid, parts) VALUES ('delete', old.place, old.parts); END",
    "CREATE TRIGGER citizen_line_new AFTER UPDATE OF parts ON citizen_line WHEN old.parts <> new.parts BEGIN "
    "INSERT INTO citizen_text(citizen_text, rowid, parts) VALUES ('delete', old.place, old.parts); "
    "INSERT INTO citizen_text(rowid, parts) VALUES (new.place, new.parts); END",
)
for _statement in FULL_TEXT:
    event.listen(metadata, "after_create", sa.DDL(_statement).execute_if(dialect="sqlite"))

class Rules(NamedTuple):
    """The shelter's settings that say from when a citizen calls for somebody."""

    no_contact_days: int
    consent_warning_days: int


def renew(conn: sa.Connection, case_id: str, changes: Changes) -> None:
    """Bring the citizen's line in step with the changes, in their transaction; every line, when the settings change."""
    if any(c.kind is Shelter and c.after is not None and not c.after.keys().isdisjoint(Rules._fields) for c in changes):
        _count_anew(conn)
    if any(c.before is None or c.after is None or not watched.isdisjoint(c.after) for c in changes
           if (watched := _watched().get(c.kind.__tablename__)) is not None):
        _put(conn, case_id, next(_lines(conn, case_id), None))


def fill(conn: sa.Connection, progress: Progress = unheard) -> None:
    """Make every line anew, with room between them. `progress` hears 0.0–1.0."""
    conn.execute(citizen_line.delete())
    there = max(1, conn.scalar(sa.select(sa.func.count()).select_from(Citizen)) or 0)
    lines: list[dict[str, Any]] = []
    for number, line in enumerate(_lines(conn)):
        if number % PORTION == 0:
            progress(MADE * number / there)
        lines.append(line)
    lines.sort(key=lambda line: (line["sorted_as"], line["case_id"]))
    for at in range(0, len(lines), PORTION):
        progress(MADE + (1 - MADE) * at / len(lines))
        conn.execute(citizen_line.insert(), [
            line | {"place": (at + number) * GAP} for number, line in enumerate(lines[at:at + PORTION])])


def make_anew(conn: sa.Connection) -> None:
    """The table, its index and every line: when something in them is not as it should be, nothing is lost with them."""
    conn.exec_driver_sql("DROP TABLE IF EXISTS citizen_text")
    citizen_line.drop(conn, checkfirst=True)
    citizen_line.create(conn)
    if conn.dialect.name == "sqlite":
        for statement in FULL_TEXT:
            conn.exec_driver_sql(statement)
    fill(conn)


def are_damaged(conn: sa.Connection) -> bool:
    """Whether a line, their order, or what they are found by is not what the rows would make."""
    there = set(conn.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    if not {citizen_line.name, *(str(index.name) for index in citizen_line.indexes),
            *(statement.split()[3 if "VIRTUAL" in statement else 2] for statement in FULL_TEXT)} <= there:
        return True
    c = citizen_line.c
    try:
        ids = [*conn.scalars(sa.select(c.case_id).order_by(c.place))]
        in_order = [*conn.scalars(sa.select(c.case_id).order_by(c.sorted_as, c.case_id))]
        known = {*conn.scalars(sa.select(Citizen.case_id).where(Citizen.merged_into == ""))}
        return ids != in_order or set(ids) != known or any(
            is_out_of_step(conn, id) or not _is_found(conn, id) for id in ids) or _entries(conn) != len(ids)
    except (LookupError, ValueError, TypeError):         # a day that is none
        return True


def _is_found(conn: sa.Connection, case_id: str) -> bool:
    line = conn.execute(sa.select(citizen_line).where(citizen_line.c.case_id == case_id)).mappings().one()
    parts = ("name", "room", "called", *(("phone",) if len(line["phone"]) >= FEWEST else ()))
    words = " AND ".join(sought(line[part], line["is_closed"]) for part in parts)
    return conn.exec_driver_sql("SELECT 1 FROM citizen_text WHERE rowid = ? AND citizen_text MATCH ?", (
        line["place"], words)).first() is not None


def _entries(conn: sa.Connection) -> int:
    """How many the index knows, open or closed."""
    return sum(conn.exec_driver_sql("SELECT count(*) FROM citizen_text WHERE citizen_text MATCH ?",
                                    (sought("", closed),)).scalar_one() for closed in (False, True))


def is_out_of_step(conn: sa.Connection, case_id: str) -> bool:
    """Whether a case's line is not what its rows would make, or is missing."""
    stored = conn.execute(sa.select(citizen_line).where(citizen_line.c.case_id == case_id)).mappings().first()
    wanted = next(_lines(conn, case_id), None)
    if stored is None or wanted is None:
        return stored is not wanted
    return any(stored[name] != value for name, value in wanted.items())


def _put(conn: sa.Connection, case_id: str, line: dict[str, Any] | None) -> None:
    mine = citizen_line.c.case_id == case_id
    before = conn.execute(_stored(), {"of_case": case_id}).mappings().first()
    if line is not None and before is not None and before["sorted_as"] == line["sorted_as"]:
        differs = {name: value for name, value in line.items() if before[name] != value}
        if differs:
            conn.execute(citizen_line.update().where(mine).values(differs))
        return
    if before is not None:
        conn.execute(citizen_line.delete().where(mine))
    if line is not None:
        place = _place(conn, line["sorted_as"], case_id)
        if place is None:
            fill(conn)
        else:
            conn.execute(citizen_line.insert().values(place=place, **line))


@cache
def _stored() -> sa.Select[*tuple[Any, ...]]:
    return sa.select(citizen_line).where(citizen_line.c.case_id == sa.bindparam("of_case"))


def _place(conn: sa.Connection, sorted_as: str, case_id: str) -> int | None:
    """The middle between the neighbours; None when there is no number left."""
    c = citizen_line.c
    keys, mine = (c.sorted_as, c.case_id), sa.tuple_(sorted_as, case_id)
    before = conn.scalar(sa.select(c.place).where(sa.tuple_(*keys) < mine)
                         .order_by(*(key.desc() for key in keys)).limit(1))
    after = conn.scalar(sa.select(c.place).where(sa.tuple_(*keys) > mine).order_by(*keys).limit(1))
    low = before if before is not None else (after or 0) - 2 * GAP
    high = after if after is not None else low + 2 * GAP
    middle = (low + high) // 2
    return middle if low < middle < high else None


def _lines(conn: sa.Connection, case_id: str | None = None) -> Iterator[dict[str, Any]]:
    """The line of one citizen, or of every one, made of the rows."""
    found = conn.execute(facts_query()) if case_id is None else conn.execute(_query_of_one(), {"of_case": case_id})
    rules = _rules(conn)
    for row in found.mappings():
        yield _line(row, rules)


def _line(row: Mapping[Any, Any], rules: Rules) -> dict[str, Any]:
    line = {name: row[name] for name in _COLUMNS if name in row}
    name, room = line["name"], line["room"] = tidy_line(row["name"]), row["room"] or ""
    line["called"], line["phone"] = tidy_line(row["called"]), digits_of(row["phone"])
    line["waiting_for"], line["has_coordinator"] = row["waiting_for"] or "", row["held_since"] is not None
    line["is_closed"], line["lacks_interpreter"] = row["closed_on"] is not None, bool(row["lacks_interpreter"])
    line["sorted_as"] = danish(" ".join(name.split())) or _LAST
    line["room_as"] = _NUMBER.sub(lambda found: found[0].zfill(9), danish(" ".join(room.split()))) or _LAST
    line["began_on"] = row["first_contact_on"] or date.max
    line["parts"] = parts_of(f"{name} {line['called']} {room}", line["phone"], line["is_closed"])
    days = [at if type(at) is date else at.date() for at in (row["contacted_at"], row["noted_on"], row["met_at"],
                                                                 row["first_contact_on"]) if at is not None]
    line["last_contact_on"] = max(days, default=None)
    line["steady_from"], line["steady_for"] = first_call(row)
    line["calls_from"], line["calls_for"] = _with_rules(line, rules)
    return line


def _rules(conn: sa.Connection) -> Rules:
    found = conn.execute(_query_of_rules()).first()
    return Rules(*found) if found is not None else Rules(**{
        name: Shelter.columns[name].default for name in Rules._fields})


@cache
def _query_of_rules() -> sa.Select[*tuple[Any, ...]]:
    return sa.select(*(getattr(Shelter, name) for name in Rules._fields)).limit(1)


def _with_rules(line: Mapping[str, Any], rules: Rules) -> tuple[date, str]:
    """From when a citizen calls for somebody with the shelter's settings, and for what."""
    calls = [(line["steady_from"], line["steady_for"])]
    if not line["is_closed"] and line["steady_for"] != Call.DIED:
        if line["last_contact_on"] is not None:
            calls.append((later(line["last_contact_on"], max(1, rules.no_contact_days)), Call.NO_CONTACT.value))
        if (until := line["consent_until"]) is not None:
            calls.append((until - min(timedelta(rules.consent_warning_days), until - date.min),
                          Call.CONSENT_RUNS_OUT.value))
    return min(calls, key=lambda each: each[0])


def _count_anew(conn: sa.Connection) -> None:
    """From when everybody calls: the settings have changed."""
    c, rules = citizen_line.c, _rules(conn)
    asked = ("place", "steady_from", "steady_for", "is_closed", "last_contact_on", "consent_until", "calls_from",
             "calls_for")
    new = []
    for line in conn.execute(sa.select(*(c[name] for name in asked))).mappings():
        calls = _with_rules({**line}, rules)
        if calls != (line["calls_from"], line["calls_for"]):
            new.append({"at": line["place"], "calls_from": calls[0], "calls_for": calls[1]})
    if new:
        conn.execute(citizen_line.update().where(c.place == sa.bindparam("at")), new)


@cache
def _watched() -> dict[str, set[str]]:
    """The columns that lines are made of, by table."""
    watched: dict[str, set[str]] = {}
    for part in sa.sql.visitors.iterate(facts_query()):
        if isinstance(part, sa.Column) and part.table is not None:
            table = part.table.element if isinstance(part.table, sa.Alias) else part.table
            watched.setdefault(table.name, set()).add(part.key)  # type: ignore[attr-defined]
    return watched


@cache
def _query_of_one() -> sa.Select[*tuple[Any, ...]]:
    """One statement for all: what SQLAlchemy knows it by is worked out once."""
    return facts_query().where(Citizen.case_id == sa.bindparam("of_case"))
