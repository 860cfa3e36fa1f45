"""The words of the house: its parts, the checklists' own lines from there to a meeting, and the way to a row."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.house.checklist_points import add_point, points
from borgerplan_desktop.casework.house.own_names import AREAS, RINGS, rename
from borgerplan_desktop.casework.plan.templates import add_template
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.house.checklists_page import ChecklistsPage
from borgerplan_desktop.gui.house.words_tab import PARTS, WordsTab
from borgerplan_desktop.model.life_area import LifeArea
from borgerplan_desktop.model.shelter import ChecklistPhase, ChecklistPoint, Ring, RingName

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(archive: Archive) -> Iterator[Desk]:
    desk = Desk(archive.shelter)
    yield desk
    desk.close()


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> WordsTab:
    tab = WordsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1090, 640)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def front(tab: WordsTab) -> list[str]:
    return [key for key, part in tab.parts.items() if part.isVisible()]


def test_no_part_has_two_main_buttons(qtbot: QtBot, tab: WordsTab) -> None:
    for key, *_rest in PARTS:
        qtbot.mouseClick(tab.buttons[key], LEFT)
        main = [each.text() for each in tab.findChildren(QPushButton)
                if each.isVisible() and each.property("kind") == "primary"]
        assert len(main) <= 1, main


def test_each_part_comes_to_the_front_and_a_row_finds_its_own(qtbot: QtBot, tab: WordsTab, desk: Desk) -> None:
    for key, *_rest in PARTS:
        qtbot.mouseClick(tab.buttons[key], LEFT)
        assert front(tab) == [key]
    rename(desk.opened, RINGS, Ring.CLOSE, "Tæt")
    template = add_template(desk.opened, "Forløb")
    tab.show_row(desk.case.all(RingName)[0].id)
    assert front(tab) == ["map"]
    tab.bring_into_sight(template.id)
    assert front(tab) == ["templates"]
    again = WordsTab(desk, tab)
    again.stand(tab.standing())
    assert again.buttons["templates"].isChecked()


def test_a_line_of_a_checklist_is_written_moved_and_taken_out_of_use(qtbot: QtBot, tab: WordsTab, desk: Desk) -> None:
    tab.turn("checklists")
    card = tab.findChildren(ChecklistsPage)[0].phases[ChecklistPhase.DURING]
    card.text.setFocus()
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    assert card.trouble.words() == "Skriv, hvad der skal huskes."
    assert card.add.accessibleName() == "Tilføj linje: Under mødet"
    for text in ("Kan alle se hinanden?", "Er der vand?"):
        QTest.keyClicks(card.text, text)
        QTest.keyClick(card.text, Qt.Key.Key_Return)
    assert [line.text.text() for line in card.points.widgets()] == ["Kan alle se hinanden?", "Er der vand?"]
    last = card.points.widgets()[1]
    last.text.setFocus()
    QTest.keyClick(last.text, Qt.Key.Key_Up, ALT)
    assert [each.text for each in points(desk.case, ChecklistPhase.DURING)] == ["Er der vand?", "Kan alle se hinanden?"]
    assert last.text.hasFocus()
    qtbot.mouseClick(last.use, LEFT)
    assert card.retired_label.isVisible()
    (gone,) = card.retired.widgets()
    qtbot.mouseClick(gone.use, LEFT)
    assert not card.retired_label.isVisible()
    desk.opened.undo()
    assert [each.retired for each in desk.case.all(ChecklistPoint)].count(True) == 1


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_runs_out_sideways_in_large_text(qapp: QApplication, tab: WordsTab, desk: Desk, size: float) -> None:
    add_point(desk.opened, ChecklistPhase.BEFORE, "Husk " * 40)
    rename(desk.opened, AREAS, LifeArea.OTHER, "Alt det andet, vi taler om, " * 5)
    apply_theme(qapp, size=size)
    try:
        for key, *_rest in PARTS:
            tab.turn(key)
            for _round in range(4):
                QApplication.processEvents()
            assert tab.page.horizontalScrollBar().maximum() == 0, key
    finally:
        apply_theme(qapp)
