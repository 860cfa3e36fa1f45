"""The case file: one citizen's whole case as plain JSON, for examples, import, the right of access and tests.

    {"format": "borgerplan-case", "version": 1, "id": …, "case": {table: [row, …]}, "register": {…}, "kept": {…}}

The shape comes from the model (`case_schema`), so a new field needs nothing here. The audit is not part of it.
"""
from __future__ import annotations

import base64
import enum
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from borgerplan_desktop.documents.case_reading import CaseFileError, parsed, read_kept, read_rows, shown, wrong
from borgerplan_desktop.documents.case_schema import (
    FORMAT,
    ID_PATTERN,
    NAME,
    Holds,
    json_schema,
    specs,
)
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen, Cooperation
from borgerplan_desktop.model.course import CoordinatorAssignment, Course
from borgerplan_desktop.model.cpr import check_cpr
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.kinds import by_table
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Plan, PlanApproval, PlanVersion
from borgerplan_desktop.model.row import Row, names_of
from borgerplan_desktop.model.shelter import Professional, Shelter
from borgerplan_desktop.model.text import tidy
from borgerplan_desktop.store.progress import Progress, unheard

__all__ = ["FORMAT", "CaseFile", "CaseFileError", "digests_of", "json_schema", "read_case", "specs", "with_paths",
           "write_case", "written"]

class Unnamed(LookupError):
    """The case names somebody whom its register does not know."""


ASKED_FOR_A_YES = 2                                      # the format from which a coordinator says yes
_ROW = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",\n    ", ": "))     # a field a line
_ALWAYS: tuple[type[Row], ...] = (Citizen, Cooperation, Course, Plan)     # what every case has from its first day


@dataclass(frozen=True)
class CaseFile:
    """What a case file holds: rows in no case yet, and the bytes by digest."""

    id: str
    rows: list[Row]
    register: list[Row] = field(default_factory=list)
    kept: dict[str, bytes] = field(default_factory=dict)

    def case(self) -> Case:
        """The rows as a case with its register: to read and to print; the rows belong to it from now on."""
        register = Case("register", self.register)
        register.kept = self.kept.get                    # the logo
        return Case(self.id, self.rows, register=register)


# --------------------------------------------------------------------------------------------------------------- write
def write_case(case: Case, kept: Callable[[str], bytes | None] | None = None) -> bytes:
    """The case as a case file; the same case gives the same bytes.

    `kept` finds the bytes of a digest; without it they stay out (a plan version does not hold the versions before it).
    Raises Unnamed when the case names somebody whom its register does not know: a file without them would be a lie.
    """
    named = _check_names(case)
    register = {kind: rows for kind in CITIZEN.names if (rows := _named(case, kind, named))}
    file: dict[str, Any] = {
        "format": NAME, "version": FORMAT, "id": case.id,
        "case": {kind.__tablename__: [written(row) for row in rows]
                 for kind in CITIZEN.in_files if (rows := case.all(kind))},
        "register": {kind.__tablename__: [written(row) for row in rows] for kind, rows in register.items()},
    }
    if kept is not None:
        found = {digest: kept(digest) for digest in digests_of(case.rows())}
        if case.register is not None:                    # the logo
            found |= {digest: case.register.kept(digest) for rows in register.values() for digest in digests_of(rows)}
        file["kept"] = {digest: base64.b64encode(content).decode() for digest, content in sorted(found.items())
                        if content is not None}
    return (_in_lines(file) + "\n").encode()


def _in_lines(file: dict[str, Any]) -> str:
    """As `json.dumps(…, indent=1)` says it: Python's own indenting takes four times as long, and who adopts waits."""
    parts = {key: _rows_in_lines(value) if key in ("case", "register") else json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=1).replace("\n", "\n ") for key, value in file.items()}
    return "{\n " + ",\n ".join(f'"{key}": {text}' for key, text in parts.items()) + "\n}"


