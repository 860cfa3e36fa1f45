"""Herberget, Tilbud, as a person uses it: begun with, searched, written, looked through, closed, merged and printed."""
from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.directory.found_services import Which
from borgerplan_desktop.casework.directory.services import add_service
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal, add_intervention, choose_service
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.directory.directory_tab import DirectoryTab
from borgerplan_desktop.gui.directory.merge_services import MergeServices
from borgerplan_desktop.gui.directory.services_table import Column
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.gui.widgets.scroll import PageScroll
from borgerplan_desktop.model.directory import STALE, Service, ServiceKind
from borgerplan_desktop.model.life_area import LadderStep
from tests.documents import reading


def combo_option(combo: QComboBox) -> QStyleOptionComboBox:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return option


def names(tab: DirectoryTab) -> list[str]:
    """What stands in the list."""
    model = tab.table.services
    return [str(model.index(row, Column.NAME).data()) for row in range(model.rowCount())]


def test_an_empty_directory_begins_with_the_ready_services_and_undo_takes_them_back(
        qtbot: QtBot, tab: DirectoryTab, herberget: Desk) -> None:
    assert tab.empty.isVisible()
    assert not tab.table.isVisible()
    qtbot.mouseClick(tab.empty.action, Qt.MouseButton.LeftButton)
    assert tab.table.isVisible()
    assert "Kofoeds Skole" in names(tab)
    assert tab.count.text().startswith("39 tilbud · 39 skal ses efter")
    herberget.do(OpenCase.undo)
    assert tab.empty.isVisible()
    herberget.do(OpenCase.redo)
    tab.menu.leave_out.trigger()
    assert names(tab) == []
    tab.menu.take_in.trigger()
    assert len(names(tab)) == 39


def test_a_long_name_that_may_stand_there_twice_pushes_nothing_out_of_the_card(
        tab: DirectoryTab, archive: Archive, herberget: Desk) -> None:
    name = "Kontaktstedet for alle i byen og omegn, og for alle andre" * 4
    for _time in range(2):
        herberget.do(add_service, name)
    tab.show_row(archive.shelter.case.all(Service)[0].id)
    QApplication.processEvents()
    (offer,) = tab.card.others
    assert name in offer.accessibleName()
    assert name in offer.toolTip()
    assert offer.mapTo(tab.card, offer.rect().topRight()).x() < tab.card.width()
    assert not tab.card.page.horizontalScrollBar().maximum()


def test_one_is_written_with_the_keyboard_alone(qtbot: QtBot, tab: DirectoryTab, archive: Archive) -> None:
    qtbot.mouseClick(tab.write_first, Qt.MouseButton.LeftButton)
    assert tab.card.name.hasFocus()
    assert tab.card.name.selectedText() == "Nyt tilbud"
    qtbot.keyClicks(tab.card.name, "Havnens kaffe")
    tab.card.organisation.setFocus()
    qtbot.keyClicks(tab.card.organisation, "Foreningen")
    qtbot.keyClick(tab.card.organisation, Qt.Key.Key_Return)
    (made,) = archive.shelter.case.all(Service)
    assert (made.name, made.organisation) == ("Havnens kaffe", "Foreningen")
    assert names(tab) == ["Havnens kaffe"]
    qtbot.mouseClick(tab.card.days.add, Qt.MouseButton.LeftButton)
    (day,) = tab.card.days.days.widgets()
    assert day.weekday.hasFocus()
    qtbot.keyClick(day.weekday, Qt.Key.Key_Down)
    day.weekday.activated.emit(day.weekday.currentIndex())
    qtbot.keyClicks(day.hours, "10-12")
    qtbot.keyClick(day.hours, Qt.Key.Key_Return)
    assert [(each.weekday, each.hours) for each in made.in_house] == [(1, "10-12")]
    day.gone.click()
    assert made.in_house == []


