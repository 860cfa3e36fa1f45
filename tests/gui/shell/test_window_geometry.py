"""A window that stood on another screen comes up whole on this one, and a dialog no larger than either."""
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.dialog_size import fit_dialog
from borgerplan_desktop.gui.shell.main_window import GEOMETRY, MainWindow


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def kept_from(qtbot: QtBot, place: QRect) -> QByteArray:
    before = MainWindow()
    qtbot.addWidget(before)
    before.setGeometry(place)
    return before.saveGeometry()


def stands(window: MainWindow) -> bool:
    room = window.screen().availableGeometry()
    return window.width() <= room.width() and window.height() <= room.height() and room.contains(window.geometry())


@pytest.mark.parametrize("place", [QRect(0, 0, 3840, 2160), QRect(5000, 300, 1366, 768), QRect(-4000, -3000, 700, 500),
                                   QRect(100, 400, 700, 700)])
def test_a_window_kept_on_another_screen_fits_this_one(qtbot: QtBot, settings: QSettings, place: QRect) -> None:
    settings.setValue(GEOMETRY, kept_from(qtbot, place))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    assert stands(window), window.geometry()


@pytest.mark.parametrize("kept", [None, QByteArray(b"not a geometry"), "text", 7, QByteArray()])
def test_a_window_whose_place_cannot_be_read_fits_the_screen(qtbot: QtBot, settings: QSettings, kept: object) -> None:
    if kept is not None:
        settings.setValue(GEOMETRY, kept)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(4000, 3000)
    window.show()
    assert stands(window), window.geometry()


def test_a_place_that_fits_is_kept(qtbot: QtBot, settings: QSettings) -> None:
    place = QRect(20, 60, 660, 500)
    settings.setValue(GEOMETRY, kept_from(qtbot, place))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    assert window.geometry() == place


def test_a_dialog_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(4000, 3000)
    dialog = QDialog(window)
    fit_dialog(dialog, 3000, 2500)
    room = dialog.screen().availableGeometry()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