def _rows_in_lines(tables: dict[str, list[dict[str, Any]]]) -> str:
    each = [f'"{name}": [\n   ' + ",\n   ".join(
        "{\n    " + _ROW.encode(row)[1:-1] + "\n   }" for row in rows) + "\n  ]" for name, rows in tables.items()]
    return "{\n  " + ",\n  ".join(each) + "\n }" if each else "{}"


def with_approvals(data: bytes, number: int, said: Sequence[Mapping[str, Any]]) -> bytes:
    """The case file of a frozen version with other answers to it, as rows of a case file say them."""
    file = json.loads(data)
    case = file["case"]
    version = next((row["id"] for row in case.get(PlanVersion.__tablename__, []) if row["number"] == number), "")
    members = {row["id"] for row in case.get(NetworkMember.__tablename__, [])}
    # whoever came on the map later is known by the name alone
    case[PlanApproval.__tablename__] = [
        each for each in case.get(PlanApproval.__tablename__, []) if each["version_id"] != version] + [
        {**each, "version_id": version, "member_id": each["member_id"] if each["member_id"] in members else None}
        for each in said if version]
    return json.dumps(file, ensure_ascii=False).encode()


def digests_of(rows: Sequence[Row]) -> dict[str, str]:
    """Every digest that the rows hold, with the place of its first: "plan_version[0].pdf_digest"."""
    found: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        table = type(row).__tablename__
        number = numbers[table] = numbers.get(table, -1) + 1
        for name, spec in specs(type(row)).items():
            if spec.holds is Holds.DIGEST and (digest := getattr(row, name)):
                found.setdefault(digest, f"{table}[{number}].{name}")
    return found


def _named(case: Case, kind: type[Row], named: Mapping[type[Row], Collection[str]]) -> list[Row]:
    """The rows of the register that the case names, and the shelter itself."""
    if case.register is None:
        return []
    if kind is Shelter:
        return [*case.register.all(kind)[:1]]
    return [_itself(row) for row in case.register.all(kind) if row.id in named.get(kind, ())]


def _itself(row: Row) -> Row:
    """Who stood in the register twice stands in the file as who was kept, under the id the case knows."""
    if not isinstance(row, Professional | Service) or row.itself is row:
        return row
    return type(row)(**{**row.itself.values(), "id": row.id, "same_as_id": None})


def _check_names(case: Case) -> dict[type[Row], set[str]]:
    """The ids that the case names of each kind of row of the register; all of them are there."""
    register, named = case.register, dict[type[Row], set[str]]()
    for row in case.rows():
        for name, table in names_of(type(row)).items():
            if (id := getattr(row, name)) is None:
                continue
            kind = by_table(table)
            if register is None or register.get(kind, id) is None:
                raise Unnamed(f"{type(row).__tablename__}.{name} names a {table} whom the register does not know")
            named.setdefault(kind, set()).add(id)
    return named


def says_the_same(row: Row, before: dict[str, Any], fields: Collection[str] | None = None) -> bool:
    """Whether the row is still as a case file said, also one from before some of its fields came.

    `fields` = those that count; None = all of them.
    """
    columns = row.columns

    def then(name: str) -> object:
        return before[name] if name in before else _plain(columns[name].default)

    return all(name == "id" or then(name) == value for name, value in written(row).items()
               if fields is None or name in fields)


def written(row: Row) -> dict[str, Any]:
    """One row as a case file says it."""
    return {"id": row.id, **{name: _plain(getattr(row, name)) for name in specs(type(row))}}


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value.value if isinstance(value, enum.StrEnum) else tidy(value)
    return value.isoformat() if isinstance(value, (date, datetime)) else value


# ---------------------------------------------------------------------------------------------------------------- read
def read_once(file: bytes | CaseFile) -> CaseFile:
    """What the file holds; of one that has been read already, that. Raises CaseFileError."""
    return file if isinstance(file, CaseFile) else read_case(file)


