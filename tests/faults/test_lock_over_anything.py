"""Ctrl+L locks over what is no dialog of ours: menus, lists, calendars, files, printing; and what was half typed."""
from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QProgressDialog,
    QWidget,
)

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.course.responsibility import ask_office
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.during_meeting import start_meeting
from borgerplan_desktop.casework.session import drafts
from borgerplan_desktop.gui.printing.printer import choose_printer
from borgerplan_desktop.gui.widgets.date_field import DateEdit
from borgerplan_desktop.gui.widgets.message import Message, tell
from borgerplan_desktop.gui.widgets.projector_view import ProjectorView
from borgerplan_desktop.model.course import ResponsibilityRequest
from tests.faults.test_lock_from_everywhere import CTRL, DIALOGS, _page, is_locked, press_ctrl_l
from tests.faults.test_while_typing import unlock
from tests.journeys.hands import Hands
from tests.window import desk_of, session_of


def test_over_a_message_over_a_dialog(program: Program, at_work: Hands) -> None:
    session_of(program).actions.receive()
    tell(at_work.front(), Message("Det gik ikke."))
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_what_is_half_typed_comes_back(program: Program, at_work: Hands) -> None:
    """Also two dialogs' words at once: a text of the case, and a citizen who has no case yet."""
    DIALOGS["AskConsent"](program)
    purpose = at_work.front().purpose_field  # type: ignore[attr-defined]
    purpose.insertPlainText("så vi kan")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    assert [draft.text for draft in drafts.waiting(desk_of(program).opened)] == ["så vi kan"]
    session_of(program).actions.receive()
    at_work.type("Navn", "Jonas Prøve")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    field = at_work.field("Navn")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Jonas Prøve"


def test_a_half_typed_office_comes_back(program: Program, at_work: Hands) -> None:
    """The one asked next waits as a draft; the words of one that was asked are stored where they stand."""
    asked = ask_office(desk_of(program).opened, "Jobcenteret")
    DIALOGS["Responsibility"](program)
    at_work.type("Hvad de sagde", "De ringer")
    at_work.type("Hvilket kontor spørger I?", "Hjemløseenh")
    press_ctrl_l()
    assert is_locked(program, at_work)
    unlock(program, at_work)
    opened = desk_of(program).opened
    assert [each.answer for each in opened.case.all(ResponsibilityRequest) if each.id == asked.id] == ["De ringer"]
    assert [draft.text for draft in drafts.waiting(opened)] == ["Hjemløseenh"]


def test_over_a_menu(program: Program, at_work: Hands) -> None:
    menu = QMenu(program.window)
    menu.addAction("Marie Holm")
    menu.popup(program.window.mapToGlobal(program.window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_over_the_list_of_a_choice(program: Program, at_work: Hands) -> None:
    DIALOGS["AddPerson"](program)
    combo = next(c for c in at_work.front().findChildren(QComboBox) if c.isVisible() and c.count())
    combo.showPopup()
    assert combo.view().isVisible()
    QTest.keyClick(combo.view(), Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_over_a_calendar(program: Program, at_work: Hands) -> None:
    DIALOGS["NewCitizen"](program)
    field = next(f for f in at_work.front().findChildren(DateEdit) if f.isVisible())
    field._on_open()
    assert QApplication.activePopupWidget() is not None
    press_ctrl_l()
    assert is_locked(program, at_work)


@pytest.mark.parametrize("ask_for", ["export", "ask_import", "save_plan"])
def test_over_a_file_dialog(program: Program, at_work: Hands, ask_for: str) -> None:
    getattr(session_of(program).actions, ask_for)()
    if ask_for == "save_plan":                           # first: is it for the citizen, or for others?
        at_work.click("Gem en kopi som …")
    assert isinstance(at_work.front(), QFileDialog)
    press_ctrl_l()
    assert is_locked(program, at_work)


def test_over_the_print_dialog(program: Program, at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits in a loop of its own, which ends with it."""
    monkeypatch.setattr("borgerplan_desktop.gui.printing.printer.has_printer", lambda: True)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    seen: list[type[QWidget]] = []

    def lock() -> None:
        front = QApplication.activeModalWidget()
        assert front is not None
        seen.append(type(front))
        QTest.keyClick(front, Qt.Key.Key_L, CTRL)

    QTimer.singleShot(50, program.window, lock)
    assert not choose_printer(printer, program.window)
    assert seen == [QPrintDialog]
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_while_something_is_printed(program: Program, at_work: Hands) -> None:
    waiting = QProgressDialog("Planen sendes til printeren.", "Annullér", 0, 0, program.window)
    waiting.show()
    QTest.keyClick(waiting, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)


def test_in_a_meeting_over_the_whole_window(program: Program, at_work: Hands) -> None:
    opened = desk_of(program).opened
    start_meeting(opened, plan_meeting(opened))
    page = _page(program, "meetings")
    program.window.full_screen_action.trigger()
    QApplication.processEvents()
    line = page.findChild(QLineEdit, "park_words") or page.window().findChild(QLineEdit, "park_words")
    assert line is not None
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    assert is_locked(program, at_work)
    assert program.window.isFullScreen()
    unlock(program, at_work)
    assert program.window.findChild(ProjectorView) is not None   # nobody else's name comes on the wall
    assert program.window.isFullScreen()


def test_the_key_is_not_heard_before_anybody_is_in(program: Program, hands: Hands) -> None:
    field = hands.field("Adgangskode")
    field.setFocus()
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CTRL))
    assert hands.sees("Log ind")
