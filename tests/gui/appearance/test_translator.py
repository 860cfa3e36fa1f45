"""The menu of a text field says what our own menus say; the rest are Qt's own words."""
from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
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


class Listener(QWidget):
    """Counts how often it is told of another language."""

    told = 0

    def changeEvent(self, event: QEvent) -> None:
        self.told += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_who_is_made_after_the_language_was_heard_is_not_told_of_it(qtbot: QtBot, qapp: QApplication) -> None:
    before = Listener()
    qtbot.addWidget(before)
    translator = Translator(qapp)
    translator.speak("da")
    try:
        translator.be_heard()
        after = Listener()
        qtbot.addWidget(after)
        QApplication.processEvents()
        assert (before.told, after.told) == (1, 0)
    finally:
        qapp.removeTranslator(translator)
        if translator._qt is not None:
            qapp.removeTranslator(translator._qt)
