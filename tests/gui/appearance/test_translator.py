"""The menu of a text field says what our own menus say; the rest are Qt's own words."""
from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.translator import Translator


def test_the_menu_of_a_text_field_speaks_as_the_other_menus(qtbot: QtBot, qapp: QApplication) -> None:
    translator = Translator(qapp)
    translator.speak("da")
    try:
        for edit in (QPlainTextEdit(), QLineEdit()):
            qtbot.addWidget(edit)
            menu = edit.createStandardContextMenu()
            qtbot.addWidget(menu)
            words = [action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()]
            assert words == ["Fortryd", "Gentag", "Klip", "Kopier", "Sæt ind", "Slet", "Marker alt"]
    finally:
        qapp.removeTranslator(translator)
        if translator._qt is not None:
            qapp.removeTranslator(translator._qt)
