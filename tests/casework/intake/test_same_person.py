"""Search before create: who is told, why, and who is not."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.intake.same_person import Because, who_may_it_be
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.admission import acts_now
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.store.store import Store

BORN = date(1970, 1, 1)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    from tests.archive import new_archive, new_store

    archive = new_archive(new_store(tmp_path_factory.mktemp("people")))
    for arrival in (
            Arrival("Jonas Bækgaard", cpr="010170-1234"), Arrival("Søren Holm", birth_date=date(1980, 5, 5)),
            Arrival("Åse Ågård"), Arrival("Anna Maria"), Arrival("Ion Popescu", cpr="0101701AB2"),
            Arrival("Zander Ærø", room="12"), Arrival("Åge Møller", birth_date=date(1961, 5, 1))):
        receive(archive, arrival)
    close_course(archive.open_case(next(line.id for line in archive.citizens() if line.name == "Søren Holm")))
    return archive


@pytest.fixture(scope="module")
def store(people: Archive) -> Store:
    return people.store


def told(archive: Archive, name: str, number: str = "", born: date | None = None) -> list[tuple[str, Because]]:
    return [(each.name, each.because) for each in who_may_it_be(archive, name, number, born)]


@pytest.mark.parametrize(("name", "number", "born", "expected"), [
    ("", "010170 1234", None, [("Jonas Bækgaard", Because.NUMBER)]),
    ("Somebody Else", "010170–1234", None, [("Jonas Bækgaard", Because.NUMBER)]),
    ("", "0101701ab2", None, [("Ion Popescu", Because.NUMBER)]),
    ("Jonas Bækgaard", "", BORN, [("Jonas Bækgaard", Because.NAME_AND_BIRTH)]),
    ("Jonnas Bækgård", "", BORN, [("Jonas Bækgaard", Because.BIRTH)]),
    ("Jonas Bækgaard", "", None, [("Jonas Bækgaard", Because.NAME)]),
    ("Jonas Bekgaard", "", None, [("Jonas Bækgaard", Because.ALIKE)]),
    ("Jonas Bækgaard", "", date(1999, 9, 9), [("Jonas Bækgaard", Because.NAME_ONLY)]),
    ("søren holm", "", None, [("Søren Holm", Because.NAME)]),           # also with a closed course
    ("ærø zander", "", None, [("Zander Ærø", Because.NAME)]),           # in any order
    ("Aagård Åse", "", None, [("Åse Ågård", Because.NAME)]),            # in either spelling
    ("Yonas Bækgaard", "", None, [("Jonas Bækgaard", Because.ALIKE)]),  # the first letter is wrong
    ("Age Moller", "", date(1961, 5, 1), [("Åge Møller", Because.BIRTH)]),         # on a keyboard without ø and å
    ("Maria", "", None, []), ("", "", None, []), (" ", "", None, []), ("J", "", None, []),
    ("Kirsten Krog", "", BORN, []),
    ("Jonas", "123", None, []),
])
def test_who_is_told_and_why(people: Archive, name: str, number: str, born: date | None,
                             expected: list[tuple[str, Because]]) -> None:
    assert told(people, name, number, born) == expected


def test_a_closed_course_is_told(people: Archive) -> None:
    [found] = who_may_it_be(people, "Søren Holm")
    assert found.is_closed
    assert who_may_it_be(people, "Søren Holm", but=found.id) == []


def test_whoever_is_anonymous_is_found_by_what_they_are_called(people: Archive) -> None:
    receive(people, Arrival("Łukasz Żółć", anonymous=True))
    assert told(people, "Lukasz Zolc") == [("Anonym Łukasz Żółć", Because.NAME)]
    assert told(people, "Żółć Łukas") == [("Anonym Łukasz Żółć", Because.ALIKE)]
    assert told(people, "Anonym Jonas Bækgaard") == [("Jonas Bækgaard", Because.NAME)]
    assert told(people, "Anonym") == []


def test_whoever_is_anonymous_has_no_number_and_a_name_to_be_called_by(people: Archive) -> None:
    opened = receive(people, Arrival("Bo", cpr="0101701234", anonymous=True, protected_address=True,
                                     acting_municipality=" Lilleby "))
    citizen = opened.case.the(Citizen)
    assert (citizen.name, citizen.first_name, citizen.cpr, citizen.anonymous) == ("Anonym Bo", "Bo", "", True)
    assert (citizen.protected_address, citizen.birth_date) == (True, None)
    acting = acts_now(opened.case)
    assert acting is not None
    assert acting.municipality == citizen.acting_municipality == "Lilleby"
    why = receive(people, Arrival("Ida Nyholm", no_number_why="Er lige kommet")).case.the(Citizen)
    assert (why.cpr, why.no_number_why) == ("", "Er lige kommet")
