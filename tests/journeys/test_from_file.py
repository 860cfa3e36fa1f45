"""The seed case from a file: taken in through the real window, looked at, the meeting held, adopted, on paper."""
from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.papers.demo import fill_demo
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.citizens.side_panel import SidePanel
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.papers import Document, MadeHow
from borgerplan_desktop.model.plan import PlanVersion, current_plan
from tests.archive import Clock
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of, take_in

HERBERG = Path(__file__).parents[1] / "data" / "cases" / "herberg.json"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 10, 29, 14, 50))


def text_of(pdf: bytes, tmp_path: Path) -> str:
    file = tmp_path / "seen.pdf"
    file.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout


def test_the_seed_case_from_first_look_to_the_paper(
        program: Program, at_work: Hands, tmp_path: Path) -> None:
    hands = at_work
    program.window.import_action.trigger()
    hands.choose_file(HERBERG)
    hands.wait(lambda: hands.sees("Jonas Bækgaard"), "the citizen")
    hands.wait(lambda: hands.sees("Uge 4"), "the week")
    desk = desk_of(program)
    for name in ("Plan", "Netværk", "Møder", "Papirer", "Overblik"):
        hands.go(name)
        hands.wait(lambda: True)
    # what today's four plans and the compass say is there
    hands.go("Papirer")
    hands.click("Tidligere planer")
    assert len(hands.rows()) == 5                         # four plans and the compass
    # the case is printed as a file a citizen can take along
    session_of(program).actions.save_plan()
    saved = tmp_path / "plan.pdf"
    assert hands.sees("Hvem er papiret til?")
    hands.click("Gem en kopi som …")
    hands.choose_file(saved)
    hands.wait(saved.exists, "the PDF")
    words = text_of(saved.read_bytes(), tmp_path)
    for expected in ("Plan for Jonas", "min egen dør", "Birgit Holm", "Hvem gør hvad", "Underskrift"):
        assert expected in words, expected
    hands.wait(lambda: any(d.made_how is MadeHow.SAVED for d in desk.case.all(Document)), "the record of it")
    hands.click("Papirer")
    assert any("gemt som fil" in line.lower() for line in hands.rows())


def test_adopting_freezes_the_plan_and_the_old_paper_stays(
        program: Program, at_work: Hands, tmp_path: Path) -> None:
    hands = at_work
    program.window.import_action.trigger()
    hands.choose_file(HERBERG)
    hands.wait(lambda: hands.sees("Jonas Bækgaard"), "the citizen")
    desk = desk_of(program)
    before = len(desk.case.all(PlanVersion))
    hands.go("Plan")
    hands.click("Vedtag planen")
    hands.click("Vedtag planen")                         # the question: it cannot be changed afterwards
    hands.wait(lambda: len(desk.case.all(PlanVersion)) == before + 1, "the version")
    version = current_plan(desk.case).adopted
    assert version is not None
    frozen = desk.opened.kept(version.pdf_digest)
    assert frozen is not None
    assert f"udgave {version.number}" in text_of(frozen, tmp_path)
    goal = current_plan(desk.case).goals[0]
    with desk.opened.action("Edit"):
        goal.title = "Noget helt andet"
    assert desk.opened.kept(version.pdf_digest) == frozen
    assert "Noget helt andet" not in text_of(frozen, tmp_path)
    hands.go("Papirer")
    hands.click("Papirer")
    assert hands.window.isVisible()
    assert desk.opened.done[-1].name == "Edit"
    hands.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(("best", "language", "said"), [("", "da", "Mine mål"), ("en", "en", "My goals")])
def test_the_paper_is_danish_whatever_the_screen_speaks_unless_they_read_another_best(
        program: Program, at_work: Hands, tmp_path: Path, best: str, language: str, said: str) -> None:
    program.window.import_action.trigger()
    at_work.choose_file(HERBERG)
    at_work.wait(lambda: at_work.sees("Jonas Bækgaard"), "the citizen")
    use_language("en")
    assert session_of(program).tab == "overview"
    case = desk_of(program).case
    if best:
        reads_best(desk_of(program).opened, best, large_print=False)
    session_of(program).actions.save_plan()
    at_work.click("Save a copy as …")
    at_work.choose_file(tmp_path / "plan.pdf")
    at_work.wait(lambda: case.all(Document) != [], "the paper on record")
    assert [made.language for made in case.all(Document)] == [language]
    assert said in text_of((tmp_path / "plan.pdf").read_bytes(), tmp_path)


def test_a_new_name_is_said_in_every_tab(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    tabs = ("Plan", "Netværk", "Møder", "Papirer", "Overblik")
    for name in tabs:
        at_work.go(name)
        assert at_work.sees("Jonas"), name
    desk = desk_of(program)
    write(desk.opened, desk.case.the(Citizen), Citizen.name, "Åse Holm", "Rename")
    program.window.workspace().side.hide()               # type: ignore[union-attr]  # follows in a moment
    for name in tabs:
        at_work.go(name)
        assert at_work.sees("Åse Holm")
        assert not at_work.sees("Jonas"), name


def test_somebody_who_comes_is_in_the_list_whatever_was_searched_for(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.type("Søg borger", "jonas")
    take_in(at_work, "Per Toft")
    side = program.window.findChild(SidePanel)
    assert side is not None
    assert side.search_field.text() == ""
    at_work.type("Søg borger", "per")
    program.window.import_action.trigger()
    at_work.choose_file(HERBERG)
    at_work.wait(lambda: side.citizens.model().rowCount() == 3, "all three in the list")


def test_min_dag_and_the_list_count_the_same_citizens_after_an_import(program: Program, at_work: Hands) -> None:
    archive, side = archive_of(program), program.window.workspace().side  # type: ignore[union-attr]
    fill_demo(archive)
    for line in archive.citizens():                        # their contact person is nobody here
        opened = archive.open_case(line.id)
        with opened.action("Edit"):
            opened.case.the(Citizen).contact_person_id = None
    session_of(program).lists.refresh()
    assert side.scope_button.text() == "Mine borgere · 0"
    assert at_work.sees("5 borgere på herberget")        # whoever has none of their own sees the whole shelter
    assert not at_work.sees("Ingen borgere endnu")
    assert side.none_label.text() == "Du er ikke kontaktperson for nogen endnu."
    side.all_button.click()
    assert side.scope_button.text() == "Alle borgere · 5"
    take_in(at_work, "Ole")
    session_of(program).lists.refresh()
    side.scope_chosen.emit("mine")
    assert side.scope_button.text() == "Mine borgere · 1"
    assert "1 borger hos dig" in program.window.workspace().my_day.date_label.text()  # type: ignore[union-attr]
