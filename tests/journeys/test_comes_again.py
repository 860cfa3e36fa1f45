"""A citizen who has been here comes again: found while they are written, and a new stay begins in their own case."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.leaving.closing import close_course
from borgerplan_desktop.gui.intake.intake_part import IntakePart
from borgerplan_desktop.model.course import Course, current_course
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of


def take_in(program: Program, hands: Hands, name: str) -> None:
    program.window.new_action.trigger()
    hands.type("Navn", name)


def test_found_while_written_and_a_new_stay_begins(program: Program, at_work: Hands) -> None:
    hands = at_work
    take_in(program, hands, "Jonas Prøve")
    hands.click("Modtag")
    case_id = desk_of(program).opened.id
    close_course(desk_of(program).opened)
    session_of(program).show_day()
    take_in(program, hands, "jonas prøve")
    hands.wait(lambda: hands.sees("Forløbet er afsluttet"))
    hands.click("Åbn Jonas Prøve")
    QApplication.processEvents()
    assert desk_of(program).opened.id == case_id
    part = program.window.findChild(IntakePart)
    assert isinstance(part, IntakePart)
    assert part.isVisible()
    hands.click("Nyt ophold …")
    hands.type("Værelse", "7")
    hands.click("Begynd opholdet")
    case = desk_of(program).case
    assert len(case.all(Course)) == 2
    assert current_course(case).closed_on is None
    assert hands.sees("Værelse 7")
    assert len(archive_of(program).citizens(closed=True)) == 1


def test_somebody_taken_in_twice_becomes_one_by_the_menu(program: Program, at_work: Hands) -> None:
    hands = at_work
    for name in ("Jonas Prøve", "Jonas P. Prøve"):
        take_in(program, hands, name)
        hands.click("Modtag")
    session_of(program).actions.do("same_person")
    hands.click("Det er den her: Jonas Prøve")
    hands.click("Læg dem sammen")
    assert [line.name for line in archive_of(program).citizens(closed=True)] == ["Jonas P. Prøve"]
