"""Plain words are hinted at where one stands, put in with one press, turned off with another; never in own words."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.gui.appearance.preferences import Preferences
from borgerplan_desktop.gui.appearance.theme import Theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.plan.note_box import NoteBox
from borgerplan_desktop.gui.widgets.prose import citizens_own
from borgerplan_desktop.gui.writing.field_help import FieldHelp
from borgerplan_desktop.gui.writing.hint_line import HintLine
from borgerplan_desktop.model.plan import current_plan
from tests.gui.writing.conftest import Page

Typed = Callable[[str], None]
OFFICIAL = "Vi skal påbegynde hjælp"


def stand(page: Page, position: int) -> FieldHelp:
    """The cursor is put there, and nobody types."""
    cursor = page.edit.textCursor()
    cursor.setPosition(position)
    page.edit.setTextCursor(cursor)
    there = page.help.help_in(page.edit)
    there.look_soon()
    there.look()
    return there


def test_one_press_puts_the_plain_word_in_and_ctrl_z_takes_it_back(page: Page, typed: Typed, qtbot: QtBot,
                                                                   desk: Desk) -> None:
    typed(OFFICIAL)
    there = stand(page, 12)
    assert there.hinted() == ["påbegynde"]
    assert there.told_below() == "»påbegynde« → »begynde«"
    (line,) = page.findChildren(HintLine)
    assert (line.put.text(), line.put.accessibleName()) == ("Skriv det", "Skriv »begynde«")
    qtbot.mouseClick(line.put, Qt.MouseButton.LeftButton)
    assert current_plan(desk.case).situation == "Vi skal begynde hjælp"
    assert there.told_below() == ""
    assert page.edit.hasFocus()
    desk.do(type(desk.opened).undo)
    assert page.edit.toPlainText() == OFFICIAL


def test_words_that_fit_only_some_sentences_are_told_without_a_press(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("I går udeblev Jonas")
    there = stand(page, 8)
    assert there.told_below() == "»udeblev« → »kom ikke«"
    (line,) = page.findChildren(HintLine)
    assert line.put.isHidden()
    qtbot.keyClick(page.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert page.edit.toPlainText() == "I går udeblev Jonas"


def test_the_keyboard_puts_it_in_too(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed(OFFICIAL)
    stand(page, 12)
    qtbot.keyClick(page.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert page.edit.toPlainText() == "Vi skal begynde hjælp"


def test_it_is_silent_while_one_types_and_elsewhere_in_the_text(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed(OFFICIAL)
    qtbot.wait(400)
    assert page.help.help_in(page.edit).told_below() == ""
    assert stand(page, 2).told_below() == ""
    assert stand(page, 12).told_below() != ""
    page.edit.moveCursor(QTextCursor.MoveOperation.End)
    typed(".")
    assert page.help.help_in(page.edit).told_below() == ""


def test_a_long_sentence_is_said_to_be_long(page: Page, typed: Typed) -> None:
    page.edit.setFocus()
    page.edit.setPlainText("vi " * 30)
    assert stand(page, 9).told_below() == "En lang sætning. Del den i to?"


def test_the_citizens_own_words_are_not_bettered(page: Page, typed: Typed) -> None:
    citizens_own(page.edit)
    typed(OFFICIAL)
    assert stand(page, 12).hinted() == []


def test_no_more_hints_holds_until_somebody_wants_them_again(page: Page, typed: Typed, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    preferences = Preferences(Theme(application))
    page.help._preferences = preferences
    preferences.writing.connect(page.help._on_choice)
    typed(OFFICIAL)
    there = stand(page, 12)
    (line,) = page.findChildren(HintLine)
    qtbot.mouseClick(line.off, Qt.MouseButton.LeftButton)
    assert there.hinted() == []
    assert there.told_below() == ("Ikke flere tips. De kan slås til igen i indstillingerne under »Udseende og "
                                  "skrivehjælp«.")
    assert line.off.isHidden()
    assert not preferences.gives_hints
    preferences.choose_hints(True)
    assert there.hinted() == ["påbegynde"]


@pytest.mark.parametrize("before", ["", "To\nlinjer\n", "Her\nstår\nfire\nlinjer\n"])
def test_the_line_covers_nothing_that_one_presses(page: Page, desk: Desk, qtbot: QtBot, before: str) -> None:
    """Below a note stand the buttons of its kind."""
    note = NoteBox(desk, None, parent=page)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(note)
    note.show()
    QApplication.processEvents()
    note.edit.setFocus()
    note.edit.insertPlainText(before + OFFICIAL + "\n\n" * (not before))
    cursor = note.edit.textCursor()
    cursor.setPosition(len(before) + 12)
    note.edit.setTextCursor(cursor)
    there = page.help.help_in(note.edit)
    there.look_soon()
    there.look()
    (line,) = page.findChildren(HintLine)
    assert line.isVisible()
    spot = QRect(line.mapTo(page, QPoint(0, 0)), line.size())
    for pressed in (*note.kinds.values(), note.about.field, page.edit, page.second):
        assert not spot.intersects(QRect(pressed.mapTo(page, QPoint(0, 0)), pressed.size()))
    caret = note.edit.cursorRect().translated(note.edit.viewport().mapTo(page, QPoint(0, 0)))
    assert not spot.intersects(caret)
