"""When the disk says no: full, read-only, locked, gone, torn. Nothing is half stored, and memory is as it was."""
from __future__ import annotations

import contextlib
import ctypes
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.kept_maps import keep_map
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.adoption import adopt_plan
from borgerplan_desktop.casework.plan.goals import add_goal, delete_goal
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.network import Ring
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.store import audit
from borgerplan_desktop.store.engine import connect, open_existing
from borgerplan_desktop.store.errors import StoreTrouble, Trouble, WrongPassword, plain
from tests.archive import CHEAP, PASSWORD, Clock, picture


def trouble_of(act: Callable[[], object]) -> Trouble | None:
    try:
        act()
    except StoreTrouble as trouble:
        return trouble.kind
    return None


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded, closed store to copy: founding each time would take a second."""
    folder = tmp_path_factory.mktemp("begun") / "data"
    login.begin_archive(Location(folder, CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())[0].close()
    return folder


class Desk:
    def __init__(self, begun: Path, folder: Path) -> None:
        shutil.copytree(begun, folder)
        self.location = Location(folder, CHEAP)
        self.archive: Archive = login.unlock(self.location, "Eva Lind", PASSWORD, Clock())
        self.opened: OpenCase = receive(self.archive, Arrival("Marie"))
        self.goal: Goal = add_goal(self.opened, "bolig")

    def stored(self) -> dict[str, object]:
        return picture(self.archive.store.load(self.opened.id))

    def agrees(self) -> bool:
        return picture(self.opened.case) == self.stored()


@pytest.fixture
def desk(begun: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(begun, tmp_path / "data")
    yield desk
    desk.archive.close()


EDITS: list[Callable[[Desk], object]] = [
    lambda d: write(d.opened, d.goal, Goal.title, "x" * 90_000, "Typed"), lambda d: delete_goal(d.opened, d.goal),
    lambda d: add_goal(d.opened, "y" * 90_000), lambda d: d.opened.undo(),
    lambda d: receive(d.archive, Arrival("Ole")), lambda d: a_crowd_is_kept(d.opened),
    lambda d: adopt_plan(d.opened)]
NAMES = ["type", "delete", "add", "undo", "receive", "keep a map", "adopt"]


def a_crowd_is_kept(opened: OpenCase) -> None:
    """Forty people and the map of them, in one action."""
    with opened.action("Keep a map"):
        for number in range(40):
            add_private_person(opened, f"{number} " + "z" * 400, ring=Ring.CLOSE)
        keep_map(opened, "efter samtalen")


@pytest.mark.parametrize("edit", EDITS, ids=NAMES)
def test_a_full_disk(desk: Desk, edit: Callable[[Desk], object]) -> None:
    before = desk.stored()
    edit_needs_room = edit not in (EDITS[1], EDITS[3], EDITS[4])

    def no_room(connection, *_) -> None:  # type: ignore[no-untyped-def]
        connection.cursor().execute("PRAGMA max_page_count=1")         # = as many as there are

    event.listen(desk.archive.store.engine, "checkout", no_room)
    refused: Trouble | None = Trouble.DISK_FULL
    if edit_needs_room:
        with pytest.raises(StoreTrouble) as told:
            edit(desk)
        assert told.value.kind is Trouble.DISK_FULL
        assert desk.stored() == before
    else:                                                # small enough for the pages there are, or refused whole
        refused = trouble_of(lambda: edit(desk))
        assert refused in (None, Trouble.DISK_FULL)
    event.remove(desk.archive.store.engine, "checkout", no_room)
    assert desk.agrees()
    desk.archive.store.engine.dispose()
    if refused:
        edit(desk)                                       # there is room again
    assert desk.agrees()
    assert backup_and_restore.check(desk.archive).sound


@pytest.mark.parametrize("edit", EDITS, ids=NAMES)
def test_a_locked_file(desk: Desk, edit: Callable[[Desk], object]) -> None:
    before, done = desk.stored(), len(desk.opened.done)
    other = open_existing(desk.location.home.database, desk.archive.vault.key)
    with other.begin():
        with pytest.raises(StoreTrouble) as told:
            edit(desk)
        assert told.value.kind is Trouble.LOCKED
        assert desk.stored() == before                   # reading goes on
        assert len(desk.opened.done) == done
    other.dispose()
    assert desk.agrees()
    edit(desk)
    assert desk.agrees()


@pytest.fixture
def ordinary() -> Iterator[Path]:
    """A folder in which the file system may refuse something, as it never does to root."""
    folder = Path(tempfile.mkdtemp())
    above_the_rules = file_capabilities()
    if above_the_rules:
        file_capabilities(take=above_the_rules)
    try:
        yield folder
    finally:
        if above_the_rules:
            file_capabilities(give=above_the_rules)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        shutil.rmtree(folder)


def file_capabilities(take: int = 0, give: int = 0) -> int:
    """Which of root's rights to pass over file modes this thread has in force; taken away or given back (Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)                      # the version of the call; this thread
    data = (ctypes.c_uint32 * 6)()                                     # in force, allowed, inherited: low, then high
    if libc.capget(header, data):
        raise OSError(ctypes.get_errno(), "capget")
    in_force = data[0] & 0b110                                         # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    if take or give:
        data[0] = data[0] & ~take | give
        if libc.capset(header, data):
            raise OSError(ctypes.get_errno(), "capset")
    return in_force


