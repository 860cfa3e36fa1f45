"""Every dialog is made of the same: what one of them would forget, none can."""
from __future__ import annotations

import inspect

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from borgerplan_desktop.app import Program
from borgerplan_desktop.gui.appearance.dialog import Dialog
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from tests.faults.test_lock_from_everywhere import DIALOGS, every_dialog
from tests.journeys.hands import Hands
from tests.window import session_of

ABOUT_THE_CASE = sorted(each.__name__ for each in every_dialog() if issubclass(each, CaseDialog))


def opened(program: Program, hands: Hands, name: str) -> QDialog:
    DIALOGS[name](program)
    QApplication.processEvents()
    front = hands.front()
    assert type(front).__name__ == name
    assert isinstance(front, QDialog)
    front.activateWindow()
    return front


def test_every_dialog_has_the_same_base() -> None:
    assert [each for each in every_dialog() if not issubclass(each, Dialog)] == []
    with_desk = {each for each in every_dialog() if "desk" in inspect.signature(each).parameters}
    assert [each for each in with_desk if not issubclass(each, CaseDialog)] == []
    assert len(ABOUT_THE_CASE) > 12


@pytest.mark.parametrize("name", list(DIALOGS))
def test_it_says_what_it_is_and_escape_leaves_it(program: Program, at_work: Hands, name: str) -> None:
    front = opened(program, at_work, name)
    assert front.windowTitle() == "Borgerplan"           # no citizen's name reaches the task bar
    assert front.accessibleName() not in ("", "Borgerplan")
    assert "\u200b" not in front.accessibleName()
    assert front.size().boundedTo(program.window.size()) == front.size()
    focused = front.focusWidget()
    assert focused is not None                           # the keyboard is in it
    assert front.isAncestorOf(focused)
    QTest.keyClick(front, Qt.Key.Key_Escape)
    assert not front.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(front)
    if name in ABOUT_THE_CASE:                           # it goes with its case
        front = opened(program, at_work, name)
        session_of(program).show_day()
        assert not front.isVisible()
        assert at_work.front() is program.window
