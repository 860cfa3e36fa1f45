"""Unknown words are underlined while one writes, and put right from the menu; without a dictionary nothing is said."""
from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.shelter_words import add_word, own_words, remove_word
from borgerplan_desktop.casework.spelling.apart import answer
from borgerplan_desktop.casework.spelling.dictionary import find_dictionary
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.writing.underlines import Underlines
from borgerplan_desktop.gui.writing.word_menu import SaidLine
from borgerplan_desktop.model.plan import current_plan
from borgerplan_desktop.model.words_to_check import words_to_check
from tests.gui.writing.conftest import DICTIONARY, Page, shown

Typed = Callable[[str], None]
LEFT = "jeg vil gerne bo i en lejlihed tæt på min familie"


def menu_at(page: Page, position: int) -> QMenu:
    """The menu as the menu key opens it with the cursor there."""
    cursor = page.edit.textCursor()
    cursor.setPosition(position)
    page.edit.setTextCursor(cursor)
    box = page.edit.cursorRect()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, box.center(),
                              page.edit.viewport().mapToGlobal(box.center()))
    QApplication.sendEvent(page.edit.viewport(), event)
    return next(menu for menu in page.edit.findChildren(QMenu) if menu.isVisible())


def opened_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def action(menu: QMenu, words: str) -> QAction:
    return next(each for each in menu.actions() if words in each.text())


def choose(menu: QMenu, words: str) -> None:
    """Press it, and the menu is gone."""
    action(menu, words).trigger()
    menu.close()
    QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    next(each for each in QApplication.topLevelWidgets() if isinstance(each, Page)).activateWindow()
    QApplication.processEvents()                         # the offscreen screen gives the window up with its menu


