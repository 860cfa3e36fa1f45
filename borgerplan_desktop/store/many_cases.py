"""Some rows of many citizens at once, for a page that looks at a day: few statements, and never a whole case."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from itertools import zip_longest
from typing import Any

from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course, Milestone, MilestoneKind
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.leaving import AfterCare, AfterCareCall, RelapseSign
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.plan import Agreement, AgreementStatus, Goal, GoalStatus, Intervention, Step
from borgerplan_desktop.model.promises import Promise
from borgerplan_desktop.model.row import Row, bare_row
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.store.audit import Did, audit
from borgerplan_desktop.store.citizen_lines import citizen_line
from borgerplan_desktop.store.errors import plain_errors
from borgerplan_desktop.store.sql import sa
from borgerplan_desktop.store.store import Store
from borgerplan_desktop.store.tables import table_of

AT_ONCE = 400                                            # ids in one statement
DAYS = ("agreement_due", "step_due", "follow_up_on", "calls_from")       # of a citizen's line
Kinds = Mapping[type[Row], Sequence[str]]                # the columns that are read of each; none = all

_line = citizen_line.c


def near(store: Store, contact_person_id: str | None, today: date, until: date, most: int) -> list[str]:
    """The open courses, of one contact person or of all; where there are very many, those whose days are nearest.

    Of each kind of day the nearest come first.
    """
    asked = {"of": contact_person_id, "today": datetime.combine(today, time.min), "until": until}
    mine = contact_person_id is not None
    with plain_errors(), store.reading.connect() as conn:
        found = dict.fromkeys(conn.scalars(_all_open(mine), asked | {"most": most + 1}))
        if len(found) > most:
            kinds = [conn.scalars(query, asked | {"most": most // (len(DAYS) + 1)}).all()
                     for query in (_meeting_next(mine), *(_due_next(mine, name) for name in DAYS))]
            found = dict.fromkeys(id for first in zip_longest(*kinds) for id in first if id is not None)
    return list(found)


# Statements are made once: to make one takes longer than to ask it of a few citizens.
@cache
def _all_open(mine: bool) -> sa.Select[str]:
    """Whoever calls the longest first; of those of one person, who are few, without the order's index."""
    return _open(mine).order_by(sa.func.coalesce(_line.calls_from, _line.calls_from) if mine else _line.calls_from)


def _open(mine: bool) -> sa.Select[str]:
    query = sa.select(_line.case_id).where(_line.is_closed.is_(False)).limit(sa.bindparam("most"))
    return query.where(_line.contact_person_id == sa.bindparam("of")) if mine else query


@cache
def _meeting_next(mine: bool) -> sa.Select[str]:
    return _open(mine).where(_line.meeting_at >= sa.bindparam("today")).order_by(_line.meeting_at)


@cache
def _due_next(mine: bool, day: str) -> sa.Select[str]:
    return _open(mine).where(_line[day] <= sa.bindparam("until")).order_by(_line[day])


def promised_by(store: Store, staff_id: str, until: date) -> set[str]:
    """The open courses in which somebody of the staff has said they would do something by then."""
    with plain_errors(), store.reading.connect() as conn:
        return {id for query in _promised() for id in conn.scalars(query, {"by": staff_id, "until": until})}


@cache
def _promised() -> tuple[sa.Select[str], ...]:
    until = sa.bindparam("until")
    mine = (NetworkMember.staff_id == sa.bindparam("by"), _line.is_closed.is_(False))
    agreed = (sa.select(Agreement.case_id).join(NetworkMember, NetworkMember.id == Agreement.responsible_id)
              .join(citizen_line, _line.case_id == Agreement.case_id)
              .where(*mine, Agreement.status == AgreementStatus.OPEN, (Agreement.due_on <= until) | sa.and_(
                  Agreement.due_on.is_(None), Agreement.meeting_id.is_not(None), sa.func.trim(Agreement.when) == "")))
    goals = (sa.select(Goal.case_id).join(NetworkMember, NetworkMember.id == Goal.responsible_id)
             .join(citizen_line, _line.case_id == Goal.case_id)
             .where(*mine, Goal.status.in_([each for each in GoalStatus if each.open]), Goal.deadline <= until))
    steps = (sa.select(Step.case_id).join(NetworkMember, NetworkMember.id == Step.responsible_id)
             .join(citizen_line, _line.case_id == Step.case_id)
             .where(*mine, Step.done_on.is_(None), Step.due_on <= until))
    return agreed, goals, steps


def after_care_due(store: Store, contact_person_id: str | None, until: date) -> set[str]:
    """The citizens whom somebody is to call by then in the time after; also those whose course is closed."""
    with plain_errors(), store.reading.connect() as conn:
        return set(conn.scalars(_after_care(contact_person_id is not None), {"of": contact_person_id, "until": until}))


@cache
def _after_care(mine: bool) -> sa.Select[str]:
    query = (sa.select(AfterCareCall.case_id).join(AfterCare, AfterCare.id == AfterCareCall.after_care_id)
             .join(citizen_line, _line.case_id == AfterCareCall.case_id)
             .where(AfterCareCall.called_on.is_(None), AfterCare.ended_on.is_(None),
                    AfterCareCall.planned_on <= sa.bindparam("until")))
    return query.where(_line.contact_person_id == sa.bindparam("of")) if mine else query


def newest(store: Store, ids: Sequence[str]) -> dict[str, int]:
    """The number of the newest change of each case."""
    found: dict[str, int] = {}
    with plain_errors(), store.reading.connect() as conn:
        for some in _portions(ids):
            found |= {row.case_id: row.seq for row in conn.execute(_newest(), {"ids": some})}
    return found


