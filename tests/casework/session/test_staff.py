"""Who works here: facts about the shelter, colleagues who come and leave, passwords."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.casework.refused import NotForYou, Refused
from borgerplan_desktop.casework.session import backup_and_restore, staff
from borgerplan_desktop.casework.session.login import (
    Archive,
    Location,
    begin_archive,
    demo,
    people,
    shelter_name,
    unlock,
)
from borgerplan_desktop.casework.session.staff import Facts
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store.errors import StoreTrouble, UnknownUser, WeakPassword, WrongPassword
from tests.archive import CHEAP, Clock, brought_back

MINE = "korrekt hest batteri klammer"
THEIRS = "solen skinner på havnen"


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path / "data", CHEAP)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed archive to copy: founding each time would take long."""
    folder = tmp_path_factory.mktemp("founded") / "data"
    begin_archive(Location(folder, CHEAP), "Skovly Herberg", "Eva Lind", MINE, Clock())[0].close()
    return folder


@pytest.fixture
def archive(founded: Path, location: Location) -> Iterator[Archive]:
    shutil.copytree(founded, location.folder)
    archive = unlock(location, "Eva Lind", MINE, Clock())
    yield archive
    archive.close()


def actions(archive: Archive) -> list[str]:
    return [line.action for line in reversed(archive.store.lines())]


def names(archive: Archive) -> list[str]:
    return [each.name for each in staff.colleagues(archive)]


def test_the_facts_are_written_and_on_record(archive: Archive, location: Location) -> None:
    new = Facts("  Havnegade\n Herberg ", "Havnegade 3\n5000 Odense C", "12 34 56 78", "hus@eksempel.dk", 12)
    staff.edit_shelter(archive, new)
    assert staff.facts(archive) == Facts("Havnegade Herberg", "Havnegade 3\n5000 Odense C", "12 34 56 78",
                                       "hus@eksempel.dk", 12)
    assert (archive.name, archive.lock_minutes) == (shelter_name(location), 12) == ("Havnegade Herberg", 12)
    assert actions(archive)[-1] == "Edited the shelter's facts"
    lines = len(actions(archive))
    staff.edit_shelter(archive, new)
    assert len(actions(archive)) == lines                  # nothing changed, nothing said


@pytest.mark.parametrize(("wrong", "field"), [
    (Facts(" "), "name"), (Facts("x" * 301), "name"), (Facts("S", "a" * 1001), "address"),
    (Facts("S", phone="1" * 301), "phone"), (Facts("S", lock_minutes=0), "lock_minutes"),
    (Facts("S", lock_minutes=61), "lock_minutes"), (Facts("S", meeting_lock_minutes=0), "meeting_lock_minutes"),
    (Facts("S", meeting_lock_minutes=241), "meeting_lock_minutes")])
def test_facts_that_cannot_be(archive: Archive, wrong: Facts, field: str) -> None:
    with pytest.raises(Refused) as told:
        staff.edit_shelter(archive, wrong)
    assert told.value.field == field
    assert archive.name == "Skovly Herberg"


def test_a_colleague_comes_and_can_log_in(archive: Archive, location: Location) -> None:
    ole = staff.add_colleague(archive, " Ole  Vinter ", "vikar", THEIRS)
    assert names(archive) == ["Eva Lind", "Ole Vinter"]
    assert actions(archive)[-1] == "Added a colleague"
    assert [each.name for each in people(location)] == ["Eva Lind", "Ole Vinter"]
    theirs = unlock(location, "Ole Vinter", THEIRS, Clock())
    assert theirs.who == ole.id
    assert theirs.me is not None
    assert theirs.me.title == "vikar"
    theirs.close()


@pytest.mark.parametrize("name", ["Eva Lind", " eva LIND", ""])
def test_a_name_that_is_taken_or_missing(archive: Archive, name: str) -> None:
    with pytest.raises(Refused) as told:
        staff.add_colleague(archive, name, "", THEIRS)
    assert told.value.field == "name"


def test_a_weak_password_adds_nobody(archive: Archive, location: Location) -> None:
    for weak in ("kort", "Skovly Herberg 12", "Ole Vinter 123456"):
        with pytest.raises(WeakPassword):
            staff.add_colleague(archive, "Ole Vinter", "", weak)
    assert names(archive) == ["Eva Lind"]
    assert len(people(location)) == 1


