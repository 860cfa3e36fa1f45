"""The way in: the first start, logging in, the recovery code, and what the audit says of it."""
from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session import backup_and_restore, login
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.backup_and_restore import make_ready_here
from borgerplan_desktop.casework.session.login import (
    Location,
    Person,
    begin_archive,
    people,
    recover,
    shelter_name,
    unlock,
)
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.errors import (
    AlreadyBegun,
    DamagedBackup,
    DamagedKeys,
    DamagedStore,
    KeyTrouble,
    NetworkDrive,
    NewerSchema,
    StoreTrouble,
    TooSoon,
    UnknownUser,
    WeakPassword,
    WrongKey,
    WrongPassword,
)
from tests.archive import CHEAP, NOW, PASSWORD, Clock, brought_back


@dataclass(frozen=True)
class Template:
    """A founded, closed store to copy: founding each time would take long."""

    folder: Path
    who: str
    code: str


def begin(folder: Path) -> Template:
    archive, code = begin_archive(
        Location(folder, CHEAP), " Skovly  Herberg ", "Eva Lind", PASSWORD, Clock(), "kontaktperson")
    archive.close()
    return Template(folder, archive.who, code)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return begin(tmp_path_factory.mktemp("template") / "data")


class Begun:
    def __init__(self, template: Template, folder: Path) -> None:
        shutil.copytree(template.folder, folder)
        self.clock = Clock()
        self.location = Location(folder, CHEAP, self.clock.uptime)
        self.who, self.code = template.who, template.code
        self.archive = unlock(self.location, self.who, PASSWORD, self.clock)

    def again(self, password: str = PASSWORD) -> Archive:
        self.archive.close()
        self.archive = unlock(self.location, self.who, password, self.clock)
        return self.archive

    def said(self) -> list[tuple[Did, str, str]]:
        return [(line.did, line.action, line.purpose) for line in reversed(self.archive.store.lines())]


@pytest.fixture
def begun(template: Template, tmp_path: Path) -> Iterator[Begun]:
    begun = Begun(template, tmp_path / "data")
    yield begun
    begun.archive.close()


def test_the_first_start_makes_everything(begun: Begun) -> None:
    archive = begun.archive
    assert archive.name == "Skovly Herberg"
    assert archive.me is not None
    assert (archive.me.name, archive.me.title) == ("Eva Lind", "kontaktperson")
    assert people(begun.location) == [Person(begun.who, "Eva Lind", "kontaktperson")]
    assert shelter_name(begun.location) == "Skovly Herberg"
    assert begun.said()[:2] == [(Did.CHANGED, "Began with the program", ""), (Did.LOGGED_IN, "Logged in", "")]
    assert sorted(n for n in os.listdir(begun.location.folder) if not n.startswith((".", "borgerplan.db-"))) == [
        "anchor.json", "backups", "borgerplan.db", "keys.json"]
    assert backup_and_restore.check(archive).sound


def test_what_was_written_is_there_after_logging_in_again(begun: Begun) -> None:
    id = receive(begun.archive, Arrival("Marie Sommer")).id
    archive = begun.again()
    assert archive.open_case(id).case.the(Citizen).name == "Marie Sommer"
    assert begun.said()[-2:] == [(Did.LOGGED_IN, "Logged in", ""), (Did.OPENED, "Opened the case", "")]
    line = archive.store.lines()[0]
    assert (line.who, line.at) == (begun.who, NOW.astimezone(UTC))


def test_a_closed_archive_has_forgotten_the_key(begun: Begun) -> None:
    begun.archive.close()
    with pytest.raises(KeyTrouble):
        _ = begun.archive.vault.key
    with pytest.raises(KeyTrouble):
        begun.archive.store.lines()                        # and nobody who kept the store can open it again


def test_a_backup_that_is_made_while_somebody_locks_counts(begun: Begun) -> None:
    backup_and_restore.backup_now(begun.archive, lambda part: begun.archive.close() if part == 1.0 else None)
    assert len(backup_and_restore.backups(begun.location)) == 1
    assert begun.again().name == "Skovly Herberg"