def test_words_and_choices_narrow_the_list_and_one_button_shows_all(
        qtbot: QtBot, tab: DirectoryTab, archive: Archive) -> None:
    shelter = archive.shelter
    for name in ("Natcafé på Åboulevarden", "Rusmiddelklinikken", "Jobcenter"):
        add_service(shelter, name, ServiceKind.VOLUNTARY if name[0] == "N" else ServiceKind.MUNICIPAL)
    qtbot.keyClicks(tab.filter.search, "aaboule")
    assert names(tab) == ["Natcafé på Åboulevarden"]
    qtbot.waitUntil(lambda: tab.card.name.text() == "Natcafé på Åboulevarden")
    tab.filter.kind.setCurrentIndex(tab.filter.kind.findData(ServiceKind.MUNICIPAL))
    assert names(tab) == []
    assert tab.count.text() == "Ingen tilbud fundet."
    qtbot.waitUntil(lambda: tab.card.service is None)
    qtbot.mouseClick(tab.everything, Qt.MouseButton.LeftButton)
    assert len(names(tab)) == 3
    tab.filter.step.setCurrentIndex(tab.filter.step.findData(LadderStep.MORE))
    assert names(tab) == []


def test_what_was_not_looked_at_is_flagged_until_somebody_says_it_is_right(
        qtbot: QtBot, tab: DirectoryTab, archive: Archive, herberget: Desk) -> None:
    made = add_service(archive.shelter, "Jobcenter")
    with archive.shelter.action("old"):
        made.valid_until = archive.today() - timedelta(days=1)
    assert tab.count.text() == "1 tilbud · 1 skal ses efter"
    assert tab.card.state.text() == "Se efter"
    with qtbot.waitSignal(herberget.told) as told:
        qtbot.mouseClick(tab.card.right, Qt.MouseButton.LeftButton)
    assert told.args is not None
    assert "Det er rigtigt til" in told.args[0]
    assert tab.count.text() == "1 tilbud"
    assert not tab.card.state.isVisible()


def test_who_uses_it_is_told_before_it_closes_and_the_plan_says_so(
        qtbot: QtBot, tab: DirectoryTab, archive: Archive, opened: OpenCase) -> None:
    cti = add_service(archive.shelter, "CTI")
    choose_service(opened, add_intervention(opened, add_goal(opened, "bolig")), cti)
    tab.card.show_service(cti)
    assert tab.card.used.text() == "Bruges hos 1 borger: Jonas Prøve"
    dialog = tab.card.ask_to_close()
    assert dialog is not None
    assert dialog.used.text() == "Bruges hos 1 borger: Jonas Prøve"
    dialog.close_it.click()
    assert dialog.isVisible()
    assert dialog.trouble.text() == "Skriv, fra hvilken dag det er lukket."
    QTest.keyClicks(dialog.day.field, "1. december 2026")
    QTest.keyClick(dialog.day.field, Qt.Key.Key_Return)
    assert cti.closes_on is not None
    assert "Lukker 1. dec" in tab.card.state.text()
    qtbot.mouseClick(tab.card.open_again, Qt.MouseButton.LeftButton)
    assert cti.closes_on is None


def test_two_that_are_the_same_are_compared_and_made_one(qtbot: QtBot, tab: DirectoryTab, archive: Archive) -> None:
    kept, other = add_service(archive.shelter, "CTI"), add_service(archive.shelter, "cti")
    with archive.shelter.action("written"):
        kept.phone, other.phone, other.address = "11 11 11 11", "22 22 22 22", "Kajgade 4"
    tab.show_row(kept.id)
    (offer,) = tab.card.others
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    dialog = tab.window().findChild(MergeServices)
    assert dialog is not None
    model = dialog.table.differences
    assert [row.field for row in model.rows] == ["phone"]
    dialog.table.setCurrentIndex(model.index(0, 2))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.agree.click()
    assert (kept.phone, kept.address) == ("22 22 22 22", "Kajgade 4")
    assert names(tab) == ["CTI"]
    tab.show_row(other.id)                               # among those that are not used any more
    assert tab.filter.wanted.which is Which.GONE
    assert "gælder for begge" in tab.card.twice.text()
    qtbot.mouseClick(tab.card.retire, Qt.MouseButton.LeftButton)         # they were two after all
    assert other.itself is other


