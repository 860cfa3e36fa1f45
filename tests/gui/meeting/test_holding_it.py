"""Holding the meeting: its clock, pauses, who is there, what is written, and the keys."""
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.meeting import during_meeting, participants
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.plan.goals import add_goal
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.meeting.meeting_tab import MeetingTab
from borgerplan_desktop.i18n import day
from borgerplan_desktop.model.meeting import LeaderPad, Meeting, MeetingStatus, Presence
from borgerplan_desktop.model.plan import current_plan
from tests.archive import Clock
from tests.gui.meeting.hands import press


def test_the_present_point_counts_down_and_says_calmly_when_it_is_over(
        tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    first = going.agenda[0]
    assert page.point.note.words().endswith("5 minutter igen")
    clock.pass_(minutes=3, seconds=10)
    page.tick()
    assert page.point.note.words().endswith("2 minutter igen")
    QTest.keyClick(page.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert going.item_id == going.agenda[1].id
    clock.pass_(minutes=4)
    QTest.keyClick(page.next, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert going.item_id == first.id
    assert page.point.note.words().endswith("2 minutter igen")   # what it took before counts
    clock.pass_(minutes=2)
    page.tick()
    assert page.point.note.words().endswith("tiden er gået")
    clock.pass_(minutes=3)
    page.tick()
    assert page.point.note.words().endswith("3 minutter over")


def test_in_a_pause_the_clock_stands_and_the_end_holds_or_moves(
        tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    page.next.setFocus()
    QTest.keyClick(page.next, Qt.Key.Key_F12)
    assert QApplication.focusWidget() is page.point.paused.go_on
    assert not page.voices.isVisible()
    assert not page.next.isVisible()
    assert not page.point.paused.later.isVisible()
    clock.pass_(minutes=12)
    page.tick()
    assert page.ring.accessibleName().startswith("60 ")
    assert page.point.note.words().endswith("5 minutter igen")
    assert page.point.paused.since.words() == "Pause siden kl. 10.21"
    assert page.point.paused.go_on.text() == "Fortsæt, og slut kl. 11.21"
    assert page.point.paused.later.text() == "Fortsæt, og slut 12 minutter senere"
    page.point.paused.later.click()
    assert QApplication.focusWidget() is page.next
    assert page.ring.accessibleName().startswith("60 ")
    assert page.subtitle.words().endswith("Vi slutter kl. 11.33")
    assert page.point.note.words().endswith("5 minutter igen")
    page.pause.click()
    clock.pass_(minutes=10)
    press(page.point.paused.go_on)
    assert page.ring.accessibleName().startswith("50 ")
    assert page.subtitle.words().endswith("Vi slutter kl. 11.33")


def test_who_comes_late_or_leaves_is_noted_with_the_time(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    clock.pass_(minutes=14)
    voice = page.voices.voices()[2]
    here, comes, leaves, away = voice.menu.actions()
    assert "højreklik" in voice.accessibleDescription()  # else nobody finds it
    comes.trigger()
    assert voice.accessibleName().endswith(", kom kl. 10.35")
    clock.pass_(minutes=20)
    leaves.trigger()
    assert voice.accessibleName().endswith(", gik kl. 10.55")
    assert going.participants[2].came_at is not None
    page.next.click()
    page.next.click()                                    # the round
    page.next.click()
    page.next.click()
    assert [p.has_spoken for p in going.participants] == [True, True, False]    # nobody waits for who has left
    away.trigger()
    assert voice.accessibleName().endswith(", kom ikke")
    here.trigger()
    assert going.participants[2].left_at is None


def test_who_has_spoken_long_or_not_at_all_is_said_quietly(tab: MeetingTab, going: Meeting, clock: Clock) -> None:
    page = tab.during
    page.next.click()
    page.next.click()
    clock.pass_(minutes=6)
    QTest.keyClick(page.next, Qt.Key.Key_F5)             # heard
    clock.pass_(minutes=1)
    QTest.keyClick(page.next, Qt.Key.Key_F5)
    first, second, third = page.voices.voices()
    assert first.said == "har talt længe"
    assert second.said == "har talt"
    participants.note_presence(tab._desk.opened, going.participants[2], Presence.PRESENT)
    QTest.keyClick(page.next, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert third.said == "ikke hørt endnu"


def test_what_was_decided_and_said_is_written_beside_the_minutes(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page = tab.during
    press(page.next, Qt.Key.Key_F3)
    QTest.keyClicks(page.written, "Vi talte om boligen")
    press(page.written, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.minutes_page.decided
    QTest.keyClicks(page.minutes_page.decided, "Vi søger indskudslån")
    press(page.minutes_page.decided, Qt.Key.Key_Tab)
    said = page.minutes_page.said
    assert QApplication.focusWidget() is said
    assert not page.minutes_page.into_plan.isVisible()
    QTest.keyClicks(said, "Jeg vil have ro")
    press(said, Qt.Key.Key_Tab)
    first = going.agenda[0]
    assert (first.written, first.decided) == ("Vi talte om boligen", "Vi søger indskudslån")
    assert going.own_words == "Jeg vil have ro"
    assert current_plan(opened.case).matters_now == ""
    page.minutes_page.into_plan.click()
    assert current_plan(opened.case).matters_now == f"Jeg vil have ro ({day(opened.today())})"
    assert page.minutes_page.stands.isVisible()
    assert not page.minutes_page.into_plan.isVisible()
    opened.undo()
    assert page.minutes_page.into_plan.isVisible()
    page.next.click()
    assert page.minutes_page.decided.text() == ""        # another point decides anew
    assert said.toPlainText() == "Jeg vil have ro"       # the day is the same


def test_the_words_of_the_day_stand_in_everybodys_minutes_only_when_that_is_ticked(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    page = tab.during
    press(page.next, Qt.Key.Key_F3)
    said, tick = page.minutes_page.said, page.minutes_page.for_all
    said.setFocus()
    QTest.keyClicks(said, "Jeg vil have ro")
    press(said, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tick
    assert not tick.isChecked()
    press(tick, Qt.Key.Key_Space)
    assert (going.own_words, going.own_words_for_all) == ("Jeg vil have ro", True)
    assert tick.hasFocus()                               # one goes on from there
    opened.undo()
    assert not going.own_words_for_all
    assert not tick.isChecked()
    assert going.own_words == "Jeg vil have ro"


def test_an_agreement_belongs_to_the_goal_of_the_point_or_another(
        tab: MeetingTab, going: Meeting, opened: OpenCase) -> None:
    door, sleep = add_goal(opened, "Min egen dør"), add_goal(opened, "Sove bedre")
    with opened.action("agenda"):
        going.agenda[0].goal_id = door.id
    line = tab.during.new_agreement
    tab.during._on_next_point()
    tab.during._on_point_before()
    assert line.goal.currentText() == "Min egen dør"
    QTest.keyClicks(line.what, "Ringer til boligforeningen")
    press(line.what)
    line.goal.setCurrentIndex(line.goal.findData(sleep.id))
    QTest.keyClicks(line.what, "Taler med lægen")
    press(line.what)
    assert [each.goal_id for each in going.agreements] == [door.id, sleep.id]
    assert line.goal.currentText() == "Min egen dør"
    tab.during._on_next_point()
    assert line.goal.currentData() is None


def test_the_private_pad_is_for_whoever_wrote_it_and_never_on_the_stage(
        tab: MeetingTab, going: Meeting, opened: OpenCase, qtbot: QtBot) -> None:
    page = tab.during
    press(page.next, Qt.Key.Key_F3)
    QTest.keyClick(page.written, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert page.pad.isVisible()
    assert "vises ikke" in page.pad.edit.accessibleDescription()
    page.pad.edit.setFocus()
    QTest.keyClicks(page.pad.edit, "Spørg til Sara")
    page.next.setFocus()
    [pad] = opened.case.all(LeaderPad)
    assert (pad.text, pad.staff_id) == ("Spørg til Sara", opened.who)
    with opened.action("another's"):
        pad.staff_id = None
    assert page.pad.edit.toPlainText() == ""             # another's is nobody else's to read
    with opened.action("mine"):
        pad.staff_id = opened.who
    assert page.pad.edit.toPlainText() == "Spørg til Sara"
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: page.full_window.stage is not None)
    assert page.reminders_page.isVisible()
    assert not page.pad.isVisible()
    page.full_window.leave()
    assert page.pad.isVisible()


def test_one_key_leads_to_the_pad_and_puts_it_away(tab: MeetingTab, going: Meeting, qtbot: QtBot) -> None:
    page, shift = tab.during, Qt.KeyboardModifier.ShiftModifier
    page.next.setFocus()
    QTest.keyClick(page.next, Qt.Key.Key_F6, shift)
    assert page.pad.edit.hasFocus()
    QTest.keyClicks(page.pad.edit, "Spørg til Sara")
    page.new_agreement.what.setFocus()                   # out of sight
    page.show_reminders.setFocus()
    QTest.keyClick(page.show_reminders, Qt.Key.Key_F6, shift)
    assert page.pad.edit.hasFocus()                      # it was there, and the keyboard elsewhere
    QTest.keyClick(page.pad.edit, Qt.Key.Key_F6, shift)
    assert not page.pad.isVisible()
    assert page.next.hasFocus()
    tab.window().setWindowState(Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(lambda: page.full_window.stage is not None)
    QTest.keyClick(page.next, Qt.Key.Key_F6, shift)
    assert not page.pad.isVisible()
    assert page.next.hasFocus()
    page.full_window.leave()


def test_the_keys_of_the_meeting(tab: MeetingTab, going: Meeting) -> None:
    page = tab.during
    page.take_focus()
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, with_, widget in ((Qt.Key.Key_F2, plain, page.new_agreement.what), (Qt.Key.Key_F3, plain, page.written),
                               (Qt.Key.Key_F2, plain, page.new_agreement.what),
                               (Qt.Key.Key_F2, shift, page.left.park_words)):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, with_)
        assert QApplication.focusWidget() is widget
    press(page.next, Qt.Key.Key_F6)
    assert page.silence.isVisible()
    page.silence.longer.click()
    assert page.silence.left.words() == "3.00"
    assert page.silence.told.words().startswith("3 minutters stilhed")
    press(page.next, Qt.Key.Key_F6)
    assert page.voices.isVisible()


def test_a_whole_meeting_on_the_stage_by_keyboard_alone_in_large_text(
        qapp: QApplication, tab: MeetingTab, going: Meeting, opened: OpenCase, qtbot: QtBot, clock: Clock) -> None:
    page, window = tab.during, tab.window()

    def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def write(words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    try:
        apply_theme(qapp, dark=True, size=2.0)
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        qtbot.waitUntil(lambda: page.full_window.stage is not None)
        page.take_focus()
        key(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
        write("Cyklen")
        key(Qt.Key.Key_Return)
        key(Qt.Key.Key_F12)
        clock.pass_(minutes=5)
        key(Qt.Key.Key_Return)                           # the pause is over, and the end holds
        key(Qt.Key.Key_F3)
        write("Alle er velkomne")
        key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        for _voice in going.participants:
            key(Qt.Key.Key_F5)
        key(Qt.Key.Key_F2)
        write("Ringer til boligforeningen")
        key(Qt.Key.Key_Return)
        while going.status is MeetingStatus.IN_PROGRESS:
            key(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    finally:
        window.setWindowState(Qt.WindowState.WindowNoState)
        apply_theme(qapp, dark=False, size=1.0)
    assert [each.text for each in going.parked] == ["Cyklen"]
    assert going.agenda[0].written == "Alle er velkomne"
    assert [each.text for each in going.agreements] == ["Ringer til boligforeningen"]
    assert all(each.presence is Presence.PRESENT and each.spoke for each in going.participants)
    assert all(each.done for each in going.agenda)
    assert going.ends_at is not None
    assert going.end_moved == 0


def test_what_has_the_keyboard_stays_in_sight_until_somebody_scrolls_away(
        qapp: QApplication, tab: MeetingTab, going: Meeting, qtbot: QtBot) -> None:
    page, line = tab.during, tab.during.new_agreement.what
    try:
        apply_theme(qapp, dark=False, size=2.0)
        tab.resize(1240, 500)
        press(page.next, Qt.Key.Key_F2)
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().size() == line.size())
        for number in range(6):
            during_meeting.park_topic(tab._desk.opened, going, f"Emne {number}")     # each pushes the line further down
        qtbot.wait(50)
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().size() == line.size())
        bar = page.around.verticalScrollBar()
        bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
        during_meeting.park_topic(tab._desk.opened, going, "Cyklen")
        qtbot.wait(50)
        assert bar.value() == 0
    finally:
        apply_theme(qapp, dark=False, size=1.0)


def test_an_agreement_with_a_day_there_is_not_keeps_the_meeting_open_until_it_is_put_right(
        tab: MeetingTab, going: Meeting) -> None:
    page = tab.during
    said: list[str] = []
    tab._desk.unsaid.connect(said.append)
    press(page.next, Qt.Key.Key_F2)
    QTest.keyClicks(page.new_agreement.what, "Ringer til banken")
    QTest.keyClicks(page.new_agreement.when, "31. juni")
    press(page.next, Qt.Key.Key_F3)                      # the line is out of sight
    page.end.click()
    assert going.status is MeetingStatus.IN_PROGRESS     # else it would be missing in the minutes, and nobody knew
    assert said == ["Datoen findes ikke: 31. juni. Skriv fx 3. marts 2026."]
    assert page.new_agreement.when.isVisible()
    assert page.new_agreement.when.hasFocus()
    page.new_agreement.when.setText("30. juni")
    page.end.click()
    assert [each.text for each in going.agreements] == ["Ringer til banken"]