@pytest.mark.parametrize(("shelter", "person", "field"), [
    ("  ", "Eva", "shelter"), ("Skovly", "\n", "name"), ("S" * 301, "Eva", "shelter"), ("Skovly", "E" * 301, "name")])
def test_a_name_is_needed(tmp_path: Path, shelter: str, person: str, field: str) -> None:
    with pytest.raises(Refused) as told:
        begin_archive(Location(tmp_path / "data", CHEAP), shelter, person, PASSWORD)
    assert told.value.field == field
    assert not (tmp_path / "data").exists()


def test_names_of_300_characters(tmp_path: Path) -> None:
    archive, _ = begin_archive(Location(tmp_path / "data", CHEAP), "<b>&" + "æ" * 296, "\U0001f600" * 300, PASSWORD,
                               Clock())
    assert len(archive.name) == 300
    archive.close()


def test_names_that_hide_something(tmp_path: Path) -> None:
    location = Location(tmp_path / "data", CHEAP)
    archive, _ = begin_archive(location, "Skovly\u202e\x00", "E\ud800va\r\n Lind", PASSWORD + "\ud800", Clock())
    assert archive.name == "Skovly"
    assert [person.name for person in people(location)] == ["Eva Lind"]
    archive.close()
    unlock(location, "Eva Lind", PASSWORD + "\ud800", Clock()).close()


def test_a_weak_password_makes_nothing(tmp_path: Path) -> None:
    for weak in ("kort", "Skovly Herberg 1"):
        with pytest.raises(WeakPassword):
            begin_archive(Location(tmp_path / "data", CHEAP), "Skovly Herberg", "Eva Lind", weak)
    assert not (tmp_path / "data").exists()


def test_a_store_that_is_there_is_never_founded_over(begun: Begun) -> None:
    with pytest.raises(AlreadyBegun):
        begin_archive(begun.location, "Another", "Somebody", PASSWORD, begun.clock)
    begun.archive.close()
    begun.location.home.keys.unlink()                       # also not when half of it is lost
    with pytest.raises(AlreadyBegun):
        begin_archive(begun.location, "Another", "Somebody", PASSWORD, begun.clock)


def test_a_first_start_that_a_crash_interrupts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace
    for stop in range(40):
        location, clock = Location(tmp_path / str(stop), CHEAP), Clock()
        calls = iter(range(1000))

        def dying(source: Path, target: Path, calls: Iterator[int] = calls, stop: int = stop) -> None:
            if next(calls) == stop:
                raise KeyboardInterrupt
            real(source, target)

        monkeypatch.setattr(os, "replace", dying)
        try:
            archive, _ = begin_archive(location, "Skovly", "Eva", PASSWORD, clock)
        except KeyboardInterrupt:
            monkeypatch.setattr(os, "replace", real)
            login.prepare(location)
            if location.is_begun:
                archive = unlock(location, "Eva", PASSWORD, clock)
                assert not login.code_is_away(archive)     # the code was never shown: a new one must be
            else:
                archive, _ = begin_archive(location, "Skovly", "Eva", PASSWORD, clock)
            archive.close()
        else:
            monkeypatch.setattr(os, "replace", real)
            archive.close()
            break
    else:
        pytest.fail("it never came to its end")
    assert stop > 3


def test_who_may_not_come_in(begun: Begun) -> None:
    begun.archive.close()
    with pytest.raises(UnknownUser):
        unlock(begun.location, "Ole", PASSWORD, begun.clock)
    for _ in range(3):
        with pytest.raises(WrongPassword):
            unlock(begun.location, begun.who, "forkert og forkert igen", begun.clock)
    with pytest.raises(TooSoon):
        unlock(begun.location, begun.who, PASSWORD, begun.clock)
    begun.clock.pass_(seconds=1)
    begun.again()
    assert begun.said()[-2:] == [(Did.LOGIN_FAILED, "Wrong password", "3"), (Did.LOGGED_IN, "Logged in", "")]
    begun.again()
    assert begun.said()[-2][1] == "Logged in"            # told once


