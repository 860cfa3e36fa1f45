"""Where the keyboard is, also while a dialog is in front."""
from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.keyboard import keyboard_in


@pytest.mark.parametrize("kind", [QLineEdit, QListWidget, QComboBox])
def test_a_dialog_in_front_lets_a_page_keep_its_place(
        qtbot: QtBot, kind: type[QLineEdit | QListWidget | QComboBox]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page, beside = QWidget(window), QWidget(window)
    field = kind(page)
    if isinstance(field, QListWidget):
        field.addItems(["en", "to"])
        field.setCurrentRow(1)
    in_front(qtbot, window)
    field.setFocus()
    assert (keyboard_in(page), keyboard_in(beside)) == (field, None)
    before = [_parent(each) for each in (window, page, field)]
    dialog = QDialog(window)
    answer = QLineEdit(dialog)
    in_front(qtbot, dialog)
    answer.setFocus()
    assert QApplication.focusWidget() is answer
    assert (keyboard_in(page), keyboard_in(field), keyboard_in(beside)) == (field, field, None)
    assert keyboard_in(dialog) is answer
    dialog.hide()
    assert keyboard_in(window) is field                  # nobody has it until the window is in front again
    assert [_parent(each) for each in (window, page, field)] == before       # nothing that Python holds has moved


def in_front(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def _parent(widget: QWidget) -> str:
    return next((line for line in shiboken6.dump(widget).splitlines() if line.startswith("parent")), "")