def test_a_full_disk_adds_nobody(archive: Archive, location: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreTrouble

    monkeypatch.setattr(archive.store, "commit", full)
    with pytest.raises(StoreTrouble):
        staff.add_colleague(archive, "Ole Vinter", "", THEIRS)
    assert names(archive) == ["Eva Lind"]
    assert len(people(location)) == 1


def test_a_colleague_gets_another_name_and_title(archive: Archive, location: Location) -> None:
    ole = staff.add_colleague(archive, "Ole Vinter", "", THEIRS)
    staff.rename_colleague(archive, ole.id, " Ole  Sommer ", "vikar")
    assert (ole.name, ole.title) == ("Ole Sommer", "vikar")
    assert actions(archive)[-1] == "Changed a colleague's name or title"
    assert [(each.name, each.title) for each in people(location)][1] == ("Ole Sommer", "vikar")
    unlock(location, "Ole Sommer", THEIRS, Clock()).close()
    staff.rename_colleague(archive, ole.id, "ole sommer", "vikar", may_coordinate=True)    # one's own is not taken
    assert ole.may_coordinate
    staff.rename_colleague(archive, ole.id, "ole sommer", "vikar")
    assert ole.may_coordinate                            # nobody said otherwise
    for wrong in ("", "eva lind"):
        with pytest.raises(Refused) as told:
            staff.rename_colleague(archive, ole.id, wrong, "")
        assert told.value.field == "name"


def test_the_first_one_is_a_contact_person(archive: Archive) -> None:
    assert archive.me is not None
    assert archive.me.title == "kontaktperson"


def test_the_password_is_changed(archive: Archive, location: Location) -> None:
    with pytest.raises(WrongPassword):
        staff.change_password(archive, "forkert og forkert igen", THEIRS)
    with pytest.raises(WeakPassword):
        staff.change_password(archive, MINE, "kort")
    staff.change_password(archive, MINE, THEIRS)
    assert actions(archive)[-1] == "Changed the password"
    with pytest.raises(WrongPassword):
        unlock(location, archive.who, MINE, Clock())
    unlock(location, archive.who, THEIRS, Clock()).close()


def test_a_colleague_leaves(archive: Archive, location: Location) -> None:
    ole = staff.add_colleague(archive, "Ole Vinter", "vikar", THEIRS)
    staff.retire_colleague(archive, ole.id)
    assert names(archive) == ["Eva Lind"]
    row = archive.shelter.case.get(StaffMember, ole.id)
    assert row is not None                               # what Ole did keeps Ole's name
    assert row.retired
    assert actions(archive)[-1] == "A colleague stopped"
    with pytest.raises(UnknownUser):
        unlock(location, "Ole Vinter", THEIRS, Clock())
    again = staff.add_colleague(archive, "Ole Vinter", "", THEIRS)
    assert again.id != ole.id


def test_old_keys_put_back_let_nobody_in_who_has_stopped(archive: Archive, location: Location) -> None:
    ole = staff.add_colleague(archive, "Ole Vinter", "vikar", THEIRS)
    old = location.home.keys.read_bytes()
    staff.retire_colleague(archive, ole.id)
    location.home.keys.write_bytes(old)
    with pytest.raises(NotForYou, match="ikke længere på listen over medarbejdere"):
        unlock(location, "Ole Vinter", THEIRS, Clock())
    unlock(location, "Eva Lind", MINE, Clock()).close()


def test_never_oneself_and_never_the_last(archive: Archive) -> None:
    with pytest.raises(Refused):
        staff.retire_colleague(archive, archive.who)
    ole = staff.add_colleague(archive, "Ole Vinter", "", THEIRS)
    archive.vault.keys.remove(archive.who)
    with pytest.raises(Refused):
        staff.retire_colleague(archive, ole.id)


def test_one_whom_a_backup_brought_back_gets_a_password_again(archive: Archive, location: Location) -> None:
    ole = staff.add_colleague(archive, "Ole Vinter", "vikar", THEIRS)
    copy = backup_and_restore.backup_now(archive)
    staff.retire_colleague(archive, ole.id)
    archive = brought_back(archive, copy)
    assert [(each.name, each.enters) for each in staff.colleagues(archive)] == [("Eva Lind", True), ("Ole Vinter",
                                                                                                     False)]
    assert staff.add_colleague(archive, "Ole Vinter", "nattevagt", THEIRS).id == ole.id
    assert [(each.title, each.enters) for each in staff.colleagues(archive)][1] == ("nattevagt", True)
    archive.close()


def test_the_demo_has_no_passwords() -> None:
    archive = demo(Clock())
    with pytest.raises(Refused):
        staff.add_colleague(archive, "Ole Vinter", "", THEIRS)
    with pytest.raises(Refused):
        staff.change_password(archive, MINE, THEIRS)
    staff.edit_shelter(archive, Facts("Et andet sted"))
    assert archive.name == "Et andet sted"
    archive.close()


def test_who_has_stopped_brings_no_backup_back(archive: Archive, location: Location) -> None:
    """Not even with the keys of before: neither from when they worked here, nor from after."""
    ole = staff.add_colleague(archive, "Ole Vinter", "nattevagt", THEIRS)
    backup_and_restore.backup_now(archive)
    keys = location.home.keys.read_bytes()
    staff.retire_colleague(archive, ole.id)
    backup_and_restore.backup_now(archive)
    archive.close()
    location.home.keys.write_bytes(keys)
    before = location.home.database.read_bytes()
    for copy in backup_and_restore.backups(location):
        with pytest.raises(NotForYou):
            backup_and_restore.make_ready_here(location, copy, "Ole Vinter", THEIRS, Clock())
    assert location.home.database.read_bytes() == before
    backup_and_restore.make_ready_here(location, None, "Eva Lind", MINE, Clock()).give_up()