def test_the_recovery_code_gives_a_new_password(begun: Begun) -> None:
    begun.archive.close()
    with pytest.raises(WrongPassword):
        login.check_code(begun.location, "0000-" * 8, begun.clock)
    login.check_code(begun.location, begun.code.lower(), begun.clock)
    with pytest.raises(WeakPassword):
        recover(begun.location, begun.code, begun.who, "kort", begun.clock)
    begun.archive = recover(begun.location, begun.code, begun.who, "noget helt nyt at huske", begun.clock)
    assert begun.said()[-1] == (Did.LOGGED_IN, "Logged in with the recovery code", "")
    begun.archive.close()
    with pytest.raises(WrongPassword):
        unlock(begun.location, begun.who, PASSWORD, begun.clock)
    begun.again("noget helt nyt at huske")


def test_the_code_is_replaced_and_put_away(begun: Begun) -> None:
    assert not login.code_is_away(begun.archive)
    new = login.replace_code(begun.archive)
    login.put_code_away(begun.archive)
    assert login.code_is_away(begun.again())
    with pytest.raises(WrongPassword):
        login.check_code(begun.location, begun.code, begun.clock)
    login.check_code(begun.location, new, begun.clock)


def test_what_is_wrong_with_the_files_is_told_apart(begun: Begun, tmp_path: Path) -> None:
    location = begun.location
    with begun.archive.store.engine.begin() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    begun.archive.close()
    with pytest.raises(NewerSchema):
        unlock(location, begun.who, PASSWORD, begun.clock)
    other = begin(tmp_path / "other")
    shutil.copyfile(other.folder / "borgerplan.db", location.home.database)
    with pytest.raises(WrongKey):
        unlock(location, begun.who, PASSWORD, begun.clock)
    location.home.database.write_bytes(b"rubbish")
    with pytest.raises(DamagedStore):
        unlock(location, begun.who, PASSWORD, begun.clock)
    location.home.database.unlink()
    with pytest.raises(DamagedStore):
        unlock(location, begun.who, PASSWORD, begun.clock)
    location.home.keys.write_bytes(b"rubbish")
    with pytest.raises(DamagedKeys):
        unlock(location, begun.who, PASSWORD, begun.clock)
    with pytest.raises(NetworkDrive):
        login.prepare(location, on_network=lambda _: True)


def test_a_backup_is_made_when_due_and_brings_back(begun: Begun) -> None:
    first = receive(begun.archive, Arrival("Marie Sommer")).id
    copy = backup_and_restore.backup_if_due(begun.archive)
    assert copy is not None
    assert copy.at == NOW.replace(microsecond=0)
    assert backup_and_restore.backup_if_due(begun.archive) is None
    second = receive(begun.archive, Arrival("Ole Vinter")).id
    begun.archive = brought_back(begun.archive, backup_and_restore.backups(begun.location)[0])
    assert [line.id for line in begun.archive.citizens()] == [first]
    assert second not in begun.archive.store.cases()
    assert begun.said()[-2:] == [
        (Did.UPKEEP, "Restored a backup", copy.name), (Did.LOGGED_IN, "Logged in", "")]
    assert backup_and_restore.check(begun.archive).sound
    aside = next((begun.location.folder / "set-aside").iterdir())
    assert (aside / "borgerplan.db").stat().st_size > 0


def test_a_damaged_backup_leaves_the_archive_open(begun: Begun) -> None:
    copy = backup_and_restore.backup_now(begun.archive)
    copy.backup.database.write_bytes(b"rubbish")
    with pytest.raises(DamagedBackup):
        brought_back(begun.archive, copy)
    receive(begun.archive, Arrival("Marie Sommer"))
    assert begun.said()[-1][1] == "Received the citizen"