@cache
def _newest() -> sa.Select[str, int]:
    return (sa.select(audit.c.case_id, sa.func.max(audit.c.seq).label("seq"))
            .where(audit.c.case_id.in_(sa.bindparam("ids", expanding=True)), audit.c.did == Did.CHANGED.value)
            .group_by(audit.c.case_id))


def rows(store: Store, ids: Sequence[str], kinds: Kinds) -> dict[str, list[Row]]:
    """The rows of some kinds, by case, in one snapshot; a column that is not read is empty in them."""
    found: dict[str, list[Row]] = {id: [] for id in ids}
    with plain_errors(), store.reading.begin() as conn:
        for some in _portions(ids):
            for kind, wanted in kinds.items():
                for row in _read(conn, kind, wanted, some):
                    found[row.case_id].append(row)
    return found


def first_talk_to_plan(store: Store, most: int) -> list[tuple[date, date]]:
    """(first contact, plan adopted) of the latest adopted plans, the newest first."""
    with plain_errors(), store.reading.connect() as conn:
        return [(row.first_contact_on, row.done_on) for row in conn.execute(_adopted(), {"most": most})]


@cache
def _adopted() -> sa.Select[date, date | None]:
    return (sa.select(Course.first_contact_on, Milestone.done_on).join(Course, Course.id == Milestone.course_id)
            .join(Citizen, Citizen.case_id == Milestone.case_id)
            .where(Milestone.kind == MilestoneKind.PLAN_ADOPTED, Milestone.done_on.is_not(None),
                   Citizen.merged_into == "")
            .order_by(Milestone.done_on.desc(), Milestone.id).limit(sa.bindparam("most")))


_who = sa.func.coalesce(Professional.same_as_id, Professional.id)
_known = (Professional, Professional.id == NetworkMember.professional_id)


def _is_one_of(wanted: Sequence[str]) -> sa.ColumnElement[bool]:
    """Whether a person of a map is one of these of the register, also under a row that is kept no more."""
    return NetworkMember.professional_id.in_(sa.select(Professional.id).where(
        sa.or_(Professional.id.in_(wanted), Professional.same_as_id.in_(wanted))))


def promises(store: Store, professional_ids: Iterable[str]) -> list[Promise]:
    """What these professionals of the register have promised with a day, in any course."""
    wanted = sorted(set(professional_ids))
    if not wanted:
        return []
    agreed = (sa.select(_who, Agreement.due_on, Agreement.done_on).select_from(NetworkMember).join(*_known)
              .join(Agreement, Agreement.responsible_id == NetworkMember.id)
              .where(_is_one_of(wanted), Agreement.due_on.is_not(None), Agreement.status != AgreementStatus.DROPPED))
    steps = (sa.select(_who, Step.due_on, Step.done_on).select_from(NetworkMember).join(*_known)
             .join(Step, Step.responsible_id == NetworkMember.id)
             .where(_is_one_of(wanted), Step.due_on.is_not(None)))
    with plain_errors(), store.reading.connect() as conn:
        return [Promise(*row) for query in (agreed, steps) for row in conn.execute(query)]


def who_knows(store: Store, professional_ids: Iterable[str]) -> list[tuple[str, str]]:
    """(case, name) of the citizens who have any of these on their map now, by name."""
    wanted = sorted(set(professional_ids))
    query = (sa.select(_line.case_id, _line.name).where(_line.case_id.in_(
        sa.select(NetworkMember.case_id).where(_is_one_of(wanted), NetworkMember.removed_on.is_(None))))
             .order_by(_line.place))
    with plain_errors(), store.reading.connect() as conn:
        return [(row[0], row[1]) for row in conn.execute(query)] if wanted else []


def who_uses(store: Store, service_ids: Iterable[str], today: date) -> list[tuple[str, str]]:
    """(case, name) of the citizens with any of these services in an open goal of the plan, or in the after-care, now;
    by name.
    """
    wanted = sorted(set(service_ids))
    these = sa.select(Service.id).where(sa.or_(Service.id.in_(wanted), Service.same_as_id.in_(wanted)))
    helped = sa.select(Intervention.case_id).join(Goal, Goal.id == Intervention.goal_id).where(
        Intervention.service_id.in_(these), Goal.status.in_([each for each in GoalStatus if each.open]),
        sa.or_(Intervention.until_on.is_(None), Intervention.until_on >= today))
    after = sa.select(RelapseSign.case_id).join(AfterCare, AfterCare.id == RelapseSign.after_care_id).where(
        RelapseSign.service_id.in_(these), AfterCare.ended_on.is_(None))
    query = sa.select(_line.case_id, _line.name).where(_line.case_id.in_(helped.union(after))).order_by(_line.place)
    with plain_errors(), store.reading.connect() as conn:
        return [(row[0], row[1]) for row in conn.execute(query)] if wanted else []


def _read(conn: sa.Connection, kind: type[Row], wanted: Sequence[str], ids: Sequence[str]) -> Iterator[Row]:
    query, keys, missing = _rows_of(kind, tuple(wanted))
    for values in conn.execute(query, {"ids": ids}):
        yield bare_row(kind, {**dict(zip(keys, values, strict=True)), **missing})


@cache
def _rows_of(kind: type[Row], wanted: tuple[str, ...]) -> tuple[sa.Select[Any], list[str], dict[str, Any]]:
    """The statement, its columns, and what the row says of the others."""
    table = table_of(kind)
    keys = ["id", "case_id", "rev", *wanted] if wanted else [*kind.columns]
    missing: dict[str, Any] = {name: "" if issubclass(column.type, str) and not column.nullable else None
                               for name, column in kind.columns.items() if name not in keys}
    return (sa.select(*(table.c[key] for key in keys)).where(
        table.c.case_id.in_(sa.bindparam("ids", expanding=True))), keys, missing)


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at:at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))
