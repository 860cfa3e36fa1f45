"""The shelter writes its phrases and keeps its words: stored as they are left, taken back, and seen by others."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.drafts import waiting
from borgerplan_desktop.casework.session.half_typed import PHRASE, HalfTyped
from borgerplan_desktop.casework.session.shelter_words import (
    add_phrase,
    add_phrases,
    add_word,
    change_phrase,
    own_words,
    phrases,
)
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.house.phrases_page import FEW, PhrasesPage
from borgerplan_desktop.model.shelter import OwnWord, Phrase


def shown(archive: Archive, qtbot: QtBot) -> PhrasesPage:
    desk = Desk(archive.shelter)
    page = PhrasesPage(desk)
    desk.setParent(page)
    qtbot.addWidget(page, before_close_func=close)
    page.show()
    page.activateWindow()
    return page


def close(page: PhrasesPage) -> None:
    page._desk.close()


def there(archive: Archive) -> list[tuple[str, str, bool]]:
    return [(each.short, each.text, each.retired) for each in phrases(archive.shelter)]


def add(page: PhrasesPage, qtbot: QtBot, short: str, text: str) -> None:
    page.short.clear()
    page.text.clear()
    qtbot.keyClicks(page.short, short)
    qtbot.keyClicks(page.text, text)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)


def test_an_empty_page_says_what_a_phrase_is_and_offers_ten(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    assert page.empty.isVisible()
    assert page.none_yet.isVisible()
    qtbot.mouseClick(page.examples, Qt.MouseButton.LeftButton)
    assert len(there(archive)) == 10
    assert ("næste", "Næste skridt: {fornavn} og jeg gør det sammen ", False) in there(archive)
    assert not page.empty.isVisible()
    assert len(page.phrases.widgets()) == 10
    archive.shelter.undo()
    assert there(archive) == []
    assert page.empty.isVisible()


def test_a_phrase_is_added_changed_stopped_and_used_again(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    add(page, qtbot, "/ring", "Jeg har ringet.")
    assert there(archive) == [("ring", "Jeg har ringet.", False)]
    assert page.short.text() == page.text.toPlainText() == ""
    (line,) = page.phrases.widgets()
    line.text.setPlainText("Jeg har ringet til")
    line.store()
    assert there(archive) == [("ring", "Jeg har ringet til", False)]
    archive.shelter.undo()
    assert line.text.toPlainText() == "Jeg har ringet."
    qtbot.mouseClick(line.gone, Qt.MouseButton.LeftButton)
    assert there(archive) == [("ring", "Jeg har ringet.", True)]
    (unused,) = page.unused.widgets()
    qtbot.mouseClick(unused.press, Qt.MouseButton.LeftButton)
    assert there(archive) == [("ring", "Jeg har ringet.", False)]


def test_what_is_no_phrase_is_said_and_stays_in_the_fields(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    for short, text, said in (("to ord", "x", "Det korte navn er ét ord"), ("", "x", "Det korte navn er ét ord"),
                              ("a" * 31, "x", "højst 30 tegn"), ("tom", " ", "Skriv frasens ord"),
                              ("lang", "x" * 2001, "højst 2000 tegn")):
        page.short.setText(short)
        page.text.setPlainText(text)
        page.add.click()
        assert said in page.trouble.text()
        assert (page.short.text(), page.text.toPlainText()) == (short, text)
    assert there(archive) == []
    add(page, qtbot, "ny", "x")
    add(page, qtbot, "NY", "y")
    assert "allerede en frase" in page.trouble.text()


def test_words_of_our_own_are_listed_and_removed(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    add_word(archive.shelter, "gadehjem")                # from a text, or by somebody else
    (line,) = page.words.widgets()
    assert line.words.text() == "gadehjem"
    qtbot.mouseClick(line.press, Qt.MouseButton.LeftButton)
    assert own_words(archive.shelter) == []
    archive.shelter.undo()
    assert [each.word for each in own_words(archive.shelter)] == ["gadehjem"]


def test_what_somebody_else_changes_shows_but_not_over_what_is_typed(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    add(page, qtbot, "ring", "Jeg har ringet.")
    (line,) = page.phrases.widgets()
    (phrase,) = archive.shelter.case.all(Phrase)
    with archive.shelter.action("elsewhere"):
        phrase.text = "Vi har ringet."
    assert line.text.toPlainText() == "Vi har ringet."


def test_closing_stores_what_is_typed(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    page.short.setText("ring")
    page.text.setPlainText("Jeg har ringet.")
    close(page)
    assert there(archive) == [("ring", "Jeg har ringet.", False)]


@pytest.fixture
def elsewhere(archive: Archive) -> Callable[[], OpenCase]:
    """The shelter's case in another window, which looks as it is asked for."""
    return lambda: OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)