def test_an_unknown_word_is_underlined_once_it_is_left(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("jeg vil bo i en lejlihed")
    qtbot.wait(600)                                      # the dictionary has answered
    assert page.marked() == []                           # it is still being written
    typed(" tæt på")
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    page.second.setFocus()
    assert page.marked() == []                           # a text that is left alone reads as on paper
    assert not any(each.isVisible() for each in page.findChildren(Underlines))


def test_the_marks_are_no_words_typed(page: Page, typed: Typed, qtbot: QtBot, desk: Desk) -> None:
    typed(LEFT + " ")
    desk.settle.emit()
    done = len(desk.opened.done)
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    desk.settle.emit()
    assert len(desk.opened.done) == done


def test_the_menu_suggests_and_puts_in_as_one_step_of_undo(page: Page, typed: Typed, qtbot: QtBot, desk: Desk) -> None:
    typed(LEFT)
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    menu = menu_at(page, LEFT.index("lejlihed") + 2)
    assert not action(menu, "Leder efter forslag").isEnabled()
    qtbot.waitUntil(lambda: any(each.text() == "lejlighed" for each in menu.actions()))
    texts = [each.text() for each in menu.actions()]
    assert texts[0] == "lejlighed"
    assert "Hvad stod her før?" in texts[-1]             # what the field offered before is still there
    choose(menu, "lejlighed")
    plan = current_plan(desk.case)
    assert plan.situation == LEFT.replace("lejlihed", "lejlighed")
    desk.do(type(desk.opened).undo)
    assert plan.situation == LEFT
    assert page.edit.toPlainText() == LEFT


def test_a_word_of_the_shelters_own_is_right_for_everybody(page: Page, typed: Typed, qtbot: QtBot,
                                                           archive: Archive) -> None:
    typed("jeg bo i Hus gadehjem og lejlihed nu")
    qtbot.waitUntil(lambda: page.marked() == ["gadehjem", "lejlihed"])
    choose(menu_at(page, 20), "Læg »gadehjem« i ordbogen")
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    assert [each.word for each in own_words(archive.shelter)] == ["gadehjem"]
    archive.shelter.undo()
    assert page.marked() == ["gadehjem", "lejlihed"]
    add_word(archive.shelter, "gadehjem")
    choose(menu_at(page, 20), "Tag »gadehjem« ud af ordbogen")
    assert own_words(archive.shelter) == []
    remove_word(archive.shelter, "never there")


def test_a_word_is_let_be_in_this_text_only(page: Page, typed: Typed, qtbot: QtBot, archive: Archive) -> None:
    typed(LEFT)
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    choose(menu_at(page, LEFT.index("lejlihed") + 2), "Ikke i denne tekst")
    assert page.marked() == []
    assert own_words(archive.shelter) == []
    page.second.setFocus()
    qtbot.keyClicks(page.second, "min lejlihed nu")
    qtbot.waitUntil(lambda: page.help.help_in(page.second).marked() == ["lejlihed"])


def test_names_of_the_case_and_another_language_are_left_alone(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("jonas og Bodil Gnyf og NemKonto 12a lejlihed og ")
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    page.edit.setPlainText("chciałbym mieszkać blisko mojej rodziny i pracować, to dla mnie ważne")
    page.help.help_in(page.edit).look()
    qtbot.wait(500)
    assert page.marked() == []


def test_f7_goes_to_the_next_unknown_word_of_the_page(page: Page, typed: Typed, qtbot: QtBot) -> None:
    page.edit.setPlainText(LEFT)
    page.second.setPlainText("jeg vil have arbejd og hjæl nu")
    page.edit.setFocus()
    page.edit.moveCursor(QTextCursor.MoveOperation.Start)
    for edit, word in ((page.edit, "lejlihed"), (page.second, "have"), (page.second, "arbejd"), (page.second, "hjæl"),
                       (page.edit, "lejlihed")):
        page.help.go_to_next()
        qtbot.waitUntil(lambda edit=edit, word=word: edit.textCursor().selectedText() == word)
        qtbot.keyClick(opened_menu(), Qt.Key.Key_Escape)
        page.activateWindow()                            # the offscreen screen gives the window up with its menu
        qtbot.waitUntil(edit.hasFocus)


def test_f7_opens_the_menu_of_the_word_and_no_key_after_it_replaces_the_word(page: Page, qtbot: QtBot) -> None:
    page.edit.setPlainText("jeg vil bo i en lejlihed nu med hjæl")
    page.edit.setFocus()
    page.edit.moveCursor(QTextCursor.MoveOperation.Start)
    page.help.go_to_next()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    qtbot.keyClick(opened_menu(), Qt.Key.Key_Escape)
    assert page.edit.textCursor().selectedText() == ""
    assert page.marked() == ["lejlihed", "hjæl"]         # as before
    page.activateWindow()
    qtbot.waitUntil(page.edit.hasFocus)
    QTest.keyClicks(page.edit, ",")
    page.help.go_to_next()
    qtbot.waitUntil(lambda: page.edit.textCursor().selectedText() == "hjæl")
    qtbot.keyClick(opened_menu(), Qt.Key.Key_F7)         # on, without a choice
    qtbot.waitUntil(lambda: page.edit.textCursor().position() == len("jeg vil bo i en lejlihed"))


def test_enter_after_f7_takes_the_first_suggestion(page: Page, qtbot: QtBot) -> None:
    page.edit.setPlainText("jeg vil bo i en lejlihed, nu")
    page.edit.setFocus()
    page.help.go_to_next()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = opened_menu()
    assert any(each.text() == "Næste ord at se på\tF7" for each in menu.actions())
    qtbot.waitUntil(lambda: menu.activeAction() is not None)
    at = [each.text() for each in menu.actions()]
    assert menu.actions()[at.index("Læg »lejlihed« i ordbogen") - 1].isSeparator()
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert page.edit.toPlainText() == "jeg vil bo i en lejlighed, nu"


def told(page: Page) -> str:
    return "".join(each.line.words.words() for each in page.findChildren(SaidLine) if each.line.isVisible())


def test_f7_says_so_when_there_is_nothing_to_go_to(page: Page, qtbot: QtBot) -> None:
    page.edit.setPlainText("jeg vil bo i en lejlighed")
    page.edit.setFocus()
    page.help.go_to_next()
    qtbot.waitUntil(lambda: "Ordbogen kender alle ord her." in told(page))


def test_a_word_put_in_the_dictionary_is_told(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed(LEFT)
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    choose(menu_at(page, LEFT.index("lejlihed") + 2), "Læg »lejlihed« i ordbogen")
    assert "»lejlihed« står nu i herbergets ordbog." in told(page)
    QTest.keyClicks(page.edit, ".")
    assert told(page) == ""


def test_without_a_dictionary_nothing_happens(qtbot: QtBot, desk: Desk, archive: Archive, tmp_path: Path) -> None:
    page = Page(desk, archive, tmp_path)
    qtbot.addWidget(page)
    shown(page, qtbot)
    page.edit.setFocus()
    qtbot.keyClicks(page.edit, LEFT)
    page.help.help_in(page.edit).look()
    page.help.go_to_next()
    assert "ingen dansk ordbog på denne computer" in told(page)
    assert page.marked() == []
    assert not page.help.speller.is_there
    assert not page.help.speller.is_running
    page.help.stop()


def test_when_the_session_ends_no_word_is_remembered(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed(LEFT + " ")
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    speller = page.help.speller
    assert speller.knows("familie") is True
    speller.forget()
    assert speller.knows("familie") is None
    assert not speller.is_running


def test_a_hundred_thousand_characters_are_looked_at_where_one_sees_them(page: Page, qtbot: QtBot) -> None:
    page.edit.setFocus()
    page.edit.setPlainText("jeg vil bo i en lejlihed " * 4000)
    page.help.help_in(page.edit).look()
    qtbot.waitUntil(lambda: "lejlihed" in page.marked())
    assert len(page.marked()) < 100


def test_the_dictionary_of_the_computer_knows_the_words_of_the_house() -> None:
    """The package that packaging/prepare.sh names."""
    folder = find_dictionary()
    if folder is None:
        pytest.skip("no Danish dictionary is installed here, and none could be")
    from hunspell import Hunspell

    danish = Hunspell("da_DK", str(folder), "utf-8")
    words = [word.text for word in words_to_check(
        "Tlf. 12, kl. 10. ca. 5 min., evt. pga. vejr, mht. husleje osv. kr. 300, dvs. maks. nr. 4. kontaktpersonen, "
        "handleplan, tovholder, boligforeningen, dagbehandlingen, natcaféen")]
    checked = answer(danish, {"check": [*words, "lejlihed", "arbjede"]})["checked"]
    assert [word for word, right in checked.items() if not right] == ["lejlihed", "arbjede"]
    assert "lejlighed" in answer(danish, {"suggest": "lejlihed"})["words"]


def test_what_is_underlined_is_also_said(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed(LEFT + " ")
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])
    assert page.edit.accessibleDescription() == "1 ord, som ordbogen ikke kender"
    cursor = page.edit.textCursor()
    cursor.setPosition(LEFT.index("lejlihed") + 2)
    at = page.edit.cursorRect(cursor).center()
    QApplication.sendEvent(page.edit.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, page.edit.mapToGlobal(at)))
    assert "»lejlihed«" in QToolTip.text()
    QToolTip.hideText()
    page.second.setFocus()
    assert page.edit.accessibleDescription() == ""


def test_moving_away_with_the_keys_leaves_the_word(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("jeg bo i lejlihed")
    qtbot.wait(700)
    assert page.marked() == []
    qtbot.keyClick(page.edit, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.marked() == ["lejlihed"])


def test_nothing_is_written_anywhere(page: Page, typed: Typed, qtbot: QtBot, tmp_path: Path) -> None:
    """The word is asked about, and stands in no file: neither ours, nor the dictionary's, nor a temporary one."""
    typed("jeg bo i Xylofon zqyxwvord nu ")
    qtbot.waitUntil(lambda: page.marked() == ["zqyxwvord"])
    page.help.speller.suggest("zqyxwvord")
    qtbot.wait(500)
    for folder in (tmp_path, DICTIONARY, Path(tempfile.gettempdir()) / "hunspell", Path.home() / ".config"):
        for file in folder.rglob("*") if folder.is_dir() else ():
            if file.is_file():
                assert b"zqyxwvord" not in file.read_bytes(), file
