"""Random cases over every kind of row: what the round trip of the case file is tried with."""
from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from borgerplan_desktop.documents.case_file import CaseFile
from borgerplan_desktop.documents.case_schema import FIRST_YEAR, LAST_YEAR, WHOLE_MOST, Holds, Spec, specs
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Plan, PlanVersion
from borgerplan_desktop.model.row import Row, lines_of, new_id, references_of
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.text import tidy, tidy_line

FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
_ALWAYS: tuple[type[Row], ...] = (Citizen, Cooperation, Course, Plan, NetworkMember)
_PLAIN: dict[Holds, st.SearchStrategy[Any]] = {
    Holds.TEXT: st.text(max_size=30).map(tidy),
    Holds.WHOLE: st.integers(-WHOLE_MOST, WHOLE_MOST),
    Holds.NUMBER: st.floats(allow_nan=False, allow_infinity=False),
    Holds.YES_NO: st.booleans(),
    Holds.DATE: st.dates(FIRST, LAST),
    Holds.TIME: st.datetimes(datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31)),
}


@st.composite
def case_files(draw: st.DrawFn) -> CaseFile:
    """A whole case: any number of rows of any kind, references that lead somewhere, and kept bytes."""
    case_id = new_id()
    ids: dict[str, list[str]] = {}
    for kind in CITIZEN.in_files:
        many = 1 if kind is Citizen else draw(st.integers(1 if kind in _ALWAYS else 0, 3))
        ids[kind.__tablename__] = [case_id] if kind is Citizen else [new_id() for _ in range(many)]
    for table in sorted({ref.target for kind in CITIZEN.in_files for ref in references_of(kind).values() if ref.part}):
        ids[table] = ids[table] or [new_id()]
    register: dict[str, Row] = {}
    kept: dict[str, bytes] = {}
    rows: list[Row] = []
    for kind in CITIZEN.in_files:
        for number, id in enumerate(ids[kind.__tablename__]):
            values = _values(draw, kind, ids, register, kept)
            if kind is Citizen:
                values["cpr"] = draw(st.sampled_from(["", "0101010101", "6101010101"]))
            if kind is NetworkMember:
                values["kind"] = MemberKind.CITIZEN if number == 0 else MemberKind.PRIVATE
            if kind is PlanVersion:
                values["number"] = number + 1 + 3 * draw(st.integers(0, 9)) * (number == 2)      # each has its own
            rows.append(kind(id=id, **values))
    if draw(st.booleans()):
        shelter = Shelter(name=draw(_PLAIN[Holds.TEXT].map(tidy_line)))
        register[shelter.id] = shelter
    return CaseFile(case_id, rows, list(register.values()), kept)


def _values(draw: st.DrawFn, kind: type[Row], ids: dict[str, list[str]], register: dict[str, Row],
            kept: dict[str, bytes]) -> dict[str, Any]:
    values = {name: None if spec.names and kind in CITIZEN.names else _value(draw, spec, ids, register, kept)
              for name, spec in specs(kind).items()}     # whom the register itself names is in no file
    return values | {name: tidy_line(value) for name in lines_of(kind) if isinstance(value := values[name], str)}


def _value(draw: st.DrawFn, spec: Spec, ids: dict[str, list[str]], register: dict[str, Row],
           kept: dict[str, bytes]) -> Any:
    if spec.may_be_empty and draw(st.booleans()):
        return None
    if spec.words is not None:
        return draw(st.sampled_from(list(spec.words)))
    if spec.holds is Holds.DIGEST:
        content = draw(st.binary(max_size=20))
        if not content:
            return ""
        digest = hashlib.sha256(content).hexdigest()
        kept[digest] = content
        return digest
    if spec.names:
        kind = by_table(spec.names)
        known = [row for row in register.values() if type(row) is kind]
        if not known or draw(st.booleans()):
            known = [kind(**_values(draw, kind, ids, register, kept))]
            register[known[0].id] = known[0]
        return known[-1].id
    if spec.target:
        there = ids[spec.target]
        if not there:
            assert spec.may_be_empty, f"{spec.name}: a part without an owner"
            return None
        return draw(st.sampled_from(there))
    return draw(_PLAIN[spec.holds])


def picture(rows: list[Row]) -> dict[str, Any]:
    """Everything the rows hold, whatever their order."""
    return {f"{type(row).__tablename__}/{row.id}": row.values() for row in rows}
