"""Reading a case file somebody else may have written: strict, bounded, and each refusal names its place."""
from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import json
import math
import re
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, NoReturn

from borgerplan_desktop.documents.case_schema import (
    DATE_PATTERN,
    DIGEST_PATTERN,
    FIRST_YEAR,
    ID_PATTERN,
    LAST_YEAR,
    TIME_PATTERN,
    WHOLE_MOST,
    Holds,
    Spec,
    specs,
)
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.row import LONG, Row, lines_of, row_that_says
from borgerplan_desktop.model.shelter import Shelter
from borgerplan_desktop.model.text import tidy, tidy_line
from borgerplan_desktop.store.progress import Progress, unheard

MOST_BYTES = 50_000_000
MOST_ROWS = 10_000                                       # twice the largest case we are built for
# Looked at before parsing: what would fill the memory.
_MOST_TEXT = 10_000_000                                  # bytes besides the long runs of base64 (papers, files)
_MOST_BRACKETS, _MOST_COLONS, _MOST_COMMAS = 100_000, 400_000, 500_000
_OFTEN = 500                                             # objects or rows between two words of progress
_ID = re.compile(ID_PATTERN, re.ASCII)
_ID_SPEC = Spec("id", Holds.ID, may_be_empty=False, required=True)
_LONG_BASE64 = re.compile(rb'"([A-Za-z0-9+/]{4096,}+={0,2})"')


class CaseFileError(Exception):
    """The file was refused and nothing was taken in. `path` is like "goal[3].deadline"; `what` is a plain sentence."""

    def __init__(self, path: str, what: str, newer: bool = False, known: bool = False) -> None:
        super().__init__(f"{path}: {what}" if path else what)
        self.path, self.what, self.newer, self.known = path, what, newer, known

    @property
    def told(self) -> tuple[str, str, str, str]:
        """(what happened, what is safe, what to do now, the place)."""
        safe = _("Nothing has been taken in.")
        if self.newer:
            return (_("The file was made with a newer version of Borgerplan."), safe,
                    _("Update the program on this computer."), str(self))
        if self.known:
            return self.what, safe, _("Open the case from the list instead."), self.path
        return (_("The file could not be read."), safe,
                _("Perhaps it is not from Borgerplan, or it was changed on the way."), str(self))

    @property
    def sentence(self) -> str:
        """The same on one line, for the terminal."""
        parts = self.told[:3] if self.known else self.told         # its place would tell nobody anything
        return " ".join(part if part[-1:] in ".?!" else f"{part}." for part in parts if part)


def wrong(path: str, what: str) -> CaseFileError:
    return CaseFileError(path, what)


