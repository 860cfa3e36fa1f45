"""The list of all meetings, as a person uses it: by keyboard, by mouse, a new one of a kind, and back."""
from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from borgerplan_desktop.casework.meeting.before_meeting import call_off, plan_meeting
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.meeting.meeting_series import MeetingSeries
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.gui.widgets.two_lines import WORDS
from borgerplan_desktop.model.meeting import HeldAs, Meeting, MeetingKind


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
    assert [each.text() for each in menu.actions()] == ["Netværksmøde", "Opfølgning", "Fordelingsmøde", "Samtale"]
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
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(opened.case.all(Meeting)) == 3
    assert tab.meeting is planned
    opened.undo()
    assert opened.case.all(Meeting) == [planned]
