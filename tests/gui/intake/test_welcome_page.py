"""The settings' page for the welcome and the house rules."""
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.intake.welcome import LONGEST, WelcomeTexts, welcome_texts, write_welcome
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.settings.welcome_page import WelcomePage
from tests.journeys.hands import Hands


def test_both_texts_are_stored_when_a_field_is_left_and_the_sheet_is_shown(qtbot: QtBot, archive: Archive) -> None:
    page = WelcomePage(archive)
    qtbot.addWidget(page)
    page.show()
    hands = Hands(page)
    hands.type("Det første, en nyankommen skal vide", "Der er mad klokken seks.")
    hands.press(Qt.Key.Key_Tab)
    assert welcome_texts(archive) == WelcomeTexts("Der er mad klokken seks.", "")
    hands.type("Husorden", "Ro efter klokken 22")
    page.store()
    assert welcome_texts(archive).house_rules == "Ro efter klokken 22"
    hands.click("Vis arket")
    pictures = [each for each in page.sheet_box.findChildren(QLabel) if not each.pixmap().isNull()]
    assert pictures
    assert pictures[0].accessibleName().startswith("Velkomstarket, side 1 af")
    field = hands.field("Husorden")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("x" * LONGEST)                    # letter by letter it would take ten seconds
    field.setFocus()
    hands.write("x")
    page.store()
    assert hands.sees("Det er for langt.")
    assert welcome_texts(archive).house_rules == "Ro efter klokken 22"
    hands.click("Vis arket")
    assert not page.sheet_box.isVisible()


def test_a_text_that_is_too_long_is_refused_at_its_field(archive: Archive) -> None:
    with pytest.raises(Refused) as refused:
        write_welcome(archive, WelcomeTexts("", "x" * (LONGEST + 1)))
    assert refused.value.field == "house_rules"
