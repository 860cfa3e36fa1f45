"""The shelter says who has read a language of the papers, and takes it back."""
from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.settings.languages_page import LanguagesPage
from borgerplan_desktop.model.paper_language import is_draft


def shown(archive: Archive, qtbot: QtBot) -> LanguagesPage:
    page = LanguagesPage(archive)
    qtbot.addWidget(page, before_close_func=LanguagesPage.stop)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_language_is_approved_by_name_and_withdrawn_again(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    assert set(page.lines) == {"pl", "ro", "kl"}         # Danish and English are our own
    line = page.lines["pl"]
    assert line.told.text() == "Papirer på sproget er udkast."
    line.by.setFocus()
    qtbot.keyClicks(line.by, "Anna Nowak")
    qtbot.keyClick(line.by, Qt.Key.Key_Return)
    assert line.told.text().startswith("Godkendt af Anna Nowak den ")
    assert not is_draft("pl", archive.shelter.case)
    assert not line.by.isVisible()
    line.withdraw.click()
    assert is_draft("pl", archive.shelter.case)
    page.undo.click()
    assert not is_draft("pl", archive.shelter.case)
    assert line.withdraw.isVisible()


def test_what_the_field_asks_for_is_said_beside_it_and_what_comes_of_it(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    for code, line in page.lines.items():
        assert line.by_label.isVisible()
        assert line.by_label.text() == "Læst af (en, der har sproget fra barn)"
        assert line.by.accessibleName() == f"{line.name_label.text()}: {line.by_label.text()}", code
        assert line.by.accessibleDescription() == "Så er papirer på sproget ikke længere udkast."
    assert "Lav et papir på sproget" in page.hint.text()
    line = page.lines["pl"]
    line.by.setText("Anna Nowak")
    line.approve.click()
    assert not line.by_label.isVisible()                 # it is answered


def test_without_a_name_it_is_asked_for(archive: Archive, qtbot: QtBot) -> None:
    page = shown(archive, qtbot)
    page.lines["ro"].approve.click()
    assert page.trouble.text() == "Skriv, hvem der har læst det."
    assert page.trouble.isVisible()
    assert is_draft("ro", archive.shelter.case)