def read_case(data: bytes, progress: Progress = unheard) -> CaseFile:
    """What the file holds, when all of it is as it should be; else raises CaseFileError with the place.

    `progress` hears 0.0–1.0 and stops the reading by raising.
    """
    file = parsed(data, lambda _share: progress(0.1))
    progress(0.3)
    if not isinstance(file, dict) or file.get("format") != NAME:
        raise wrong("format", _("It does not say that it is a case file."))
    version = file.get("version")
    if type(version) is not int or version < 1:
        raise wrong("version", _("It must be a whole number."))
    if version > FORMAT:
        raise CaseFileError("version", _("The format is number {n}.").format(n=version), newer=True)
    for key in file:
        if key not in ("format", "version", "id", "case", "register", "kept"):
            raise wrong(shown(key), _("The field is not known."))
    case_id = _case_id(file.get("id"))
    rows = read_rows(file.get("case"), CITIZEN.in_files, "case", lambda share: progress(0.3 + share * 0.6))
    register = read_rows(file.get("register", {}), CITIZEN.names, "register")
    if version < ASKED_FOR_A_YES:
        for row in rows:
            if isinstance(row, CoordinatorAssignment) and not row.temporary:
                row.said_yes_on = row.since              # nobody was asked then: whoever had the task had taken it on
    _check_whole(case_id, rows)
    _check_references(rows, register)
    kept = read_kept(file.get("kept", {}), digests_of(register) | digests_of(rows))
    for row in rows:
        row.case_id = case_id
    return CaseFile(case_id, rows, register, kept)


def _case_id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(ID_PATTERN, value, re.ASCII):
        raise wrong("id", _("It must be an id: letters, digits and dashes, at most 36."))
    return value


def _check_references(rows: list[Row], register: list[Row]) -> None:
    """Every id leads somewhere, and nobody comes along whom the case does not name."""
    there = {(type(row).__tablename__, row.id) for row in rows}
    known = {(type(row).__tablename__, row.id) for row in register}
    named: set[tuple[str, str]] = set()
    for path, row in with_paths(rows):
        for name, spec in specs(type(row)).items():
            value = getattr(row, name)
            if spec.holds is not Holds.ID or value is None:
                continue
            key = (spec.target or spec.names, value)
            if key not in (there if spec.target else known):
                raise wrong(f"{path}.{name}", _("It points at something that is not in the file."))
            if spec.names:
                named.add(key)
    for path, row in with_paths(register):
        if not isinstance(row, Shelter) and (type(row).__tablename__, row.id) not in named:
            raise wrong(path, _("Nothing in the case names it."))


def _check_whole(case_id: str, rows: list[Row]) -> None:
    kinds = {type(row) for row in rows}
    for kind in _ALWAYS:
        if kind not in kinds:
            raise wrong(kind.__tablename__, _("It is missing."))
    citizens = [row for row in rows if isinstance(row, Citizen)]
    if len(citizens) != 1:
        raise wrong("citizen[1]", _("A case is about one citizen."))
    if citizens[0].id != case_id:
        raise wrong("citizen[0].id", _("It must be the id of the case."))
    if check_cpr(citizens[0].cpr).digits != citizens[0].cpr:
        raise wrong("citizen[0].cpr", _("It must be ten digits with a date that exists, or empty."))
    if sum(isinstance(row, NetworkMember) and row.kind is MemberKind.CITIZEN for row in rows) != 1:
        raise wrong("network_member", _("The citizen must be there once."))
    _check_versions(rows)


def _check_versions(rows: list[Row]) -> None:
    """A version is asked for by its number, and 0 is the draft."""
    numbers: set[tuple[str, int]] = set()
    for path, row in with_paths(rows):
        if isinstance(row, PlanVersion):
            if row.number < 1:
                raise wrong(f"{path}.number", _("The versions of a plan are numbered from 1."))
            if (row.plan_id, row.number) in numbers:
                raise wrong(f"{path}.number", _("Two versions of the plan have the same number."))
            numbers.add((row.plan_id, row.number))


def with_paths(rows: list[Row]) -> list[tuple[str, Row]]:
    """Each row with its place in the file: "goal[3]"."""
    numbers: dict[str, int] = {}
    found: list[tuple[str, Row]] = []
    for row in rows:
        table = type(row).__tablename__
        numbers[table] = numbers.get(table, -1) + 1
        found.append((f"{table}[{numbers[table]}]", row))
    return found