def too_large() -> CaseFileError:
    return wrong("", _("It is larger than {n} MB.").format(n=MOST_BYTES // 1_000_000))


# --------------------------------------------------------------------------------------------------------------- JSON
def parsed(data: bytes, progress: Progress = unheard) -> Any:
    """The JSON value; raises CaseFileError for what is no JSON, too much, too deep, or says a thing twice.

    `progress` stops the work by raising; time and memory are bounded whatever the bytes are.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    reader = _Reader(data, progress)
    rest = reader.rest
    if len(rest) > _MOST_TEXT or rest.count(b"{") + rest.count(b"[") > _MOST_BRACKETS or (
            rest.count(b",") > _MOST_COMMAS or rest.count(b":") > _MOST_COLONS):
        raise wrong("", _("It holds too much for one case."))
    try:
        text = rest.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong("", _("It is not text (UTF-8), from byte {n}.").format(n=error.start)) from None
    try:
        return json.loads(text, object_pairs_hook=reader.once, parse_constant=_no_number, parse_int=_whole,
                          parse_float=_finite)
    except json.JSONDecodeError as error:
        raise wrong(_("line {n}").format(n=error.lineno), _("It is not JSON.")) from None
    except RecursionError:
        raise wrong("", _("It is nested too deeply.")) from None


class _Reader:
    """The bytes without their long runs of base64, which are put back where they stood when the rest is parsed.

    One sign outside ASCII makes Python hold a text with four bytes a sign: 50 MB of base64 would become 200.
    """

    def __init__(self, data: bytes, progress: Progress) -> None:
        self._data, self._progress, self._objects = data, progress, 0
        self._mark = f"base64:{secrets.token_hex(16)}:"  # nobody who wrote the file can have known it
        self._apart: list[tuple[int, int]] = []
        self.rest = _LONG_BASE64.sub(self._set_apart, data)

    def _set_apart(self, found: re.Match[bytes]) -> bytes:
        self._apart.append(found.span(1))
        return f'"{self._mark}{len(self._apart) - 1}"'.encode()

    def once(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object, which says each thing once."""
        self._objects += 1
        if self._objects % _OFTEN == 0:
            self._progress(0.0)
        found = dict(pairs)
        if len(found) != len(pairs):
            seen: set[str] = set()
            for key, _value in pairs:
                if key in seen:
                    raise wrong(shown(key), _("It stands there twice."))
                seen.add(key)
        for key, value in pairs:
            if type(value) is str and value.startswith(self._mark):
                start, end = self._apart[int(value.removeprefix(self._mark))]
                found[key] = self._data[start:end].decode("ascii")
        return found


def _no_number(text: str) -> NoReturn:
    raise wrong(text, _("It is not a number."))


def _whole(text: str) -> int:
    if len(text) > 20:
        raise wrong(text[:20] + " …", _("The number is too large."))
    return int(text)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise wrong(text[:20], _("The number is too large."))
    return value


def shown(key: object) -> str:
    """A key of somebody else's file as it may stand in a message."""
    return tidy(str(key))[:70]


# --------------------------------------------------------------------------------------------------------------- rows
def read_rows(tables: object, kinds: tuple[type[Row], ...], where: str, progress: Progress = unheard) -> list[Row]:
    """The rows of `case` or `register`, none of them in a case yet. Raises CaseFileError."""
    if not isinstance(tables, dict):
        raise wrong(where, _("It is missing.") if tables is None else _("It must be {what}.").format(what="{ … }"))
    by_name = {kind.__tablename__: kind for kind in kinds}
    for name, rows in tables.items():
        if name not in by_name:
            raise wrong(shown(name), _("The kind is not known."))
        if not isinstance(rows, list):
            raise wrong(name, _("It must be {what}.").format(what="[ … ]"))
        if by_name[name] is Shelter and len(rows) > 1:
            raise wrong(f"{name}[1]", _("There is one shelter."))
    if sum(map(len, tables.values())) > MOST_ROWS:
        raise wrong(where, _("It holds too much for one case."))
    found: list[Row] = []
    most = max(1, sum(map(len, tables.values())))
    for name, rows in tables.items():
        ids: set[str] = set()
        for number, values in enumerate(rows):
            if len(found) % _OFTEN == 0:
                progress(len(found) / most)
            row = _row(by_name[name], values, f"{name}[{number}]")
            if row.id in ids:
                raise wrong(f"{name}[{number}].id", _("It stands there twice."))
            ids.add(row.id)
            found.append(row)
    return found


def _row(kind: type[Row], values: object, path: str) -> Row:
    if not isinstance(values, dict):
        raise wrong(path, _("It must be {what}.").format(what="{ … }"))
    fields = specs(kind)
    for name in values:
        if name != "id" and name not in fields:
            raise wrong(f"{path}.{shown(name)}", _("The field is not known."))
    for name, spec in fields.items():
        if spec.required and name not in values:
            raise wrong(f"{path}.{name}", _("It is missing."))
    found = {name: _value(_ID_SPEC if name == "id" else fields[name], value, f"{path}.{name}")
             for name, value in {"id": None, **values}.items()}
    for name in lines_of(kind) & found.keys():
        if isinstance(found[name], str):
            found[name] = tidy_line(found[name])
    return row_that_says(kind, found)


def _value(spec: Spec, value: Any, path: str) -> Any:
    """The value as the model holds it."""
    if value is None:
        if spec.may_be_empty:
            return None
        raise wrong(path, _("It may not be empty."))
    match spec.holds:
        case Holds.YES_NO:
            if type(value) is bool:
                return value
            raise _must_be(path, "true / false")
        case Holds.WHOLE:
            if type(value) is int and abs(value) <= WHOLE_MOST:
                return value
            raise _must_be(path, _("a whole number"))
        case Holds.NUMBER:
            if type(value) in (int, float):
                return float(value)
            raise _must_be(path, _("a number"))
        case Holds.CHOICE:
            return _choice(spec, value, path)
    if not isinstance(value, str):
        raise _must_be(path, _("a text"))
    match spec.holds:
        case Holds.ID:
            if not _ID.fullmatch(value):
                raise wrong(path, _("It must be an id: letters, digits and dashes, at most 36."))
            return value
        case Holds.DIGEST:
            if value and not re.fullmatch(DIGEST_PATTERN, value):
                raise wrong(path, _("It must be a digest: 64 hexadecimal digits."))
            return value
        case Holds.DATE | Holds.TIME:
            return _day(spec, value, path)
    if len(value) > LONG:
        raise wrong(path, _("The text is longer than {n} characters.").format(n=LONG))
    return tidy(value)


def _choice(spec: Spec, value: object, path: str) -> object:
    assert spec.words is not None
    words = _words(spec.words)
    if not isinstance(value, str) or value not in words:
        raise _must_be(path, _("one of {words}").format(words=", ".join(words)))
    return words[value]


@cache
def _words(kind: type[enum.StrEnum]) -> dict[str, enum.StrEnum]:
    return {word.value: word for word in kind}


def _day(spec: Spec, value: str, path: str) -> date:
    timed = spec.holds is Holds.TIME
    if not re.fullmatch(TIME_PATTERN if timed else DATE_PATTERN, value, re.ASCII):
        raise _must_be(path, _("a date such as {date}").format(date="2026-10-29T13:00:00" if timed else "2026-10-29"))
    try:
        found = datetime.fromisoformat(value) if timed else date.fromisoformat(value)
    except ValueError:
        raise wrong(path, _("The date does not exist: {value}.").format(value=value)) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise wrong(path, _("The year is not between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR))
    return found


def _must_be(path: str, what: str) -> CaseFileError:
    return wrong(path, _("It must be {what}.").format(what=what))


# -------------------------------------------------------------------------------------------------------------- bytes
def read_kept(kept: object, wanted: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes by digest; each is what its digest says, and some row holds it. Raises CaseFileError."""
    if not isinstance(kept, dict):
        raise _must_be("kept", "{ … }")
    found: dict[str, bytes] = {}
    for digest, text in kept.items():
        path = f"kept.{shown(digest)}"
        if digest not in wanted:
            raise wrong(path, _("Nothing in the case names it."))
        if not isinstance(text, str):
            raise _must_be(path, _("a text"))
        try:
            content = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise wrong(path, _("It is not base64.")) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise wrong(path, _("The content is not what was kept."))
        found[digest] = content
    return found
