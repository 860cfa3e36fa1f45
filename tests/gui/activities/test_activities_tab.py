"""The action plan on screen: written with the keys, settled where it is due, seen over the year; the roles."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.activities import activities, roles
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.casework.session.half_typed import HalfTyped
from borgerplan_desktop.gui.activities.activities_tab import ActivitiesTab
from borgerplan_desktop.gui.activities.activity_row import ActivityRow
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.printing.house_paper import HousePaperWindow
from borgerplan_desktop.i18n import NBSP
from borgerplan_desktop.model.framework import FrameRole
from borgerplan_desktop.model.implementation_plan import Activity, ActivityStatus, Objective
from borgerplan_desktop.model.shelter import StaffMember
from tests.archive import NOW

TODAY = NOW.date()
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(archive: Archive, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(archive.shelter)
    yield desk
    desk.close()


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> ActivitiesTab:
    return shown(desk, qtbot)


def shown(desk: Desk, qtbot: QtBot) -> ActivitiesTab:
    tab = ActivitiesTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1090, 640)
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def rows(tab: ActivitiesTab) -> list[ActivityRow]:
    return tab.rows.widgets()


def test_an_empty_plan_begins_with_the_example_of_the_model(qtbot: QtBot, tab: ActivitiesTab, desk: Desk) -> None:
    assert tab.empty.isVisible()
    assert not tab.year_button.isEnabled()
    qtbot.mouseClick(tab.example, LEFT)
    (row,) = rows(tab)
    assert not tab.empty.isVisible()
    assert row.title.text() == "Møder med projektgruppen"
    assert row.fields is not None
    assert row.fields.first.field.hasFocus()             # what it still needs
    QTest.keyClicks(row.fields.first.field, "1. oktober 2026")
    QTest.keyClick(row.fields.first.field, Qt.Key.Key_Return)
    assert row.activity.first_on == date(2026, 10, 1)
    assert row.state.text() == "Over tiden"
    assert row.when.words() == "4 x årligt · skulle have været 1. oktober"
    qtbot.mouseClick(row.held, LEFT)
    assert row.state.text() == "I gang"
    assert row.when.words() == "4 x årligt · næste gang 1. januar 2027"
    assert not row.due.isVisible()
    assert row.title.hasFocus()
    (time,) = row.fields.times.widgets()
    assert time.said.words() == "1. oktober: Gjort 27. oktober"
    qtbot.mouseClick(time.again, LEFT)
    assert row.state.text() == "Over tiden"
    desk.opened.undo()
    assert row.state.text() == "I gang"


def test_one_is_written_with_the_keys_alone(qtbot: QtBot, tab: ActivitiesTab, desk: Desk) -> None:
    tab.title.setFocus()
    QTest.keyClick(tab.title, Qt.Key.Key_Return)
    assert tab.trouble.words() == "Skriv, hvad der skal ske."
    QTest.keyClicks(tab.title, "Temadag")
    QTest.keyClick(tab.title, Qt.Key.Key_Return)
    (row,) = rows(tab)
    assert tab.title.text() == ""
    assert row.fields is not None
    assert row.fields.when.hasFocus()
    QTest.keyClicks(row.fields.when, "hvert kvartal")
    row.title.setFocus()
    assert row.activity.times_a_year == 4
    assert row.fields.often.currentText() == "4 gange om året"
    QTest.keyClick(row.fields.objectives[Objective.WAYS], Qt.Key.Key_Space)
    assert row.activity.objectives == [Objective.WAYS]
    assert "Klart, hvem man kontakter" in row.who.words()
    row.fields.often.setCurrentIndex(0)
    row.fields.often.activated.emit(0)
    assert row.activity.times_a_year is None             # chosen otherwise than the words say
    qtbot.mouseClick(row.gone, LEFT)
    assert tab.empty.isVisible()


def test_the_newest_is_open_and_what_was_written_before_is_a_line_of_the_list(
        tab: ActivitiesTab, desk: Desk) -> None:
    for title in ("Temadag", "Møder"):
        tab.title.setFocus()
        QTest.keyClicks(tab.title, title)
        QTest.keyClick(tab.title, Qt.Key.Key_Return)
        fields = rows(tab)[-1].fields
        assert fields is not None
        QTest.keyClicks(fields.when, "hver måned")
    first, second = rows(tab)
    assert not first.is_open
    assert second.is_open
    assert first.activity.when_words == "hver måned"


def test_they_are_moved_by_keys_and_the_keyboard_stays(tab: ActivitiesTab, desk: Desk) -> None:
    for title in ("En", "To", "Tre"):
        activities.add_activity(desk.opened, title)
    last = rows(tab)[2]
    last.title.setFocus()
    QTest.keyClick(last.title, Qt.Key.Key_Up, ALT)
    assert [row.title.text() for row in rows(tab)] == ["En", "Tre", "To"]
    assert last.title.hasFocus()
    last.up.click()
    assert [row.title.text() for row in rows(tab)] == ["Tre", "En", "To"]
    assert not last.up.isEnabled()


def test_the_year_says_every_time_and_leads_to_the_activity(qtbot: QtBot, tab: ActivitiesTab, desk: Desk) -> None:
    meeting = activities.add_example(desk.opened)
    activities.first_on(desk.opened, meeting, date(2026, 1, 15))
    activities.settle(desk.opened, meeting, date(2026, 1, 15), False)
    qtbot.mouseClick(tab.year_button, LEFT)
    assert tab.year is not None
    assert not tab.roles.isVisible()
    (line,) = tab.year.rows.widgets()
    assert line.accessibleDescription() == (
        "15. januar: ikke denne gang; 15. april: intet er skrevet; 15. juli: intet er skrevet; "
        "15. oktober: er over tiden")
    assert not line.grab().isNull()
    qtbot.mouseClick(tab.year.after, LEFT)
    assert line.accessibleDescription().startswith("15. januar 2027: kommer")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert rows(tab)[0].held.hasFocus()
    assert tab.roles.isVisible()


def test_somebody_is_found_or_written_and_does_an_activity(qtbot: QtBot, tab: ActivitiesTab, desk: Desk) -> None:
    part = tab.roles.roles[FrameRole.PROJECT_LEADER]
    QTest.keyClicks(part.name, "eva l")
    assert part.offered.offered == ["Eva Lind, kontaktperson"]
    part.name.setText("Eva Lind, kontaktperson")
    QTest.keyClick(part.name, Qt.Key.Key_Return)
    (person,) = part.people.widgets()
    assert person.said.words() == "Eva Lind, Skovly Herberg"
    assert person.reached.words().replace(NBSP, " ") == "12 34 56 20"
    assert not person.fold.isVisible()                   # the list of colleagues says it
    eva = next(each for each in desk.case.all(StaffMember) if each.name == "Eva Lind")
    with desk.opened.action("x"):
        eva.phone = "87 65 43 21"
    assert person.reached.words().replace(NBSP, " ") == "87 65 43 21"
    group = tab.roles.roles[FrameRole.PROJECT_GROUP]
    qtbot.mouseClick(group.add, LEFT)
    assert group.trouble.words() == "Skriv, hvem det er."
    QTest.keyClicks(group.name, "Karen Skov")
    qtbot.mouseClick(group.add, LEFT)
    (karen,) = group.people.widgets()
    qtbot.mouseClick(karen.fold, LEFT)
    assert karen.fields is not None
    made = activities.add_activity(desk.opened, "Temadag")
    row = tab.rows.widget(made)
    assert row is not None
    combo = row.open().who
    assert [combo.itemText(at) for at in range(combo.count())] == [
        "Ingen fra rammen", "Eva Lind, Skovly Herberg (Projektleder)", "Karen Skov (Projektgruppe)"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert "Karen Skov" in row.who.words()
    qtbot.mouseClick(karen.gone, LEFT)
    assert group.people.widgets() == []
    assert "Karen Skov" in row.who.words()               # what was agreed stands
    with desk.opened.action("x"):
        eva.phone = "12 34 56 20"


def test_the_header_prints_the_plan(qtbot: QtBot, tab: ActivitiesTab, desk: Desk) -> None:
    activities.add_example(desk.opened)
    assert tab.print_paper()
    (window,) = tab.findChildren(HousePaperWindow)
    qtbot.waitUntil(window.print_button.isEnabled, timeout=20_000)
    assert [window.language_field.itemText(at) for at in range(window.language_field.count())] == ["Dansk", "Engelsk"]
    window.large_box.click()
    assert not window.print_button.isEnabled()
    qtbot.waitUntil(window.print_button.isEnabled, timeout=20_000)
    window.reject()


def test_what_is_half_written_stands_there_when_one_comes_back(qtbot: QtBot, archive: Archive) -> None:
    first = Desk(archive.shelter, half_typed=HalfTyped(archive))
    tab = shown(first, qtbot)
    QTest.keyClicks(tab.title, "Temadag om")
    first.close()
    assert archive.shelter.unsaved == []                 # the window may close without a question
    second = Desk(archive.shelter, half_typed=HalfTyped(archive))        # as after a kill: read from the folder
    again = shown(second, qtbot)
    assert again.title.text() == "Temadag om"
    again.title.clear()
    second.close()
    third = Desk(archive.shelter, half_typed=HalfTyped(archive))
    assert shown(third, qtbot).title.text() == ""
    third.close()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_runs_out_sideways_in_large_text(qapp: QApplication, qtbot: QtBot, desk: Desk, size: float) -> None:
    made = activities.add_activity(desk.opened, "Møde " * 30)
    activities.first_on(desk.opened, made, TODAY + timedelta(days=1))
    roles.add_person(desk.opened, FrameRole.PROJECT_GROUP, "Karen Skovgaard-Andersen " * 4)
    apply_theme(qapp, size=size)
    try:
        tab = shown(desk, qtbot)
        row = tab.rows.widget(made)
        assert row is not None
        row.open()
        for _round in range(5):
            QApplication.processEvents()
        assert tab.page.horizontalScrollBar().maximum() == 0
        tab.year_button.click()
        QApplication.processEvents()
        assert tab.page.horizontalScrollBar().maximum() == 0
    finally:
        apply_theme(qapp)


def test_the_door_of_min_dag_opens_the_activity(tab: ActivitiesTab, desk: Desk) -> None:
    made = activities.add_activity(desk.opened, "Temadag")
    activities.first_on(desk.opened, made, TODAY)
    tab.show_row(made.id)
    (row,) = rows(tab)
    assert row.held.hasFocus()
    QTest.keyClick(row.held, Qt.Key.Key_Space)
    assert desk.case.all(Activity)[0].status is ActivityStatus.DONE
