"""Help with writing is turned off and on, and remembered; without a dictionary the page says what to do."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.theme import Theme
from borgerplan_desktop.gui.settings.preferences_page import PreferencesPage


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def preferences(settings: QSettings) -> Preferences:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Preferences(Theme(application), settings=settings)


def test_both_are_on_until_somebody_turns_them_off(qtbot: QtBot, settings: QSettings) -> None:
    chosen = preferences(settings)
    page = PreferencesPage(chosen)
    qtbot.addWidget(page)
    assert page.spelling_box.isChecked()
    assert page.hints_box.isChecked()
    assert "F7" in page.spelling_hint.text()
    with qtbot.waitSignal(chosen.writing):
        qtbot.mouseClick(page.spelling_box, Qt.MouseButton.LeftButton)
    page.hints_box.click()
    again = preferences(settings)
    assert not again.checks_spelling
    assert not again.gives_hints
    page.hints_box.click()
    assert preferences(settings).gives_hints


def test_without_a_dictionary_it_says_so_and_what_to_do(qtbot: QtBot, settings: QSettings,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("borgerplan_desktop.gui.settings.preferences_page.find_dictionary", lambda: None)
    page = PreferencesPage(preferences(settings))
    qtbot.addWidget(page)
    assert not page.spelling_box.isEnabled()
    assert not page.spelling_box.isChecked()
    assert "hunspell-da" in page.spelling_hint.text()
    assert "LibreOffice" in page.spelling_hint.text()
