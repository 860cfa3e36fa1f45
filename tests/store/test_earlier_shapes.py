"""Archives and case files of every earlier shape open, and not a row of them is lost."""
from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from borgerplan_desktop.casework.course.coordination import is_asked
from borgerplan_desktop.casework.directory.sample import sample, take_sample_in
from borgerplan_desktop.casework.frame.frame import make_answer
from borgerplan_desktop.casework.frame.versions import approve, approved_pdf
from borgerplan_desktop.casework.plan.adoption import adopted_pdf
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.documents.case_file import FORMAT, read_case, write_case
from borgerplan_desktop.model.course import CoordinatorAssignment
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.framework import FrameAnswer, FrameQuestion
from borgerplan_desktop.model.kinds import KINDS
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.store.engine import open_existing
from borgerplan_desktop.store.errors import Cancelled, WrongPassword
from borgerplan_desktop.store.keys import Keys
from borgerplan_desktop.store.migrate import bring_up_to_date, revision
from borgerplan_desktop.store.migrations import HEAD
from borgerplan_desktop.store.progress import BACKED_UP, RESHAPED
from borgerplan_desktop.store.tables import table_of
from tests.archive import brought_back

DATA = Path(__file__).parents[1] / "data"
PERSON, PASSWORD = "Eva Lind", "en lang sætning om havet"
EARLIER = sorted(folder.name for folder in (DATA / "stores").iterdir())
FORMATS = [(path, number) for number in range(1, FORMAT) for path in (DATA / "cases").glob(f"format-{number}-*.json")]


@pytest.fixture(params=EARLIER)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Location:
    shutil.copytree(DATA / "stores" / request.param, tmp_path / "archive")
    return Location(tmp_path / "archive")


def counted(location: Location) -> dict[str, int]:
    key = Keys.load(location.home.keys).unlock(PERSON, PASSWORD).key
    engine = open_existing(location.home.database, key)
    try:
        with engine.connect() as conn:
            there = set(sa.inspect(conn).get_table_names())
            names = {kind.__tablename__ for kind in KINDS} & there | {"kept", "case_file", "search_entry"}
            return {name: conn.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in names}
    finally:
        engine.dispose()


def test_an_earlier_archive_opens_with_every_row(location: Location) -> None:
    before = counted(location)
    assert sum(before.values()) > 300
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        assert len(archive.citizens(closed=True)) == 2
        for line in archive.citizens(closed=True):
            opened = archive.open_case(line.id)
            version = current_plan(opened.case).adopted
            assert version is not None
            assert adopted_pdf(opened, version).startswith(b"%PDF")
    after = counted(location)
    assert after["search_entry"] >= before.pop("search_entry")       # more is searched than was then
    assert {name: after[name] for name in before} == before


def test_what_came_later_can_be_done_in_an_earlier_archive(location: Location) -> None:
    """The ready services, an answer of the frame and its approval, in an archive that knew no frame."""
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        shelter = archive.shelter
        take_sample_in(shelter)
        answer = make_answer(shelter, FrameQuestion.ACCESS)
        with shelter.action("Answer"):
            answer.text = "Alle har adgang"
        version = approve(shelter, shelter.today(), "Styregruppen")
        assert approved_pdf(shelter, version).startswith(b"%PDF")
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        assert {each.name for each in archive.shelter.case.all(Service)} >= {each["name"] for each in sample()}
        assert archive.shelter.case.the(FrameAnswer).text == "Alle har adgang"


def test_a_copy_from_before_it_was_brought_up_to_date_comes_back(location: Location) -> None:
    """Its lines are of the first shape, and vouched for once it is brought up to date again."""
    login.unlock(location, PERSON, PASSWORD).close()
    archive = login.unlock(location, PERSON, PASSWORD)
    with closing(brought_back(archive, backup_and_restore.backups(location)[-1])) as restored:
        assert backup_and_restore.check(restored).sound
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        assert backup_and_restore.check(archive).sound


