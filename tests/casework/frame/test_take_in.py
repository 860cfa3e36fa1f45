"""A frame from a file: what is missing comes, what stands stays and is told, and it is one step."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from borgerplan_desktop.casework.frame.due import frame_due
from borgerplan_desktop.casework.frame.frame import answer_to, answered, begin_frame, framework, lines_of
from borgerplan_desktop.casework.frame.take_in import CaseFileError, look, read_frame, take_in
from borgerplan_desktop.casework.papers.demo_frame import fill_frame
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.house.frame_file import FORMAT, frame_schema, write_frame
from borgerplan_desktop.model.framework import (
    FrameAccess,
    FrameAnswer,
    FramePerson,
    FramePlan,
    FrameQuestion,
    Framework,
    InterpreterOption,
)
from borgerplan_desktop.store.store import Store
from tests.archive import new_archive, picture
from tests.casework.frame.made import a_frame, access, answer


@pytest.fixture
def file(archive: Archive) -> bytes:
    a_frame(archive.shelter)
    return write_frame(archive.shelter.case)


@pytest.fixture
def other(store: Store) -> Archive:
    """Another shelter, with nothing of a frame."""
    return new_archive(store)


def test_a_frame_goes_whole_into_another_shelter_and_away_again(file: bytes, other: Archive) -> None:
    shelter = other.shelter
    before = picture(shelter.case)
    taken = take_in(shelter, read_frame(file))
    assert not taken.differs
    assert len(shelter.done) == 1
    frame = framework(shelter.case)
    assert frame is not None
    assert frame.municipality == "Skovby Kommune"
    plan, = shelter.case.all(FramePlan)
    assert [each.who for each in plan.access] == ["Jobcenter", "Misbrugscenter"]
    assert [each.name for each in lines_of(shelter.case, FrameQuestion.CHANNELS_ACROSS)] == ["Sikker mail"]
    assert shelter.case.the(FramePerson).name == "Birgit Prøve"
    again = look(shelter.case, read_frame(file))
    assert again.is_nothing
    assert not again.differs
    assert again.same > 5
    shelter.undo()
    assert picture(shelter.case) == before


def test_what_stands_is_not_written_over_and_what_differs_is_told(file: bytes, other: Archive) -> None:
    shelter = other.shelter
    frame = begin_frame(shelter)
    answer(shelter, FrameQuestion.TARGET_GROUP, "Kun unge.")
    with shelter.action("x"):
        frame.municipality = "Havneby Kommune"
        shelter.case.add(InterpreterOption(language="Grønlandsk", name="tolkegruppen", phone="99 99 99 99"))
    access(shelter, "§ 141-handleplan", "Jobcenter")
    taken = take_in(shelter, read_frame(file))
    kept = answer_to(shelter.case, FrameQuestion.TARGET_GROUP)
    assert kept is not None
    assert kept.text == "Kun unge."
    assert frame.municipality == "Havneby Kommune"
    option, = shelter.case.all(InterpreterOption)
    assert (option.phone, option.how, option.notice) == ("99 99 99 99", "telefon", "2 dage før")     # what was empty
    assert [each.who for each in shelter.case.all(FrameAccess)] == ["Jobcenter", "Misbrugscenter"]
    told = "\n".join(each.words for each in taken.differs)
    for words in ("Kun unge.", "Voksne uden bolig.", "Havneby Kommune", "99 99 99 99"):
        assert words in told, words


def test_a_cpr_number_in_a_frame_of_somebodys_does_not_come_in(file: bytes, other: Archive) -> None:
    said = json.loads(file)
    said["frame"]["frame_answer"][0]["text"] = "Ring om 010170-1234 først"
    said["frame"]["frame_plan"][0]["name"] = "Plan 0101701234"
    said["coordinators"] = ["Birgit 010170 1234"]
    read = read_frame(json.dumps(said).encode())
    take_in(other.shelter, read)
    kept = str([each.values() for each in other.shelter.case.rows()]) + str(read.coordinators)
    assert "Ring om 010170-•••• først" in kept
    assert "-1234" not in kept
    assert kept.count("••••") == 3


def test_looking_changes_nothing(file: bytes, other: Archive) -> None:
    before = picture(other.shelter.case)
    assert len(look(other.shelter.case, read_frame(file)).new) >= 8
    assert picture(other.shelter.case) == before


def _frame(said: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = said["frame"]
    return found


HOSTILE: dict[str, Callable[[dict[str, Any]], object]] = {
    "another format": lambda said: said.update(format="borgerplan-case"),
    "no version": lambda said: said.update(version="1"),
    "a stranger's field": lambda said: said.update(kept={}),
    "an unknown kind": lambda said: _frame(said).update(citizen=[]),
    "an unknown field": lambda said: _frame(said)["frame_answer"][0].update(html="<b>"),
    "an unknown question": lambda said: _frame(said)["frame_answer"][0].update(question="salary"),
    "an answer twice": lambda said: _frame(said)["frame_answer"].append(
        {**_frame(said)["frame_answer"][0], "id": "another"}),
    "two frames": lambda said: _frame(said)["framework"].append({**_frame(said)["framework"][0], "id": "another"}),
    "a plan that is not there": lambda said: _frame(said)["frame_access"][0].update(plan_id="nowhere"),
    "somebody of a register": lambda said: _frame(said)["frame_person"][0].update(staff_id="eva"),
    "a text without end": lambda said: _frame(said)["frame_answer"][0].update(text="a" * 100_001),
    "an impossible day": lambda said: _frame(said)["framework"][0].update(next_on="2026-02-30"),
    "coordinators that are none": lambda said: said.update(coordinators=[{"name": "Eva"}]),
    "no frame": lambda said: said.pop("frame"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_was_changed_is_refused_and_nothing_comes_in(file: bytes, name: str) -> None:
    said = json.loads(file)
    HOSTILE[name](said)
    with pytest.raises(CaseFileError) as error:
        read_frame(json.dumps(said).encode())
    assert error.value.sentence
    assert "Traceback" not in error.value.sentence


def test_a_file_cut_off_a_newer_one_and_what_is_none_are_refused(file: bytes) -> None:
    for data in (file[:len(file) // 2], b"", b"\xff\xfe", b"[" * 200_000, b"[]", b"null"):
        with pytest.raises(CaseFileError):
            read_frame(data)
    newer = json.loads(file)
    newer["version"] = FORMAT + 1
    with pytest.raises(CaseFileError) as error:
        read_frame(json.dumps(newer).encode())
    assert error.value.newer


def test_the_schema_fits_the_file(file: bytes) -> None:
    schema, said = frame_schema(), json.loads(file)
    assert said.keys() <= schema["properties"].keys()
    for table, rows in said["frame"].items():
        for row in rows:
            assert row.keys() <= schema["$defs"][table]["properties"].keys()
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(said, schema)


def test_the_frame_of_the_demo_is_taken_in_whole(archive: Archive) -> None:
    fill_frame(archive.shelter)
    assert archive.shelter.done == []
    assert answered(archive.shelter.case)[0] > 12
    frame = framework(archive.shelter.case)
    assert frame is not None
    assert frame.next_on is not None
    assert frame.next_on > archive.today()
    assert frame_due(archive.shelter.case, archive.today(), archive.who) is None


def test_the_same_frame_gives_the_same_bytes_and_keeps_every_word(archive: Archive, file: bytes) -> None:
    assert write_frame(archive.shelter.case) == file
    rows = read_frame(file).case()
    assert {each.text for each in rows.all(FrameAnswer)} == {
        each.text for each in archive.shelter.case.all(FrameAnswer)}
    assert rows.the(Framework).next_on == archive.shelter.case.the(Framework).next_on
