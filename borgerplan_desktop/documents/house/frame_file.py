"""The shared frame as a file: plain JSON, to hand to another shelter, to take in, and to keep what was approved.

    {"format": "borgerplan-frame", "version": 1, "frame": {table: [row, …]}, "coordinators": ["name, workplace", …]}

The shape comes from the model, as that of a case file (`case_schema`). What a row points at in the shelter's registers
stays at home: its name is written instead.
"""
from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from borgerplan_desktop.documents.case_file import with_paths, written
from borgerplan_desktop.documents.case_reading import CaseFileError, parsed, read_rows, shown, wrong
from borgerplan_desktop.documents.case_schema import ID_PATTERN, Holds, row_schema, specs
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.frame_people import coordinators, facts_of
from borgerplan_desktop.model.framework import (
    CoordinatingFunction,
    FrameAccess,
    FrameAnswer,
    FrameChannel,
    FramePerson,
    FramePlan,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.model.numbers_in_words import without_numbers
from borgerplan_desktop.model.row import LONG, Row, references_of, texts_of

NAME, FORMAT = "borgerplan-frame", 1                     # FORMAT grows when an old program could not read a new file
KINDS: tuple[type[Row], ...] = (Framework, FrameAnswer, CoordinatingFunction, FrameChannel, InterpreterOption,
                                FramePlan, FrameAccess, FramePerson)
MOST_COORDINATORS = 1_000


@dataclass(frozen=True)
class FrameFile:
    """What a frame file holds: rows in no case yet, and who could be coordinator there."""

    rows: list[Row]
    coordinators: tuple[str, ...] = ()

    def case(self) -> Case:
        """The rows as a case of their own, to read; they belong to it from now on."""
        return Case("frame", self.rows)


# --------------------------------------------------------------------------------------------------------------- write
def write_frame(case: Case) -> bytes:
    """The frame of the shelter's case as a file; the same frame gives the same bytes."""
    tables = {kind.__tablename__: [_at_large(case, row) for row in rows] for kind in KINDS if (rows := case.all(kind))}
    file = {"format": NAME, "version": FORMAT, "frame": tables,
            "coordinators": [each.said for each in coordinators(case)]}
    return (json.dumps(file, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def _at_large(case: Case, row: Row) -> dict[str, Any]:
    """A row as the file says it: a name where it points at somebody or something of the registers."""
    said = written(row)
    if isinstance(row, FramePerson):
        facts = facts_of(row)
        said |= {"name": facts.name, "workplace": facts.workplace, "phone": facts.phone, "email": facts.email}
    elif isinstance(row, FrameAccess):
        said["who"] = who_has(case, row)
    for name, reference in references_of(type(row)).items():
        if not reference.part:
            said[name] = None
    return said


def who_has(case: Case, access: FrameAccess) -> str:
    """Who has access, also where the directory says it."""
    service = case.get(Service, access.service_id)
    return access.who.strip() or (service.itself.name if service is not None else "")


# ---------------------------------------------------------------------------------------------------------------- read
def read_frame(data: bytes) -> FrameFile:
    """What the file holds, when all of it is as it should be; else raises CaseFileError with the place."""
    file = parsed(data)
    if not isinstance(file, dict) or file.get("format") != NAME:
        raise wrong("format", _("It does not say that it is a shared frame."))
    version = file.get("version")
    if type(version) is not int or version < 1:
        raise wrong("version", _("It must be a whole number."))
    if version > FORMAT:
        raise CaseFileError("version", _("The format is number {n}.").format(n=version), newer=True)
    for key in file:
        if key not in ("format", "version", "frame", "coordinators"):
            raise wrong(shown(key), _("The field is not known."))
    rows = [_without_numbers(row) for row in read_rows(file.get("frame"), KINDS, "frame")]
    _check_once(rows)
    _check_references(rows)
    return FrameFile(rows, _coordinators(file.get("coordinators", [])))


def _coordinators(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MOST_COORDINATORS or not all(
            isinstance(each, str) and len(each) <= LONG for each in value):
        raise wrong("coordinators", _("It must be {what}.").format(what='["…", …]'))
    return tuple(map(without_numbers, value))


def _without_numbers(row: Row) -> Row:
    """A frame is about no citizen: a CPR number in somebody's file is masked, as in every other file that is read."""
    for name in texts_of(type(row)):
        setattr(row, name, without_numbers(getattr(row, name)))
    return row


def _check_once(rows: list[Row]) -> None:
    """Of what there is one, there is one: the frame itself, and an answer to each question."""
    seen: set[tuple[type[Row], object]] = set()
    for path, row in with_paths(rows):
        only = type(row).only(row.values())
        if only is not None and (type(row), only) in seen:
            raise wrong(path, _("It stands there twice."))
        seen.add((type(row), only))


def _check_references(rows: list[Row]) -> None:
    """Whoever has access has it to a plan of the file; nothing points out of it."""
    there = {row.id for row in rows if isinstance(row, FramePlan)}
    for path, row in with_paths(rows):
        for name, spec in specs(type(row)).items():
            value = getattr(row, name)
            if spec.holds is Holds.ID and value is not None and not (spec.target == "frame_plan" and value in there):
                raise wrong(f"{path}.{name}", _("It points at something that is not in the file."))


# ------------------------------------------------------------------------------------------------------- JSON Schema
def frame_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a frame file."""
    tables = {kind.__tablename__: {"type": "array", "items": {"$ref": f"#/$defs/{kind.__tablename__}"}}
              for kind in KINDS}
    tables[Framework.__tablename__]["maxItems"] = 1
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Borgerplan shared frame",
        "description": "How a shelter and its partners work together: the answers to the form's questions, its lists, "
                       "the people with a role in it. Nothing about citizens.",
        "type": "object",
        "required": ["format", "version", "frame"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": NAME},
            "version": {"enum": list(range(1, FORMAT + 1))},
            "frame": {"type": "object", "additionalProperties": False, "properties": tables},
            "coordinators": {"type": "array", "maxItems": MOST_COORDINATORS,
                             "items": {"type": "string", "maxLength": LONG}}},
        "$defs": {"id": {"type": "string", "pattern": f"^{ID_PATTERN}$"},
                  **{kind.__tablename__: row_schema(kind) for kind in KINDS}}}
