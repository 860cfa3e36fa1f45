"""The three other ways to hold a meeting, from the choice to what becomes of it."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from borgerplan_desktop.casework.meeting import during_meeting, participants, ways
from borgerplan_desktop.casework.meeting.agenda import add_item
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.meeting_way import PointKind, Way
from borgerplan_desktop.model.network import MemberKind
from borgerplan_desktop.model.plan import current_plan
from tests.gui.meeting.hands import press


def choose(tab: MeetingTab, meeting: Meeting, way: Way) -> None:
    tab.show_row(meeting.id)
    choice = tab.before.agenda.way.choice
    choice.setCurrentIndex(list(Way).index(way))
    choice.activated.emit(choice.currentIndex())
    assert ways.way_of(meeting) is way


def start(tab: MeetingTab, opened: OpenCase, meeting: Meeting, kind: PointKind) -> None:
    during_meeting.start_meeting(opened, meeting)
    item = next(each for each in meeting.agenda if each.kind is kind)
    during_meeting.go_to_item(opened, meeting, item)
    tab.show_row(meeting.id)


def test_the_points_of_a_way_come_and_go_with_the_choice(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    before = [each.id for each in planned.agenda]
    choose(tab, planned, Way.PRIVATE_TIME)
    assert [each.kind for each in planned.agenda[-4:-2]] == [PointKind.PRIVATE, PointKind.PROPOSAL]
    choose(tab, planned, Way.MADE_IN_THE_ROOM)
    assert planned.agenda[0].kind is PointKind.MAKE_AGENDA
    choose(tab, planned, Way.AGENDA)
    assert [each.id for each in planned.agenda] == before
    opened.undo()
    assert ways.way_of(planned) is Way.MADE_IN_THE_ROOM
    assert tab.before.agenda.way.choice.currentText() == "Vi laver dagsordenen sammen i rummet"


def test_the_agenda_is_made_in_the_room(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    choose(tab, planned, Way.MADE_IN_THE_ROOM)
    start(tab, opened, planned, PointKind.MAKE_AGENDA)
    page = tab.during
    assert page.point.told.words().startswith("Alle siger")
    room = page.point.room
    assert room.isVisible()
    goodbye = planned.agenda[-1]
    for words in ("Min egen dør", "Min gæld"):
        QTest.keyClicks(room, words)
        press(room)
    assert [each.title for each in planned.agenda[-3:-1]] == ["Min egen dør", "Min gæld"]
    assert planned.agenda[-1] is goodbye
    QTest.keyClicks(room, "halvt")
    QTest.keyClick(page.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert not room.isVisible()
    page._on_leave()
    assert planned.agenda[-2].title == "halvt"           # nothing typed is let go of


def test_what_the_room_wants_to_talk_about_is_seen_in_a_long_agenda(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    for number in range(20):
        add_item(opened, planned, f"Punkt {number}")
    choose(tab, planned, Way.MADE_IN_THE_ROOM)
    start(tab, opened, planned, PointKind.MAKE_AGENDA)
    left, room = tab.during.left, tab.during.point.room
    QApplication.processEvents()
    assert left.agenda_scroll.verticalScrollBar().value() == 0
    QTest.keyClicks(room, "Min gæld")
    press(room)
    QApplication.processEvents()
    line = left.points.of(planned.agenda[-2])
    assert line is not None
    assert not line.visibleRegion().isEmpty()
    assert room.text() == ""


def test_private_time_ends_in_a_proposal_that_becomes_agreements_and_goals(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    choose(tab, planned, Way.PRIVATE_TIME)
    start(tab, opened, planned, PointKind.PRIVATE)
    page = tab.during
    assert page.point.told.words().endswith("Skriv, hvad I vil foreslå.")
    outside = [each.participant for each in page.voices.voices() if each.said == "er udenfor"]
    assert outside == [each for each in planned.participants if participants.is_professional(each)] != []
    edit = page.proposal.edit
    assert edit.isVisible()
    QTest.keyClicks(edit, "Ole ringer hver onsdag")
    press(edit)
    QTest.keyClicks(edit, "Min egen dør")
    QTest.keyClick(page.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert not edit.isVisible()
    QApplication.processEvents()                         # rows that have just come are shown now
    agreed, goal = page.proposal.lines
    assert agreed.agree.isVisible()
    agreed.agree.click()
    goal.goal.click()
    assert [each.text for each in planned.agreements] == ["Ole ringer hver onsdag"]
    assert "Min egen dør" in [each.title for each in current_plan(opened.case).goals]
    assert (agreed.state.words(), goal.state.words()) == ("Er en aftale", "Er et mål")
    assert not agreed.agree.isVisible()
    opened.undo()
    assert goal.goal.isVisible()
    press(page.next, Qt.Key.Key_F2)                      # other agreements can be written all the same
    assert page.new_agreement.what.isVisible()
    QTest.keyClick(page.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.work.currentWidget() is page.agreements_page


def test_the_keyboard_goes_from_the_proposal_through_its_lines_to_what_comes_next(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    choose(tab, planned, Way.PRIVATE_TIME)
    start(tab, opened, planned, PointKind.PRIVATE)
    page = tab.during
    page.proposal.edit.setFocus()
    QTest.keyClicks(page.proposal.edit, "Ole ringer hver onsdag")
    press(page.proposal.edit)
    QTest.keyClicks(page.proposal.edit, "Min egen dør")
    QTest.keyClick(page.proposal.edit, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    agreed, goal = page.proposal.lines
    assert agreed.agree.hasFocus()                       # not the first point of the agenda: Enter would go back there
    press(agreed.agree, Qt.Key.Key_Space)
    assert agreed.who.hasFocus()                         # who does it is asked at once …
    press(agreed.who, Qt.Key.Key_Down)
    [made] = planned.agreements
    assert made.responsible is not None
    agreed.when.field.setFocus()
    QTest.keyClicks(agreed.when.field, "6. november")    # … and by when
    goal.goal.setFocus()
    assert made.due_on is not None
    assert (made.due_on.day, made.due_on.month) == (6, 11)
    press(goal.goal, Qt.Key.Key_Space)
    assert page.next.hasFocus()                          # nothing is left to answer; not a button outside the meeting


def test_professionals_think_aloud_and_then_the_citizen_answers(
        tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    choose(tab, planned, Way.THINK_ALOUD)
    start(tab, opened, planned, PointKind.THINK_ALOUD)
    turns = participants.in_round(planned)
    assert turns == [each for each in planned.participants if participants.is_professional(each)] != []
    listening = [each for each in tab.during.voices.voices() if each.said == "lytter"]
    assert {each.participant.id for each in listening} == {each.id for each in planned.participants} - {
        each.id for each in turns}
    QTest.keyClick(tab.during.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    answering = participants.in_round(planned)
    assert not {each.id for each in answering} & {each.id for each in turns}
    assert answering[0].member is not None
    assert answering[0].member.kind is MemberKind.CITIZEN
    assert tab.during.point.told.words().endswith("De andre lytter.")


def test_a_proposal_without_words_says_so(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    participants.add_participant(opened, planned, add_private_person(opened, "Ole"))
    choose(tab, planned, Way.PRIVATE_TIME)
    start(tab, opened, planned, PointKind.PROPOSAL)
    assert tab.during.proposal.nothing.isVisible()
