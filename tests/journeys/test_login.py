"""From an empty computer to work and back: first start, lock, wrong password, forgotten password."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import end_meeting, start_meeting
from borgerplan_desktop.gui.printing import printing
from borgerplan_desktop.gui.start.login import Login
from tests.archive import PASSWORD, Clock
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of, take_in


def test_the_first_start_leads_to_work(program: Program, at_work: Hands) -> None:
    assert program.login_flow.session is not None
    assert at_work.sees("Eva Lind · Herberget Havnegade")
    assert program.window.windowTitle() == "Borgerplan"


def test_enter_in_the_password_makes_the_code_and_prints_nothing(
        program: Program, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[object] = []
    monkeypatch.setattr(printing, "print_paper", lambda *_: printed.append(1))
    hands.type("Hvad hedder stedet?", "Herberget Havnegade")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: hands.sees("Jeg har lagt den væk"), "the code")
    assert printed == []
    hands.press(Qt.Key.Key_Return)                       # now the button to print has the keyboard
    assert printed == [1]


def test_from_the_search_to_a_tab_no_key_unfolds_the_names(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    at_work.go("Plan")
    assert isinstance(QApplication.focusWidget(), QTabBar)
    at_work.press(Qt.Key.Key_Return)
    assert not at_work.sees("Mine borgere")


def test_lock_and_unlock_take_up_where_one_was(program: Program, at_work: Hands, clock: Clock) -> None:
    take_in(at_work, "Jonas Bækgaard")
    at_work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    program.window.lock_action.trigger()
    assert program.login_flow.session is None
    assert at_work.sees("Borgerplan er låst")
    assert not at_work.sees("Jonas")
    at_work.type("Adgangskode for Eva Lind", "forkert kode her")
    at_work.click("Lås op")
    assert at_work.sees("Forkert adgangskode.")
    at_work.type("Adgangskode for Eva Lind", PASSWORD)
    clock.pass_(seconds=30)
    at_work.click("Lås op")
    assert at_work.sees("Jonas Bækgaard")
    assert session_of(program).desk is not None


def test_it_locks_after_five_minutes_and_when_the_computer_slept(
        program: Program, at_work: Hands, clock: Clock) -> None:
    program.login_flow.watch.look()
    for _ in range(5):
        clock.pass_(seconds=50)
        program.login_flow.watch.look()
    assert program.login_flow.session is not None
    clock.pass_(seconds=25)
    program.login_flow.watch.look()
    assert at_work.sees("Låser om")
    clock.pass_(seconds=26)
    program.login_flow.watch.look()
    assert program.login_flow.session is None


def test_a_computer_that_slept_is_locked(program: Program, at_work: Hands, clock: Clock) -> None:
    program.login_flow.watch.look()
    clock.pass_(minutes=2)
    program.login_flow.watch.look()
    assert program.login_flow.session is None


def test_it_waits_while_a_meeting_is_held(program: Program, at_work: Hands, clock: Clock) -> None:
    """People who talk do not touch the computer; a meeting that nobody has ended is not held for ever."""
    take_in(at_work, "Jonas Bækgaard")
    opened = desk_of(program).opened
    meeting = plan_meeting(opened)
    start_meeting(opened, meeting)
    assert session_of(program).lock_seconds == 3600
    _idle(program, clock, minutes=59)
    assert program.login_flow.session is not None
    end_meeting(opened, meeting)
    assert session_of(program).lock_seconds == 300
    program.login_flow.watch.look()
    assert program.login_flow.session is None


def test_it_locks_also_in_a_meeting_after_an_hour(program: Program, at_work: Hands, clock: Clock) -> None:
    take_in(at_work, "Jonas Bækgaard")
    opened = desk_of(program).opened
    start_meeting(opened, plan_meeting(opened))
    _idle(program, clock, minutes=61)
    assert program.login_flow.session is None


def test_a_meeting_of_yesterday_is_not_held_any_more(program: Program, at_work: Hands, clock: Clock) -> None:
    take_in(at_work, "Jonas Bækgaard")
    opened = desk_of(program).opened
    start_meeting(opened, plan_meeting(opened))
    clock.pass_(hours=24)
    assert session_of(program).lock_seconds == 300


def test_ctrl_l_locks_a_meeting_at_once(program: Program, at_work: Hands) -> None:
    take_in(at_work, "Jonas Bækgaard")
    opened = desk_of(program).opened
    start_meeting(opened, plan_meeting(opened))
    at_work.go("Møder")
    at_work.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.login_flow.session is None


def _idle(program: Program, clock: Clock, minutes: int) -> None:
    """Nobody touches anything, and the computer does not sleep."""
    for _ in range(2 * minutes):
        clock.pass_(seconds=30)
        program.login_flow.watch.look()


@pytest.mark.parametrize("way_out", ["log_out_action", "lock_action"])
def test_the_recovery_code_opens_the_way_back(program: Program, hands: Hands, way_out: str) -> None:
    hands.type("Hvad hedder stedet?", "Herberget Havnegade")
    hands.type("Dit navn", "Eva Lind")
    hands.type("Adgangskode", PASSWORD)
    hands.click("Lav gendannelseskoden")
    code = program.login_flow._code
    hands.click("Jeg har lagt den væk")
    hands.click("Tag Borgerplan i brug")
    getattr(program.window, way_out).trigger()
    hands.click("Glemt adgangskode?")
    login = program.window.findChild(Login)
    assert login is not None
    hands.type("Gendannelseskode", code.lower().replace("-", " "))
    login.code_button.click()
    login.new_field.findChild(type(login.code_field)).setText("en helt ny lang kode")  # type: ignore[union-attr]
    login.new_button.click()
    assert program.login_flow.session is not None
