"""The case file: lossless there and back, and strict with what somebody else has written."""
from __future__ import annotations

import base64
import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from borgerplan_desktop.documents.case_file import CaseFile, CaseFileError, json_schema, read_case, write_case
from borgerplan_desktop.documents.case_reading import MOST_BYTES
from borgerplan_desktop.documents.case_schema import FORMAT, specs
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.case_kinds import CITIZEN
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.plan import Plan
from borgerplan_desktop.model.row import LONG
from tests.documents.random_cases import case_files, picture

HERBERG = Path(__file__).parent.parent / "data" / "cases" / "herberg.json"
SCHEMA = jsonschema.Draft202012Validator(json_schema())


@pytest.fixture
def case() -> dict[str, Any]:
    """The example case as JSON values, to be spoilt."""
    return json.loads(HERBERG.read_bytes())


def _bytes(value: object) -> bytes:
    return json.dumps(value).encode()


def refused(value: object) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        read_case(value if isinstance(value, bytes) else _bytes(value))
    return caught.value


# ------------------------------------------------------------------------------------------------------ there and back
@given(case_files())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_case_comes_back_as_it_was(file: CaseFile) -> None:
    was, knew = picture(file.rows), picture(file.register)
    data = write_case(file.case(), file.kept.get)
    back = read_case(data)
    assert picture(back.rows) == was
    assert picture(back.register) == knew
    assert (back.id, back.kept) == (file.id, file.kept)
    assert write_case(back.case(), back.kept.get) == data
    said = json.loads(data)
    SCHEMA.validate(said)
    assert data.decode() == json.dumps(said, ensure_ascii=False, indent=1) + "\n"      # for who opens it in an editor


def test_the_example_file_is_written_as_we_write(case: dict[str, Any]) -> None:
    ours = json.loads(write_case(read_case(HERBERG.read_bytes()).case()))
    for part in ("case", "register"):
        assert list(ours[part]) == list(case[part])
        for table, rows in ours[part].items():
            for row, theirs in zip(rows, case[part][table], strict=True):
                for later in row.keys() - theirs.keys():  # a field that came after the example was written
                    del row[later]
    assert (json.dumps(ours, ensure_ascii=False, indent=1) + "\n").encode() == HERBERG.read_bytes()
    SCHEMA.validate(case)
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_example_is_the_course_of_the_seed() -> None:
    file = read_case(HERBERG.read_bytes())
    kinds = {type(row).__tablename__ for row in file.rows}
    empty = {kind.__tablename__ for kind in CITIZEN.in_files} - kinds
    assert empty == {"delivery", "document", "draft", "merged_case", "merged_field", "plan_version",
                     "meeting_edition", "edition_point",
                     "kept_map", "kept_place", "kept_tie", "standing_appointment", "support",
                     "consent_narrowing", "passage", "habit", "intervention_review", "follow_up_day", "plan_approval",
                     "after_care", "after_care_call", "clip_used", "leaving_tick", "relapse_sign"}, "and the end of it"
    plans = [row.kind.value for row in file.rows if type(row).__tablename__ == "earlier_plan"]  # type: ignore[attr-defined]
    assert sorted(plans) == ["authority", "compass", "job", "stay", "treatment"]
    people = {row.organisation for row in file.register if type(row).__tablename__ == "professional"}  # type: ignore[attr-defined]
    assert people >= {"Hjemløseenheden", "Rusmiddelenheden", "Psykiatrisk Gadeplansteam", "Beskæftigelsesforvaltningen"}


def test_fields_left_out_take_their_default(case: dict[str, Any]) -> None:
    for rows in case["case"].values():
        for row in rows:
            row.pop("note", None)
    file = read_case(_bytes(case))
    assert all(getattr(row, "note", "") == "" for row in file.rows)
    SCHEMA.validate(case)


def test_a_byte_order_mark_of_an_editor_is_no_trouble() -> None:
    assert read_case(b"\xef\xbb\xbf" + HERBERG.read_bytes()).id


def test_hidden_characters_are_tidied_as_when_typed(case: dict[str, Any]) -> None:
    case["case"]["goal"][0]["title"] = "Min\u202e egen\x00 dør\ud800"
    goal = next(row for row in read_case(_bytes(case)).rows if row.id == case["case"]["goal"][0]["id"])
    assert goal.title == "Min egen dør"  # type: ignore[attr-defined]


def test_line_breaks_of_other_programs_are_line_breaks_and_a_name_is_one_line(case: dict[str, Any]) -> None:
    case["case"]["plan"][0]["situation"] = "Første linje fra Word\x0banden linje\u2028tredje linje"
    case["case"]["citizen"][0]["name"] = "Bo\nLinjeskift"
    rows = read_case(_bytes(case)).rows
    assert [row.situation for row in rows if isinstance(row, Plan)] == [
        "Første linje fra Word\nanden linje\ntredje linje"]
    assert [row.name for row in rows if isinstance(row, Citizen)] == ["Bo Linjeskift"]


