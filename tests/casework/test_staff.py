"""Who works here: facts about the shelter, colleagues who come and leave, passwords."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerplan_desktop.casework import keeping, staff
from borgerplan_desktop.casework.entry import House, Place, demo, found, people, shelter_name, unlock
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.staff import Facts
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.store.errors import StoreTrouble, UnknownUser, WeakPassword, WrongPassword
from tests.house import CHEAP, Clock, brought_back

MINE = "korrekt hest batteri klammer"
THEIRS = "solen skinner på havnen"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "data", CHEAP)


@pytest.fixture
def house(place: Place) -> Iterator[House]:
    house, _ = found(place, "Skovly Herberg", "Eva Lind", MINE, Clock())
    yield house
    house.close()


def actions(house: House) -> list[str]:
    return [line.action for line in reversed(house.store.lines())]


def names(house: House) -> list[str]:
    return [each.name for each in staff.colleagues(house)]


def test_the_facts_are_written_and_on_record(house: House, place: Place) -> None:
    new = Facts("  Havnegade\n Herberg ", "Havnegade 3\n5000 Odense C", "12 34 56 78", "hus@eksempel.dk", 12)
    staff.edit_shelter(house, new)
    assert staff.facts(house) == Facts("Havnegade Herberg", "Havnegade 3\n5000 Odense C", "12 34 56 78",
                                       "hus@eksempel.dk", 12)
    assert (house.name, house.lock_minutes, shelter_name(place)) == ("Havnegade Herberg", 12, "Havnegade Herberg")
    assert actions(house)[-1] == "Edited the shelter's facts"
    lines = len(actions(house))
    staff.edit_shelter(house, new)
    assert len(actions(house)) == lines                  # nothing changed, nothing said


@pytest.mark.parametrize(("wrong", "field"), [
    (Facts(" "), "name"), (Facts("x" * 301), "name"), (Facts("S", "a" * 1001), "address"),
    (Facts("S", phone="1" * 301), "phone"), (Facts("S", lock_minutes=0), "lock_minutes"),
    (Facts("S", lock_minutes=61), "lock_minutes"), (Facts("S", meeting_lock_minutes=0), "meeting_lock_minutes"),
    (Facts("S", meeting_lock_minutes=241), "meeting_lock_minutes")])
def test_facts_that_cannot_be(house: House, wrong: Facts, field: str) -> None:
    with pytest.raises(Refused) as told:
        staff.edit_shelter(house, wrong)
    assert told.value.field == field
    assert house.name == "Skovly Herberg"


def test_a_colleague_comes_and_can_log_in(house: House, place: Place) -> None:
    ole = staff.add_colleague(house, " Ole  Vinter ", "vikar", THEIRS)
    assert names(house) == ["Eva Lind", "Ole Vinter"]
    assert actions(house)[-1] == "Added a colleague"
    assert [each.name for each in people(place)] == ["Eva Lind", "Ole Vinter"]
    theirs = unlock(place, "Ole Vinter", THEIRS, Clock())
    assert theirs.who == ole.id
    assert theirs.me is not None
    assert theirs.me.title == "vikar"
    theirs.close()


@pytest.mark.parametrize("name", ["Eva Lind", " eva LIND", ""])
def test_a_name_that_is_taken_or_missing(house: House, name: str) -> None:
    with pytest.raises(Refused) as told:
        staff.add_colleague(house, name, "", THEIRS)
    assert told.value.field == "name"


def test_a_weak_password_adds_nobody(house: House, place: Place) -> None:
    for weak in ("kort", "Skovly Herberg 12", "Ole Vinter 123456"):
        with pytest.raises(WeakPassword):
            staff.add_colleague(house, "Ole Vinter", "", weak)
    assert names(house) == ["Eva Lind"]
    assert len(people(place)) == 1


def test_a_full_disk_adds_nobody(house: House, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreTrouble

    monkeypatch.setattr(house.store, "commit", full)
    with pytest.raises(StoreTrouble):
        staff.add_colleague(house, "Ole Vinter", "", THEIRS)
    assert names(house) == ["Eva Lind"]
    assert len(people(place)) == 1


def test_a_colleague_gets_another_name_and_title(house: House, place: Place) -> None:
    ole = staff.add_colleague(house, "Ole Vinter", "", THEIRS)
    staff.rename_colleague(house, ole.id, " Ole  Sommer ", "vikar")
    assert (ole.name, ole.title) == ("Ole Sommer", "vikar")
    assert actions(house)[-1] == "Changed a colleague's name or title"
    assert [(each.name, each.title) for each in people(place)][1] == ("Ole Sommer", "vikar")
    unlock(place, "Ole Sommer", THEIRS, Clock()).close()
    staff.rename_colleague(house, ole.id, "ole sommer", "vikar")          # one's own name is not taken
    for wrong in ("", "eva lind"):
        with pytest.raises(Refused) as told:
            staff.rename_colleague(house, ole.id, wrong, "")
        assert told.value.field == "name"


def test_the_first_one_is_a_contact_person(house: House) -> None:
    assert house.me is not None
    assert house.me.title == "kontaktperson"


def test_the_password_is_changed(house: House, place: Place) -> None:
    with pytest.raises(WrongPassword):
        staff.change_password(house, "forkert og forkert igen", THEIRS)
    with pytest.raises(WeakPassword):
        staff.change_password(house, MINE, "kort")
    staff.change_password(house, MINE, THEIRS)
    assert actions(house)[-1] == "Changed the password"
    with pytest.raises(WrongPassword):
        unlock(place, house.who, MINE, Clock())
    unlock(place, house.who, THEIRS, Clock()).close()


def test_a_colleague_leaves(house: House, place: Place) -> None:
    ole = staff.add_colleague(house, "Ole Vinter", "vikar", THEIRS)
    staff.retire_colleague(house, ole.id)
    assert names(house) == ["Eva Lind"]
    row = house.shelter.case.get(StaffMember, ole.id)
    assert row is not None                               # what Ole did keeps Ole's name
    assert row.retired
    assert actions(house)[-1] == "A colleague stopped"
    with pytest.raises(UnknownUser):
        unlock(place, "Ole Vinter", THEIRS, Clock())
    again = staff.add_colleague(house, "Ole Vinter", "", THEIRS)
    assert again.id != ole.id


def test_never_oneself_and_never_the_last(house: House) -> None:
    with pytest.raises(Refused):
        staff.retire_colleague(house, house.who)
    ole = staff.add_colleague(house, "Ole Vinter", "", THEIRS)
    house.vault.keys.remove(house.who)
    with pytest.raises(Refused):
        staff.retire_colleague(house, ole.id)


def test_one_whom_a_backup_brought_back_gets_a_password_again(house: House, place: Place) -> None:
    ole = staff.add_colleague(house, "Ole Vinter", "vikar", THEIRS)
    copy = keeping.backup_now(house)
    staff.retire_colleague(house, ole.id)
    house = brought_back(house, copy)
    assert [(each.name, each.enters) for each in staff.colleagues(house)] == [("Eva Lind", True), ("Ole Vinter", False)]
    assert staff.add_colleague(house, "Ole Vinter", "nattevagt", THEIRS).id == ole.id
    assert [(each.title, each.enters) for each in staff.colleagues(house)][1] == ("nattevagt", True)
    house.close()


def test_the_demo_has_no_passwords() -> None:
    house = demo(Clock())
    with pytest.raises(Refused):
        staff.add_colleague(house, "Ole Vinter", "", THEIRS)
    with pytest.raises(Refused):
        staff.change_password(house, MINE, THEIRS)
    staff.edit_shelter(house, Facts("Et andet sted"))
    assert house.name == "Et andet sted"
    house.close()
