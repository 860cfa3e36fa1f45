"""Search in everything written: what is found, for whom, and the words where they stand."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.contacts.contacts import note_contact
from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.course.citizen_list import seen
from borgerplan_desktop.casework.course.written import NAMES, excerpt, find
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.casework.refused import NotForYou
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.shell.citizen_pages import LIES_IN
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.contact_note import ContactChannel
from borgerplan_desktop.model.course import Course, Stay, current_course
from borgerplan_desktop.model.notes import Note
from borgerplan_desktop.model.row import searched_fields_of
from borgerplan_desktop.model.shelter import Professional
from borgerplan_desktop.store.search import index_new_fields, misindexed, search_entry
from borgerplan_desktop.store.store import Store
from tests.archive import new_store

LONG = "Vi talte om meget, og til sidst kom vi til\nden lille bolig ved åen, som <b>Åge</b> har set. " + "Mere. " * 40


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path)
    yield store
    store.close()


def note(archive: Archive, name: str, text: str) -> str:
    opened = receive(archive, Arrival(name, room="12"))
    with opened.action("x"):
        opened.case.add(Note(written_at=datetime(2026, 10, 27, 9), text=text))
    return opened.id


def test_every_kind_that_is_searched_has_a_word_and_a_place() -> None:
    kinds = {kind.__tablename__ for kind in LIES_IN if searched_fields_of(kind)} - {Citizen.__tablename__}
    assert kinds == set(NAMES)


def test_how_it_ends_is_found(archive: Archive) -> None:
    opened = archive.open_case(note(archive, "Ib Juul", "x"))
    write(opened, current_course(opened.case), Course.plan_for_after, "Eva ringer hver mandag", "Plan")
    write(opened, opened.case.the(Stay), Stay.left_to, "Valby", "Flyttede")
    assert [each.kind for each in find(archive, "mandag", 9)] == ["course"]
    assert [each.kind for each in find(archive, "valby", 9)] == ["stay"]


def test_whom_a_contact_was_with_is_found_but_not_the_citizen_in_every_one_of_their_own(archive: Archive) -> None:
    opened = archive.open_case(note(archive, "Ib Juul", "x"))
    note_contact(opened, ContactChannel.TALK, "Ib Juul", "Vi gik en tur")
    note_contact(opened, ContactChannel.PHONE, "Lis Holm")
    assert find(archive, "juul", 9) == []
    assert [each.kind for each in find(archive, "lis", 9)] == ["contact_note"]
    assert [each.kind for each in find(archive, "tur", 9)] == ["contact_note"]


def test_what_is_searched_from_now_on_is_taken_in_for_what_was_written_before(archive: Archive) -> None:
    opened = archive.open_case(note(archive, "Ib Juul", "x"))
    write(opened, current_course(opened.case), Course.plan_for_after, "Eva ringer hver mandag", "Plan")
    with archive.store.engine.begin() as conn:
        conn.execute(search_entry.delete().where(search_entry.c.field == "plan_for_after"))
        assert misindexed(conn, opened.id) == 1
        index_new_fields(conn)
        index_new_fields(conn)
        assert misindexed(conn, opened.id) == 0
    assert [each.kind for each in find(archive, "mandag", 9)] == ["course"]


def test_it_says_who_and_what_and_shows_the_words(archive: Archive) -> None:
    id = note(archive, "Ib Juul", LONG)
    [found] = find(archive, "aage bol", 9)
    assert (found.case_id, found.name, found.room, found.what, found.kind) == (id, "Ib Juul", "12", "Notat", "note")
    assert [found.text[begin:end] for begin, end in found.marks] == ["bolig", "Åge"]
    assert "<b>Åge</b>" in found.text                    # as it was written
    assert found.text.startswith("…")
    assert found.text.endswith("…")
    assert len(found.text) < 120
    assert "\n" not in found.text


@pytest.mark.parametrize("words", ["åen", "aaen", "aen", "AAEN", "Å"])
def test_it_is_found_in_either_spelling(archive: Archive, words: str) -> None:
    note(archive, "Ib", LONG)
    assert len(find(archive, words, 9)) == (len(words) > 1)


def test_the_newest_comes_first_and_only_of_citizens(archive: Archive) -> None:
    note(archive, "Anna", "om boligen")
    opened = receive(archive, Arrival("Bo"))
    add_goal(opened, "En bolig")
    with archive.shelter.action("x"):
        archive.shelter.case.add(Professional(name="Boligkontoret"))
    assert [(each.name, each.what) for each in find(archive, "bolig", 9)] == [("Bo", "Mål"), ("Anna", "Notat")]
    assert [each.name for each in find(archive, "bolig", 1)] == ["Bo"]
    assert find(archive, "Bo", 9) == find(archive, "bo", 9)
    assert not find(archive, "anna", 9)           # a name is found among the citizens
    write(opened, opened.case.the(Citizen), Citizen.merged_into, "x", "x")
    assert [each.name for each in find(archive, "bolig", 9)] == ["Anna"]


def test_nobody_finds_what_is_not_for_them(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    id = note(archive, "Anna", "om boligen")
    monkeypatch.setattr(access, "why_not", lambda register, who, case_id, reading: "Nej." if case_id == id else "")
    assert find(archive, "boligen", 9) == []
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Nej.")
    with pytest.raises(NotForYou):
        find(archive, "boligen", 9)


@pytest.mark.parametrize("words", ["", " ", "*", "\"", "a AND", "NEAR(", "'; DROP", "<b>", "\ud800\x00", "ø" * 200])
def test_whatever_is_typed_is_only_words(archive: Archive, words: str) -> None:
    note(archive, "Anna", "om boligen")
    assert find(archive, words, 9) == []


def test_a_word_longer_than_the_line_is_cut() -> None:
    text, marks = excerpt("x" * 400, "xx")
    assert len(text) < 130
    assert marks == ((0, 110),)
    assert excerpt("", "x") == ("", ())


# Names as they are met: with accents, in other scripts, with a line break, very short and very long.
MET = ("Åse Ågård", "Aase Aagaard", "Ærø Zander", "Øjvind Ørsted", "José Ñandú", "Łukasz Żółw", "Nguyễn Văn Ánh",
       "محمد علي", "Иван Петров", "佐藤 花子", "O'Brien-Müller", "Ib\nJuul", "Bo", "X Æ A-12", "Anna-Lise  Holm",
       "Þóra Ðúfa", "Çelik İpek", "Ștefan Țurcanu")


def test_names_are_found_without_accents_and_stay_on_one_line(archive: Archive) -> None:
    for name in MET:
        opened = receive(archive, Arrival("x"))
        write(opened, opened.case.the(Citizen), Citizen.name, name, "x")
    for typed, found in (("ase", {"Åse Ågård", "Aase Aagaard"}), ("aagård", {"Åse Ågård", "Aase Aagaard"}),
                         ("jose nandu", {"José Ñandú"}), ("lukasz zolw", {"Łukasz Żółw"}),
                         ("van anh", {"Nguyễn Văn Ánh"}),
                         ("محمد", {"محمد علي"}), ("петров", {"Иван Петров"}), ("花子", {"佐藤 花子"}),
                         ("muller", {"O'Brien-Müller"}), ("mueller", {"O'Brien-Müller"}), ("ib juul", {"Ib Juul"}),
                         ("orsted", {"Øjvind Ørsted"}), ("oersted", {"Øjvind Ørsted"}), ("thora", {"Þóra Ðúfa"}),
                         ("celik", {"Çelik İpek"}), ("stefan turcanu", {"Ștefan Țurcanu"}), ("a-12", {"X Æ A-12"})):
        assert {each.line.name for each in seen(archive, words=typed)} == found, typed
    names = [each.line.name for each in seen(archive)]
    assert not any("\n" in name for name in names)
    danes = [name for name in names if name[0] in "AÅBIXZÆØaå" and name.isascii() or name[0] in "ÆØÅ"]
    assert danes[-4:] == ["Ærø Zander", "Øjvind Ørsted", "Aase Aagaard", "Åse Ågård"] or danes[-4:-2] == [
        "Ærø Zander", "Øjvind Ørsted"]


@pytest.mark.parametrize("number", ["050570-4321", "0505704321", "050570 4321", "050570–4321"])
def test_a_cpr_number_in_a_note_is_found_only_whole_and_never_shown(archive: Archive, number: str) -> None:
    note(archive, "Ib Juul", f"Søn {number} bor i Randers")
    for part in ("0505", "050570", "4321", "050570 43", "0505704"):
        assert find(archive, part, 9) == [], part
    for words in ("randers", number):
        for found in find(archive, words, 9):
            assert "4321" not in found.text
            assert "0505" not in found.text
    [found] = find(archive, "søn", 9)
    assert "••••" in found.text
    note(archive, "Bo Juul", "Huset har nummer 0505")
    [other] = find(archive, "0505", 9)                   # which is no CPR number
    assert other.name == "Bo Juul"
