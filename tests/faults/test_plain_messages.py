"""What the system says in English never reaches a person, and what is told is what is the matter."""
from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from borgerplan_desktop import cli, terminal
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.casework.session.login_messages import sentence
from borgerplan_desktop.store.errors import DamagedInside, StoreError, StoreTrouble, Trouble, plain
from tests.archive import CHEAP, PASSWORD, Clock
from tests.faults.test_disk import file_capabilities
from tests.journeys.hands import Hands
from tests.window import Start, log_in

ENGLISH = ("Error", "No space", "denied", "disk I/O", "unable to", "malformed", "No such", "directory", "HMAC", "Errno")


def terminal_says(location: Location, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        cli.main([words[0], "--home", str(location.folder), "--user", "Eva Lind", *words[1:]])
    said = "".join(capsys.readouterr())
    assert not [word for word in ENGLISH if word in said], said
    return said


def test_a_damaged_page_of_the_archive_is_not_the_backups(location: Location,
                                                          capsys: pytest.CaptureFixture[str]) -> None:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    opened = receive(archive, Arrival("Jonas Bækgaard"))
    for number in range(30):
        add_goal(opened, f"{number} " + "x" * 8000)
    archive.close()
    content = bytearray(location.home.database.read_bytes())
    content[len(content) - 30 * 4096 + 100] ^= 1
    location.home.database.write_bytes(content)
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    with pytest.raises(DamagedInside) as told:
        backup_and_restore.backup_now(archive)
    archive.close()
    assert sentence(told.value, location).startswith("Noget i arkivet er beskadiget.")
    assert "Den nyeste gode sikkerhedskopi er fra" in sentence(told.value, location)
    assert "Noget i arkivet er beskadiget." in terminal_says(location, capsys, "backup")
    assert "Arkivet er beskadiget." in terminal_says(location, capsys, "check")


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_hardly_any_room(location: Location, tmp_path: Path, counted: Callable[[str], None],
                         monkeypatch: pytest.MonkeyPatch) -> None:
    """The file may not grow over a limit, whichever it is: each time it is trouble, and never a mistake of ours."""
    monkeypatch.setattr("borgerplan_desktop.casework.session.location.is_full", lambda _folder: True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    said: list[str] = []
    try:
        for limit in (0, 200, 3000, 5000, 16_000, 33_000, 60_000, 150_000, 300_000):
            for work in (_log_in, _back_up):
                tried = Location(tmp_path / f"{limit}{work.__name__}", CHEAP)
                shutil.copytree(location.folder, tried.folder)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
                try:
                    work(tried)
                except StoreError as error:
                    said.append(sentence(error, tried))
                finally:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    finally:
        signal.signal(signal.SIGXFSZ, before)
    assert len(said) > 8
    assert {text for text in said if not text.startswith("Disken er fuld.")} == set()
    counted(f"18 tries on a full disk: {len(said)} told as one")


def _log_in(location: Location) -> None:
    login.unlock(location, "Eva Lind", PASSWORD, Clock()).close()


def _back_up(location: Location) -> None:
    archive = login.unlock(location, "Eva Lind", PASSWORD, Clock())
    try:
        backup_and_restore.backup_now(archive)
    finally:
        archive.close()


@pytest.fixture
def others(shelter: Path) -> Iterator[Location]:
    """A folder that this user may not look into."""
    folder = Path(tempfile.mkdtemp()) / "data"
    shutil.copytree(shelter, folder)
    above_the_rules = file_capabilities()
    file_capabilities(take=above_the_rules)
    try:
        yield Location(folder, CHEAP)
    finally:
        file_capabilities(give=above_the_rules)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        shutil.rmtree(folder.parent)


@pytest.mark.skipif(sys.platform != "linux", reason="rights as Linux has them")
@pytest.mark.parametrize("closed", ["", "borgerplan.db", "keys.json"])
def test_what_somebody_else_owns(others: Location, closed: str, start: Start,
                                 capsys: pytest.CaptureFixture[str]) -> None:
    (others.folder / closed).chmod(0)
    for words in (["list"], ["check"], ["backup"]):
        assert "tilhører en anden på denne computer" in terminal_says(others, capsys, *words)
    program = start(others)
    hands = Hands(program.window)
    if hands.front() is not program.window:
        assert hands.sees("tilhører en anden på denne computer")
        hands.click("Luk")
    if closed == "borgerplan.db":
        log_in(hands)
    assert hands.sees("tilhører en anden på denne computer", within=program.window)
    assert program.login_flow.session is None
    assert not hands.sees("Alt, du har skrevet, er gemt")


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_the_systems_own_words_reach_nobody(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("borgerplan_desktop.casework.session.location.write_whole", refused)
    with pytest.raises(terminal.Plainly) as told:
        terminal.put(str(tmp_path / "plan.pdf"), b"x")
    assert os.strerror(number) not in str(told.value)
    error = plain(OSError(number, os.strerror(number)))
    assert error is not None
    assert os.strerror(number) not in sentence(error, Location(tmp_path))


@pytest.mark.parametrize("kind", list(Trouble))
def test_no_detail_reaches_a_person(kind: Trouble, tmp_path: Path) -> None:
    for location in (None, Location(tmp_path)):
        said = sentence(StoreTrouble(kind, "OperationalError: disk I/O error"), location)
        assert "I/O" not in said
        assert "Operational" not in said


def test_a_driver_that_gives_no_number_is_understood() -> None:
    """Its online copy says only words."""
    code = ("from sqlcipher3.dbapi2 import OperationalError\n"
            "from borgerplan_desktop.store.errors import plain\n"
            "print(plain(OperationalError('disk I/O error')).kind.name,"
            "plain(OperationalError('database or disk is full')).kind.name)")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["FAULT", "DISK_FULL"]
