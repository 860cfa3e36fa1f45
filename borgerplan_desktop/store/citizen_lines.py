"""One line of every citizen, in the order of the lists: kept in step inside `commit`, so that a list asks for no more
than it shows.

The lines are made of the rows and hold nothing of their own: a migration makes them all anew.
"""
from __future__ import annotations

import string
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.sql import visitors

from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import (
    CoordinatorAssignment,
    Course,
    Milestone,
    MilestoneKind,
    ResponsibilityAnswer,
    ResponsibilityRequest,
    Stay,
    calm_until,
)
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus
from borgerplan_desktop.model.order import danish
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, PlanVersion, Step
from borgerplan_desktop.model.row import Row
from borgerplan_desktop.model.spelling import spellings, typed
from borgerplan_desktop.model.text import tidy, tidy_line

GAP = 2**40                                              # between two neighbours: forty may come into the same one
LONGEST = 40                                             # letters of a word that are looked at
_LAST = "\U0010ffff"                                     # without a name: after everybody
_WHOLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")         # compared by code points, as SQLite does

citizen_line = sa.Table(
    "citizen_line", Row.metadata,
    sa.Column("place", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("case_id", sa.ForeignKey("case_file.id"), nullable=False, unique=True, index=True),
    sa.Column("sorted_as", _WHOLE, nullable=False),
    sa.Column("parts", sa.Text, nullable=False),         # the words of name and room, and every end of them
    sa.Column("name", sa.Text, nullable=False),
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
    sa.Column("calm_until", sa.Date),
    sa.Index("ix_citizen_line_sorted", "sorted_as", "case_id"),
    *(sa.Index(f"ix_citizen_line_{name}", "is_closed", name) for name in (
        "contact_person_id", "meeting_at", "agreement_due", "step_due", "follow_up_on", "calm_until")),
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
    event.listen(Row.metadata, "after_create", sa.DDL(_statement).execute_if(dialect="sqlite"))

# Whether the course is closed is searched for as a word that nobody can type.
_MARKS = {False: "\ue000", True: "\ue001"}
# To the tokenizer only a letter that is not ASCII is never a separator; what nobody can see separates nothing.
_LETTERS = {ord(mark): ord(mark) + 0xFEE0 for mark in string.punctuation} | dict.fromkeys((*range(32), 127))


def renew(conn: sa.Connection, case_id: str, changes: Changes) -> None:
    """Bring the citizen's line in step with the changes, in their transaction."""
    if any(c.before is None or c.after is None or not watched.isdisjoint(c.after) for c in changes
           if (watched := _watched().get(c.kind.__tablename__)) is not None):
        _put(conn, case_id, next(_lines(conn, case_id), None))


def fill(conn: sa.Connection) -> None:
    """Make every line anew, with room between them."""
    conn.execute(citizen_line.delete())
    lines = sorted(_lines(conn), key=lambda line: (line["sorted_as"], line["case_id"]))
    if lines:
        conn.execute(citizen_line.insert(), [line | {"place": at * GAP} for at, line in enumerate(lines)])


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
    return conn.exec_driver_sql("SELECT 1 FROM citizen_text WHERE rowid = ? AND citizen_text MATCH ?", (
        line["place"], sought(f"{line['name']} {line['room']}", line["is_closed"]))).first() is not None


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


def sought(words: str, closed: bool) -> str:
    """The full-text query for everybody whose name or room holds all the words, whole or as a part."""
    tokens = [token[:LONGEST] for word in tidy(words).split() if (token := typed(word).translate(_LETTERS))]
    return " AND ".join([f'"{_MARKS[closed]}"', *(f'"{token}"*' for token in tokens)])


def _put(conn: sa.Connection, case_id: str, line: dict[str, Any] | None) -> None:
    mine = citizen_line.c.case_id == case_id
    before = conn.execute(sa.select(citizen_line).where(mine)).mappings().first()
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


def _lines(conn: sa.Connection, case_id: str | None = None) -> Any:
    """The line of one citizen, or of every one, made of the rows."""
    found = conn.execute(_query()) if case_id is None else conn.execute(_query_of_one(), {"of_case": case_id})
    for row in found.mappings():
        line = dict(row)
        name, room = line["name"], line["room"] = tidy_line(row["name"]), row["room"] or ""
        line["waiting_for"], line["has_coordinator"] = row["waiting_for"] or "", bool(row["has_coordinator"])
        line["is_closed"] = row["closed_on"] is not None
        line["sorted_as"] = danish(" ".join(name.split())) or _LAST
        line["parts"] = _parts(f"{name} {room}", line["is_closed"])
        line["calm_until"] = calm_until(row["first_contact_on"], row["adopted"], row["meeting_at"],
                                        bool(line["waiting_for"]), line["has_coordinator"])
        yield line


def _parts(text: str, is_closed: bool) -> str:
    ends: dict[str, None] = {_MARKS[is_closed]: None}
    for word in text.split():
        for spelling in spellings(word[:2 * LONGEST]):
            letters = spelling.translate(_LETTERS)
            ends |= dict.fromkeys(letters[at:at + LONGEST] for at in range(len(letters)))
    return " ".join(ends)


@cache
def _watched() -> dict[str, set[str]]:
    """The columns that lines are made of, by table."""
    watched: dict[str, set[str]] = {}
    for part in visitors.iterate(_query()):
        if isinstance(part, sa.Column) and part.table is not None:
            watched.setdefault(part.table.name, set()).add(part.key)
    return watched


@cache
def _query_of_one() -> sa.Select[*tuple[Any, ...]]:
    """One statement for all: what SQLAlchemy knows it by is worked out once."""
    return _query().where(Citizen.case_id == sa.bindparam("of_case"))


@cache
def _query() -> sa.Select[*tuple[Any, ...]]:
    def of(kind: type) -> sa.ColumnElement[bool]:
        return kind.case_id == Citizen.case_id

    course = (sa.select(Course.id).where(of(Course)).correlate(Citizen)
              .order_by(Course.closed_on.is_(None).desc(), Course.first_contact_on.desc()).limit(1).scalar_subquery())
    room = (sa.select(Stay.room).where(of(Stay)).correlate(Citizen)
            .order_by(Stay.left_on.is_(None).desc(), Stay.admitted_on.desc()).limit(1).scalar_subquery())
    adopted = sa.select(sa.func.max(PlanVersion.number)).where(of(PlanVersion)).correlate(Citizen).scalar_subquery()
    ahead = (MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.IN_PROGRESS)
    meeting = (sa.select(sa.func.min(Meeting.starts_at)).where(of(Meeting), Meeting.status.in_(ahead))
               .correlate(Citizen).scalar_subquery())
    coordinated = (sa.select(CoordinatorAssignment.id).where(
        of(CoordinatorAssignment), CoordinatorAssignment.until.is_(None), CoordinatorAssignment.member_id.is_not(None))
        .correlate(Citizen).exists())
    settled = (sa.select(Milestone.id).where(
        Milestone.course_id == Course.id, Milestone.kind == MilestoneKind.RESPONSIBILITY,
        Milestone.done_on.is_not(None)).correlate(Course).exists())
    asked = (sa.select(sa.func.max(ResponsibilityRequest.office)).where(
        ResponsibilityRequest.course_id == Course.id, ResponsibilityRequest.outcome == ResponsibilityAnswer.WAITING,
        ~settled).correlate(Course).scalar_subquery())
    waits = sa.func.coalesce(sa.func.nullif(Course.waiting_for, ""), asked)
    due = (sa.select(sa.func.min(Agreement.due_on)).where(of(Agreement), Agreement.status == AgreementStatus.OPEN)
           .correlate(Citizen).scalar_subquery())
    open_goal = Goal.status.in_([status for status in GoalStatus if status.open])
    step = (sa.select(sa.func.min(Step.due_on)).join(Goal, Goal.id == Step.goal_id)
            .where(of(Step), Step.done_on.is_(None), open_goal).correlate(Citizen).scalar_subquery())
    look = (sa.select(sa.func.min(Goal.follow_up_on)).where(of(Goal), open_goal)
            .correlate(Citizen).scalar_subquery())
    return (sa.select(Citizen.case_id, Citizen.name, room.label("room"), Citizen.contact_person_id,
                      Course.first_contact_on, Course.closed_on, waits.label("waiting_for"), adopted.label("adopted"),
                      meeting.label("meeting_at"), coordinated.label("has_coordinator"), due.label("agreement_due"),
                      step.label("step_due"), look.label("follow_up_on"))
            .outerjoin(Course, Course.id == course)
            .where(Citizen.merged_into == ""))           # whose rows are in another case is in no list