def close_off(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o400)
    folder.chmod(0o500)


@pytest.mark.skipif(sys.platform != "linux", reason="rights as Linux has them")
def test_a_folder_that_became_read_only(ordinary: Path) -> None:
    login.begin_archive(Location(ordinary / "begun", CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())[0].close()
    desk = Desk(ordinary / "begun", ordinary / "data")
    before = desk.stored()
    desk.archive.store.engine.dispose()
    close_off(desk.location.folder)
    with pytest.raises(StoreTrouble) as told:
        write(desk.opened, desk.goal, Goal.title, "nyt", "Typed")
    assert told.value.kind in (Trouble.READ_ONLY, Trouble.GONE)        # SQLite cannot make its log
    assert desk.goal.title == "bolig"
    with pytest.raises(StoreTrouble):
        backup_and_restore.backup_now(desk.archive)
    with pytest.raises(StoreTrouble) as told:
        login.unlock(desk.location, "Eva Lind", PASSWORD, Clock())
    with pytest.raises((StoreTrouble, WrongPassword)):
        login.unlock(desk.location, "Eva Lind", "forkert og forkert igen", Clock())
    desk.location.folder.chmod(0o700)
    for path in desk.location.folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    write(desk.opened, desk.goal, Goal.title, "nyt", "Typed")
    assert desk.stored() != before
    assert desk.agrees()
    desk.archive.close()


@pytest.mark.skipif(sys.platform != "linux", reason="rights as Linux has them")
def test_a_folder_in_which_nothing_can_be_begun(ordinary: Path) -> None:
    ordinary.chmod(0o500)
    with pytest.raises(StoreTrouble) as told:
        login.begin_archive(Location(ordinary / "data", CHEAP), "Skovly", "Eva Lind", PASSWORD, Clock())
    assert told.value.kind is Trouble.READ_ONLY


@contextlib.contextmanager
def full_at(stop: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The disk is full when the file of this number (from 0) is to be put on it."""
    real, calls = os.fsync, iter(range(1000))

    def full(handle: int) -> None:
        if next(calls) == stop:
            raise OSError(28, "No space left on device")
        real(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        yield


def test_a_full_disk_at_every_write_of_the_first_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either all is begun, or it can be begun again."""
    stop = 0
    for stop in range(30):
        location = Location(tmp_path / str(stop), CHEAP)
        with full_at(stop, monkeypatch):
            trouble = trouble_of(lambda at=location: login.begin_archive(
                at, "Skovly", "Eva Lind", PASSWORD, Clock())[0].close())
        assert trouble in (None, Trouble.DISK_FULL)
        login.prepare(location)
        if not location.is_begun:
            login.begin_archive(location, "Skovly", "Eva Lind", PASSWORD, Clock())[0].close()
        login.unlock(location, "Eva Lind", PASSWORD, Clock()).close()
        if trouble is None:
            break
    assert stop > 3


def test_no_room_for_a_backup(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = 0
    for stop in range(30):
        with full_at(stop, monkeypatch):
            trouble = trouble_of(lambda: backup_and_restore.backup_now(desk.archive))
        assert trouble in (None, Trouble.DISK_FULL)
        assert not (desk.location.home.backups / ".making").exists()
        if trouble is None:
            break
    assert stop > 2
    assert len(backup_and_restore.backups(desk.location)) <= 2


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_a_real_limit_on_the_file(desk: Desk) -> None:
    """The operating system refuses to let the file grow, in a process of its own."""
    code = """
import resource, signal, sys
from pathlib import Path
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.model.plan import Goal
from borgerplan_desktop.store.errors import StoreTrouble
archive = login.unlock(Location(Path(sys.argv[1])), "Eva Lind", sys.argv[2])
opened = archive.open_case(archive.store.cases()[0])
resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sys.argv[1], "borgerplan.db").stat().st_size + 20_000,) * 2)
for n in range(100):
    try:
        add_goal(opened, f"{n} " + "x" * 9_000)
    except StoreTrouble as trouble:
        print(n, len(opened.case.all(Goal)), trouble.kind.name)
        break
"""
    desk.archive.store.engine.dispose()
    done = subprocess.run([sys.executable, "-c", code, str(desk.location.folder), PASSWORD], capture_output=True,
                          text=True, check=True)
    stored, in_memory, kind = done.stdout.split()
    assert kind in ("FAULT", "DISK_FULL")
    assert int(in_memory) == int(stored) + 1
    again = desk.archive.store.load(desk.opened.id)
    assert len(again.all(Goal)) == int(in_memory)
    assert backup_and_restore.check(desk.archive).sound


def test_a_folder_that_went_away(desk: Desk) -> None:
    desk.archive.store.engine.dispose()
    moved = desk.location.folder.with_name("elsewhere")
    desk.location.folder.rename(moved)
    with pytest.raises(StoreTrouble) as told:
        write(desk.opened, desk.goal, Goal.title, "nyt", "Typed")
    assert told.value.kind is Trouble.GONE
    assert desk.goal.title == "bolig"
    moved.rename(desk.location.folder)
    write(desk.opened, desk.goal, Goal.title, "nyt", "Typed")
    assert desk.agrees()


def test_a_torn_log_opens_as_before_or_after(desk: Desk, tmp_path: Path) -> None:
    """Cut anywhere, the write-ahead log gives the state after one of the commits, never a mixture."""
    states = []
    base = tmp_path / "image"
    desk.archive.store.engine.dispose()                    # the log is taken in
    held = connect(desk.location.home.database, desk.archive.vault.key)
    held.execute("SELECT count(*) FROM goal").fetchall()               # and stays while somebody has the file open
    for number in range(6):
        write(desk.opened, desk.goal, Goal.title, f"{number} " + "x" * (number * 3000), "Typed")
        states.append(desk.goal.title)
    states.insert(0, "bolig")
    shutil.copytree(desk.location.folder, base)
    held.close()
    log = (base / "borgerplan.db-wal").read_bytes()
    frame = 4096 + 24
    edges = [32 + n * frame + d for n in range((len(log) - 32) // frame + 1) for d in (-1, 0, 1)]
    chance = random.Random(9)
    reached = set()
    for cut in [*chance.sample(edges, 30), *(chance.randrange(len(log)) for _ in range(30)), len(log)]:
        torn = tmp_path / "torn"
        shutil.copytree(base, torn)
        (torn / "borgerplan.db-wal").write_bytes(log[:cut])
        (torn / "borgerplan.db-shm").unlink()
        engine = open_existing(torn / "borgerplan.db", desk.archive.vault.key)
        with engine.execution_options(read_only=True).connect() as conn:
            title = conn.exec_driver_sql("SELECT title FROM goal").scalar()
            assert audit.broken(conn) is None
            assert conn.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"
        engine.dispose()
        reached.add(states.index(title))
        shutil.rmtree(torn)
    assert {0, 6} <= reached
    assert len(reached) > 3


@pytest.mark.skipif(os.name == "nt", reason="forks")
def test_three_processes_write_at_once_and_the_chain_holds(desk: Desk) -> None:
    code = """
import sys
from pathlib import Path
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.login import Location
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.store.errors import StoreTrouble
archive = login.unlock(Location(Path(sys.argv[1])), "Eva Lind", sys.argv[2])
opened = archive.open_case(archive.store.cases()[0])
print("ready", flush=True)
sys.stdin.readline()
told = 0
for n in range(12):
    while True:
        try:
            add_goal(opened, f"{sys.argv[3]} {n}")
            break
        except Exception as error:
            told += 1
            assert type(error).__name__ in ("StoreTrouble", "Conflict"), error
print(told)
"""
    desk.archive.store.engine.dispose()
    children = [subprocess.Popen([sys.executable, "-c", code, str(desk.location.folder), PASSWORD, str(n)],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for n in range(3)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate(timeout=60)
        assert child.returncode == 0
    titles = sorted(goal.title for goal in desk.archive.store.load(desk.opened.id).all(Goal))
    assert titles == sorted(["bolig", *(f"{who} {n}" for who in range(3) for n in range(12))])
    report = backup_and_restore.check(desk.archive)
    assert report.sound


def test_damage_that_shows_while_somebody_works(desk: Desk) -> None:
    """The start of the file is sound, pages further on are not: trouble is told, and check finds it."""
    for number in range(40):
        add_goal(desk.opened, f"{number} " + "x" * 8000)
    desk.archive.store.engine.dispose()
    sound = desk.location.home.database.read_bytes()
    damaged = bytearray(sound)
    for page in range(len(sound) // 4096 - 60, len(sound) // 4096):
        damaged[page * 4096 + 100] ^= 1
    desk.location.home.database.write_bytes(damaged)
    told = []
    for act in (lambda: desk.archive.store.load(desk.opened.id), lambda: desk.archive.store.lines(),
                lambda: write(desk.opened, desk.goal, Goal.title, "nyt", "Typed")):
        told.append(trouble_of(act))
    assert Trouble.DAMAGED in told
    assert set(told) <= {Trouble.DAMAGED, None}
    assert not backup_and_restore.check(desk.archive).sound
    desk.archive.store.engine.dispose()
    desk.location.home.database.write_bytes(sound)


def test_what_is_our_own_mistake_stays_one() -> None:
    for error in (ValueError("x"), KeyError("x"), ZeroDivisionError()):
        assert plain(error) is None
