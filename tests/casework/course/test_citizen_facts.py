"""The citizen's number and birth: one follows the other until a person says otherwise."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_facts import change_birth, change_cpr
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.citizen import Citizen


def test_the_birth_date_follows_the_number_when_it_is_corrected(opened: OpenCase) -> None:
    citizen = opened.case.the(Citizen)
    change_cpr(opened, "010170-1234")
    assert citizen.birth_date == date(1970, 1, 1)
    change_cpr(opened, "020170/1234")
    assert citizen.birth_date == date(1970, 1, 2)
    change_cpr(opened, "")
    assert (citizen.cpr, citizen.birth_date) == ("", date(1970, 1, 2))
    opened.undo()
    change_birth(opened, citizen, date(1950, 5, 5))
    change_cpr(opened, "030170-1234")
    assert citizen.birth_date == date(1950, 5, 5)


def test_a_number_with_letters_takes_the_place_of_the_other(opened: OpenCase) -> None:
    citizen = opened.case.the(Citizen)
    change_cpr(opened, "010170-1234")
    change_cpr(opened, "010101-1ab2")
    assert (citizen.cpr, citizen.ecpr) == ("", "0101011AB2")
    opened.undo()
    assert (citizen.cpr, citizen.ecpr) == ("0101701234", "")


def test_a_number_to_come_is_refused(opened: OpenCase) -> None:
    with pytest.raises(Refused):
        change_cpr(opened, "010136-4000")
    assert opened.case.the(Citizen).cpr == ""


def test_a_citizen_is_found_by_the_whole_number_and_by_no_part_of_it(archive: Archive) -> None:
    one = receive(archive, Arrival("Ole", cpr="050570-4321"))
    other = receive(archive, Arrival("Ulla", cpr="050501-1AB2"))

    def found(words: str) -> list[str]:
        return [s.line.id for s in seen(archive, words=words)]

    assert found("050570-4321") == found("0505704321") == [one.id]
    assert found("050501 1ab2") == [other.id]
    for part in ("050570", "050570-432", "4321", "1ab2", "-"):
        assert found(part) == [], part
