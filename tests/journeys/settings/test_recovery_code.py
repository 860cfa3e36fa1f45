"""The recovery code: replaced, put away, never left on a locked screen."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.settings.recovery_code_dialog import RecoveryCodeDialog
from tests.archive import Clock
from tests.journeys.hands import Hands
from tests.journeys.settings.pages import settings_at
from tests.window import archive_of, log_in


def test_a_new_recovery_code(program: Program, at_work: Hands, location: Location,
                             monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr("borgerplan_desktop.gui.settings.recovery_code_dialog.print_paper", lambda _w, pdf,
                        _n: printed.append(pdf))
    settings_at(program, at_work, "Gendannelseskode")
    at_work.click("Lav en ny gendannelseskode")
    dialog = at_work.front()
    assert isinstance(dialog, RecoveryCodeDialog)
    code = "-".join(dialog.code_box.groups())
    at_work.click("Udskriv koden")
    assert printed[0].startswith(b"%PDF")
    assert not dialog.go_button.isEnabled()
    at_work.click("Jeg har lagt den væk")
    at_work.click("Luk")
    assert login.code_is_away(archive_of(program))
    login.check_code(location, code, Clock())


def test_a_code_that_was_never_put_away_is_shown_before_work(program: Program, at_work: Hands) -> None:
    login.replace_code(archive_of(program))
    program.window.log_out_action.trigger()
    log_in(at_work)
    assert isinstance(at_work.front(), RecoveryCodeDialog)
    at_work.press(Qt.Key.Key_Escape)                     # not put away: nobody works
    assert program.login_flow.session is None
    log_in(at_work)
    at_work.click("Jeg har lagt den væk")
    at_work.click("Fortsæt")
    assert login.code_is_away(archive_of(program))


def test_locking_takes_the_code_off_the_screen(program: Program, at_work: Hands) -> None:
    login.replace_code(archive_of(program))
    program.window.log_out_action.trigger()
    log_in(at_work)
    program.login_flow.lock()
    assert at_work.front() is program.window
    assert at_work.sees("Borgerplan er låst")
