"""Back from a locked screen whose process is a fresh one: the same person, citizen, tab and half typed words."""
from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import drafts, staff
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.shell import process_handover
from borgerplan_desktop.gui.shell.main_window import MainWindow
from borgerplan_desktop.gui.system.fresh_process import Handover
from borgerplan_desktop.gui.system.garbage_collector import GarbageCollector
from borgerplan_desktop.model.citizen import Citizen
from tests.archive import PASSWORD, Clock
from tests.faults.test_while_typing import locked_file
from tests.journeys.hands import Hands
from tests.window import archive_of, desk_of, session_of, take_in

Afresh = Callable[[], Program]
THEIRS = "solen skinner på havnen"


@pytest.fixture
def afresh(qtbot: QtBot, program: Program, location: Location, clock: Clock) -> Iterator[Afresh]:
    """afresh(): a window that knows only what was handed over; the one before lets it have the folder."""
    made: list[MainWindow] = []

    def afresh() -> Program:
        packed = program.login_flow.handover().packed()
        assert "Jonas" not in packed.decode()
        program._release_folder()
        program.login_flow._left.clear()
        program.window.hide()
        window = MainWindow(None, clock)
        qtbot.addWidget(window)
        made.append(window)
        window.resize(1366, 768)
        fresh = Program(window, location, clock=clock)
        fresh.login_flow.take_over(Handover.unpacked(packed))
        window.show()
        assert fresh._take_free_folder()
        return fresh

    yield afresh
    for window in made:
        window.close()


def test_back_to_the_citizen_and_the_tab(program: Program, at_work: Hands, afresh: Afresh) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.go("Netværk")
    program.login_flow.lock()
    fresh = afresh()
    hands = Hands(fresh.window)
    assert hands.sees("Borgerplan er låst")
    assert hands.sees("Det, du skrev, er gemt kl. 9.21.")
    assert not hands.sees("Jonas")
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert hands.sees("Jonas Bækgaard")
    assert session_of(fresh).tab == "network"


def test_half_typed_words_are_there(program: Program, at_work: Hands, afresh: Afresh) -> None:
    take_in(at_work, "Jonas Bækgaard")
    session = session_of(program)
    session.go("papers")
    session.page("papers").consents.ask()  # type: ignore[union-attr]
    at_work.front().purpose_field.insertPlainText("så vi kan")  # type: ignore[attr-defined]
    program.login_flow.lock()
    fresh = afresh()
    hands = Hands(fresh.window)
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert [draft.text for draft in drafts.waiting(desk_of(fresh).opened)] == ["så vi kan"]
    assert hands.sees("venter på dit valg")


def test_words_that_the_store_refused_go_along_sealed(program: Program, at_work: Hands, afresh: Afresh) -> None:
    take_in(at_work, "Jonas Bækgaard")
    desk = desk_of(program)
    with locked_file(program):
        desk.save_draft(desk.case.the(Citizen), "phone", "12 34 56 78")
        program.login_flow.lock()
    assert "12 34" not in program.login_flow.handover().packed().decode()
    fresh = afresh()
    hands = Hands(fresh.window)
    assert hands.sees("venter her, krypteret")
    hands.type("Adgangskode for Eva Lind", PASSWORD)
    hands.click("Lås op")
    assert [draft.text for draft in drafts.waiting(desk_of(fresh).opened)] == ["12 34 56 78"]


def test_after_logging_out_the_names_are_shown(program: Program, at_work: Hands, afresh: Afresh) -> None:
    staff.add_colleague(archive_of(program), "Ole Vinter", "", THEIRS)
    take_in(at_work, "Jonas Bækgaard")
    program.login_flow.log_out()
    fresh = afresh()
    hands = Hands(fresh.window)
    assert hands.sees("Eva Lind")
    hands.click("Eva Lind")
    hands.type("Adgangskode for Eva", PASSWORD)
    hands.click("Log ind")
    QApplication.processEvents()
    assert hands.sees("Jonas Bækgaard")


def test_two_windows_do_not_share_the_folder(program: Program, at_work: Hands, location: Location, qtbot: QtBot,
                                             clock: Clock) -> None:
    """The fresh one has it when the old one has given it free, and not before."""
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    fresh = Program(window, location, clock=clock)
    assert not fresh._take_free_folder()
    program._release_folder()
    assert fresh._take_free_folder()


def test_what_is_loaded_is_passed_over_until_somebody_goes_out(program: Program) -> None:
    program.collector = GarbageCollector(program.window)
    program.start_demo()
    assert gc.get_freeze_count() > 10_000
    program.login_flow.went_out.emit()
    assert gc.get_freeze_count() == 0                    # what there is to forget is found again


def test_so_it_is_from_the_first_login_on(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_handover, "LeavesLocked", lambda *_: None)        # no process is started here
    program.collector = GarbageCollector(program.window)
    program.be_followed()
    program._on_logged_in(None)
    assert gc.get_freeze_count() > 10_000
    program.login_flow.went_out.emit()