def test_those_that_are_ticked_are_printed_in_the_citizens_language(
        qtbot: QtBot, tab: DirectoryTab, archive: Archive) -> None:
    for name in ("A-huset", "B-huset", "C-huset"):
        add_service(archive.shelter, name)
    for row in (2, 0):
        tab.table.setCurrentIndex(tab.table.services.index(row, 0))
        qtbot.keyClick(tab.table, Qt.Key.Key_Space)
    assert tab.count.text().endswith("2 afkrydset")
    assert tab.print_paper()
    dialog = tab.window().findChild(HousePaperWindow)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.pdf), timeout=20_000)
    text = reading.text(dialog.pdf)
    assert text.index("C-huset") < text.index("A-huset")
    assert "B-huset" not in text
    dialog.language_field.setCurrentIndex(dialog.language_field.findData("pl"))
    qtbot.waitUntil(lambda: bool(dialog.pdf) and dialog.print_button.isEnabled(), timeout=20_000)
    assert "Miejsca" in reading.text(dialog.pdf)
    assert dialog.draft_label.isVisible()
    dialog.reject()


def test_it_is_saved_as_it_is_in_sight(tab: DirectoryTab, archive: Archive, tmp_path: Path) -> None:
    for name in ("A-huset", "B-huset"):
        add_service(archive.shelter, name)
    tab.filter.search.setText("b-huset")
    tab.menu.save_to(str(tmp_path / "ud.csv"))
    assert "A-huset" not in (tmp_path / "ud.csv").read_text("utf-8-sig")
    assert "B-huset" in (tmp_path / "ud.csv").read_text("utf-8-sig")


def test_what_another_window_does_shows_here(tab: DirectoryTab, archive: Archive, herberget: Desk) -> None:
    made = add_service(archive.shelter, "A-huset")
    other = OpenCase(archive.store, archive.shelter.id, archive.who, archive.clock)
    with other.action("elsewhere"):
        found = other.case.get(Service, made.id)
        assert found is not None
        found.name = "Ø-huset"
    add_service(other, "B-huset")
    herberget.look_for_others()
    assert names(tab) == ["B-huset", "Ø-huset"]
    assert tab.card.name.text() == "Ø-huset"


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_runs_out_sideways(qapp: QApplication, qtbot: QtBot, tab: DirectoryTab, archive: Archive,
                                   size: float) -> None:
    long = "Rådgivningen for borgere i overgangen mellem herberg og egen bolig"
    made = add_service(archive.shelter, long)
    with archive.shelter.action("written"):
        made.organisation = long
    try:
        apply_theme(qapp, dark=False, size=size)
        tab.resize(1060 if size == 1 else 820, 600)
        qtbot.wait(1)
        assert tab.card.page.horizontalScrollBar().maximum() == 0
        assert tab.table.horizontalScrollBar().maximum() == 0
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_min_dag_leads_to_those_that_somebody_should_look_at(qtbot: QtBot, tab: DirectoryTab, archive: Archive) -> None:
    old, _new = add_service(archive.shelter, "Natcafé"), add_service(archive.shelter, "Værkstedet")
    with archive.shelter.action("written"):
        old.valid_until = archive.shelter.today() - timedelta(days=1)
    qtbot.keyClicks(tab.filter.search, "værk")
    tab.show_row(STALE)
    assert names(tab) == ["Natcafé"]
    assert tab.table.hasFocus()
    which = tab.filter.which
    room = which.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, combo_option(which),
                                        QStyle.SubControl.SC_ComboBoxEditField, which).width()
    assert which.currentText() == "Skal ses efter"
    assert which.fontMetrics().horizontalAdvance(which.currentText()) <= room    # whole, not cut off
    qtbot.mouseClick(tab.everything, Qt.MouseButton.LeftButton)
    assert names(tab) == ["Natcafé", "Værkstedet"]


def test_side_by_side_the_page_itself_does_not_scroll_from_the_first_moment(
        qtbot: QtBot, herberget: Desk, archive: Archive) -> None:
    add_service(archive.shelter, "Natcafé")
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.resize(1080, 640)
    with qtbot.waitExposed(window):
        window.show()
    window.addWidget(DirectoryTab(herberget, window))    # as the shell brings it: in a window that stands there
    QApplication.processEvents()
    page = window.findChild(PageScroll)
    assert page is not None
    assert page.isVisible()
    assert not page.verticalScrollBar().isVisible()
