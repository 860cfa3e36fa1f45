"""The screen locks while a template is written: what was typed is stored, or sealed until it can be."""
from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.meeting.write_agenda import add_agenda
from borgerplan_desktop.casework.plan.templates import add_template, add_template_goal
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.templates.agenda_dialog import AgendaDialog
from borgerplan_desktop.gui.templates.shelter_dialog import ShelterDialog
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.model.shelter import AgendaTemplate, PlanTemplate
from tests.archive import PASSWORD, Clock, full_disk
from tests.faults.canary import traces
from tests.faults.test_lock_from_everywhere import press_ctrl_l
from tests.faults.test_while_typing import locked_file, unlock
from tests.journeys.hands import Hands
from tests.window import archive_of


@pytest.mark.parametrize("way", ["key", "idle"])
def test_the_lock_comes_while_a_template_is_written(program: Program, at_work: Hands, clock: Clock, way: str) -> None:
    shelter = archive_of(program).shelter
    dialog = TemplateDialog(shelter, add_template(shelter, "Forløb"), program.window)
    dialog.open()
    QApplication.processEvents()
    dialog.target.setFocus()
    QTest.keyClicks(dialog.target, "Alle uden bolig")
    if way == "key":
        press_ctrl_l()
    else:
        for _ in range(8):
            clock.pass_(seconds=50)
            program.login_flow.watch.look()
    assert program.login_flow.session is None
    again_in(program, at_work)
    (template,) = archive_of(program).shelter.case.all(PlanTemplate)
    assert template.target_group == "Alle uden bolig"


LONG = "Kanariefugle bor her. " * 400


@pytest.fixture
def writing(program: Program, at_work: Hands) -> TemplateDialog:
    shelter = archive_of(program).shelter
    template = add_template(shelter, "Forløb")
    add_template_goal(shelter, template, "En bolig")
    dialog = TemplateDialog(shelter, template, program.window)
    dialog.open()
    QApplication.processEvents()
    return dialog


def again_in(program: Program, hands: Hands) -> None:
    QApplication.processEvents()
    unlock(program, hands)
    QApplication.processEvents()


def stands_again(hands: Hands, kind: type[ShelterDialog] = TemplateDialog) -> ShelterDialog:
    dialog = hands.front()
    assert isinstance(dialog, kind)
    assert dialog.trouble.words().startswith("Det, du skrev, før skærmen blev låst, står her igen.")
    return dialog


@pytest.mark.parametrize("refuses", [lambda program: full_disk(archive_of(program).store), locked_file],
                         ids=["full disk", "locked file"])
def test_words_the_store_refuses_stand_there_again_after_the_lock(
        program: Program, at_work: Hands, writing: TemplateDialog, location: Location, refuses) -> None:  # type: ignore[no-untyped-def]
    with refuses(program):
        writing.target.setFocus()
        writing.target.insertPlainText(LONG)
        box, = writing.goals.widgets()
        box.open()
        box.steps.setFocus()
        box.steps.insertPlainText(LONG)
        program.login_flow.lock()
        assert b"Kanarie" not in repr(program.login_flow._left).encode()
        assert traces(location.folder, words=["Kanariefugle"]) == []
        QApplication.processEvents()
        assert not at_work.sees("Kanarie")
    again_in(program, at_work)
    again = stands_again(at_work)
    assert again.target.toPlainText() == LONG  # type: ignore[attr-defined]
    at_work.click("Luk")
    (template,) = archive_of(program).shelter.case.all(PlanTemplate)
    assert (template.target_group, template.goals[0].steps) == (LONG, LONG)
    assert list(location.folder.glob(".typed-*")) == []
    program.login_flow.lock()
    again_in(program, at_work)
    assert at_work.front() is program.window             # once


def test_a_crash_on_the_locked_screen(program: Program, at_work: Hands, writing: TemplateDialog,
                                      location: Location) -> None:
    with locked_file(program):
        writing.title.end(False)
        QTest.keyClicks(writing.title, " uden bolig")
        program.login_flow.lock()
        assert list(location.folder.glob(".typed-*"))
    program.login_flow._left.clear()                     # the memory is gone
    QApplication.processEvents()
    again_in(program, at_work)
    assert stands_again(at_work).title.text() == "Forløb uden bolig"  # type: ignore[attr-defined]
    at_work.click("Luk")
    assert [each.title for each in archive_of(program).shelter.case.all(PlanTemplate)] == ["Forløb uden bolig"]
    assert list(location.folder.glob(".typed-*")) == []


def test_an_agenda_and_the_store_refuses_again(program: Program, at_work: Hands) -> None:
    shelter = archive_of(program).shelter
    dialog = AgendaDialog(shelter, add_agenda(shelter), program.window)
    dialog.open()
    with locked_file(program):
        QTest.keyClicks(dialog.title, "Halv time")
        program.login_flow.lock()
    again_in(program, at_work)
    with locked_file(program):
        again = stands_again(at_work, AgendaDialog)
        assert again.title.text() == "Halv time"  # type: ignore[attr-defined]
        program.login_flow.lock()
    again_in(program, at_work)
    stands_again(at_work, AgendaDialog)
    at_work.click("Luk")
    assert [each.title for each in archive_of(program).shelter.case.all(AgendaTemplate)] == ["Halv time"]


def test_words_a_person_has_let_go_do_not_come_back(program: Program, at_work: Hands, writing: TemplateDialog) -> None:
    with locked_file(program):
        writing.title.end(False)
        QTest.keyClicks(writing.title, " uden bolig")
        at_work.click("Luk")
        at_work.click("Luk")
        assert at_work.front() is program.window
        program.login_flow.lock()
    again_in(program, at_work)
    assert at_work.front() is program.window


def test_the_template_was_removed_meanwhile(program: Program, at_work: Hands, writing: TemplateDialog) -> None:
    with locked_file(program):
        writing.title.end(False)
        QTest.keyClicks(writing.title, " uden bolig")
        template = writing.template
        program.login_flow.lock()
    archive = login.unlock(program.login_flow._location, "Eva Lind", PASSWORD)
    with archive.shelter.action("x"):
        archive.shelter.case.remove(archive.shelter.case.get(PlanTemplate, template.id))  # type: ignore[arg-type]
    archive.close()
    again_in(program, at_work)
    assert at_work.sees("Forløb uden bolig")
    assert at_work.sees("Stedet, hvor det blev skrevet, findes ikke mere.")
