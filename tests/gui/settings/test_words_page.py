"""The shelter writes its phrases and keeps its words: stored as they are left, taken back, and seen by others."""
from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import PHRASE, HalfTyped
from borgerplan_desktop.casework.session.shelter_words import add_word, own_words, phrases
from borgerplan_desktop.gui.settings.words_page import WordsPage
from borgerplan_desktop.model.shelter import Phrase


def shown(archive: Archive, qtbot: QtBot) -> WordsPage:
    page = WordsPage(archive)
    qtbot.addWidget(page, before_close_func=WordsPage.stop)
    page.show()
    page.activateWindow()
    return page


def there(archive: Archive) -> list[tuple[str, str, bool]]:
    return [(each.short, each.text, each.retired) for each in phrases(archive.shelter)]


def add(page: WordsPage, qtbot: QtBot, short: str, text: str) -> None:
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
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
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
    assert page.undo.text() == "Fortryd: Ret frase"
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert line.text.toPlainText() == "Jeg har ringet."
    qtbot.mouseClick(line.gone, Qt.MouseButton.LeftButton)
    assert there(archive) == [("ring", "Jeg har ringet.", True)]
    (unused,) = page.unused.widgets()
    qtbot.mouseClick(unused.press, Qt.MouseButton.LeftButton)
    assert there(archive) == [("ring", "Jeg har ringet.", False)]


def test_what_is_no_phrase_is_said_and_stays_in_the_fields(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    for short, text, said in (("to ord", "x", "Kaldenavnet er ét ord"), ("", "x", "Kaldenavnet er ét ord"),
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
    page.undo.click()
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
    page.stop()
    assert there(archive) == [("ring", "Jeg har ringet.", False)]
    page._shelter.listen(page._on_changes)               # as it was, for the end of the test


def test_a_phrase_that_is_half_written_stands_there_again(archive: Archive, qtbot: QtBot) -> None:
    half_typed = HalfTyped(archive)
    page = WordsPage(archive, half_typed=half_typed)
    qtbot.addWidget(page)
    page.short.setText("ring")
    page.stop()
    assert there(archive) == []
    again = WordsPage(archive, half_typed=HalfTyped(archive))        # as after a kill: read from the folder
    qtbot.addWidget(again)
    assert again.short.text() == "ring"
    again.text.setPlainText("Jeg har ringet.")
    again.stop()
    assert there(archive) == [("ring", "Jeg har ringet.", False)]
    assert HalfTyped(archive).begun(PHRASE) == {}
