"""The window with looks that can be chosen and remembered."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.theme import Theme, apply_theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.gui.shell.main_window import MainWindow
from tests.archive import Clock


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "borgerplan.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, location: Location, clock: Clock,
            settings: QSettings) -> Iterator[Program]:
    """As tests/journeys/conftest.py, with looks that can be chosen and remembered."""
    window = MainWindow(None, clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    program = Program(window, location, settings, clock)
    theme, translator = Theme(qapp, False, 1.0), Translator(qapp)
    translator.speak("da")
    program.preferences = Preferences(theme, translator, settings, window)
    assert program.take_folder()
    program.begin()
    window.show()
    yield program
    window.close()
    qapp.removeTranslator(translator)
    qapp.styleHints().colorSchemeChanged.disconnect(theme._on_system_scheme)
    theme.deleteLater()
    apply_theme(qapp, dark=False, size=1.0)