# ------------------------------------------------------------------------------------------------------------- refused
def _adopted(*numbers: int) -> Callable[[dict[str, Any]], object]:
    return lambda case: case["case"].__setitem__("plan_version", [
        {"id": f"version-{at}", "number": number, "adopted_on": "2026-10-01", "plan_id": case["case"]["plan"][0]["id"]}
        for at, number in enumerate(numbers)])


def _goal(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda case: case["case"]["goal"][1].__setitem__(name, value)


SPOILT: list[tuple[str, Callable[[dict[str, Any]], object], bool]] = [
    # (place, how, whether the schema says no too)
    ("goal[1].deadline", _goal("deadline", "2026-02-30"), False),
    ("goal[1].deadline", _goal("deadline", "20260228"), True),
    ("goal[1].deadline", _goal("deadline", "0001-01-01"), False),
    ("goal[1].deadline", _goal("deadline", 20260228), True),
    ("goal[1].status", _goal("status", "gone"), True),
    ("goal[1].status", _goal("status", None), True),
    ("goal[1].place", _goal("place", "1"), True),
    ("goal[1].place", _goal("place", True), True),
    ("goal[1].title", _goal("title", None), True),
    ("goal[1].title", _goal("title", ["a"]), True),
    ("goal[1].title", _goal("title", "x" * (LONG + 1)), True),
    ("goal[1].id", _goal("id", "../../etc/passwd"), True),
    ("goal[1].id", _goal("id", None), True),
    ("goal[1].colour", _goal("colour", "red"), True),
    ("goal[1].responsible_id", _goal("responsible_id", "nobody"), False),
    ("goal[1].plan_id", _goal("plan_id", None), True),
    ("goal[1].plan_id", lambda case: case["case"]["goal"][1].pop("plan_id"), True),
    ("goal[1].id", lambda case: _goal("id", case["case"]["goal"][0]["id"])(case), False),
    ("goal[1]", lambda case: case["case"]["goal"].__setitem__(1, "x"), True),
    ("goal", lambda case: case["case"].__setitem__("goal", {}), True),
    ("dragon", lambda case: case["case"].__setitem__("dragon", []), True),
    ("staff_member", lambda case: case["case"].__setitem__("staff_member", []), True),
    ("case", lambda case: case.pop("case"), True),
    ("case", lambda case: case.__setitem__("case", []), True),
    ("plan", lambda case: case["case"].__setitem__("plan", []), False),
    ("citizen[0].id", lambda case: case.__setitem__("id", "somebody-else"), False),
    ("citizen[0].cpr", lambda case: case["case"]["citizen"][0].__setitem__("cpr", "3102801234"), False),
    ("network_member", lambda case: case["case"]["network_member"][0].__setitem__("kind", "private"), False),
    ("id", lambda case: case.__setitem__("id", 7), True),
    ("format", lambda case: case.__setitem__("format", "borgerplan-bundle"), True),
    ("version", lambda case: case.__setitem__("version", FORMAT + 1), True),
    ("version", lambda case: case.__setitem__("version", "1"), True),
    ("secret", lambda case: case.__setitem__("secret", 1), True),
    ("professional[0]", lambda case: case["case"]["network_member"].__setitem__(
        slice(None), [{**m, "professional_id": None} for m in case["case"]["network_member"]]), False),
    ("citizen[0].contact_person_id", lambda case: case["register"].__setitem__("staff_member", []), False),
    ("shelter[1]", lambda case: case["register"]["shelter"].append(case["register"]["shelter"][0]), True),
    ("plan_version[0].number", _adopted(0), False),
    ("plan_version[1].number", _adopted(1, -1), False),
    ("plan_version[2].number", _adopted(1, 2, 2), False),
    ("kept", lambda case: case.__setitem__("kept", []), True),
    ("kept.x", lambda case: case.__setitem__("kept", {"x": ""}), True),
]


@pytest.mark.parametrize(("place", "spoil", "by_schema"), SPOILT, ids=[f"{n}-{s[0]}" for n, s in enumerate(SPOILT)])
def test_what_is_wrong_is_refused_with_its_place(place: str, spoil: Callable[[dict[str, Any]], object],
                                                 by_schema: bool, case: dict[str, Any]) -> None:
    spoil(case)
    error = refused(case)
    assert error.path == place
    assert SCHEMA.is_valid(case) is not by_schema
    happened, safe, _now, where = error.told
    assert happened
    assert safe == _("Nothing has been taken in.")
    assert place in where


def test_a_newer_format_asks_for_a_newer_program(case: dict[str, Any]) -> None:
    case["version"] = FORMAT + 1
    assert refused(case).told[2] == _("Update the program on this computer.")


def test_kept_bytes_must_be_what_their_digest_says(case: dict[str, Any]) -> None:
    digest = "ab" * 32
    case["case"]["earlier_plan"][0]["file_digest"] = digest
    case["kept"] = {digest: base64.b64encode(b"changed").decode()}
    assert refused(case).path == f"kept.{digest}"
    case["kept"] = {digest: "not base64 æ"}
    assert refused(case).path == f"kept.{digest}"


HOSTILE: list[tuple[str, bytes]] = [
    ("empty", b""), ("no JSON", b"PK\x03\x04"), ("no text", b"\xff\xfe\x00"), ("cut", HERBERG.read_bytes()[:-40]),
    ("deep", b"[" * 100_000 + b"]" * 100_000), ("deep objects", b'{"a":' * 90_000 + b"1" + b"}" * 90_000),
    ("huge number", b'{"version": ' + b"9" * 1_000_000 + b"}"), ("not a number", b'{"version": NaN}'),
    ("infinite", b'{"version": 1e999}'), ("minus infinity", b'{"version": -Infinity}'),
    ("twice", b'{"format": "borgerplan-case", "format": "x"}'), ("a list", b"[]"), ("null", b"null"),
    ("surrogate key", b'{"\\ud800": 1, "format": "borgerplan-case", "version": 1}'),
    ("surrogate id", b'{"format": "borgerplan-case", "version": 1, "id": "\\ud800", "case": {}}'),
    ("a million rows", b'{"format":"borgerplan-case","version":1,"id":"a","case":{"goal":[' + b"{}," * 1_000_000
     + b"{}]}}"),
    ("a million numbers", b"[" + b"1," * 10_000_000 + b"1]"),
    ("a hundred thousand rows", b'{"format":"borgerplan-case","version":1,"id":"a","case":{"goal":[' + b"{}," * 100_000
     + b"{}]}}"),
    ("too large", b" " * (MOST_BYTES + 1)), ("digits of other scripts",
     HERBERG.read_bytes().replace(b"2026-10-05", "२०२६-१०-०५".encode())),
]


@pytest.mark.parametrize("content", [h[1] for h in HOSTILE], ids=[h[0] for h in HOSTILE])
def test_hostile_files_are_refused_at_once(content: bytes) -> None:
    began = time.process_time()
    error = refused(content)
    assert time.process_time() - began < 3
    error.sentence.encode()                              # can be shown


def test_two_thousand_mutations_are_refused_or_equal(case: dict[str, Any]) -> None:
    rng, data = random.Random(1123), HERBERG.read_bytes()
    began, read, told = time.process_time(), 0, set[str]()
    for number in range(2_000):
        spoilt = _spoil_bytes(rng, data) if number % 4 == 0 else _spoil_value(rng, data)
        try:
            file = read_case(spoilt)
        except CaseFileError as error:
            told.add(error.sentence)
            continue
        read += 1                                        # a letter of a text, a digit of a date: a case like any other
        again = write_case(file.case(), file.kept.get)
        assert picture(read_case(again).rows) == picture(file.rows)
    assert 0 < read < 1_600
    assert len(told) > 100
    assert all(told)
    assert time.process_time() - began < 90


def _spoil_bytes(rng: random.Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return rng.choice([
        data[:at] + bytes([rng.randrange(256)]) + data[at + 1:],
        data[:at] + data[at + rng.randrange(1, 50):],
        data[:at],
        data[:at] + data[at:at + 40] + data[at:],
    ])


WEIRD: list[object] = [None, True, 0, -1, 1.5, 10**30, "", "x", "2026-13-01", [], {}, [[]], "9" * 5_000, "\ud800"]


def _spoil_value(rng: random.Random, data: bytes) -> bytes:
    """Another value, another key, or one thing gone, somewhere in the file."""
    value = json.loads(data)
    there: Any = value
    while True:
        keys = list(there) if isinstance(there, dict) else range(len(there))
        key = rng.choice(list(keys))
        if not isinstance(there[key], dict | list) or not there[key] or rng.random() < .1:
            break
        there = there[key]
    match rng.randrange(4):
        case 0 if isinstance(there, dict):
            there[rng.choice(["", "x", "id", "case_id", "rev", "__class__"])] = there.pop(key)
        case 1:
            del there[key]
        case _:
            there[key] = rng.choice(WEIRD)
    return json.dumps(value).encode()


def test_every_kind_says_what_each_field_holds() -> None:
    for kind in CITIZEN.rows:
        assert specs(kind), kind
