"""A meeting is held from the tab, with a clock that is told the time."""
from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.house.checklist_points import add_point, retire_point
from borgerplan_desktop.casework.meeting import (
    after_meeting,
    before_meeting,
    during_meeting,
    from_last,
    meeting_time,
    participants,
    ways,
)
from borgerplan_desktop.casework.meeting.checklists import LINES, key_of, tick
from borgerplan_desktop.casework.network.people import add_private_person
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.agreements import add_agreement
from borgerplan_desktop.gui.meeting.end_meeting import EndMeeting
from borgerplan_desktop.gui.meeting.meeting_tab import AFTER, MeetingTab
from borgerplan_desktop.gui.meeting.projector_size import stage_px
from borgerplan_desktop.gui.meeting.round_strip import WIDEST
from borgerplan_desktop.i18n import _
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.plan import open_agreements
from borgerplan_desktop.model.shelter import ChecklistPhase
from tests.archive import Clock
from tests.gui.meeting.hands import press, tabbed


def test_the_clock_is_the_cases_own(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    assert page.clock.words() == "10.21"
    assert page.ring.accessibleName().startswith("60 ")
    clock.pass_(minutes=51)
    page.tick()
    assert page.clock.words() == "11.12"
    assert page.ring.accessibleName().startswith("9 ")
    assert page.subtitle.words().startswith("9 ")        # said calmly, in words
    clock.pass_(hours=2)
    page.tick()
    assert page.ring.accessibleName().startswith("0 ")
    clock.pass_(hours=-9)                                # set back: nothing turns negative
    page.tick()
    assert "-" not in page.ring.accessibleName()


def test_a_meeting_begun_early_ends_as_planned_until_somebody_moves_the_end(
        tab: MeetingTab, planned: Meeting, opened: OpenCase, clock: Clock) -> None:
    tab.show_row(planned.id)                             # 10.21–11.21, and it is 9.21
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    assert tab.during.ring.accessibleName().startswith("120 ")
    assert tab.during.subtitle.words().endswith("Vi slutter kl. 11.21")
    QTest.keyClick(tab.during.next, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    menu = tab.during.end_menu
    assert [each.text() for each in menu.actions()] == [
        "Slut 5 minutter senere", "Slut 15 minutter senere", "Slut 5 minutter før", "Slut 15 minutter før"]
    menu.actions()[3].trigger()
    menu.close()
    assert tab.during.ring.accessibleName().startswith("105 ")     # the two always agree
    assert tab.during.subtitle.words().endswith("Vi slutter kl. 11.06")
    clock.pass_(minutes=100)
    tab.during.tick()
    assert tab.during.subtitle.words().startswith("5 ")
    assert planned.ends_at == opened.now() + timedelta(minutes=20)  # the invitation stays as it was


def test_a_meeting_begun_late_ends_as_planned(tab: MeetingTab, planned: Meeting, opened: OpenCase,
                                              clock: Clock) -> None:
    clock.pass_(minutes=75)
    tab.show_row(planned.id)
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    assert tab.during.ring.accessibleName().startswith("45 ")
    assert tab.during.subtitle.words().endswith("Vi slutter kl. 11.21")


def test_a_step_is_ticked_when_it_is_done_not_when_it_is_left(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    before, during, _after = tab.steps._steps
    assert not before.done                               # hardly anything was made ready
    for line in LINES[ChecklistPhase.BEFORE]:
        tick(opened, going, line.key)
    assert before.done
    assert not during.done
    during_meeting.end_meeting(opened, going)
    tab.show_row(going.id)
    assert during.done


def test_the_way_on_is_in_full_where_there_is_room(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page = tab.during
    with opened.action("agenda"):
        going.agenda[1].title = "Mads-Emil-Kristian fortæller"
    tab.show_row(going.id)
    assert page.next.text() == "Videre: Mads-Emil-Kristian fortæller"
    tab.resize(966, 613)
    assert page.next.text().endswith("…")
    tab.resize(1308, 613)
    assert page.next.text() == page.next.accessibleName()


def test_the_faces_have_the_letters_of_the_whole_name(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    for name in ("Birgit Krogh", "Bo Toft", "Sara"):
        participants.add_participant(opened, going, add_private_person(opened, name))
    tab.show_row(going.id)
    assert [voice.letters() for voice in tab.during.voices.voices()][-4:] == ["NB", "BK", "BT", "S"]



def test_the_faces_fill_their_line_as_people_sit_round_a_table(tab: MeetingTab, going: Meeting, opened: OpenCase,
                                                               qtbot: QtBot) -> None:
    strip = tab.during.voices
    few = strip.voices()
    assert {voice.width() for voice in few} == {stage_px(WIDEST)}        # and do not stand miles apart
    for number in range(37):
        participants.add_participant(opened, going, add_private_person(opened, f"Ven {number}"))
    tab.show_row(going.id)

    def is_filled() -> bool:
        faces = [voice.geometry() for voice in strip.voices()]
        first = [face for face in faces if face.y() == faces[0].y()]
        return len(first) < len(faces) and strip.width() - first[-1].right() <= 2 * len(first) + 2
    qtbot.waitUntil(is_filled)


def test_two_minutes_of_silence(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    page.quiet.click()
    assert page.silence.isVisible()
    assert not page.voices.isVisible()
    assert page.silence.left.words() == "2.00"
    clock.pass_(seconds=75)
    page.tick()
    assert page.silence.left.words() == "0.45"
    clock.pass_(minutes=-30)
    page.tick()
    assert page.silence.left.words() == "2.00"
    clock.pass_(hours=2)
    page.tick()
    assert page.silence.left.words() == "0.00"
    page.quiet.click()
    assert page.voices.isVisible()


def test_a_whole_meeting_by_the_main_button_and_the_lines(tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page = tab.during
    voices = page.voices.voices()
    QTest.mouseClick(voices[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(voices[2], Qt.MouseButton.LeftButton)
    assert going.participants[2].presence is Presence.DID_NOT_COME
    page.next.click()
    page.next.click()
    round_ = going.agenda[2]
    assert going.item_id == round_.id
    assert page.point.title.words() == round_.title
    assert page.next.accessibleName() == _("{name} has the floor").format(name="Eva")
    page.next.click()
    assert page.next.accessibleName() == _("Everyone has spoken")
    page.next.click()
    assert [p.has_spoken for p in going.participants] == [True, True, False]
    for text, who, when in (("Ringer til boligforeningen", 2, "i morgen"), ("Ringer til Sara", 1, "hver onsdag")):
        QTest.keyClicks(page.new_agreement.what, text)
        page.new_agreement.who.setCurrentIndex(who)
        QTest.keyClicks(page.new_agreement.when, when)
        press(page.new_agreement.when)
    first, second = going.agreements
    assert (first.text, first.responsible) == ("Ringer til boligforeningen", going.participants[1].member)
    assert first.due_on == opened.today() + timedelta(days=1)
    assert (second.due_on, second.when) == (None, "hver onsdag")
    assert page.new_agreement.what.hasFocus()
    assert first in open_agreements(opened.case)
    assert second in open_agreements(opened.case)
    page.park.click()
    assert page.left.park_words.hasFocus()
    QTest.keyClicks(page.left.park_words, "Briller")
    press(page.left.park_words)
    assert [topic.text for topic in going.parked] == ["Briller"]
    page.show_minutes.click()
    assert page.written.hasFocus()
    QTest.keyClicks(page.written, "Jonas vil bo ved vandet")
    page.next.click()
    assert round_.written == "Jonas vil bo ved vandet"   # stored under the point it was said at
    assert page.written.toPlainText() == ""
    QTest.keyClicks(page.new_agreement.what, "halvt skrevet")
    end(tab)
    assert going.status is MeetingStatus.HELD
    assert going.agreements[-1].text == "halvt skrevet"  # nothing typed is let go of
    assert tab.steps.current() == AFTER


def test_the_meeting_by_keyboard_alone(tab: MeetingTab, going: Meeting) -> None:
    page = tab.during
    page.take_focus()
    while going.status is MeetingStatus.IN_PROGRESS:
        assert QApplication.focusWidget() is page.next
        press(page.next)
    assert all(item.done for item in going.agenda)
    assert all(p.has_spoken for p in going.participants)
    seen = set()
    for _n in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or (isinstance(focused, QAbstractButton) and focused.text()), focused
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert tab.after.feedback.words in seen
    assert tab.after.meaning.text in seen


def test_a_line_of_the_shelters_own_stands_among_the_reminders(tab: MeetingTab, going: Meeting,
                                                               opened: OpenCase) -> None:
    assert opened.shelter is not None
    point = add_point(opened.shelter, ChecklistPhase.DURING, "Er {alle} med?")
    tab.show_row(going.id)
    tab.during.show_reminders.click()
    line = tab.during.reminders.lines[key_of(point)]
    assert list(tab.during.reminders.lines)[-1] == key_of(point)
    assert line.short.words() == "Er {alle} med?"
    line.box.click()
    assert key_of(point) in going.ticks
    retire_point(opened.shelter, point)


def test_the_reminders_are_ticked_during_the_meeting(tab: MeetingTab, going: Meeting) -> None:
    tab.during.show_reminders.click()
    line = tab.during.reminders.lines["welcome"]
    assert line.isVisible()
    line.box.click()
    assert going.ticks == {"welcome"}


def test_full_window_covers_everything_and_comes_back(tab: MeetingTab, going: Meeting, qtbot: QtBot) -> None:
    page = tab.during
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: page.full_window.stage is not None)
    stage = page.full_window.stage
    assert stage is not None
    assert stage.isAncestorOf(page.next)
    assert stage.geometry() == tab.window().rect()
    page.next.setFocus()
    for _n in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert stage.isAncestorOf(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(page.next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.full_window.stage is None)
    assert page.isAncestorOf(page.next)
    assert page.next.isVisible()


@pytest.mark.parametrize("before", [False, True])
def test_after_the_meeting_the_window_is_full_screen_or_not_as_it_was(
        tab: MeetingTab, going: Meeting, qtbot: QtBot, before: bool) -> None:
    window, full = tab.window(), Qt.WindowState.WindowFullScreen
    participants.note_presence(tab._desk.opened, going.participants[0], Presence.PRESENT)
    if before:
        tab.show_row("")
        tab.pages.setCurrentWidget(tab.before)           # full screen since long before the meeting is looked at
        window.setWindowState(full)
        QApplication.processEvents()
        tab.pages.setCurrentWidget(tab.during)
    else:
        window.setWindowState(full)
    qtbot.waitUntil(lambda: tab.during.full_window.stage is not None)
    end(tab)
    qtbot.waitUntil(lambda: tab.during.full_window.stage is None)
    QApplication.processEvents()
    assert window.isFullScreen() is before


@pytest.mark.parametrize("name", ["end", "next", ""])
def test_who_leaves_the_full_window_stands_where_they_stood(
        tab: MeetingTab, going: Meeting, qtbot: QtBot, name: str) -> None:
    page = tab.during
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: page.full_window.stage is not None)
    stood: QWidget | None = getattr(page, name) if name else page.full_window.stage
    assert stood is not None
    stood.setFocus()
    QTest.keyClick(stood, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.full_window.stage is None)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is stood or (not name and page.isAncestorOf(focused))


def end(tab: MeetingTab) -> None:
    """Also where points were not reached, as where nobody has turned a page."""
    tab.during.end.click()
    if asked := [each for each in tab.window().findChildren(EndMeeting) if each.isVisible()]:
        press(asked[0].act)


def test_what_was_not_reached_is_said_and_comes_on_the_agenda_that_follows(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    participants.note_presence(opened, going.participants[0], Presence.PRESENT)
    following = before_meeting.plan_meeting(opened, starts_at=opened.now() + timedelta(days=14))
    ways.add_from_room(opened, going, "Min cykel")
    with opened.action("next"):
        going.next_meeting_id = following.id
    while (item := during_meeting.next_item(going)) is not None and item.title != "Min cykel":
        during_meeting.go_to_item(opened, going, item)
    during_meeting.go_to_item(opened, going, going.agenda[-1])
    meeting_time.pause(opened, going)
    tab.during.end.click()
    [asking] = [each for each in tab.window().findChildren(EndMeeting) if each.isVisible()]
    assert "Mødet har haft pause siden kl." in asking.told.words()
    assert "Ikke nået: »Min cykel«." in asking.told.words()
    assert asking.along.isChecked()
    assert asking.along.text().startswith("Sæt på dagsordenen for næste møde, ")
    assert asking.focusWidget() is asking.act
    press(asking.act)
    assert going.status is MeetingStatus.HELD
    assert [each.title for each in following.agenda].count("Min cykel") == 1
    assert tab.steps.current() == AFTER
    opened.undo()                                        # both at once
    assert going.status is MeetingStatus.IN_PROGRESS
    assert "Min cykel" not in [each.title for each in following.agenda]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tab.during.end.click()
    [asking] = [each for each in tab.window().findChildren(EndMeeting) if each.isVisible()]
    asking.leave.click()
    assert going.status is MeetingStatus.IN_PROGRESS
    asking.along.setChecked(False)
    asking.act.click()
    assert "Min cykel" not in [each.title for each in following.agenda]


def test_without_a_next_meeting_it_is_said_that_they_come_when_it_is_planned(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    participants.note_presence(opened, going.participants[0], Presence.PRESENT)
    tab.during.end.click()
    [asking] = [each for each in tab.window().findChildren(EndMeeting) if each.isVisible()]
    assert asking.told.words().endswith("Det kommer på dagsordenen, når I planlægger næste møde.")
    assert not asking.along.isVisible()
    left = [each.title for each in after_meeting.not_reached(going)]
    press(asking.act)
    following = from_last.plan_next(opened, going)
    assert set(left) <= {each.title for each in following.agenda}


def test_a_meeting_to_which_nobody_came_is_not_ended_unawares(tab: MeetingTab, going: Meeting) -> None:
    for participant in going.participants:
        participants.note_presence(tab._desk.opened, participant, Presence.UNKNOWN)
    for answer, outcome in (("Bliv i mødet", MeetingStatus.IN_PROGRESS), ("Slut mødet", MeetingStatus.HELD)):
        tab.during.end.click()
        question = next(each for each in tab.window().findChildren(QDialog) if each.isVisible())
        assert any(label.text().startswith("Ingen er noteret som kommet") for label in question.findChildren(QLabel))
        assert question.focusWidget().text() == "Bliv i mødet"  # type: ignore[attr-defined]
        next(b for b in question.findChildren(QPushButton) if b.text() == answer).click()
        assert going.status is outcome
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_who_ends_the_meeting_stands_at_the_step_that_follows(tab: MeetingTab, going: Meeting) -> None:
    tab.activateWindow()
    participants.note_presence(tab._desk.opened, going.participants[0], Presence.PRESENT)
    tab.during.end.setFocus()
    end(tab)
    tab.activateWindow()                                 # this platform gives no window back what it was
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("3 Efter")


def test_tab_goes_as_one_reads_during_the_meeting(tab: MeetingTab, planned: Meeting, opened: OpenCase) -> None:
    tab.show_row(planned.id)
    during_meeting.start_meeting(opened, planned)
    tab.show_row(planned.id)
    during_meeting.park_topic(opened, planned, "Cyklen")
    page = tab.during
    left, line = page.left, page.new_agreement
    assert tabbed(page.full, page.next) == [
        page.full, *left.points.widgets(), left.topics.widgets()[0].button, left.park_words, *page.voices.voices(),
        line.what, line.who, line.when, line.add, page.park, page.quiet, page.show_minutes, page.show_reminders,
        page.end, page.next]


@pytest.mark.parametrize("height", [613, 590])
def test_the_line_for_an_agreement_stands_above_the_buttons_with_two_meetings(
        tab: MeetingTab, going: Meeting, opened: OpenCase, height: int) -> None:
    before_meeting.plan_meeting(opened, starts_at=opened.now() + timedelta(days=14))
    add_agreement(opened, "Ringer til boligforeningen", meeting=going)
    tab.show_row(going.id)
    tab.resize(1308, height)
    QApplication.processEvents()
    page = tab.during
    line = page.new_agreement.mapTo(tab, QPoint(0, page.new_agreement.height())).y()
    assert line <= page.buttons.mapTo(tab, QPoint(0, 0)).y()
