"""The line of every citizen: in Danish order, found by any part of a word, and always what the rows would make."""
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import page, seen, stands_at
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.order import name_order
from borgerplan_desktop.model.shelter import StaffMember
from borgerplan_desktop.model.spelling import is_found, words_in
from borgerplan_desktop.store import citizen_lines
from borgerplan_desktop.store.citizen_lines import citizen_line, is_out_of_step
from borgerplan_desktop.store.lists import Page, Wanted, how_many
from borgerplan_desktop.store.store import Store
from tests.archive import new_store
from tests.benchmarks.many_citizens import NOW, fill

TODAY = date(2026, 10, 27)
NAMES = ("Åse Ågård", "aase aagaard", "Ærø Zander", "Łukasz Þórsson", "O'Brien-Müller", "Søren", "Soeren",
         "Иван Петров", "佐藤 花子", 'Ib "Bo" Juul', "x" * 70 + "yz", "", "Anna  Maria", "* OR NEAR(a", "a", "Ñandú ß")
letters = st.text(st.sampled_from("aåæøoeszłüñ'-\" *1иб花"), max_size=9)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of its own: the lists show everybody in it."""
    store = new_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def named(archive: Archive) -> Archive:
    """Citizens with names of every kind; one has none."""
    for name in NAMES:
        opened = receive(archive, Arrival(name or "x", room="12b" if "ø" in name else "1.sal"))
        if not name:
            write(opened, opened.case.the(Citizen), Citizen.name, "", "x")
    return archive


def in_step(archive: Archive) -> bool:
    """Whether every line is what the rows make, the places are in order, and so is the index of words."""
    with archive.store.engine.begin() as conn:
        conn.exec_driver_sql("INSERT INTO citizen_text(citizen_text, rank) VALUES ('integrity-check', 1)")
        keys = conn.execute(sa.select(citizen_line.c.sorted_as, citizen_line.c.case_id)
                            .order_by(citizen_line.c.place)).all()
        return sorted(keys) == list(keys) and not any(is_out_of_step(conn, key.case_id) for key in keys)


def test_the_order_is_danish_and_those_without_a_name_come_last(named: Archive) -> None:
    assert in_danish_order(named)
    assert named.citizens()[-1].name == ""
    assert in_step(named)


def in_danish_order(archive: Archive) -> bool:
    lines = archive.citizens()
    return lines == sorted(lines, key=lambda line: name_order(" ".join(line.name.split()), line.id))


def test_it_is_found_as_ever(named: Archive) -> None:
    """Every word, whole or as a part, in any spelling: what the pure rule says of name and room, the index finds."""
    everybody = named.citizens()

    @given(st.lists(letters, max_size=3).map(" ".join) | st.sampled_from(NAMES) | st.sampled_from(["12", "al", "12b"]))
    def finds(words: str) -> None:
        can_be_sought = not words.strip() or words_in(words)
        wanted = [line.id for line in everybody if can_be_sought and is_found(words, f"{line.name} {line.room}")]
        assert [each.line.id for each in seen(named, words=words)] == wanted, words
        assert how_many(named.store, Wanted(words=words)) == len(wanted)
    finds()
    assert seen(named, words="x" * 70)
    assert seen(named, words="yz")
    assert seen(named, words="\ud800\x00") == []                        # by nothing that can be seen nobody is found
    assert not seen(named, words="\ue001")               # the mark of a closed course is no word of a name


def test_a_room_is_found_as_it_is_called_on_the_screen(named: Archive) -> None:
    there = seen(named, words="12b")
    assert there
    assert seen(named, words="Værelse 12b") == seen(named, words="værelse  12b") == there
    assert seen(named, words="værelse") == []


def test_a_page_goes_on_where_the_last_ended(named: Archive) -> None:
    for words in ("", "a"):
        everybody, found, after = seen(named, words=words), [], None
        while (shown := page(named, "all", words, after, 3).seen):
            found += shown
            after = shown[-1].line
        assert found == everybody
    assert [stands_at(named, "all", "", each.line.id, 99) for each in seen(named)] == list(range(1, len(NAMES) + 1))
    assert stands_at(named, "closed", "", seen(named)[0].line.id, 99) == 0


def test_many_come_between_the_same_two(archive: Archive) -> None:
    """As when files are taken in by name: the room between two neighbours is used up, and made anew."""
    for name in ("Anna", "Bo"):
        receive(archive, Arrival(name))
    names = [f"Anna {first}{second}" for first in "bcdefghijk" for second in "bcdefg"]
    for name in names:
        receive(archive, Arrival(name))
    assert [line.name for line in archive.citizens()] == ["Anna", *names, "Bo"]
    assert in_step(archive)


def test_a_new_name_is_a_new_place(named: Archive) -> None:
    first = named.citizens()[0]
    opened = named.open_case(first.id)
    write(opened, opened.case.the(Citizen), Citizen.name, "Åååå", "x")
    assert in_danish_order(named)
    assert named.citizens()[0] != first
    assert [each.line.id for each in seen(named, words="aaaaaa")] == [first.id]
    opened.undo()
    assert named.citizens()[0].id == first.id
    assert in_step(named)


def test_a_line_that_was_touched_is_told_by_the_check(named: Archive) -> None:
    assert not is_damaged(named)
    with named.store.engine.begin() as conn:
        conn.execute(citizen_line.update().where(citizen_line.c.name == "Søren").values(room="99"))
    assert is_damaged(named)
    with named.store.engine.begin() as conn:
        citizen_lines.fill(conn)
    assert not is_damaged(named)


def is_damaged(archive: Archive) -> bool:
    with archive.store.reading.connect() as conn:
        return citizen_lines.are_damaged(conn)


def test_five_hundred_are_asked_for_as_one(archive: Archive) -> None:
    """Every scope and every card of Min dag against what the lines of everybody say."""
    archive.clock.now = NOW  # type: ignore[attr-defined]
    fill(archive, 500)
    today, dice = archive.today(), random.Random(3)
    everybody = archive.gate.page(Wanted(closed=None)).lines
    opened = [line for line in everybody if line.closed_on is None]
    assert len(everybody) == 500 > len(opened) > 300
    assert [each.line for each in seen(archive, "closed")] == [line for line in everybody if line.closed_on]
    assert [each.line for each in seen(archive)] == opened
    assert [each.line for each in seen(archive, "follow_up")] == [
        line for line in everybody if line.calls_from <= today]
    assert all(each.follow_up == (each.line.calls_from <= today) for each in seen(archive))
    assert len(seen(archive, "follow_up")) > 20
    colleague = replace_who(archive, dice.choice([line.contact_person_id or "" for line in opened]))
    assert [each.line for each in seen(colleague, "mine")] == [
        line for line in opened if line.contact_person_id == colleague.who]
    assert isinstance(archive.gate.page(replace(Wanted(), words="a"), limit=5), Page)
    assert in_step(archive)


def replace_who(archive: Archive, who: str) -> Archive:
    with archive.shelter.action("Added a colleague", undoable=False):
        archive.shelter.case.add(StaffMember(id=who, name="Ole Vinter"))
    return Archive(archive.store, archive.shelter, who, archive.clock, archive.location, archive.vault)