def test_two_windows_change_one_phrase_and_nobodys_words_are_lost(archive: Archive, qtbot: QtBot,
                                                                   elsewhere: Callable[[], OpenCase]) -> None:
    page = shown(archive, qtbot)
    add(page, qtbot, "ring", "Jeg har ringet.")
    (line,) = page.phrases.widgets()
    line.text.setPlainText("Mine ord")
    other = elsewhere()
    change_phrase(other, phrases(other)[0], "ring", "Deres ord")
    line.store()
    assert there(archive) == [("ring", "Deres ord", False)]
    assert line.text.toPlainText() == "Deres ord"
    assert "Du skrev: »Mine ord«" in page.trouble.text()
    line.text.setPlainText("Mine nye ord")
    change_phrase(other, phrases(other)[0], "ring", "Deres nye ord")
    archive.shelter.catch_up()                           # theirs is known here while one types
    assert line.text.toPlainText() == "Mine nye ord"
    line.store()
    assert there(archive) == [("ring", "Deres nye ord", False)]
    assert "Du skrev: »Mine nye ord«" in page.trouble.text()
    line.text.setPlainText("Begges ord")
    change_phrase(other, phrases(other)[0], "opkald", "Deres nye ord")
    archive.shelter.catch_up()
    line.store()
    assert there(archive) == [("opkald", "Begges ord", False)]


def test_one_of_the_same_name_from_two_windows_can_be_changed(archive: Archive, qtbot: QtBot,
                                                              elsewhere: Callable[[], OpenCase]) -> None:
    other = elsewhere()
    for shelter, text in ((other, "y"), (archive.shelter, "x")):
        add_phrase(shelter, "hej", text)
        add_word(shelter, "gadehjem")
    archive.shelter.catch_up()
    page = shown(archive, qtbot)
    assert [each.word for each in own_words(archive.shelter)] == ["gadehjem"]
    line = page.phrases.widgets()[0]
    line.text.setPlainText("andet")
    line.store()
    assert "andet" in [text for _short, text, _retired in there(archive)]
    line.short.setText("goddag")
    line.store()
    assert sorted(short for short, _text, _retired in there(archive)) == ["goddag", "hej"]
    page.words.widgets()[0].press.click()
    assert archive.shelter.case.all(OwnWord) == []


def test_a_number_of_one_citizen_is_no_phrase_for_everybody(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    page.short.setText("cpr")
    page.text.setPlainText("Ring om 010180-1234")
    page.add.click()
    assert "Her står et CPR-nummer" in page.trouble.text()
    assert there(archive) == []


def test_hundreds_of_phrases_wait_for_a_button(archive: Archive, qtbot: QtBot) -> None:
    add_phrases(archive.shelter, [(f"frase{n}", "ord") for n in range(100)])
    page = shown(archive, qtbot)
    assert len(page.phrases.widgets()) == FEW
    add(page, qtbot, "åben", "Vi har åbent.")
    assert "åben" in [line.short.text() for line in page.phrases.widgets()]      # what one has just written is seen
    page.phrases.all_button.click()
    assert len(page.phrases.widgets()) == 101


def test_what_cannot_be_stored_is_kept_when_the_case_is_left(archive: Archive, qtbot: QtBot) -> None:
    add_phrase(archive.shelter, "ring", "Jeg har ringet.")
    page = shown(archive, qtbot)
    (line,) = page.phrases.widgets()
    line.text.setPlainText("x" * 2001)
    line.store()
    assert "højst 2000 tegn" in page.trouble.text()
    assert line.text.toPlainText() == "x" * 2001
    close(page)
    assert [draft.text for draft in waiting(archive.shelter)] == ["x" * 2001]


def test_a_phrase_that_is_half_written_stands_there_again(archive: Archive, qtbot: QtBot) -> None:
    half_typed = HalfTyped(archive)
    first = Desk(archive.shelter, half_typed=half_typed)
    page = PhrasesPage(first)
    qtbot.addWidget(page)
    page.short.setText("ring")
    first.close()
    assert there(archive) == []
    second = Desk(archive.shelter, half_typed=HalfTyped(archive))      # as after a kill: read from the folder
    again = PhrasesPage(second)
    qtbot.addWidget(again)
    assert again.short.text() == "ring"
    again.text.setPlainText("Jeg har ringet.")
    second.close()
    assert there(archive) == [("ring", "Jeg har ringet.", False)]
    assert HalfTyped(archive).begun(PHRASE) == {}
