"""A copied CPR number is gone from the clipboard after ten seconds, and whatever we copied when the screen locks."""
from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.citizen_facts import change_cpr
from borgerplan_desktop.gui.citizens.citizen_facts import CitizenFacts
from borgerplan_desktop.gui.system.clipboard import SHORT_MS, ClipboardCleaner
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The offscreen screen does not know whose the clipboard is."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)


def keeper(program: Program) -> ClipboardCleaner:
    found = program.login_flow.findChild(ClipboardCleaner)
    assert found is not None
    return found


def test_a_copied_number_goes_after_ten_seconds(program: Program, at_work: Hands) -> None:
    change_cpr(desk_of(program).opened, "010170-1234")
    session_of(program).actions.do("citizen")
    facts = at_work.front()
    assert isinstance(facts, CitizenFacts)
    assert not at_work.sees("1234")                      # masked until asked for
    facts.cpr_button.click()
    facts.cpr_field.selectAll()
    facts.cpr_field.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "010170-1234"
    timer = keeper(program).timer
    assert timer.isActive()
    assert timer.interval() == SHORT_MS == 10_000
    timer.timeout.emit()
    assert clipboard.text() == ""


@pytest.mark.parametrize("text", ["Ring til Birgit på 12 34 56 78", "journal 20261027"])
def test_other_texts_stay(program: Program, at_work: Hands, text: str) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("0101701234")
    clipboard.setText(text)                              # something else meanwhile
    assert not keeper(program).timer.isActive()
    keeper(program).clear()
    assert clipboard.text() == text


def test_what_is_selected_cannot_be_pasted_after_the_lock(
        program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """On X11 a selected text can be pasted with the middle button, without anybody having copied it."""
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _self: True)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _self: True)
    cleared: list[QClipboard.Mode] = []
    monkeypatch.setattr(QClipboard, "clear",
                        lambda _self, mode=QClipboard.Mode.Clipboard: cleared.append(mode))
    program.login_flow.lock()
    assert cleared == [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]


@pytest.mark.parametrize("way", ["lock", "close"])
def test_nothing_of_ours_stays_after_the_lock_and_the_end(program: Program, at_work: Hands, way: str) -> None:
    QGuiApplication.clipboard().setText("Marie Holm")
    if way == "lock":
        program.login_flow.lock()
    else:
        program.window.close()
    assert QGuiApplication.clipboard().text() == ""
