"""Herberget, Tal: counted when somebody looks, of a time one chooses; told as bars, in words, and never of few."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework import access
from borgerplan_desktop.casework.figures.year_report import report_of
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.keyboard import keyboard_in
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.figures.figures_tab import AIMS, FIGURES, OBJECTIVES, REPORT, FiguresTab
from borgerplan_desktop.gui.figures.figures_view import FiguresView
from borgerplan_desktop.model.figures.aims import AIMS as ALL_AIMS
from borgerplan_desktop.model.figures.period import Period, Span
from borgerplan_desktop.store import figure_lines
from tests.archive import Clock, new_archive, new_store
from tests.casework.figures.lived import lived

ALL = 11


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    """A shelter of its own: all that is there is counted."""
    store = new_store(tmp_path)
    yield new_archive(store, clock)
    store.close()


@pytest.fixture
def desk(archive: Archive, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(archive.shelter)
    yield desk
    desk.close()


def counted(tab: FiguresTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab.is_counting, timeout=20_000)


def shown(desk: Desk, qtbot: QtBot, front: str = FIGURES) -> FiguresTab:
    tab = FiguresTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1060, 640)
    tab.show()
    counted(tab, qtbot)
    press(tab, front)
    return tab


def press(tab: FiguresTab, part: str) -> None:
    tab.buttons[part].setFocus()
    QTest.keyClick(tab.buttons[part], Qt.Key.Key_Space)
    assert tab.front == part


def view(tab: FiguresTab, part: str = FIGURES) -> FiguresView:
    found = tab._views[part]
    assert isinstance(found, FiguresView)
    return found


def choose(tab: FiguresTab, period: Period) -> None:
    tab.chooser.period.setFocus()
    tab.chooser.period.setCurrentIndex(tab.chooser.period.findData(period.value))


def test_each_figure_is_a_card_with_its_rule_and_its_parts_in_words(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    lived(archive, ALL)
    tab = shown(desk, qtbot)
    card = view(tab).cards["ladder"]
    assert card.isVisible()
    assert card.said.words() == "6 af 11 (55 %)"
    assert card.bars.accessibleName() == "Bevægelse på indsatstrappen"
    assert card.bars.accessibleDescription() == (
        "Nedad: 6 (55 %), før ingen i perioden. Samme trin: 5 (45 %), før ingen i perioden. "
        "Opad: 0 (0 %), før ingen i perioden")
    assert card.rule.words().startswith("Borgere med et forløb i perioden")
    assert tab.now_label.words() == "1. januar 2026 – 27. oktober 2026"
    assert tab.before_label.words() == "Perioden før: 1. januar 2025 – 27. oktober 2025"
    QTest.mouseClick(tab.chooser.compare, Qt.MouseButton.LeftButton)
    counted(tab, qtbot)
    assert card.bars.accessibleDescription().startswith("Nedad: 6 (55 %). ")
    assert not tab.before_label.isVisible()


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_small_shelter_is_told_why_it_sees_nothing(archive: Archive, desk: Desk, qtbot: QtBot, count: int) -> None:
    lived(archive, count)
    tab = shown(desk, qtbot)
    assert tab.empty.isVisible()
    assert tab.empty.text() == ("Der står ikke noget i den tid." if not count else
                                "I den tid handler alt om færre end 5 borgere. Så små tal vises ikke: de kunne pege på "
                                "nogen.")
    assert not tab._views


def test_the_objectives_and_the_aims(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    lived(archive, ALL)
    tab = shown(desk, qtbot, OBJECTIVES)
    card = view(tab, OBJECTIVES).cards["takes_part"]
    assert card.isVisible()
    assert card.title.words() == "Borgeren er inddraget i alle beslutninger i sit eget forløb."
    assert card.said.words() == "6 af 11 (55 %)"
    press(tab, AIMS)
    assert not card.isVisible()
    rows = tab._views[AIMS].rows  # type: ignore[union-attr]
    assert len(rows) == len(ALL_AIMS) == 22
    told = {row.aim.words: row.told.words() for row in rows}
    assert all(told.values())
    assert [words for words in told.values() if words.startswith("Måles ikke her, fordi")][0] == (
        "Måles ikke her, fordi programmet spørger borgerne, hvordan det går, og aldrig medarbejderne.")
    assert "Bevægelse på indsatstrappen: Nedad – 6 af 11 (55 %)" in rows[0].told.words()


def test_days_of_ones_own_and_what_cannot_be(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    lived(archive, ALL)
    tab = shown(desk, qtbot)
    assert not tab.chooser.own.isVisible()
    choose(tab, Period.OWN)
    counted(tab, qtbot)
    assert tab.chooser.own.isVisible()
    assert (tab.chooser.first.date(), tab.chooser.last.date()) == (date(2026, 1, 1), date(2026, 10, 27))
    tab.chooser.last.setFocus()
    tab.chooser.last.field.selectAll()
    QTest.keyClicks(tab.chooser.last.field, "12. januar 2026")
    QTest.keyClick(tab.chooser.last.field, Qt.Key.Key_Return)
    assert tab.chooser.trouble.text() == "Vælg mindst 28 dage: en kortere tid kunne pege på nogen."
    assert not tab.is_counting
    tab.chooser.last.field.selectAll()
    QTest.keyClicks(tab.chooser.last.field, "28. februar 2026")
    QTest.keyClick(tab.chooser.last.field, Qt.Key.Key_Return)
    counted(tab, qtbot)
    assert tab.report is not None
    assert tab.report.now.span == Span(date(2026, 1, 1), date(2026, 2, 28))
    assert not tab.chooser.trouble.isVisible()


def test_the_window_goes_on_while_it_counts_and_it_can_be_stopped(
        archive: Archive, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    lived(archive, 5)
    tab = shown(desk, qtbot)
    card = view(tab).cards["ladder"]
    goes_on, plain = Event(), figure_lines.lines_between

    def slow(*asked: Any) -> Any:
        assert goes_on.wait(20)
        return plain(*asked)
    monkeypatch.setattr(figure_lines, "lines_between", slow)
    choose(tab, Period.LAST_YEAR)
    assert tab.is_counting
    qtbot.waitUntil(lambda: tab.busy.isVisible(), timeout=5_000)
    assert not card.isVisible()                          # the numbers of the other time
    tab.stop_button.setFocus()
    QTest.keyClick(tab.stop_button, Qt.Key.Key_Space)
    assert not tab.is_counting
    assert not tab.busy.isVisible()
    assert tab.empty.text() == "Det blev stoppet. Vælg en periode for at tælle igen."
    goes_on.set()
    choose(tab, Period.THIS_YEAR)
    counted(tab, qtbot)
    assert card.isVisible()


def test_whoever_is_not_on_the_list_sees_none(
        archive: Archive, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    lived(archive, 5)
    monkeypatch.setattr(access, "why_not", lambda *_asked: "Det er ikke til dig.")
    tab = shown(desk, qtbot)
    assert tab.trouble.text() == "Det er ikke til dig."
    assert not tab._views


def test_a_table_is_saved(archive: Archive, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    lived(archive, ALL)
    tab = shown(desk, qtbot)
    assert tab.save_button.isEnabled()
    tab.save_as(str(tmp_path / "tal.csv"))
    assert "Bevægelse på indsatstrappen" in (tmp_path / "tal.csv").read_text("utf-8-sig")


def test_the_leaders_words_are_written_here_and_can_be_undone(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    tab = shown(desk, qtbot, REPORT)
    assert not tab.chooser.isVisible()
    assert tab.words.empty.isVisible()
    QTest.mouseClick(tab.words.empty.action, Qt.MouseButton.LeftButton)
    made = report_of(desk.case, 2026)
    assert made is not None
    first = keyboard_in(tab)
    assert first is not None
    assert first.accessibleName() == "Forord"
    QTest.keyClicks(first, "Et godt år.")
    desk.settle.emit()
    assert made.foreword == "Et godt år."
    desk.opened.undo()
    desk.opened.undo()
    assert tab.words.empty.isVisible()
    desk.opened.redo()
    desk.opened.redo()
    assert not tab.words.empty.isVisible()
    made = report_of(desk.case, 2026)
    assert made is not None
    press(tab, FIGURES)
    tab.show_row(made.id)                                # as from the search, or when it was undone
    assert tab.front == REPORT


def test_the_yearly_report_is_seen_before_it_is_printed(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    lived(archive, ALL)
    tab = shown(desk, qtbot)
    assert tab.print_paper()
    qtbot.waitUntil(lambda: getattr(tab, "paper", None) is not None, timeout=20_000)
    paper = tab.paper
    qtbot.waitUntil(lambda: paper.print_button.isEnabled(), timeout=20_000)
    assert paper.print_button.text() == "Udskriv årsrapporten"
    assert [paper.language_field.itemText(n) for n in range(paper.language_field.count())] == ["Dansk", "Engelsk"]
    paper.accept()


def test_what_was_chosen_stands_in_the_tab_that_takes_its_place(archive: Archive, desk: Desk, qtbot: QtBot) -> None:
    lived(archive, 5)
    tab = shown(desk, qtbot)
    choose(tab, Period.LAST_QUARTER)
    counted(tab, qtbot)
    press(tab, AIMS)
    other = FiguresTab(desk)
    qtbot.addWidget(other)
    other.stand(tab.standing())
    other.show()
    counted(other, qtbot)
    assert other.front == AIMS
    assert other.chooser.chosen().period is Period.LAST_QUARTER
    assert other._views[AIMS].isVisible()