def test_no_room_for_a_restore_leaves_the_archive_open(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backup_and_restore.backup_now(begun.archive)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("borgerplan_desktop.store.restore.copy_slowly", full)
    with pytest.raises(StoreTrouble):
        brought_back(begun.archive, copy)
    receive(begun.archive, Arrival("Marie Sommer"))
    assert not [n for n in os.listdir(begun.location.folder) if n.startswith(".restore")]


@pytest.mark.parametrize("lost", ["database", "keys", "both"])
def test_a_damaged_store_comes_back_from_the_login(begun: Begun, lost: str) -> None:
    receive(begun.archive, Arrival("Marie Sommer"))
    backup_and_restore.backup_now(begun.archive)
    begun.archive.close()
    if lost != "keys":
        begun.location.home.database.write_bytes(b"rubbish")
    if lost != "database":
        begun.location.home.keys.write_bytes(b"rubbish")
    copy = backup_and_restore.backups(begun.location)[0]
    assert [person.name for person in backup_and_restore.people_in(copy)] == ["Eva Lind"]
    with pytest.raises(WrongPassword):
        make_ready_here(begun.location, copy, "Eva Lind", "forkert og forkert igen", begun.clock).take_over()
    begun.archive = make_ready_here(begun.location, copy, "Eva Lind", PASSWORD, begun.clock).take_over()
    assert [line.name for line in begun.archive.citizens()] == ["Marie Sommer"]
    begun.again()


def test_a_person_who_came_after_the_backup_stays(begun: Begun) -> None:
    copy = backup_and_restore.backup_now(begun.archive)
    begun.archive.vault.keys.set_person("new", "Ole Ny", "vikar", "solen skinner på havnen", begun.archive.vault.key)
    begun.archive = brought_back(begun.archive, copy)
    begun.archive.close()
    begun.archive = unlock(begun.location, "Ole Ny", "solen skinner på havnen", begun.clock)
    assert begun.archive.me is not None
    assert begun.archive.me.title == "vikar"


def test_a_check_is_on_record(begun: Begun) -> None:
    assert backup_and_restore.check(begun.archive).sound
    assert begun.said()[-1] == (Did.UPKEEP, "Checked the archive", "")
    with begun.archive.store.engine.begin() as conn:
        conn.exec_driver_sql("UPDATE audit SET who = 'nobody' WHERE seq = 2")
    assert backup_and_restore.check(begun.archive).broken_line == 2
    assert begun.said()[-1] == (Did.UPKEEP, "Checked the archive", "something is wrong")


def test_one_window_on_a_place(begun: Begun) -> None:
    from borgerplan_desktop.store.errors import AlreadyOpen

    first, second = begun.location.window(), begun.location.window()
    first.take()
    with pytest.raises(AlreadyOpen):
        second.take()
    first.give_back()


def test_listing_people_loads_no_database(begun: Begun) -> None:
    import subprocess
    import sys

    code = ("import sys; from pathlib import Path\n"
            "from borgerplan_desktop.casework.session.location import Location, people\n"
            "assert [p.name for p in people(Location(Path(sys.argv[1])))] == ['Eva Lind']\n"
            "assert not {'sqlalchemy', 'sqlcipher3', 'argon2', 'cryptography'} & set(sys.modules)")
    subprocess.run([sys.executable, "-c", code, str(begun.location.folder)], check=True)


def test_logging_in_is_the_first_thing_a_new_process_does(begun: Begun) -> None:
    import subprocess
    import sys

    receive(begun.archive, Arrival("Marie Sommer"))
    code = ("import sys; from pathlib import Path\n"
            "from borgerplan_desktop.casework.session.login import Location, unlock\n"
            "archive = unlock(Location(Path(sys.argv[1])), 'Eva Lind', sys.argv[2])\n"
            "print(archive.name, archive.open_case(archive.store.cases()[0]).case.rows() != [])")
    done = subprocess.run([sys.executable, "-c", code, str(begun.location.folder), PASSWORD], check=True,
                          capture_output=True, text=True)
    assert done.stdout == "Skovly Herberg True\n"
