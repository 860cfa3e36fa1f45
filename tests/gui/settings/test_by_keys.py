"""The settings by keyboard alone."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.theme import Theme
from borgerplan_desktop.gui.settings.settings_dialog import SettingsDialog


def test_tab_goes_from_the_list_into_the_section(archive: Archive, qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    dialog = SettingsDialog(archive, Preferences(Theme(application), settings=kept))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.sections_list.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    here = QApplication.focusWidget()
    assert here is not None
    assert dialog.pages.isAncestorOf(here)
    QTest.keyClick(dialog, Qt.Key.Key_Backtab)
    QTest.keyClick(dialog, Qt.Key.Key_Backtab)
    assert dialog.close_button.hasFocus()


def test_the_door_to_the_words_of_the_house_closes_the_settings(archive: Archive, qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    dialog = SettingsDialog(archive, Preferences(Theme(application), settings=kept))
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.words_wanted):
        QTest.keyClick(dialog.words_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
