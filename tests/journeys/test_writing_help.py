"""In the real window: F7 from the menu, and what is known of words goes with the session."""
from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from borgerplan_desktop.app import Program
from borgerplan_desktop.casework.session.shelter_words import add_phrase
from borgerplan_desktop.gui.plan.own_field import OwnField
from borgerplan_desktop.gui.writing.phrase_list import PhraseList
from borgerplan_desktop.gui.writing.speller import Speller
from borgerplan_desktop.gui.writing.writing_help import WritingHelp
from tests.gui.writing.conftest import DICTIONARY
from tests.journeys.hands import Hands
from tests.window import archive_of, first_start, open_first, take_in


@pytest.fixture
def writing(program: Program, hands: Hands) -> WritingHelp:
    first_start(hands)
    take_in(hands, "Jonas Prøve")
    assert program.actions is not None
    assert program.actions._writing is None              # nobody has come into a text
    writing = program.actions.writing_help()
    assert writing is not None
    writing.speller = Speller([DICTIONARY], writing)
    writing.speller.told.connect(writing._on_told)
    open_first(program, "plan")
    return writing


def test_f7_finds_a_word_of_the_page_and_a_phrase_is_put_in(program: Program, hands: Hands, qtbot: QtBot,
                                                            writing: WritingHelp) -> None:
    field = next(each for each in program.window.findChildren(OwnField) if each.isVisible()).edit
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    field.setFocus()
    qtbot.keyClicks(field, "jeg vil bo i en lejlihed")
    program.window.word_action.trigger()
    qtbot.waitUntil(lambda: field.textCursor().selectedText() == "lejlihed")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: menu.activeAction() is not None)
    qtbot.keyClick(menu, Qt.Key.Key_Return)              # the first suggestion
    assert field.toPlainText() == "jeg vil bo i en lejlighed"
    add_phrase(archive_of(program).shelter, "tak", "{fornavn} siger tak.")
    qtbot.keyClicks(field, " /t")
    (shown,) = [each for each in program.window.findChildren(PhraseList) if each.shown()]
    assert shown.shown() == ["tak"]
    program.window.lock_action.trigger()
    assert not any(each.isVisible() for each in program.window.findChildren(PhraseList))


def test_when_the_screen_locks_the_words_are_forgotten_and_their_process_is_gone(
        program: Program, qtbot: QtBot, writing: WritingHelp) -> None:
    speller = writing.speller
    speller.ask(["lejlihed"])
    qtbot.waitUntil(lambda: speller.knows("lejlihed") is False)
    process = speller._process
    assert process is not None
    number = process.processId()
    os.kill(number, 0)
    program.window.lock_action.trigger()
    assert not speller._known
    assert not speller._asked
    assert not speller.is_running
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert program.actions is not None
    assert program.actions._writing is None
