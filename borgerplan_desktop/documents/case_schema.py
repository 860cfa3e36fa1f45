"""The shape of a case file, read from the columns of the model: which fields there are and what each may hold."""
from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.row import LONG, Column, Row, fields_of, references_of
from borgerplan_desktop.model.shelter import Shelter

NAME, FORMAT = "borgerplan-case", 6                      # FORMAT grows when an old program could not read a new file
ID_PATTERN = r"[0-9A-Za-z][0-9A-Za-z_-]{0,35}"
FIRST_YEAR, LAST_YEAR = 1850, 2199                       # so that counting weeks and months from a date never overflows
WHOLE_MOST = 2**31 - 1
DIGEST_PATTERN = r"[0-9a-f]{64}"
DATE_PATTERN = r"\d{4}-\d\d-\d\d"
TIME_PATTERN = DATE_PATTERN + r"T\d\d:\d\d:\d\d(\.\d{6})?"


class Holds(enum.Enum):
    """What a field holds."""

    TEXT = "text"
    ID = "id"                                            # of a row of the case (`target`) or of the register (`names`)
    DIGEST = "digest"                                    # sha256 of bytes that lie under `kept`; or ""
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"


_TYPES: dict[type, Holds] = {str: Holds.TEXT, int: Holds.WHOLE, float: Holds.NUMBER, bool: Holds.YES_NO,
                             date: Holds.DATE, datetime: Holds.TIME}


@dataclass(frozen=True)
class Spec:
    """One field of one kind of row."""

    name: str
    holds: Holds
    may_be_empty: bool                                   # null is allowed
    required: bool                                       # else its default is taken where it is left out
    words: type[enum.StrEnum] | None = None              # of a choice
    target: str = ""                                     # table of the case that an id points into
    names: str = ""                                      # table of the register that an id points into


@cache
def specs(kind: type[Row]) -> dict[str, Spec]:
    """The fields of a kind by name, in the order of the columns; the id aside, which every row has."""
    return {name: _spec(kind.columns[name], references_of(kind)) for name in fields_of(kind)}


def _spec(column: Column, references: Any) -> Spec:
    name = column.key
    target = references[name].target if name in references else ""
    named = column.info.get("names", "")
    if column.words is not None:
        holds = Holds.CHOICE
    elif target or named:
        holds = Holds.ID
    elif name == "digest" or name.endswith("_digest"):
        holds = Holds.DIGEST
    else:
        holds = _TYPES[column.type]
    return Spec(name, holds, column.nullable, column.required, column.words, target, named)


# ------------------------------------------------------------------------------------------------------- JSON Schema
def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a case file. What it cannot say, the reader checks: ids, dates, digests."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Borgerplan case file",
        "description": "One citizen's whole case: `case` holds its rows by kind, `register` what they name of the "
                       "shelter's own (staff, professionals, services), `kept` the bytes behind the digests (base64).",
        "type": "object",
        "required": ["format", "version", "id", "case"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": NAME},
            "version": {"enum": list(range(1, FORMAT + 1))},
            "id": {"$ref": "#/$defs/id"},
            "case": _tables(CITIZEN.in_files),
            "register": _tables(CITIZEN.names),
            "kept": {"type": "object", "propertyNames": {"pattern": f"^{DIGEST_PATTERN}$"},
                     "additionalProperties": {"type": "string", "contentEncoding": "base64"}},
        },
        "$defs": {"id": {"type": "string", "pattern": f"^{ID_PATTERN}$"},
                  **{kind.__tablename__: row_schema(kind) for kind in (*CITIZEN.in_files, *CITIZEN.names)}},
    }


def _tables(kinds: tuple[type[Row], ...]) -> dict[str, Any]:
    arrays: dict[str, Any] = {k.__tablename__: {"type": "array", "items": {"$ref": f"#/$defs/{k.__tablename__}"}}
                              for k in kinds}
    if Shelter in kinds:
        arrays[Shelter.__tablename__]["maxItems"] = 1
    return {"type": "object", "additionalProperties": False, "properties": arrays}


def row_schema(kind: type[Row]) -> dict[str, Any]:
    """The JSON Schema of one kind of row."""
    found = specs(kind)
    return {
        **({"description": " ".join(kind.__doc__.split())} if kind.__doc__ else {}),
        "type": "object", "additionalProperties": False,
        "required": ["id", *(s.name for s in found.values() if s.required)],
        "properties": {"id": {"$ref": "#/$defs/id"}, **{name: _field(spec) for name, spec in found.items()}},
    }


def _field(spec: Spec) -> dict[str, Any]:
    match spec.holds:
        case Holds.CHOICE:
            assert spec.words is not None
            words: list[str | None] = [word.value for word in spec.words]
            return {"enum": [*words, None] if spec.may_be_empty else words}
        case Holds.ID:
            about = f"id of a {spec.target}" if spec.target else f"id of a {spec.names} of the register"
            return _or_null({"type": "string", "pattern": f"^{ID_PATTERN}$", "description": about}, spec)
        case Holds.DIGEST:
            return _or_null({"type": "string", "pattern": f"^({DIGEST_PATTERN})?$"}, spec)
        case Holds.DATE:
            return _or_null({"type": "string", "pattern": f"^{DATE_PATTERN}$", "format": "date"}, spec)
        case Holds.TIME:
            return _or_null({"type": "string", "pattern": f"^{TIME_PATTERN}$", "description": "local time"}, spec)
        case Holds.YES_NO:
            return _or_null({"type": "boolean"}, spec)
        case Holds.WHOLE:
            return _or_null({"type": "integer", "minimum": -WHOLE_MOST, "maximum": WHOLE_MOST}, spec)
        case Holds.NUMBER:
            return _or_null({"type": "number"}, spec)
    return _or_null({"type": "string", "maxLength": LONG}, spec)


def _or_null(shape: dict[str, Any], spec: Spec) -> dict[str, Any]:
    return {**shape, "type": [shape["type"], "null"]} if spec.may_be_empty else shape
