"""A slash, a letter, Enter: the phrase stands there, with what the citizen is called. Esc leaves what was typed."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.plan.templates import add_template
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.shelter_words import add_phrase, phrases, retire_phrase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.house.phrases_page import PhrasesPage
from borgerplan_desktop.gui.house.words_tab import WordsTab
from borgerplan_desktop.gui.templates.template_dialog import TemplateDialog
from borgerplan_desktop.gui.writing.phrase_list import PhraseList
from borgerplan_desktop.model.plan import current_plan
from tests.gui.writing.conftest import Page

Typed = Callable[[str], None]


@pytest.fixture(autouse=True)
def three(archive: Archive) -> None:
    add_phrase(archive.shelter, "næste", "Næste skridt: {fornavn} og jeg gør det sammen.")
    add_phrase(archive.shelter, "nej", "{fornavn} sagde nej.")
    add_phrase(archive.shelter, "ringet", "Jeg har ringet.")


def offered(page: Page) -> list[str]:
    return [short for each in page.findChildren(PhraseList) for short in each.shown()]


def test_it_is_found_as_one_types_and_put_in_with_enter(page: Page, typed: Typed, qtbot: QtBot, desk: Desk) -> None:
    typed("Aftale: /")
    assert offered(page) == ["nej", "næste", "ringet"]
    typed("n")
    assert offered(page) == ["nej", "næste", "ringet"]   # the last holds it
    typed("æ")
    assert offered(page) == ["næste"]
    qtbot.keyClick(page.edit, Qt.Key.Key_Return)
    assert page.edit.toPlainText() == "Aftale: Næste skridt: Jonas og jeg gør det sammen."
    assert offered(page) == []
    assert current_plan(desk.case).situation == page.edit.toPlainText()
    desk.do(type(desk.opened).undo)
    assert page.edit.toPlainText() == "Aftale: /næ"      # the phrase was a step of its own


def test_it_says_how_many_more_there_are(page: Page, typed: Typed, archive: Archive) -> None:
    for n in range(5):
        add_phrase(archive.shelter, f"andet{n}", "Noget andet.")
    typed("/")
    (there,) = page.findChildren(PhraseList)
    assert there.says() == "2 mere: skriv videre · Enter sætter den ind · Esc lader være"
    typed("r")
    assert there.says() == "Enter sætter den ind · Esc lader være"


def test_arrows_and_tab_choose(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("/")
    qtbot.keyClick(page.edit, Qt.Key.Key_Up)
    qtbot.keyClick(page.edit, Qt.Key.Key_Tab)
    assert page.edit.toPlainText() == "Jeg har ringet."
    assert page.edit.hasFocus()


def test_esc_leaves_it_as_typed_and_asks_no_more(page: Page, typed: Typed, qtbot: QtBot) -> None:
    typed("/n")
    qtbot.keyClick(page.edit, Qt.Key.Key_Escape)
    assert offered(page) == []
    typed("æ")
    assert offered(page) == []
    assert page.edit.toPlainText() == "/næ"


@pytest.mark.parametrize("words", ["og/n", "3/n", "/n ", "/zzz", "km/t"])
def test_other_slashes_open_nothing(page: Page, typed: Typed, words: str) -> None:
    typed(words)
    assert offered(page) == []
    assert page.edit.toPlainText() == words


def test_a_retired_one_is_not_offered_and_leaving_the_field_closes_the_list(page: Page, typed: Typed,
                                                                            archive: Archive) -> None:
    retire_phrase(archive.shelter, phrases(archive.shelter)[0])
    typed("/")
    assert offered(page) == ["næste", "ringet"]
    page.second.setFocus()
    assert offered(page) == []


@pytest.mark.parametrize("field", ["template", "phrase"])
def test_what_is_for_everybody_gets_nobodys_name(page: Page, qtbot: QtBot, archive: Archive, field: str) -> None:
    if field == "template":
        dialog = TemplateDialog(archive.shelter, add_template(archive.shelter, "Forløb"), page)
        dialog.open()
        edit = dialog.target
    else:
        words = WordsTab(Desk(archive.shelter, page), page)
        words.setGeometry(page.rect())
        words.show()
        words.turn("phrases")
        edit = words.findChildren(PhrasesPage)[0].text
    QApplication.processEvents()
    edit.setFocus()
    qtbot.keyClicks(edit, "/nej")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "{fornavn} sagde nej."
