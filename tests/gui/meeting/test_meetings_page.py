"""The list of all meetings, as a person uses it: by keyboard, by mouse, a new one of a kind, and back."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.casework.meeting.before_meeting import call_off, invite, plan_meeting
from borgerplan_desktop.casework.meeting.series import plan_series, series_days
from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.write import write
from borgerplan_desktop.gui.appearance.theme import apply_theme, px
from borgerplan_desktop.gui.meeting.meeting_dialogs import CallOff
from borgerplan_desktop.gui.meeting.meeting_series import MeetingSeries
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.widgets.two_lines import WORDS
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind, MeetingStatus
from tests.gui.meeting.hands import type_in


def rows(tab: MeetingTab) -> list[tuple[str, str]]:
    items = (tab.all.list.item(at) for at in range(tab.all.list.count()))
    return [(item.text(), item.data(WORDS)) for item in items]


def open_list(tab: MeetingTab) -> None:
    next(each for each in tab.fill_menu().actions() if each.text() == "Alle møder").trigger()
    assert tab.pages.currentWidget() is tab.all


def test_all_meetings_stand_in_groups_with_what_came_of_them(
        tab: MeetingTab, held: Meeting, opened: OpenCase) -> None:
    later = plan_meeting(opened, MeetingKind.TALK, opened.now() + timedelta(days=30), place="Kontoret")
    off = plan_meeting(opened, MeetingKind.FOLLOW_UP, opened.now() + timedelta(days=40))
    call_off(opened, off, "Jonas", "Syg")
    tab.show_row(held.id)
    open_list(tab)
    assert not tab.bar.isVisible()
    found = rows(tab)
    assert [words for when, words in found if not when] == ["Møder forude", "Holdte møder", "Aflyste møder"]
    said = [words for when, words in found if when]
    assert said[0] == "Samtale · Kontoret · Planlagt"
    assert said[1].endswith("Ingen har referatet endnu")
    assert said[2] == "Opfølgning · Aflyst af Jonas: Syg"
    assert tab.all.list.hasFocus()
    assert tab.all.list.currentItem().data(WORDS) == said[1]             # at the one that was shown
    tab.all.list.setCurrentRow(1)
    QTest.keyClick(tab.all.list, Qt.Key.Key_Return)
    assert tab.meeting is later
    assert tab.bar.isVisible()


def test_a_new_one_of_a_kind_is_begun_from_the_list_and_undone(tab: MeetingTab, planned: Meeting,
                                                             opened: OpenCase) -> None:
    tab.show_row(planned.id)
    open_list(tab)
    menu = tab.all.new.menu()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["Netværksmøde", "Opfølgning", "Fordelingsmøde", "Samtale"]
    tab.fill_menu()
    tab.new_menu.aboutToShow.emit()
    assert [each.text() for each in tab.new_menu.actions()] == [each.text() for each in menu.actions()]
    menu.actions()[2].trigger()
    assert tab.meeting is not None
    assert tab.meeting is not planned
    assert tab.meeting.kind is MeetingKind.DISTRIBUTION
    assert tab.before.facts.date.field.hasFocus()
    open_list(tab)
    opened.undo()
    assert tab.meeting is planned


def test_escape_leads_back_to_the_meeting_and_news_are_shown(tab: MeetingTab, planned: Meeting,
                                                            opened: OpenCase) -> None:
    tab.show_row(planned.id)
    open_list(tab)
    call_off(opened, planned, "")
    assert rows(tab)[0][1] == "Aflyste møder"
    assert tab.pages.currentWidget() is tab.all
    QTest.keyClick(tab.all.list, Qt.Key.Key_Escape)
    assert tab.pages.currentWidget() is tab.before
    assert tab.more.hasFocus()


def test_by_video_asks_for_its_link_and_who_calls_it_is_chosen(tab: MeetingTab, planned: Meeting,
                                                              opened: OpenCase) -> None:
    tab.show_row(planned.id)
    facts = tab.before.facts
    facts.open_at(facts.held_as)
    assert not facts.link.isVisible()
    for _press in range(2):
        QTest.keyClick(facts.held_as, Qt.Key.Key_Down)
    facts.held_as.activated.emit(facts.held_as.currentIndex())
    assert planned.held_as is HeldAs.VIDEO
    assert facts.link.isVisible()
    assert facts.link.accessibleName() == "Link eller nummer"
    QTest.keyClicks(facts.link, "https://video.example.org/a")
    facts.unfold.click()
    assert planned.link == "https://video.example.org/a"
    assert "På video" in facts.summary.text()
    facts.unfold.click()
    assert facts.called_by.currentText() == "Det gør vi"
    facts.called_by.setCurrentIndex(1)
    facts.called_by.activated.emit(1)
    assert planned.called_by is not None
    opened.undo()
    assert planned.called_by is None


def test_several_meetings_are_looked_through_and_planned_in_one_go(tab: MeetingTab, planned: Meeting,
                                                                  opened: OpenCase) -> None:
    tab.show_row(planned.id)
    next(each for each in tab.fill_menu().actions() if each.text() == "Flere møder som dette …").trigger()
    dialog = next(each for each in tab.findChildren(MeetingSeries) if each.isVisible())
    assert dialog.weeks.value() == 4
    assert dialog.focusWidget() is dialog.weeks
    assert len(dialog.days.words().splitlines()) == len(dialog.chosen()) == 6
    dialog.weeks.setValue(13)
    assert dialog.act.text() == "Planlæg 2 møder"
    told: list[str] = []
    tab._desk.told.connect(told.append)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told == ["2 møder er planlagt. De ligger under »Alle møder«."]    # the meeting in front looks as it did
    assert len(opened.case.all(Meeting)) == 3
    assert tab.meeting is planned
    opened.undo()
    assert opened.case.all(Meeting) == [planned]


def test_the_day_of_the_last_one_is_not_cut_where_the_dialog_is_narrow(qapp: QApplication, tab: MeetingTab,
                                                                       planned: Meeting) -> None:
    try:
        apply_theme(qapp, dark=False, size=2.0)
        tab.show_row(planned.id)
        dialog = MeetingSeries(tab._desk, planned, tab)
        dialog.show()
        dialog.resize(776, 700)
        for _round in range(6):
            qapp.processEvents()
        field = dialog.until.field
        assert field.fontMetrics().horizontalAdvance(field.text()) < field.width() - px(16)
    finally:
        apply_theme(qapp, dark=False, size=1.0)


# ----------------------------------------------------------------------------------------------- the rest of a series
@pytest.fixture
def row(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> list[Meeting]:
    """Three in a row; the first of them is shown."""
    assert planned.starts_at is not None
    made = plan_series(opened, planned, series_days(planned.starts_at, 4, planned.starts_at.date() + timedelta(56)))
    tab.show_row(planned.id)
    return [planned, *made]


def test_the_next_ones_are_moved_too_when_somebody_wants_it(tab: MeetingTab, row: list[Meeting],
                                                           opened: OpenCase) -> None:
    bar, facts = tab.before.rest, tab.before.facts
    assert not bar.isVisible()
    before = [each.starts_at for each in row]
    facts.open_at(facts.where_field)
    type_in(facts.where_field, "Biblioteket")
    assert bar.change.text() == "Ret også de næste 2"
    bar.only_this.click()
    assert not bar.isVisible()
    assert row[0].starts_at is not None
    facts.date.setDate(row[0].starts_at.date() + timedelta(days=1))
    facts.date.dateEntered.emit(facts.date.date())
    assert bar.isVisible()
    assert bar.words.words() == "2 møder mere hører til dette."
    assert bar.change.accessibleName() == "Flyt også de næste 2"
    bar.change.setFocus()
    QTest.keyClick(bar.change, Qt.Key.Key_Space)
    assert [each.starts_at - was for each, was in zip(row, before, strict=True)  # type: ignore[operator]
            ] == [timedelta(days=1)] * 3
    assert {each.place_text for each in row[1:]} == {"Mødelokale 2"}     # that was to be only in this one
    assert bar.words.words() == "De næste 2 er også rettet."
    assert bar.see.hasFocus()
    opened.undo()
    assert [each.starts_at for each in row[1:]] == before[1:]
    assert not bar.isVisible()
    opened.undo()
    assert row[0].starts_at == before[0]


def test_who_was_asked_is_counted_and_the_list_leads_to_them(tab: MeetingTab, row: list[Meeting],
                                                            opened: OpenCase) -> None:
    for each in row:
        invite(opened, each)
    write(opened, row[0], Meeting.place_text, "Biblioteket", "x")
    bar = tab.before.rest
    bar.change.click()
    assert bar.words.words() == "De næste 2 er også rettet. 2 personer skal have det at vide."
    bar.see.click()
    assert tab.pages.currentWidget() is tab.all
    assert [words.endswith("2 skal have det at vide") for when, words in rows(tab) if when] == [True] * 3
    assert "2 af 3 i rækken" in rows(tab)[2][1]


def test_all_of_them_are_called_off_in_one_go_and_undone(tab: MeetingTab, row: list[Meeting],
                                                        opened: OpenCase) -> None:
    invite(opened, row[1])
    next(each for each in tab.fill_menu().actions() if each.text() == "Aflys mødet …").trigger()
    dialog = next(each for each in tab.findChildren(CallOff) if each.isVisible())
    assert dialog.rest.text().startswith("Aflys også de næste 2, det sidste ")
    assert dialog.told.text() == "Ingen er indkaldt endnu, så ingen skal have besked."
    QTest.keyClick(dialog.rest, Qt.Key.Key_Space)
    assert dialog.told.text() == "2 personer er indkaldt. Husk at give dem besked bagefter."
    dialog.act.click()
    assert {each.status for each in row} == {MeetingStatus.CALLED_OFF}
    opened.undo()
    assert [each.status for each in row] == [MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.PLANNED]
    next(each for each in tab.fill_menu().actions() if each.text() == "Slet dette og det næste").trigger()
    assert opened.case.all(Meeting) == [row[1]]          # who was told of it hears that it is off instead
    opened.undo()
    assert opened.case.all(Meeting) == row


def test_one_that_is_alone_offers_nothing(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    write(opened, planned, Meeting.place_text, "Biblioteket", "x")
    assert not tab.before.rest.isVisible()
    dialog = CallOff(tab._desk, planned, tab)
    dialog.open()
    assert not dialog.rest.isVisible()
    assert not any("næste" in each.text() for each in tab.fill_menu().actions())


def test_the_first_network_meeting_is_begun_from_an_empty_tab(tab: MeetingTab, opened: OpenCase) -> None:
    lene = add_new_professional(opened, "Lene Friis", "sagsbehandler")
    tab.new_menu.aboutToShow.emit()
    assert [each.text() for each in tab.new_menu.actions()][:2] == [
        "Første netværksmøde, Lene Friis indkalder", "Første netværksmøde, vi indkalder"]
    tab.empty.action.click()
    assert tab.meeting is not None
    assert tab.meeting.called_by is lene
    assert tab.before.facts.called_by.currentText().startswith("Lene Friis")
    assert tab.before.facts.purpose.toPlainText().startswith("At lave én plan sammen")
