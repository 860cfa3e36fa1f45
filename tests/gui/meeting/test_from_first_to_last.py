"""The meeting as a whole: undone, crowded, closed while somebody types, changed out of sight."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import after_meeting, before_meeting, checklists, during_meeting, participants
from borgerplan_desktop.casework.meeting.agenda import add_item, set_minutes
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import Feedback, Meeting, MeetingStatus
from tests.archive import Clock

NAME = "<b>Ole</b> & Co <img src=x>"


def test_undo_of_everything_brings_the_empty_page_back(tab: MeetingTab, opened: OpenCase, qtbot: QtBot) -> None:
    tab.prepare()
    meeting = opened.case.the(Meeting)
    checklists.tick(opened, meeting, "why")
    before_meeting.invite(opened, meeting)
    during_meeting.start_meeting(opened, meeting)
    tab.show_row(meeting.id)
    during_meeting.end_meeting(opened, meeting)
    after_meeting.answer(opened, meeting, Feedback.said_it, 3)
    while opened.done:
        opened.undo()
    assert tab.pages.currentWidget() is tab.empty
    while opened.undone:
        opened.redo()
    assert tab.meeting is not None
    assert tab.meeting.status is MeetingStatus.HELD


def test_forty_people_thirty_points_and_markup(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    with opened.action("many"):
        for number in range(37):
            participants.add_participant(opened, planned, add_private_person(opened, f"{NAME} {number}"), NAME)
        for number in range(25):
            add_item(opened, planned, f"{NAME} {number} " + "langt" * 60)
    tab.show_row(planned.id)
    assert len(tab.before.participants.list.widgets()) == 40
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    assert len(tab.during.voices.voices()) == 40
    assert NAME.split()[0] in tab.during.voices.voices()[5].accessibleName()
    during_meeting.park_topic(opened, planned, NAME)
    during_meeting.go_to_item(opened, planned, planned.agenda[-1])
    assert NAME in tab.during.point.title.words()
    during_meeting.end_meeting(opened, planned)
    tab.show_row(planned.id)
    assert len(tab.after.minutes.list.widgets()) == 40
    for label in tab.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for page in (tab.before.page, tab.after.page, tab.during.page):
        assert page.horizontalScrollBar().maximum() == 0


def test_typing_and_ticks_are_stored_when_the_case_closes(qtbot: QtBot, opened: OpenCase, planned: Meeting) -> None:
    desk = Desk(opened)
    tab = MeetingTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    QTest.keyClicks(tab.during.new_agreement.what, "Ringer i morgen")
    QTest.keyClicks(tab.during.left.park_words, "Briller")
    desk.close()
    assert planned.agreements[-1].text == "Ringer i morgen"
    assert planned.parked[-1].text == "Briller"


def test_what_changes_while_another_tab_is_in_front_is_shown_on_return(tab: MeetingTab, planned: Meeting,
                                                                       opened: OpenCase) -> None:
    tab.show_row(planned.id)
    assert tab.before.checklist.bar.value() == 2         # known: why we meet, and why each is there
    tab.hide()
    participants.add_participant(opened, planned, add_private_person(opened, "Sara"), "kender mig bedst")
    checklists.tick(opened, planned, "room")
    tab.show()
    assert len(tab.before.participants.list.widgets()) == 4
    assert tab.before.checklist.bar.value() == 3         # and the room


def test_an_agenda_longer_than_the_meeting_is_said_kindly_and_can_be_held(
        tab: MeetingTab, planned: Meeting, opened: OpenCase, clock: Clock) -> None:
    for item in planned.agenda:
        set_minutes(opened, item, 30)
    tab.show_row(planned.id)
    over = planned.minutes - 60
    assert tab.before.agenda.longer.isVisible()
    assert f"{over} minutter længere end mødet" in tab.before.agenda.longer.text()
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    clock.pass_(hours=2, minutes=1)                      # the hour is over at the second point
    tab.during.tick()
    assert tab.during.subtitle.words().startswith("Tiden er gået.")
    assert tab.during.ring.accessibleName().startswith("0 ")
    tab.during.next.click()
    assert planned.item_id == planned.agenda[1].id       # nobody is sent home