def test_killed_after_it_was_brought_up_to_date(location: Location) -> None:
    """The anchor is still one of the first shape then, and is taken for what it is."""
    engine = open_existing(location.home.database, Keys.load(location.home.keys).unlock(PERSON, PASSWORD).key)
    bring_up_to_date(engine)
    engine.dispose()
    for _ in range(2):
        with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
            assert backup_and_restore.check(archive).sound


def test_there_is_an_archive_of_every_shape_before_this_one() -> None:
    assert [f"{number:04}" for number in range(1, int(HEAD))] == EARLIER


def test_what_a_new_column_says_in_an_earlier_archive(location: Location) -> None:
    """A column that came later has what the model takes where nothing is said."""
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        for line in archive.citizens(closed=True):
            for row in archive.open_case(line.id).case.rows():
                for column in table_of(type(row)).columns:
                    assert column.nullable or getattr(row, column.key) is not None, (type(row), column.key)


def test_what_was_written_before_is_found_in_every_spelling(location: Location) -> None:
    with closing(login.unlock(location, PERSON, PASSWORD)) as archive:
        with archive.store.reading.connect() as conn:
            words = {word for (text,) in conn.exec_driver_sql("SELECT text FROM search_entry") for word in text.split()
                     if word.isalpha() and word.lower().count("ø") == 1 and len(word) > 4}
        assert words
        for word in sorted(words)[:5]:
            for spelling in (word, word.replace("ø", "o").replace("Ø", "O"), word.replace("ø", "oe").upper()):
                assert any(word in hit.text for hit in archive.store.find(spelling, 500)), spelling


@pytest.mark.parametrize(("path", "number"), FORMATS)
def test_an_earlier_case_file_is_read_whole(path: Path, number: int) -> None:
    data = path.read_bytes()
    assert f'"version": {number}'.encode() in data[:200]
    file = read_case(data)
    told = json.loads(data)["case"]
    assert len(file.rows) == sum(map(len, told.values())) > 15
    assert len(read_case(write_case(file.case(), file.kept.get)).rows) == len(file.rows)


@pytest.mark.parametrize(("path", "number"), FORMATS)
def test_a_coordinator_of_an_earlier_case_file_has_taken_it_on(path: Path, number: int) -> None:
    case = read_case(path.read_bytes()).case()
    assert not [each for each in case.all(CoordinatorAssignment) if not each.temporary and is_asked(each)]


def test_there_is_a_case_file_of_every_earlier_format() -> None:
    assert {number for _, number in FORMATS} == set(range(1, FORMAT))


def test_bringing_an_archive_up_to_date_says_how_far_it_is_and_can_be_stopped(location: Location) -> None:
    def shape() -> str | None:
        engine = open_existing(location.home.database, Keys.load(location.home.keys).unlock(PERSON, PASSWORD).key)
        try:
            return revision(engine)
        finally:
            engine.dispose()

    def stops(share: float) -> None:
        if share > RESHAPED:
            raise Cancelled

    before = shape()
    with pytest.raises(WrongPassword):
        login.unlock(location, PERSON, "forkert", patient=False)
    with pytest.raises(login.TakesTime) as told:
        login.unlock(location, PERSON, PASSWORD, patient=False)
    assert shape() == before                             # nothing is done before somebody waits for it
    with pytest.raises(Cancelled):
        told.value.bring(stops)
    assert shape() == before                             # nor by half
    heard: list[float] = []
    told.value.bring(heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] < BACKED_UP < RESHAPED < heard[-1] <= 1
    assert len({login.bringing_words(share) for share in heard}) == 3
    with closing(told.value.enter()) as archive:
        assert archive.wrong_tries == 1                  # what went before is told all the same
        assert backup_and_restore.check(archive).sound
    with closing(login.unlock(location, PERSON, PASSWORD, patient=False)) as archive:
        assert len(archive.citizens(closed=True)) == 2
