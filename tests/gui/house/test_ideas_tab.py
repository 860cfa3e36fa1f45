"""Ideas on screen: written as they were said, answered, hung on the poster; a name is hinted at."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.house import ideas
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.house.idea_row import IdeaRow
from borgerplan_desktop.gui.house.ideas_tab import IdeasTab
from borgerplan_desktop.gui.house.name_hint import NameHint
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.model.house_ideas import HouseIdea, IdeaStatus
from tests.archive import Clock

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(archive: Archive) -> Iterator[Desk]:
    desk = Desk(OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock))
    yield desk
    desk.close()


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> IdeasTab:
    tab = IdeasTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1090, 640)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def choose(row: IdeaRow, status: IdeaStatus) -> None:
    at = row.status.findData(status.value)
    row.status.setCurrentIndex(at)
    row.status.activated.emit(at)


def test_from_what_was_said_to_what_we_did(qtbot: QtBot, tab: IdeasTab, desk: Desk) -> None:
    assert tab.empty.isVisible()
    tab.words.setFocus()
    QTest.keyClick(tab.words, Qt.Key.Key_Return)
    assert tab.trouble.words() == "Skriv, hvad der blev sagt."
    QTest.keyClicks(tab.words, "Kaffe tidligere")
    QTest.keyClicks(tab.where, "husmøde")
    QTest.keyClick(tab.where, Qt.Key.Key_Return)
    assert not tab.empty.isVisible()
    (row,) = tab.waiting.widgets()
    assert (row.words.toPlainText(), row.where.text(), row.said.words()) == (
        "Kaffe tidligere", "husmøde", "Sagt 27. oktober")
    choose(row, IdeaStatus.DONE)
    assert row.trouble.words() == "Skriv, hvad I gjorde, eller hvorfor det ikke kan lade sig gøre."
    assert row.answer.hasFocus()
    assert row.status.currentText() == "Hørt"
    QTest.keyClicks(row.answer, "Den er klar kl. 6.")
    choose(row, IdeaStatus.DONE)
    assert tab.waiting.widgets() == []
    (row,) = tab.answered.widgets()
    assert row.state.text() == "Gjort"
    qtbot.mouseClick(row.poster, LEFT)
    assert not row.poster.isChecked()
    assert not desk.case.all(HouseIdea)[0].on_poster
    desk.opened.undo()
    assert row.poster.isChecked()
    qtbot.mouseClick(row.gone, LEFT)
    assert tab.empty.isVisible()
    desk.opened.undo()
    assert len(tab.answered.widgets()) == 1


def test_a_citizens_name_is_hinted_at_and_nothing_is_stopped(qtbot: QtBot, archive: Archive, tab: IdeasTab) -> None:
    receive(archive, Arrival("Zenobia Prøvesen"))
    QTest.keyClicks(tab.words, "Zenobia vil have kaffe")
    qtbot.waitUntil(tab.hint.isVisible)
    assert tab.hint.words() == "Her står »Zenobia«. Det her er for alle: Sig det uden at nævne nogen."
    tab.words.setText("En vil have kaffe")
    qtbot.waitUntil(tab.hint.isHidden)
    tab.words.setText("Zenobia vil have kaffe")
    tab.add.click()
    (row,) = tab.waiting.widgets()
    hint = row.findChildren(NameHint)[0]
    row.words.setPlainText("Zenobia vil have mere kaffe")
    qtbot.waitUntil(hint.isVisible)


def test_one_that_waits_long_says_so_and_the_door_leads_to_its_answer(tab: IdeasTab, desk: Desk, clock: Clock) -> None:
    idea = ideas.add_idea(desk.opened, "Kaffe tidligere")
    (row,) = tab.waiting.widgets()
    assert row.state.text() == "Hørt"
    clock.pass_(days=30)
    row.refresh()
    assert row.state.text() == "Har ventet længe på svar"
    tab.show_row(idea.id)
    assert row.answer.hasFocus()


def test_the_poster_is_seen_in_the_citizens_languages(qtbot: QtBot, tab: IdeasTab) -> None:
    assert tab.print_paper()
    (window,) = tab.findChildren(HousePaperWindow)
    languages = window.language_field
    assert [languages.itemData(at) for at in range(languages.count())] == ["da", "en", "pl", "ro"]
    languages.setCurrentIndex(2)
    assert window.draft_label.isVisible()
    qtbot.waitUntil(window.print_button.isEnabled, timeout=20_000)
    window.reject()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_runs_out_sideways_in_large_text(qapp: QApplication, tab: IdeasTab, desk: Desk, size: float) -> None:
    ideas.add_idea(desk.opened, "Kaffe " * 40, "husmøde " * 20)
    apply_theme(qapp, size=size)
    try:
        for _round in range(5):
            QApplication.processEvents()
        assert tab.page.horizontalScrollBar().maximum() == 0
    finally:
        apply_theme(qapp)
