"""The action plan: its example, what is settled and goes on, its order, its objectives, and the words of a line."""
from __future__ import annotations

from datetime import date

import pytest

from borgerplan_desktop.casework.activities import activities as casework
from borgerplan_desktop.casework.activities.said import for_what, year_in_words
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.implementation_plan import Activity, ActivityStatus, Objective
from tests.archive import NOW

TODAY = NOW.date()


@pytest.fixture
def shelter(archive: Archive) -> OpenCase:
    with archive.shelter.action("x"):
        for each in list(archive.shelter.case.all(Activity)):
            archive.shelter.case.remove(each)
    return archive.shelter


def test_the_example_is_the_one_of_the_models_form(shelter: OpenCase) -> None:
    made = casework.add_example(shelter)
    assert (made.title, made.when_words, made.times_a_year) == ("Møder med projektgruppen", "4 x årligt", 4)
    assert made.objectives == [Objective.ROLES, Objective.SHARED, Objective.PARTNERS]
    assert made.who == "Projektleder er ansvarlig for indkaldelse til møderne"
    assert "mangler en første dag" in casework.when_it_is(made, TODAY)
    shelter.undo()
    assert not casework.activities(shelter.case)


def test_one_that_comes_back_goes_on_and_can_be_opened_again(shelter: OpenCase) -> None:
    made = casework.add_example(shelter)
    casework.first_on(shelter, made, date(2026, 10, 1))
    assert casework.when_it_is(made, TODAY) == "4 x årligt · skulle have været 1. oktober"
    casework.settle(shelter, made, date(2026, 10, 1), True)
    assert made.status is ActivityStatus.UNDER_WAY
    assert casework.when_it_is(made, TODAY) == "4 x årligt · næste gang 1. januar 2027"
    casework.settle(shelter, made, date(2026, 10, 1), False)             # said already
    assert [each.done_on for each in made.times_done] == [TODAY]
    assert "1. oktober: gjort 27. oktober" in year_in_words(made, 2026, TODAY)
    casework.not_settled(shelter, made, made.times_done[0])
    assert "skulle have været" in casework.when_it_is(made, TODAY)


@pytest.mark.parametrize(("took_place", "status"), [(True, ActivityStatus.DONE), (False, ActivityStatus.DROPPED)])
def test_one_that_is_once_is_done_or_dropped(shelter: OpenCase, took_place: bool, status: ActivityStatus) -> None:
    made = casework.add_activity(shelter, "Temadag")
    casework.first_on(shelter, made, TODAY)
    assert casework.when_it_is(made, TODAY) == "i dag"
    casework.settle(shelter, made, TODAY, took_place)
    assert made.status is status
    casework.not_settled(shelter, made, made.times_done[0])
    assert made.status is ActivityStatus.PLANNED


def test_what_is_refused_changes_nothing(shelter: OpenCase) -> None:
    with pytest.raises(Refused):
        casework.add_activity(shelter, "  ")
    made = casework.add_activity(shelter, "Temadag")
    casework.first_on(shelter, made, TODAY)
    with pytest.raises(Refused):
        casework.until(shelter, made, date(2026, 1, 1))
    assert made.until is None


def test_they_are_moved_and_serve_objectives(shelter: OpenCase) -> None:
    first, second = (casework.add_activity(shelter, title) for title in ("En", "To"))
    casework.move_activity(shelter, second, -1)
    assert casework.activities(shelter.case) == [second, first]
    casework.serves(shelter, first, Objective.WAYS, True)
    casework.serves(shelter, first, Objective.WAYS, True)
    assert for_what(first) == "Klart, hvem man kontakter"
    casework.serves(shelter, first, Objective.WAYS, False)
    assert for_what(first) == ""


def test_words_that_say_no_number_leave_what_was_chosen(shelter: OpenCase) -> None:
    made = casework.add_example(shelter)
    write(shelter, made, Activity.when_words, "når vi kan", "x")
    casework.understand(shelter, made)
    assert made.times_a_year == 4
    write(shelter, made, Activity.when_words, "hver måned", "x")
    casework.understand(shelter, made)
    assert made.times_a_year == 12
