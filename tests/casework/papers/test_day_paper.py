"""The day on paper names nobody in full but those who work, and says no number."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from borgerplan_desktop.casework.course import day_words, written
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.my_day import DayReader, day_was_printed
from borgerplan_desktop.casework.papers.day_paper import draw_day, on_paper
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.model.application import Application
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import MemberKind, NetworkMember
from borgerplan_desktop.model.plan import Agreement, Goal, Step, current_plan
from borgerplan_desktop.store.audit import Did
from borgerplan_desktop.store.store import Store
from tests.archive import new_store
from tests.documents import reading


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_store(tmp_path_factory.mktemp("day"))
    yield store
    store.close()


def test_first_name_and_room_and_no_more(archive: Archive) -> None:
    opened = receive(archive, Arrival("Jonas Prøve Bækgaard", cpr="120580-0000", room="12"))
    with opened.action("x"):
        sister = opened.case.add(NetworkMember(kind=MemberKind.PRIVATE, name="Sara Bækgaard"))
        late = archive.today() - timedelta(days=2)
        opened.case.add(Agreement(text="Komme forbi", due_on=late, responsible_id=sister.id))
        opened.case.add(Agreement(text="Ring", due_on=late))
    said = reading.text(draw_day(archive, DayReader(archive)))
    assert "Jonas" in said
    assert "Sara" in said
    assert "Bækgaard" not in said
    assert "1205" not in said
    day = on_paper(DayReader(archive).read(for_paper=True), archive.name)
    on = day_words.when(late, archive.today())
    assert ("Dig selv", "Aftale med Jonas", f"skulle være sket {on}") in day.overdue
    assert any(title.startswith("Jonas (12)") for title, _text in [*day.watch, day.first]) or day.deadlines


def test_no_own_words_are_on_it_that_would_tell_of_a_debt_or_an_illness(archive: Archive) -> None:
    opened = receive(archive, Arrival("Jonas Bækgaard", room="12"))
    with opened.action("x"):
        late = archive.today() - timedelta(days=1)
        opened.case.add(Agreement(text="Lave en liste over gælden", due_on=late))
        opened.case.add(Agreement(text="Tale om gælden igen", due_on=late + timedelta(days=3)))
        goal = opened.case.add(Goal(plan_id=current_plan(opened.case).id, title="Ud af gælden", deadline=late))
        opened.case.add(Step(goal_id=goal.id, text="Ringe om gælden", due_on=late))
        opened.case.the(Course).waiting_for = "svar om gælden"
        opened.case.add(Application(what="Hjælp til gælden", sent_on=late - timedelta(days=9), nudge_on=late))
    reader = DayReader(archive)
    said = reading.text(draw_day(archive, reader))
    assert "gæld" not in said
    assert "skulle være sket i går" in said.replace("\u00a0", " ")
    assert any("gæld" in line.what for line in reader.read().overdue)    # on screen it is said in their own words


def test_a_name_that_paper_has_no_letters_for_is_written_in_others(archive: Archive) -> None:
    receive(archive, Arrival("佐藤 花子", latin_name="Hanako Sato", room="3"))
    receive(archive, Arrival("佐藤", room="4"))
    day = DayReader(archive).read(for_paper=True)
    titles = " ".join(line.what for line in day.deadlines)
    assert "Hanako" in titles
    assert "Uden navn" in titles
    assert "佐" not in titles


def test_that_it_was_printed_is_on_record(archive: Archive) -> None:
    day_was_printed(archive)
    line = archive.store.lines(limit=1)[0]
    assert (line.did, line.action, line.case_id) == (Did.PRINTED, "Printed the day", None)


@pytest.mark.parametrize("number", ["310280-1234", "3102801234", "310280 1234", "310280–1234"])
def test_a_number_in_somebodys_words_is_masked_wherever_many_are_seen(archive: Archive, number: str) -> None:
    opened = receive(archive, Arrival(f"Jonas {number} Prøve", room="12"))
    late, soon = (archive.today() + timedelta(days=n) for n in (-2, 3))
    with opened.action("x"):
        for due in (late, soon):
            opened.case.add(Agreement(text=f"Ring til borgerservice om CPR {number}", due_on=due))
        opened.case.add(Meeting(starts_at=archive.now() + timedelta(days=1), place_text=f"Borgerservice, {number}"))
    day = DayReader(archive).read()
    assert any("310280-••••" in line.what for line in day.overdue)
    assert any("310280-••••" in line.what for line in day.deadlines)
    assert any("310280-••••" in line.place for line in day.meetings)
    lists = [seen(archive), written.find(archive, "borgerservice", 50), written.find(archive, number, 50)]
    assert lists[0]
    assert lists[1]
    said = reading.text(draw_day(archive, DayReader(archive)))
    for each in (repr(day), repr(lists), said):
        assert number not in each
        assert "1234" not in each.replace("12345600", "")
